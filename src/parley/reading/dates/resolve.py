"""From what an expression says to the interval of days that it means, given when it was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.reading.dates import calendar as cal
from parley.reading.dates.calendar import Interval
from parley.reading.dates.meaning import (
    Again,
    Ago,
    Century,
    Day,
    Days,
    Decade,
    Easter,
    Meaning,
    Month,
    Nth,
    Part,
    Range,
    Season,
    Stretch,
    Unit,
    Weekday,
    Weekend,
    Year,
)
from parley.reading.dates.tense import Tense
from parley.terms.enums import DateBasis

NEAR = 45
"""A day without a year may lie so many days before the report's last full date; beyond, it is after it."""
OLD = 300
"""A date told in full that lies so many days before publication draws the days told right after it along."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known where an expression stands.

    `published`: the day of publication; `told` the interval told just before; `full` the last day told with its
    year, before this place or else anywhere in the report; `near` the same, only if told in the sentences just before.
    """

    published: date | None
    tense: Tense
    told: Interval | None = None
    full: date | None = None
    near: date | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression means: None where it cannot be told."""

    interval: Interval | None
    basis: DateBasis


def resolve(m: Meaning, known: Known) -> Value:
    """The interval that a meaning stands for, and on what it rests."""
    match m:
        case Year():
            return Value(cal.year_of(m.year), DateBasis.STATED)
        case Decade():
            return Value(cal.years_between(m.start, m.start + 9), DateBasis.STATED)
        case Century():
            return Value(cal.years_between(m.n * 100 - 99, m.n * 100), DateBasis.STATED)
        case Day() | Month() | Season() | Easter():
            return _of_calendar(m, known)
        case Range():
            return _range(m, known)
        case Part():
            return _part(m, known)
        case Nth():
            whole = resolve(m.of, known)
            part = cal.nth_of(whole.interval, m.n, m.unit, m.count) if whole.interval else None
            return Value(part, whole.basis)
        case Again():
            return Value(None, DateBasis.STATED)
    return _counted(m, known)


def _in_year(m: Day | Month | Season | Easter, year: int) -> Interval | None:
    match m:
        case Day():
            day = cal.day_or_none(year, m.month, m.day)
            return cal.single(day) if day else None
        case Month():
            return cal.month_of(year, m.month)
        case Easter():
            return cal.single(cal.shifted(cal.easter(year), m.days))
    return cal.season_of(year, m.name)


def _of_calendar(m: Day | Month | Season | Easter, known: Known) -> Value:
    if m.year is not None:
        return Value(_in_year(m, m.year), DateBasis.STATED)
    years = None if isinstance(m, Easter) else m.years
    if years is not None:
        year = known.published.year + years if known.published else None
        return Value(_in_year(m, year) if year else None, DateBasis.RELATIVE)
    which = m.which if isinstance(m, (Month, Season)) else None
    if known.published is None:
        return _inferred(m, known)
    if which is None and known.tense is not Tense.FUTURE and known.near and (known.published - known.near).days > OLD:
        drawn = _after(m, known.near)
        if drawn and -NEAR <= (drawn.start - known.near).days <= 120:
            return Value(drawn, DateBasis.INFERRED)
    return Value(_nearest(m, known.published, known.tense, which), DateBasis.RELATIVE)


def _inferred(m: Day | Month | Season | Easter, known: Known) -> Value:
    if known.full is None:
        return Value(None, DateBasis.STATED)
    return Value(_after(m, known.full), DateBasis.INFERRED)


def _after(m: Day | Month | Season | Easter, day: date) -> Interval | None:
    """The first that ends after a day, or just before it."""
    for year in range(max(day.year - 1, 1), min(day.year + 9, 9999)):
        found = _in_year(m, year)
        if found and (day - found.end).days <= NEAR:
            return found
    return None


def _nearest(m: Day | Month | Season | Easter, published: date, tense: Tense, which: int | None) -> Interval | None:
    years = range(max(published.year - 8, 1), min(published.year + 9, 9999))
    options = [i for y in years if (i := _in_year(m, y))]
    if isinstance(m, Day) and m.weekday is not None:
        options = [i for i in options if i.start.weekday() == m.weekday] or options
    if which == 0:
        same = [i for i in options if i.start.year == published.year]
        return same[0] if same else None
    past = [i for i in options if (i.end < published if which == -1 else i.start <= published)]
    ahead = [i for i in options if (i.start > published if which == 1 else i.end >= published)]
    if which is not None:
        return _first_or_none(past[::-1] if which < 0 else ahead)
    if tense is Tense.PRESENT:
        return min(options, key=lambda i: abs((i.start - published).days), default=None)
    return _first_or_none(past[::-1] if tense is Tense.PAST else ahead)


def _first_or_none(options: list[Interval]) -> Interval | None:
    return options[0] if options else None


def _range(m: Range, known: Known) -> Value:
    last = resolve(m.last, known)
    if last.interval is None:
        return last
    first = _start_of(m.first, last.interval, known)
    if first is None or first.start > last.interval.end:
        return Value(None, last.basis)
    return Value(Interval(first.start, last.interval.end), last.basis)


def _start_of(m: Meaning, last: Interval, known: Known) -> Interval | None:
    """The first date of a range: the latest such before the last, where its year is not told."""
    if isinstance(m, Weekday):
        return cal.single(_weekday_before(m.day, last.start))
    if isinstance(m, (Day, Month, Season)) and m.year is None and m.years is None:
        options = [i for y in (last.start.year - 1, last.start.year) if (i := _in_year(m, y)) and i.start <= last.end]
        return options[-1] if options else None
    return resolve(m, known).interval


def _part(m: Part, known: Known) -> Value:
    whole = resolve(m.of, known)
    if isinstance(m.of, Unit):
        whole = Value(_whole_unit(m.of, known), whole.basis)
    if whole.interval is None:
        return whole
    if m.part == "before":
        end = min(whole.interval.end, known.published or whole.interval.end)
        return Value(Interval(whole.interval.start, max(end, whole.interval.start)), whole.basis)
    if m.part == "rest":
        start = max(whole.interval.start, known.published or whole.interval.start)
        return Value(Interval(min(start, whole.interval.end), whole.interval.end), whole.basis)
    return Value(cal.part_of(whole.interval, m.part), whole.basis)


def _weekday_before(day: int, on: date) -> date:
    """The latest such weekday on or before a day."""
    return cal.shifted(on, -((on.weekday() - day) % 7))


def _weekday_after(day: int, on: date) -> date:
    return cal.shifted(on, (day - on.weekday()) % 7)


def _counted(m: Meaning, known: Known) -> Value:
    """What counts from the day of publication, or from the date told before."""
    from_text = isinstance(m, (Unit, Ago)) and m.from_text
    if from_text:
        base = known.told.end if known.told else known.published
        basis = DateBasis.INFERRED if known.told else DateBasis.RELATIVE
        return Value(_counted_from(m, base, known) if base and known.told else None, basis)
    if known.published is None:
        return Value(_long_ago(m, known), DateBasis.INFERRED) if _is_long(m) else Value(None, DateBasis.RELATIVE)
    return Value(_counted_from(m, known.published, known), DateBasis.RELATIVE)


def _is_long(m: Meaning) -> bool:
    """Whether a count is so long that the report's latest full date can stand for its publication."""
    return isinstance(m, Ago) and m.unit in ("decade", "century")


