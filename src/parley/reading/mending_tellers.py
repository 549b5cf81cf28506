"""Mends words of saying that are taken for nouns, and what they say for something said of their hearer."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.commitment.beside import ADDRESSED
from parley.reading.commitment.signatures import Lexicon
from parley.reading.document import Document, Token
from parley.reading.mending_sayings import LONGEST, NAMING, SAID

_FEAR = ("warn", "fear", "hint", "counter", "object", "boast", "concede")
_SAYS = {
    **{form: tag for form, tag in SAID.items() if tag != "VBD"},
    **dict.fromkeys(_FEAR, "VBP"),
    **{f"{word}s": "VBZ" for word in _FEAR},
}
"""Forms of the present with their tags: those of what is said in passing, and of what takes a clause only."""
_INFORMING = ADDRESSED | {"convince", "persuade"}
_MANY = frozenset({"NNS", "NNPS"})


def saying_taken_for_noun(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "refugees at Bongao *state* that …", "the SDLP *protests* that …": a verb, of those named before it."""
    tag = _SAYS.get(t.lower, "")
    clause = _clause_after(doc, t) if tag and t.pos == "NOUN" else None
    before = _named_before(doc, t)
    if clause is None or not before or any(k.i > before[0].i for k in _describing(doc, t)):
        return {}
    return _of_the_place(doc, t, clause, tag) or _of_the_name(doc, t, clause, tag)


def _clause_after(doc: Document, t: Token) -> Token | None:
    """The verb of the "that" clause right after a word, if it is said of something before."""
    that = doc.tokens[t.i + 1] if t.i + 1 < len(doc.tokens) else t
    verb = doc.head(that)
    said_of = verb.dep in {"relcl", "acl"} and verb.head <= t.i and verb.i > t.i
    return verb if that.lower == "that" and that.dep == "mark" and said_of else None


def _of_the_place(doc: Document, t: Token, clause: Token, tag: str) -> dict[int, Token]:
    """The verb takes the place of those who speak; the name before it is of their place."""
    prep = doc.head(t)
    speaker = doc.head(prep)
    names = doc.kids(t, "compound")
    fits = t.dep == "pobj" and prep.dep == "prep" and bool(names) and names[-1].i == t.i - 1
    if not fits or speaker.pos not in {"NOUN", "PROPN"} or (speaker.tag in _MANY) is not (tag == "VBP"):
        return {}
    root = speaker.head == speaker.i
    return {
        t.i: replace(t, pos="VERB", tag=tag, dep=speaker.dep, head=t.i if root else speaker.head),
        speaker.i: replace(speaker, dep="nsubj", head=t.i),
        names[-1].i: replace(names[-1], dep="pobj", head=prep.i),
        clause.i: replace(clause, dep="ccomp", head=t.i),
    }


def _of_the_name(doc: Document, t: Token, clause: Token, tag: str) -> dict[int, Token]:
    names = _named_before(doc, t)
    if t.head != t.i or not names or names[-1].i != t.i - 1 or (names[-1].tag in _MANY) is not (tag == "VBP"):
        return {}
    return {
        t.i: replace(t, pos="VERB", tag=tag),
        **{k.i: replace(k, head=names[-1].i) for k in (*names[:-1], *_describing(doc, t))},
        names[-1].i: replace(names[-1], pos="PROPN", dep="nsubj"),
        clause.i: replace(clause, dep="ccomp", head=t.i),
    }


def _describing(doc: Document, t: Token) -> list[Token]:
    return [k for k in doc.kids(t, "det", "amod", "poss", "nummod") if not k.text.isupper()]


def _named_before(doc: Document, t: Token) -> list[Token]:
    """The words of a name that hang on a word, an abbreviation taken for an adjective with them."""
    return [k for k in doc.kids(t, "compound", "amod") if k.dep == "compound" or k.text.isupper()]


def told_to_somebody(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "told a radio station that rebels had *left*": it is what was told, and nothing of the station."""
    hearer = doc.head(t)
    verb = doc.head(hearer)
    that = any(k.lower == "that" and k.i == hearer.i + 1 for k in doc.kids(t, "mark", "dobj"))
    told = verb.lemma in _INFORMING and hearer.dep in {"dobj", "dative"} and bool(doc.kids(t, "nsubj", "nsubjpass"))
    fits = that and told and not doc.kids(verb, "ccomp", "xcomp")
    return {t.i: replace(t, dep="ccomp", head=verb.i)} if fits else {}


def saying_before_its_speaker(doc: Document, t: Token, _: Lexicon) -> dict[int, Token]:
    """As in "The convoy, *reported* Reuters, was shelled", "In Goma, *says* Hess, rebels burned it": said by the name.

    The name is the subject of the saying, and what stands before the comma that of the clause told.
    """
    speaker = _speaker_after(doc, t) if t.lower in SAID and doc.tokens[t.i - 1].text == "," else None
    if speaker is None or t.i == doc.sentence_of(t).first:
        return {}
    mended = {speaker.i: replace(speaker, dep="nsubj", head=t.i)}
    if t.dep == "appos":
        verb = doc.head(doc.head(t))
        return {**mended, t.i: replace(t, pos="VERB", dep="parataxis", head=verb.i)} if verb.pos == "VERB" else {}
    clause = _clause_told(doc, t, speaker)
    if clause is None or t.pos != "VERB":
        return {}
    left = next((k for k in doc.kids(t, "nsubj", "nsubjpass") if k.i < t.i), None)
    right = next((k for k in doc.kids(speaker, "appos") if k.i == clause.head), None)
    subject = left or right
    if subject is not None and not [k for k in doc.kids(clause, "nsubj", "nsubjpass") if k.i != speaker.i]:
        dep = "nsubjpass" if doc.kids(clause, "auxpass") else "nsubj"
        mended[subject.i] = replace(subject, dep=dep, head=clause.i)
    return {**mended, clause.i: replace(clause, dep="ccomp", head=t.i)}


def _speaker_after(doc: Document, t: Token) -> Token | None:
    """The noun between a word of saying and the comma that follows, where nothing but its phrase stands there."""
    rest = doc.tokens[t.i + 1 : doc.sentence_of(t).last]
    end = next((n for n, w in enumerate(rest[:LONGEST]) if w.text == ","), 0)
    phrase = rest[:end]
    if not phrase or any(w.pos not in NAMING and w.lower not in {"of", "for", "in"} for w in phrase):
        return None
    within = {w.i for w in phrase}
    return next((w for w in phrase if w.head not in within and w.pos in {"NOUN", "PROPN"}), None)


def _clause_told(doc: Document, t: Token, speaker: Token) -> Token | None:
    """The verb after the comma that is told: joined to the saying, its content, or of a noun set beside the speaker."""
    told = [k for k in doc.kids(t, "ccomp", "conj") if k.i > speaker.i and k.pos in {"VERB", "AUX"}]
    joined = told and any(k.i < told[0].i and k.i > speaker.i for k in doc.kids(t, "cc"))
    if told and not joined:
        return told[0]
    beside = (v for n in doc.kids(speaker, "appos") for v in doc.kids(n, "acl", "relcl") if v.tag in {"VBD", "VBZ"})
    return next((v for v in beside if not doc.kids(v, "nsubj", "nsubjpass")), None)
