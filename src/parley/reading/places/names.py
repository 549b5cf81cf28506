"""Capitalised names in a report, and which stretches of them may be places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.document import Document, Token
from parley.reading.places.index import fold
from parley.reading.places.words import COMPASS, DISTRICTS, NOT_NAMES, PROVINCIAL, TOWNISH

LONGEST = 6
_FREE = frozenset({"al", "el", "de", "del", "la", "du", "des", "al-", "el-"})
"""Small words that stand free within a name."""
_SMALL = _FREE | frozenset({"-", "of", "ez", "as", "ash", "an", "ar", "at", "e", "i", "es", "il", "le", "sur"})
"""Those, and the ones that need a hyphen."""
_KINDS = PROVINCIAL | DISTRICTS | TOWNISH
_NAMED = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `first` up to, not with, `last` that read as one capitalised name."""

    first: int
    last: int


def runs(doc: Document) -> Iterator[Run]:
    """The capitalised names of a report, in order."""
    at = 0
    tokens = doc.tokens
    while at < len(tokens):
        if not _is_name(tokens[at]):
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and tokens[end].sentence == tokens[at].sentence:
            if _is_name(tokens[end]):
                end += 1
            elif gap := _gap(doc, end):
                end += gap + 1
            else:
                break
        yield _widened(doc, at, end)
        at = end


def _widened(doc: Document, first: int, last: int) -> Run:
    """A name with the small words that belong to it: "northern" before, "province" behind."""
    if first > 0 and doc.tokens[first - 1].lower in COMPASS and first <= doc.tokens[first - 1].head < last:
        first -= 1
    if last < len(doc.tokens) and doc.tokens[last].lower in _KINDS and doc.tokens[last - 1].head == last:
        last += 1
    return Run(first, last)


def _is_name(t: Token) -> bool:
    """Whether a token may belong to a place's name: capitalised, and no word that merely opens a sentence."""
    first = t.text[:1]
    if not first.isupper():
        return t.ent in _NAMED and t.pos == "PROPN" and first.isalpha()
    if t.pos == "PROPN" or t.ent in _NAMED:
        return t.ent != "NORP" or t.pos == "PROPN"
    return t.pos in ("NOUN", "ADJ", "X", "VERB", "ADV") and t.ent not in ("", "NORP") and len(t.text) > 2


def _gap(doc: Document, at: int) -> int:
    """How many small words or hyphens from a position on join a name to the next one; 0 where none do."""
    tokens = doc.tokens
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].lower in _SMALL:
        end += 1
    if end == at or end == len(tokens) or not _is_name(tokens[end]):
        return 0
    between = [t.lower for t in tokens[at:end]]
    if "-" in between:
        return end - at if all(_glued(doc, i) for i in range(at, end) if tokens[i].lower == "-") else 0
    if between == ["of"]:
        return int(tokens[at].ent in (*_NAMED, "ORG") and tokens[at - 1].ent == tokens[at].ent)
    return int(len(between) == 1 and between[0] in _FREE)


def _glued(doc: Document, at: int) -> bool:
    """Whether a token stands with no space on either side."""
    before, t, after = doc.tokens[at - 1 : at + 2]
    return before.end == t.start and t.end == after.start


def key_of(doc: Document, first: int, last: int) -> str:
    """The index's key of some tokens."""
    return fold(doc.text[doc.tokens[first].start : doc.tokens[last - 1].end])


def stretches(doc: Document, run: Run) -> Iterator[tuple[int, int]]:
    """The stretches of a name that may be a place, longest first, then leftmost."""
    for length in range(min(run.last - run.first, LONGEST), 0, -1):
        for first in range(run.first, run.last - length + 1):
            a, b = doc.tokens[first], doc.tokens[first + length - 1]
            if length == 1 and (a.lower in NOT_NAMES or len(a.text) < 2):
                continue
            if a.text[:1].isalpha() and b.text[-1:] not in "-":
                yield first, first + length
