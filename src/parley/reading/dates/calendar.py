"""Arithmetic on intervals of days, both ends with."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from parley.reading.dates.words import SEASONS


@dataclass(frozen=True, slots=True)
class Interval:
    """Days `start` up to and with `end`."""

    start: date
    end: date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.end - self.start).days + 1


def day_or_none(year: int, month: int, day: int) -> date | None:
    """A day, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date:
    """A day moved by days, held within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def single(day: date) -> Interval:
    """One day."""
    return Interval(day, day)


def month_of(year: int, month: int) -> Interval:
    """A month; `month` may run past 12 or below 1 and is carried into the year."""
    months = year * 12 + month - 1
    year, month = max(min(months // 12, 9999), 1), months % 12 + 1
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def year_of(year: int) -> Interval:
    """A year."""
    return years_between(year, year)


def years_between(first: int, last: int) -> Interval:
    """Whole years."""
    return Interval(date(min(max(first, 1), 9999), 1, 1), date(min(max(last, 1), 9999), 12, 31))


def season_of(year: int, name: str) -> Interval:
    """A season of the year in which it begins."""
    first, last = SEASONS[name]
    return Interval(month_of(year, first).start, month_of(year + (last < first), last).end)


def week_of(day: date) -> Interval:
    """The week of a day, from Monday to Sunday."""
    monday = shifted(day, -day.weekday())
    return Interval(monday, shifted(monday, 6))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's rule of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return date(year, month, day + 1)


def unit_of(day: date, unit: str, shift: int) -> Interval:
    """The unit that holds a day, moved by `shift` such units."""
    match unit:
        case "week" | "fortnight":
            return week_of(shifted(day, 7 * shift * (1 + (unit == "fortnight"))))
        case "weekend":
            saturday = shifted(week_of(day).start, 5 + 7 * shift)
            return Interval(saturday, shifted(saturday, 1))
        case "month":
            return month_of(day.year, day.month + shift)
        case "quarter":
            first = (day.month - 1) // 3 * 3 + 1 + 3 * shift
            return Interval(month_of(day.year, first).start, month_of(day.year, first + 2).end)
        case "year":
            return year_of(day.year + shift)
        case "decade":
            first = day.year // 10 * 10 + 10 * shift
            return years_between(first, first + 9)
        case "century":
            first = (day.year - 1) // 100 * 100 + 1 + 100 * shift
            return years_between(first, first + 99)
    return single(shifted(day, shift))


def moved(day: date, count: float, unit: str) -> date:
    """A day moved by so many units, forward or back; months keep the day where they can."""
    match unit:
        case "month" | "quarter":
            return _by_months(day, round(count * (3 if unit == "quarter" else 1)), count)
        case "year" | "decade" | "century":
            months = count * {"year": 12, "decade": 120, "century": 1200}[unit]
            return _by_months(day, round(months), months)
    days = {"week": 7.0, "fortnight": 14.0, "hour": 1 / 24, "minute": 1 / 1440, "weekend": 7.0}.get(unit, 1.0)
    return shifted(day, round(count * days))


def _by_months(day: date, months: int, exact: float) -> date:
    there = month_of(day.year, day.month + months)
    kept = there.start + timedelta(days=min(day.day, there.length) - 1)
    return shifted(kept, round((exact - months) * 30)) if abs(exact - months) >= 0.25 else kept


def part_of(whole: Interval, part: str) -> Interval:
    """The early, middle, late, first or last part of an interval, by conventions that fit its length."""
    if whole.length == 1:
        return whole
    if whole.length <= 7:
        cut = {"early": (0, 1), "start": (0, 1), "mid": (1, 3), "late": (3, 6), "end": (4, 6)}[part]
        return Interval(shifted(whole.start, cut[0]), min(shifted(whole.start, cut[1]), whole.end))
    if whole.length <= 31:
        cut = {"early": (0, 9), "start": (0, 9), "mid": (10, 19), "late": (20, 40), "end": (20, 40)}[part]
        return Interval(shifted(whole.start, cut[0]), min(shifted(whole.start, cut[1]), whole.end))
    if whole.length <= 366:
        return _months_of(whole, part)
    return _years_of(whole, part)


def _months_of(whole: Interval, part: str) -> Interval:
    months = round(whole.length / 30.4)
    third = max(months // 3, 1)
    last = months - 1
    low, high = {
        "early": (0, third - 1), "mid": (third, last - third), "late": (last - third + 1, last),
        "start": (0, 0), "end": (last, last),
    }[part]  # fmt: skip
    first = whole.start
    return Interval(month_of(first.year, first.month + low).start, month_of(first.year, first.month + high).end)


def _years_of(whole: Interval, part: str) -> Interval:
    years = whole.end.year - whole.start.year + 1
    tenth = max(years // 10, 1)
    low, high = {
        "early": (0, 4 * tenth - 1), "mid": (4 * tenth, 7 * tenth - 1), "late": (7 * tenth, years - 1),
        "start": (0, tenth - 1), "end": (years - tenth, years - 1),
    }[part]  # fmt: skip
    return years_between(whole.start.year + low, whole.start.year + high)


def nth_of(whole: Interval, n: int, unit: str, count: int) -> Interval | None:
    """The `n`th unit of an interval (-1 the last), or `count` of them from there; None where it has no such part."""
    if unit in ("half", "quarter", "third"):
        return _share(whole, n, {"half": 2, "third": 3, "quarter": 4}[unit])
    if unit == "decade":
        first = whole.start.year // 10 * 10 + 10 * (n - 1 if n > 0 else 10 + n)
        return years_between(first, first + 9)
    if unit in ("month", "months"):
        first = whole.start.month + (n - 1 if n > 0 else 12 - count)
        return Interval(month_of(whole.start.year, first).start, month_of(whole.start.year, first + count - 1).end)
    size = {"day": 1, "week": 7}.get(unit)
    if size is None:
        return None
    if n < 0:
        return Interval(shifted(whole.end, 1 - size * count), whole.end)
    start = shifted(whole.start, size * (n - 1))
    return Interval(start, min(shifted(start, size * count - 1), whole.end)) if start <= whole.end else None


def _share(whole: Interval, n: int, parts: int) -> Interval | None:
    n = n if n > 0 else parts + 1 + n
    if not 1 <= n <= parts:
        return None
    if whole.length <= 31:
        size = whole.length / parts
        end = whole.end if n == parts else shifted(whole.start, round(size * n) - 1)
        return Interval(shifted(whole.start, round(size * (n - 1))), end)
    months = round(whole.length / 30.437)
    size = months // parts
    first = whole.start.month + size * (n - 1)
    return Interval(month_of(whole.start.year, first).start, month_of(whole.start.year, first + size - 1).end)
