"""Days that go by a name: "Opening night, January 23", and later "on opening night"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from parley.reading.dates.found import DateFound
from parley.reading.document import Document, Token
from parley.terms.enums import DateBasis
from parley.terms.values import Date

_DAYS = frozenset({"day", "night", "eve", "anniversary", "morning", "evening", "afternoon", "date"})
_NAMING = frozenset({"compound", "amod"})
_NO_NAME = frozenset({
    "same", "other", "next", "last", "first", "previous", "following", "every", "late", "early", "good", "long",
    "single", "entire", "whole", "new", "second", "third", "final", "working",
})  # fmt: skip
"""Words that say which day of a row is meant, and name none."""


def named(doc: Document, plain: Sequence[DateFound]) -> Iterator[DateFound]:
    """The days that a report names beside their date, there and wherever it names them again after that."""
    days = [t for t in doc.tokens if t.pos == "NOUN" and t.lemma in _DAYS and t.tag == "NN"]
    if not days:
        return
    starts, ends = {f.first: f for f in plain}, {f.last: f for f in plain}
    taken = {i for f in plain for i in range(f.first, f.last)}
    known: dict[str, Date] = {}
    for t in days:
        name = _name(doc, t)
        if t.i in taken or not name:
            continue
        beside = _beside(doc, t, starts, ends)
        if beside is not None:
            known[" ".join(w.lower for w in name)] = beside
        date = beside or known.get(" ".join(w.lower for w in name))
        if date is not None:
            first, last = name[0].i, t.i + 1
            text = doc.span(first, last).of(doc.text)
            yield DateFound(first, last, Date(date.start, date.end, text, DateBasis.ANCHORED))


def _name(doc: Document, t: Token) -> list[Token]:
    """The words that name a day: "opening night"; none for a bare "day" or "the next day"."""
    name = [k for k in doc.kids(t, *_NAMING) if k.i < t.i and k.lower not in _NO_NAME and k.text.isalpha()]
    return [*name, t] if name and name[0].i + len(name) == t.i else []


def _beside(doc: Document, t: Token, starts: Mapping[int, DateFound], ends: Mapping[int, DateFound]) -> Date | None:
    """The single day that commas set beside the name of one: after it, or before it."""
    first = min(k.i for k in (t, *doc.kids(t, "det", *_NAMING)))
    after = starts.get(t.i + 2) if _comma(doc, t.i + 1) else None
    before = (
        ends.get(first - 1) if _comma(doc, first - 1) and (t.i + 1 == len(doc.tokens) or not _goes_on(doc, t)) else None
    )
    f = after or before
    return f.date if f is not None and not f.bound and f.date.start and f.date.start == f.date.end else None


def _comma(doc: Document, i: int) -> bool:
    return 0 <= i < len(doc.tokens) and doc.tokens[i].text == ","


def _goes_on(doc: Document, t: Token) -> bool:
    """Whether a phrase set off by a comma before it is not closed by a comma or full stop."""
    return doc.tokens[t.i + 1].text not in {",", ".", ";", ")"}
