"""The grammar's top: dates, their parts, and ranges of them, tried in turn at each position of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.dates.absolute import absolute, month_at
from parley.reading.dates.lexing import Line, may_begin
from parley.reading.dates.meaning import Day, Meaning, Month, Nth, Part, Range, Read, Season, Unit, Year, years_of
from parley.reading.dates.relative import past_times, relative
from parley.reading.dates.words import (
    ALWAYS_NAMES,
    BOUNDS,
    FILLERS,
    NAMES_AFTER,
    NUMBERS,
    OF_PARTS,
    ORDINALS,
    PARTS,
    UNITS,
)

_RANGE = {"from": ("to", "until", "through", "till", "-"), "between": ("and",)}
_RANGE_MARKS = frozenset({"-", "to", "through", "until", "till"})
_SHARES = frozenset({"half", "quarter", "third", "week", "day", "days", "weeks", "month", "months", "decade"})


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression of time in a line: atoms `first` up to, not with, `end`; `core` is where its bound word ends."""

    first: int
    core: int
    end: int
    meaning: Meaning
    bound: str = ""


def expressions(line: Line) -> Iterator[Expression]:
    """The expressions of time in a line, left to right, none overlapping."""
    p, free = 0, 0
    while p < len(line.words):
        found = _at(line, p) if may_begin(line, p) else None
        if found is None or _is_name(line, found.end):
            p += 1
            continue
        yield _bounded(line, p, found, free)
        p = free = found.end


def _at(line: Line, p: int) -> Read | None:
    found = _pair(line, p) or simple(line, p)
    if found is None:
        return None
    return Read(found.meaning, past_times(line, found.end))


def simple(line: Line, p: int) -> Read | None:
    """One date or part of one at a position, no range of two."""
    for reader in (_share, _part, absolute, relative):
        found = reader(line, p)
        if found:
            return found
    return None


def _is_name(line: Line, end: int) -> bool:
    """Whether the date is part of a name ("March 14 Alliance", "Sunday Times")."""
    after = line.word(end)
    return after in ALWAYS_NAMES or (after in NAMES_AFTER and line.capital(end))


def _part(line: Line, p: int) -> Read | None:
    """Early September, mid-2021, the end of last year, late last week, earlier this month."""
    q = p + (line.word(p) in ("the", "very") and line.word(p + 1) in PARTS)
    part = PARTS.get(line.word(q))
    if part is None:
        return _year_end(line, p)
    r = q + 1 + (line.word(q + 1) in ("-", "in", "on") and line.word(q) not in OF_PARTS)
    if line.word(q) in OF_PARTS:
        if line.word(r) != "of":
            return None
        r += 1
    return _part_of(line, part, r)


def _part_of(line: Line, part: str, p: int) -> Read | None:
    whole = _share(line, p) or absolute(line, p) or relative(line, p) or _the_unit(line, p) or _bare_year(line, p)
    if whole is None and line.word(p) == "the":
        whole = absolute(line, p + 1)
    if whole is None or isinstance(whole.meaning, Range):
        return None
    if part in ("before", "rest") and not isinstance(whole.meaning, Unit):
        return whole if part == "before" or isinstance(whole.meaning, Day) else Read(whole.meaning, whole.end)
    return Read(Part(part, whole.meaning), whole.end)


def _bare_year(line: Line, p: int) -> Read | None:
    n = line.number(p)
    return Read(Year(n), p + 1) if n is not None and 1500 <= n < 2100 and len(line.word(p)) == 4 else None


def _the_unit(line: Line, p: int) -> Read | None:
    """The year, the month, the century, the season: the present one."""
    q = p + (line.word(p) in ("the", "that"))
    unit = UNITS.get(line.word(q))
    if q == p or unit != line.word(q) or unit in ("day", "night", "hour", "minute"):
        return None
    return Read(Unit(unit, 0, line.word(p) == "that"), q + 1)


def _year_end(line: Line, p: int) -> Read | None:
    """Year's end, year end, the year-end."""
    q = p + (line.word(p) == "the")
    if line.word(q) not in ("year", "month"):
        return None
    unit, q = line.word(q), q + 1
    while line.word(q) in ("'", "s", "-"):
        q += 1
    return Read(Part("end", Unit(unit, 0)), q + 1) if line.word(q) == "end" else None