def _long_ago(m: Meaning, known: Known) -> Interval | None:
    return _counted_from(m, known.full, known) if known.full else None


def _counted_from(m: Meaning, base: date, known: Known) -> Interval | None:
    match m:
        case Weekday():
            return cal.single(_weekday(m, base, known.tense))
        case Weekend():
            return _weekend(m, base, known.tense)
        case Days():
            return Interval(cal.shifted(base, m.low), cal.shifted(base, m.high))
        case Stretch():
            return _stretch(m, base)
        case Ago():
            return _ago(m, base)
        case Unit():
            whole = cal.unit_of(base, m.unit, m.shift)
            return whole if m.from_text or m.shift else _so_far(whole, base, known.tense)
    return None


def _whole_unit(m: Unit, known: Known) -> Interval | None:
    base = (known.told.end if known.told else None) if m.from_text else known.published
    return cal.unit_of(base, m.unit, m.shift) if base else None


def _so_far(whole: Interval, published: date, tense: Tense) -> Interval:
    """Of the present week or month, what has passed if told in the past, what is left if told ahead."""
    if tense is Tense.PAST:
        return Interval(whole.start, published)
    return Interval(published, whole.end) if tense is Tense.FUTURE else whole


def _weekday(m: Weekday, base: date, tense: Tense) -> date:
    if m.weeks is not None:
        return cal.shifted(cal.week_of(base).start, 7 * m.weeks + m.day)
    if m.which == -1:
        return _weekday_before(m.day, cal.shifted(base, -1))
    if m.which == 1:
        return _weekday_after(m.day, cal.shifted(base, 1))
    return _weekday_before(m.day, base) if tense is Tense.PAST else _weekday_after(m.day, base)


def _weekend(m: Weekend, base: date, tense: Tense) -> Interval:
    this = cal.unit_of(base, "weekend", 0)
    which = m.which if m.which is not None else (-1 if tense is Tense.PAST else 0)
    if which == -1 and m.which is None and base >= this.start:
        which = 0
    if which == 0 and m.which == 0 and tense is Tense.PAST and base < this.start:
        which = -1
    return cal.unit_of(base, "weekend", which)


def _stretch(m: Stretch, base: date) -> Interval:
    far = cal.moved(base, m.sign * m.count, m.unit)
    return Interval(far, base) if m.sign < 0 else Interval(base, far)


def _ago(m: Ago, base: date) -> Interval:
    """As wide as the unit is loose: a day, a week, a month, a year, five years for decades."""
    near, far = sorted((cal.moved(base, m.sign * m.low, m.unit), cal.moved(base, m.sign * m.high, m.unit)))
    match m.unit:
        case "week" | "fortnight":
            wide = Interval(cal.week_of(near).start, cal.week_of(far).end)
        case "month" | "quarter":
            wide = Interval(cal.unit_of(near, "month", 0).start, cal.unit_of(far, "month", 0).end)
        case "year":
            wide = _years_ago(near, far, m)
        case "decade":
            wide = cal.years_between(near.year - 2, far.year + 2)
        case "century":
            wide = cal.years_between(near.year - 10, far.year + 10)
        case _:
            wide = Interval(near, far)
    return _beyond(wide, base, m.sign)


def _beyond(wide: Interval, base: date, sign: int) -> Interval:
    """An interval held on its side of the day that it counts from."""
    if sign < 0:
        return Interval(min(wide.start, base), min(wide.end, base))
    return Interval(max(wide.start, base), max(wide.end, base))


def _years_ago(near: date, far: date, m: Ago) -> Interval:
    if m.low % 1 == 0:
        return cal.years_between(near.year, far.year)
    return Interval(cal.unit_of(near, "quarter", 0).start, cal.unit_of(far, "quarter", 0).end)
