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
    if not changed:
        return doc
    tokens = tuple(changed.get(t.i, t) for t in doc.tokens)
    return Document(doc.text, tokens, doc.sentences, doc.entities)


def _gerund_of_accusation(doc: Document, t: Token, lexicon: Lexicon) -> int | None:
    """ "accused by Afghan leaders of harbouring": the gerund belongs to the accusing, not to the leaders."""
    if t.dep != "prep" or t.lower not in {"of", "for"} or not doc.kids(t, "pcomp"):
        return None
    noun = doc.head(t)
    if noun.pos not in {"NOUN", "PROPN"}:
        return None
    up = doc.head(noun)
    verb = doc.head(up) if noun.dep == "pobj" and up.dep in {"agent", "prep"} else up
    takes = any(t.lower in s.takes and s.voice is not None for s in lexicon.of("verb", verb.lemma))
    return verb.i if takes and verb.pos == "VERB" and noun.dep in {"dobj", "pobj", "nsubjpass"} else None


def _describing_participle(doc: Document, t: Token) -> dict[int, Token]:
    """ "between opposing factions": the factions are meant, the participle only describes them."""
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
