"""Finds every expression of time in a report and works out its interval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from parley.reading.dates import calendar as cal
from parley.reading.dates.anchoring import anchored
from parley.reading.dates.calendar import Interval
from parley.reading.dates.found import DateFound
from parley.reading.dates.grammar import Expression, expressions
from parley.reading.dates.lexing import cut, tells_time
from parley.reading.dates.meaning import Again, Day, Meaning, Month, Part, Range
from parley.reading.dates.naming import named
from parley.reading.dates.resolve import Known, Value, resolve
from parley.reading.dates.tense import Tense, tense_at
from parley.reading.document import Document, Token
from parley.terms.enums import DateBasis
from parley.terms.values import Date

_OFTEN = frozenset(
    {
        "repeatedly", "often", "regularly", "frequently", "routinely", "periodically", "weekly", "daily",
        "monthly", "annually",
    }
)  # fmt: skip
_DIRECT = frozenset({"compound", "poss", "nmod", "amod", "nummod"})


@dataclass(frozen=True, slots=True)
class Placed:
    """An expression with the tokens that it covers and the token by which it hangs on its sentence."""

    first: int
    last: int
    core: int
    said: Expression
    root: Token


def find(doc: Document, published: str | None) -> tuple[DateFound, ...]:
    """The expressions of time of a report in the order of its text; `published` is its ISO date, if known.

    Without one, the date of a dateline stands in for it.
    """
    return _all(doc, day_of(published) or implied_day(doc))


def implied_published(doc: Document) -> str | None:
    """The date that a dateline ("OSLO, Jan 9 2022 (Agency) -") or a line of its own at the top gives a report."""
    day = implied_day(doc)
    return day.isoformat() if day else None


def day_of(published: str | None) -> date | None:
    """An ISO date or date and time as a day; None where it is no such thing."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _all(doc: Document, published: date | None) -> tuple[DateFound, ...]:
    placed = list(place(doc))
    plain = list(_resolved(doc, placed, published))
    return tuple(sorted([*plain, *named(doc, plain), *anchored(doc, plain)], key=lambda f: (f.first, -f.last)))


def place(doc: Document, sentences: int | None = None) -> Iterator[Placed]:
    """The expressions of a report, or of its first sentences, by token."""
    for s in doc.sentences[:sentences]:
        if not tells_time(doc, s):
            continue
        line = cut(doc, s)
        for e in expressions(line):
            core, last = line.where[e.core], line.where[e.end - 1] + 1
            first = min(line.where[e.first], core)
            yield Placed(first, last, core, e, _root(doc, core, last))


def _root(doc: Document, first: int, last: int) -> Token:
    for i in range(first, last):
        if not first <= doc.tokens[i].head < last or doc.tokens[i].head == i:
            return doc.tokens[i]
    return doc.tokens[first]


def full_day(m: Meaning) -> date | None:
    """The first day of a day or month that is told with its year."""
    match m:
        case Day() if m.year is not None:
            return cal.day_or_none(m.year, m.month, m.day)
        case Month() if m.year is not None:
            return date(m.year, m.month, 1)
        case Range():
            return full_day(m.first) or full_day(m.last)
        case Part():
            return full_day(m.of)
    return None


def _resolved(doc: Document, placed: Iterable[Placed], published: date | None) -> Iterator[DateFound]:
    """Each expression's value, those before it known to those after it."""
    placed = list(placed)
    fulls = [(p.first, full) for p in placed if (full := full_day(p.said.meaning))]
    told: Interval | None = None
    for p in placed:
        before = [(at, full) for at, full in fulls if at < p.first]
        known = Known(published, tense_at(doc, p.root), told, _reference(before, fulls), _near(doc, p, before))
        known = replace(known, tense=_tense(p, known.tense))
        value = resolve(_named(p, published), known)
        if value.interval and value.interval.length <= 31:
            told = value.interval
        yield _found(doc, p, value)


def _tense(p: Placed, tense: Tense) -> Tense:
    """A deadline's day lies ahead unless the clause is in the past."""
    return Tense.FUTURE if p.said.bound in ("until", "before") and tense is Tense.PRESENT else tense


def _reference(before: list[tuple[int, date]], fulls: list[tuple[int, date]]) -> date | None:
    return max(d for _, d in before) if before else max((d for _, d in fulls), default=None)


