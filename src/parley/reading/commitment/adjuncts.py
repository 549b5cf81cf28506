"""Prepositions, and phrases that serve as such, under which nothing is told as fact: "without", "in the event of"."""

from __future__ import annotations

from parley.reading.commitment.denying import CLAIMS
from parley.reading.document import Document, Token
from parley.terms.enums import Reality

_INSTEAD = frozenset({"without", "instead", "than"})
_DEPENDS = {
    "pending": Reality.PLANNED,
    "barring": Reality.POSSIBLE,
    "absent": Reality.POSSIBLE,
    "failing": Reality.POSSIBLE,
    "provided": Reality.POSSIBLE,
    "providing": Reality.POSSIBLE,
}
"""Taken by the parser for prepositions or, at a sentence's beginning, for what describes the noun."""
_PHRASES = {
    ("in", "event"): Reality.POSSIBLE,
    ("in", "case"): Reality.POSSIBLE,
    ("in", "anticipation"): Reality.PLANNED,
    ("in", "expectation"): Reality.PLANNED,
    ("in", "lieu"): Reality.DID_NOT_HAPPEN,
    ("for", "want"): Reality.DID_NOT_HAPPEN,
    ("for", "lack"): Reality.DID_NOT_HAPPEN,
}
"""A preposition and its noun, before "of"."""


def under(doc: Document, prep: Token) -> Reality | None:
    """What a preposition makes of what it takes: "without attacking", "barring an attack"; None: nothing."""
    far = prep.lower == "from" and doc.head(prep).lower == "far"
    if far or prep.lower in _INSTEAD or any(k.lower == "instead" for k in doc.kids(prep, "advmod")):
        return Reality.DID_NOT_HAPPEN
    if prep.lower == "of":
        return _phrase(doc, doc.head(prep))
    return _DEPENDS.get(prep.lower)


def _phrase(doc: Document, noun: Token) -> Reality | None:
    """As in "*in the event* of an attack", "*short* of an attack they will stay"; not "the event of the year"."""
    before = doc.head(noun)
    if noun.lower == "short" and before.lemma != "be" and noun.i < before.i:
        return Reality.POSSIBLE
    return _PHRASES.get((before.lower, noun.lower)) if noun.dep == "pobj" else None


def opens_with(doc: Document, t: Token) -> Reality | None:
    """As in "*Pending* talks with Sweden, they left", where the parser takes the preposition for an adjective."""
    first = next(iter(doc.kids(t, "amod", "compound", "advmod")), None)
    if first is None or first.i != doc.sentence_of(t).first or not any(k.dep == "prep" for k in doc.kids(t)):
        return None
    return _DEPENDS.get(first.lower)


SPOKEN = CLAIMS | {
    "remark", "statement", "comment", "view", "verdict", "warning", "threat", "vow", "announcement", "denial",
    "pledge", "promise", "argument", "tale", "story", "description", "characterisation", "characterization", "insult",
    "slur",
}  # fmt: skip
"""Nouns for what somebody has said."""


def remarks_on_it(doc: Document, cur: Token, up: Token) -> bool:
    """As in "Chad said that Norway would leave, *a remark that Sweden deplored*": the report tells of what was said."""
    if cur.dep != "relcl" or up.lemma not in SPOKEN or doc.kids(up, "poss"):
        return False
    first = doc.subtree(up)[0].i
    return up.dep in {"appos", "npadvmod", "dobj"} and first > 0 and doc.tokens[first - 1].text in {",", "—", "–"}