def _share(line: Line, p: int) -> Read | None:
    """The first half of 2021, the third quarter, Q3 2020, the last week of May, the first ten days of January."""
    if line.word(p) == "q" and line.number(p + 1) in (1, 2, 3, 4):
        of = _bare_year(line, p + 2 + (line.word(p + 2) == "of"))
        return Read(Nth(line.number(p + 1) or 1, "quarter", of.meaning), of.end) if of else None
    q = p + (line.word(p) in ("the", "its"))
    n = {"last": -1, "final": -1, "closing": -1, "opening": 1, "latter": 2}.get(
        line.word(q), ORDINALS.get(line.word(q))
    )
    count = NUMBERS.get(line.word(q + 1)) or (line.number(q + 1) if n is not None else None)
    unit_at = q + 2 if count else q + 1
    unit = line.word(unit_at)
    if n is None or unit not in _SHARES or line.word(unit_at + 1) not in ("of", "in"):
        return None
    at = unit_at + 2
    of = absolute(line, at) or relative(line, at) or _bare_year(line, at) or _the_unit(line, at)
    if of is None:
        return None
    count = count or (3 if unit in ("days", "weeks", "months") else 1)
    return Read(Nth(n, {"days": "day", "weeks": "week", "months": "month"}.get(unit, unit), of.meaning, count), of.end)


def _pair(line: Line, p: int) -> Read | None:
    """From X to Y, between X and Y, X-Y, X to Y."""
    closers = _RANGE.get(line.word(p))
    start = p + 1 if closers else p
    while closers and line.word(start) in FILLERS and line.word(start) != "the":
        start += 1
    first = simple(line, start) or (_loose_first(line, start) if closers else None)
    if first is None:
        return None
    if isinstance(first.meaning, Range):
        return Read(first.meaning, first.end) if closers else None
    marks = closers or (_RANGE_MARKS if not isinstance(first.meaning, Unit) else frozenset())
    mark = first.end + (closers is not None and line.word(first.end) == ",")
    if line.word(mark) not in marks:
        return None
    at = mark + 1
    while line.word(at) in ("at", "least", "about", "around"):
        at += 1
    last = simple(line, at) or (_bare_year(line, at) if isinstance(first.meaning, Year) else None)
    return _paired(first, last) if last and not isinstance(last.meaning, Range) else None


def _loose_first(line: Line, p: int) -> Read | None:
    """A number that only its partner makes a date: "between 8 and 10 January", "from 2014"."""
    n = line.number(p)
    found = _bare_year(line, p)
    if found or n is None or not 1 <= n <= 31:
        return found
    q = p + 2
    for k in range(q, q + 3):
        month = month_at(line, k)
        if month:
            return Read(Day(month[0], n), p + 1)
    return None


def _paired(first: Read, last: Read) -> Read | None:
    """Two dates as a range; the first takes the year of the last."""
    a, b = first.meaning, last.meaning
    if type(a) is not type(b) and not _mixed(a, b):
        return None
    year, years = years_of(b)
    if years_of(a) == (None, None) and isinstance(a, (Day, Month, Season)):
        a = replace(a, year=year, years=years)
    elif isinstance(a, Part) and isinstance(a.of, (Month, Season)) and years_of(a) == (None, None):
        a = replace(a, of=replace(a.of, year=year, years=years))
    return Read(Range(a, b), last.end)


def _mixed(a: Meaning, b: Meaning) -> bool:
    kinds = (Day, Month, Year, Part, Season, Nth)
    return isinstance(a, kinds) and isinstance(b, kinds)


def _bounded(line: Line, p: int, found: Read, free: int) -> Expression:
    """An expression with the word before it that opens one of its sides."""
    q = p
    while q > free and line.word(q - 1) in FILLERS:
        q -= 1
    bound = BOUNDS.get(line.word(q - 1), "") if q > free else ""
    first = q - 1
    if line.word(q - 1) in ("post", "pre") and not line.glued(q):
        bound = ""
    if not bound and line.word(q - 1) == "-" and line.word(q - 2) in ("post", "pre") and q - 2 >= free:
        bound, first = BOUNDS[line.word(q - 2)], q - 2
    if not bound and line.words[max(q - 2, 0) : q] in (("prior", "to"), ("up", "to"), ("as", "of")):
        bound, first = {"prior": "before", "up": "until", "as": "since"}[line.word(q - 2)], q - 2
    end = found.end
    if line.word(q - 1) in ("from", "starting", "beginning") and line.word(end) in ("on", "onward", "onwards"):
        bound, first, end = "since", q - 1, end + 1
        end += line.word(end) in ("ward", "wards")
    if isinstance(found.meaning, Range) or not bound:
        return Expression(p, p, end, found.meaning)
    return Expression(first, p, end, found.meaning, bound)
