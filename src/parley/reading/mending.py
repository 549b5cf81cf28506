"""Mends attachments that the small parser gets wrong in a way that words alone can tell."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token

_DESCRIBING = frozenset({
    "opposing", "warring", "competing", "conflicting", "neighbouring", "neighboring", "ruling", "leading", "remaining",
    "participating", "fighting", "feuding", "contending", "existing", "rivalling", "differing",
})  # fmt: skip


def mend(doc: Document, lexicon: Lexicon) -> Document:
    """The same document with some words hung where their verb's pattern says that they belong."""
    changed: dict[int, Token] = {}
    for t in doc.tokens:
        to = _gerund_of_accusation(doc, t, lexicon)
        if to is not None:
            changed[t.i] = replace(t, head=to)
        changed.update(_describing_participle(doc, t))
        changed.update(_said_of_it(doc, t))
        changed.update(_name_before_comma(doc, t))
        changed.update(_named_body(doc, t))
    if not changed:
        return doc
    tokens = tuple(changed.get(t.i, t) for t in doc.tokens)
    return Document(doc.text, tokens, doc.sentences, doc.entities)


def _gerund_of_accusation(doc: Document, t: Token, lexicon: Lexicon) -> int | None:
    """As in "accused by Afghan leaders of harbouring": the gerund belongs to the accusing, not to the leaders."""
    if t.dep != "prep" or t.lower not in {"of", "for"} or not doc.kids(t, "pcomp"):
        return None
    noun = doc.head(t)
    if noun.pos not in {"NOUN", "PROPN"}:
        return None
    up = doc.head(noun)
    verb = doc.head(up) if noun.dep == "pobj" and up.dep in {"agent", "prep"} else up
    takes = any(t.lower in s.takes and s.voice is not None for s in lexicon.of("verb", verb.lemma))
    return verb.i if takes and verb.pos == "VERB" and noun.dep in {"dobj", "pobj", "nsubjpass"} else None


def _name_before_comma(doc: Document, t: Token) -> dict[int, Token]:
    """As in "Professor Muni, expert at the university": the name is the head, and the expert set beside it."""
    noun = doc.head(t)
    if t.tag != "NNP" or t.dep not in {"nmod", "compound"} or noun.pos != "NOUN" or noun.i < t.i + 2:
        return {}
    if doc.tokens[t.i + 1].text != "," or any(k.text == "," for k in doc.tokens[t.i + 2 : noun.i]):
        return {}
    return {
        t.i: replace(t, head=noun.head if noun.head != noun.i else t.i, dep=noun.dep),
        noun.i: replace(noun, head=t.i, dep="appos"),
        **{k.i: replace(k, head=t.i, dep="compound") for k in doc.kids(noun, "nmod", "compound") if k.i < t.i},
    }


def _said_of_it(doc: Document, t: Token) -> dict[int, Token]:
    """As in "although it is alleged that X did, …": X's doing is what is alleged, not the main clause."""
    if t.dep != "advcl" or not any(k.lower == "it" for k in doc.kids(t, "nsubjpass")) or doc.kids(t, "ccomp"):
        return {}
    told = doc.head(t)
    that = [k for k in doc.kids(told, "mark") if k.lower == "that" and k.i > t.i]
    if not that or told.dep not in {"ccomp", "advcl"} or told.head == told.i:
        return {}
    return {t.i: replace(t, head=told.head), told.i: replace(told, head=t.i, dep="ccomp")}


def _named_body(doc: Document, t: Token) -> dict[int, Token]:
    """As in "The militant organisation Hamas has announced": the announcing is the sentence's verb, no relative clause."""
    noun = doc.head(t)
    if t.dep != "relcl" or noun.dep != "ROOT" or noun.pos != "NOUN" or t.tag not in {"VBD", "VBZ", "VBP", "VBN"}:
        return {}
    subjects = doc.kids(t, "nsubj", "nsubjpass")
    if len(subjects) != 1 or subjects[0].pos != "PROPN" or noun.i + 1 != _first(doc, subjects[0]):
        return {}
    subject = subjects[0]
    return {
        t.i: replace(t, head=t.i, dep="ROOT"),
        noun.i: replace(noun, head=subject.i, dep="compound"),
        **{k.i: replace(k, head=t.i) for k in doc.kids(noun, "punct") if k.i > t.i},
    }


def _first(doc: Document, t: Token) -> int:
    return min(k.i for k in (t, *doc.kids(t, "compound")))


def _describing_participle(doc: Document, t: Token) -> dict[int, Token]:
    """As in "between opposing factions": the factions are meant, the participle only describes them."""
    if t.lower not in _DESCRIBING or t.dep not in {"pcomp", "amod", "acl"} or doc.head(t).pos != "ADP":
        return {}
    nouns = doc.kids(t, "dobj")
    if len(nouns) != 1 or nouns[0].i <= t.i or doc.kids(nouns[0], "det"):
        return {}
    noun = nouns[0]
    return {
        noun.i: replace(noun, head=t.head, dep="pobj"),
        t.i: replace(t, head=noun.i, dep="amod", pos="ADJ"),
    }