def _near(doc: Document, p: Placed, before: list[tuple[int, date]]) -> date | None:
    """The last full date told in this sentence or the two before it."""
    if not before or doc.tokens[p.first].sentence - doc.tokens[before[-1][0]].sentence > 2:
        return None
    return before[-1][1]


def _named(p: Placed, published: date | None) -> Meaning:
    """Since the eleventh of September: that of 2001, in the years when this needed no saying."""
    m = p.said.meaning
    then = published is not None and date(2001, 9, 12) <= published <= date(2011, 12, 31)
    if then and isinstance(m, Day) and (m.month, m.day, m.year) == (9, 11, None) and p.said.bound in ("since", "after"):
        return replace(m, year=2001)
    return m


def _found(doc: Document, p: Placed, value: Value) -> DateFound:
    bound, first = p.said.bound, p.first
    if bound and not doc.tokens[p.first].lower.startswith(("post", "pre")) and _in_phrase(doc, p):
        bound, first = "", p.core
    start, end = _iso(value.interval, bound)
    text = doc.span(first, p.last).of(doc.text)
    repeated = isinstance(p.said.meaning, Again) or _often(doc, p.root)
    return DateFound(first, p.last, Date(start, end, text, value.basis), bound, repeated)


def _in_phrase(doc: Document, p: Placed) -> bool:
    """Whether a date only qualifies the noun behind it ("since the January 9 meeting")."""
    head = doc.head(p.root)
    return p.root.dep in _DIRECT and head.i >= p.last and head.pos in ("NOUN", "PROPN")


def _often(doc: Document, root: Token) -> bool:
    verb = next((t for t in doc.path_up(root) if t.pos == "VERB"), None)
    return verb is not None and any(k.lower in _OFTEN for k in doc.kids(verb, "advmod"))


def _iso(interval: Interval | None, bound: str) -> tuple[str | None, str | None]:
    if interval is None:
        return None, None
    start, end = interval.start.isoformat(), interval.end.isoformat()
    match bound:
        case "since":
            return start, None
        case "until":
            return None, end
        case "after":
            return cal.shifted(interval.end, 1).isoformat(), None
        case "before":
            return None, cal.shifted(interval.start, -1).isoformat()
    return start, end


_TOP = 6
"""A dateline stands in one of so many first sentences."""


def implied_day(doc: Document) -> date | None:
    """The day of a dateline, or of a date on a line of its own, at a report's top."""
    top = [p for p in place(doc, _TOP) if isinstance(p.said.meaning, Day)]
    for p in top:
        if _own_line(doc, p) or _is_dateline(doc, p):
            day = _dated(doc, p)
            if day is not None:
                return day
    return None


def _own_line(doc: Document, p: Placed) -> bool:
    span = doc.span(p.first, p.last)
    before = doc.text[: span.start].rstrip(" \t\"'*_(").rpartition("\n")
    after = doc.text[span.end :].lstrip(" \t\"'*_).,")
    line = before[2].strip().rstrip(":,").lower()
    return line in ("", "published", "date", "posted", "updated", "by") and (not after or after[0] == "\n")


def _is_dateline(doc: Document, p: Placed) -> bool:
    """CITY, Jan 9 (Agency) -: a place in capitals or before a dash, at a line's start."""
    span = doc.span(p.first, p.last)
    before = doc.text[: span.start].rpartition("\n")[2].strip().rstrip(",(").strip()
    after = doc.text[span.end : span.end + 60].lstrip(" ,)")
    dash = next((k for k, c in enumerate(after) if c in "—–-"), -1)
    if not 1 < len(before) <= 40 or not before[0].isupper() or dash < 0:
        return False
    between = after[:dash].strip()
    return (before.isupper() or between == "" or between[0] == "(") and (between == "" or between[0] in "(/" or
                                                                        between.isupper())  # fmt: skip


def _dated(doc: Document, p: Placed) -> date | None:
    """A dateline's day; without a year, that which the report's other dates give it."""
    m = p.said.meaning
    full = full_day(m)
    if full is not None:
        return full
    fulls = [d for q in place(doc) if (d := full_day(q.said.meaning))]
    value = resolve(m, Known(None, Tense.PAST, None, max(fulls, default=None)))
    return value.interval.start if value.interval and value.basis is DateBasis.INFERRED else None
