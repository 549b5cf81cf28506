"""What the words around a name make of it: its role, and whether it is a place at all rather than a government."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parley.reading.dates.happenings import is_happening
from parley.reading.document import Document, Token
from parley.reading.places.names import Run
from parley.reading.places.words import (
    ADDRESSING,
    AT,
    BETWEEN,
    CROSSING,
    FROM,
    GOING,
    JOURNEYS,
    LEAVING,
    MINDED,
    PORTIONS,
    SEATED,
    STATIVE,
    STRIKING,
    TO,
)
from parley.terms.enums import PlaceRole


@dataclass(frozen=True, slots=True)
class Cue:
    """A role; `cued` where the words make the name a place, `acting` where they make it those who govern."""

    role: PlaceRole
    cued: bool = False
    acting: bool = False


def root_of(doc: Document, first: int, last: int) -> Token:
    """The token by which a stretch hangs on the rest of its sentence."""
    for i in range(first, last):
        if not first <= doc.tokens[i].head < last or doc.tokens[i].head == i:
            return doc.tokens[i]
    return doc.tokens[first]


def cue(doc: Document, first: int, last: int) -> Cue:
    """What the words around a stretch make of it."""
    t = top(doc, root_of(doc, first, last))
    if t.dep in ("pobj", "pcomp") or (t.dep in ("nmod", "dep", "ROOT", "compound") and _before(doc, first)):
        prep = doc.head(t) if t.dep in ("pobj", "pcomp") else doc.tokens[first - 1]
        return _of_preposition(doc, prep)
    if t.dep in ("dobj", "nsubjpass"):
        return _of_object(doc, t)
    if t.dep == "nsubj":
        minded = any(k.lemma in MINDED for k in doc.kids(doc.head(t), "acomp"))
        return Cue(PlaceRole.AT, acting=minded or doc.head(t).lemma not in STATIVE)
    if t.dep in ("compound", "nmod", "amod") and is_happening(doc.head(t)):
        return Cue(PlaceRole.AT, cued=doc.head(t).pos == "NOUN")
    if t.dep in ("advmod", "npadvmod"):
        return Cue(PlaceRole.AT, cued=True)
    return Cue(PlaceRole.AT)


def top(doc: Document, t: Token) -> Token:
    """The first of a list of names, or what a name stands beside, since the list's role is its role."""
    while t.dep in ("conj", "appos") and doc.head(t).i < t.i and doc.head(t).pos in ("PROPN", "NOUN"):
        t = doc.head(t)
    return t


def _before(doc: Document, first: int) -> bool:
    """Whether a preposition of place stands right before, though the parse lost it."""
    if first == 0:
        return False
    before = doc.tokens[first - 1]
    return before.pos == "ADP" and before.lower in AT | TO | FROM


def _of_preposition(doc: Document, prep: Token) -> Cue:
    above, word = doc.head(prep), prep.lower
    if word == "of" and above.lower in PORTIONS and above.dep == "pobj":
        return _of_preposition(doc, doc.head(above))
    if word in ("to", "from", "on") and above.lemma in ADDRESSING:
        return Cue(PlaceRole.AT, acting=True)
    if word in BETWEEN:
        return Cue(PlaceRole.BETWEEN, cued=above.lemma in JOURNEYS)
    if word in FROM or (word == "of" and above.lower == "out"):
        return Cue(PlaceRole.FROM, cued=True)
    if word in TO:
        return Cue(PlaceRole.TO, cued=above.pos != "ADJ")
    if word in AT:
        return Cue(PlaceRole.AT, cued=True)
    if word == "for":
        return Cue(PlaceRole.TO, cued=above.lemma in LEAVING)
    if word == "of":
        return Cue(PlaceRole.AT, cued=above.lower in SEATED or is_happening(above))
    return Cue(PlaceRole.AT, acting=word in ("by", "against", "with"))


def _of_object(doc: Document, t: Token) -> Cue:
    verb = doc.head(t)
    if verb.lemma in LEAVING:
        return Cue(PlaceRole.FROM, cued=verb.lemma not in ("head", "set"))
    if verb.lemma in GOING:
        return Cue(PlaceRole.TO, cued=True)
    if verb.lemma in STRIKING | CROSSING:
        return Cue(PlaceRole.AT, cued=True)
    return Cue(PlaceRole.AT, acting=t.dep == "dobj")


_DASHES = frozenset({"-", "–", "—", "--"})
_LINE = 10
"""Words that a dateline has at most."""


def dateline(doc: Document, run: Run) -> bool:
    """Whether a name is one of a dateline's: at its line's start, nothing but names and commas up to a dash."""
    at = run.last
    while at < len(doc.tokens) and at - run.last < _LINE and _of_dateline(doc.tokens[at]):
        at += 1
    if at == len(doc.tokens) or doc.tokens[at].text not in _DASHES or doc.tokens[at - 1].end == doc.tokens[at].start:
        return False
    start = run.first
    while start > 0 and run.first - start < _LINE and _of_dateline(doc.tokens[start - 1]) and not _opens(doc, start):
        start -= 1
    return _opens(doc, start)


def _of_dateline(t: Token) -> bool:
    return t.text == "," or t.pos == "PROPN" or t.ent in ("GPE", "LOC")


def _opens(doc: Document, i: int) -> bool:
    """Whether a token is the first of its line."""
    return i == 0 or "\n" in doc.text[doc.tokens[i - 1].end : doc.tokens[i].start]


def scored(doc: Document, run: Run) -> bool:
    """Whether a name stands right beside a score ("Peru 2 - 1 Chile"): it is a team's."""
    after, before = doc.tokens[run.last : run.last + 3], doc.tokens[max(0, run.first - 3) : run.first]
    return _is_score(after) or _is_score(before)


def _is_score(tokens: Sequence[Token]) -> bool:
    if len(tokens) != 3 or tokens[1].text not in _DASHES:
        return False
    return all(t.text.isdigit() and len(t.text) < 3 for t in tokens[::2])
