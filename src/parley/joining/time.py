"""Intervals of days, and whether two tellings can be of one time."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from parley.terms.values import Date

FIRST, LAST = dt.date.min.toordinal(), dt.date.max.toordinal()
SPECIFIC = 31
"""Days that an interval may span and still speak for one occasion; a wider one is too vague to join by."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included, as ordinals; an open end stands at the calendar's edge."""

    start: int
    end: int

    @property
    def specific(self) -> bool:
        """Whether it is narrow enough to speak for one occasion."""
        return self.end - self.start < SPECIFIC

    def near(self, other: Interval, slack: int = 0) -> bool:
        """Whether the two share a day, or come within `slack` days of it."""
        return self.start <= other.end + slack and other.start <= self.end + slack


@lru_cache(maxsize=4_000)
def ordinal(day: str | None, last: bool = False) -> int | None:
    """An ISO day, month or year as the ordinal of its first (or last) day; None where it is none of these.

    >>> ordinal("2022-02", last=True) == ordinal("2022-02-28")
    True
    """
    if not day:
        return None
    parts = day[:10].split("-")
    try:
        year = int(parts[0])
        month = int(parts[1]) if len(parts) > 1 else (12 if last else 1)
        final = calendar.monthrange(year, month)[1] if last else 1
        return dt.date(year, month, int(parts[2]) if len(parts) > 2 else final).toordinal()
    except (ValueError, calendar.IllegalMonthError):
        return None


def interval_of(date: Date | None) -> Interval | None:
    """The days of a date; None where nothing of it is known."""
    if date is None:
        return None
    return _interval(date.start, date.end)


@lru_cache(maxsize=4_000)
def _interval(first: str | None, last: str | None) -> Interval | None:
    start, end = ordinal(first), ordinal(last, last=True)
    if start is None and end is None:
        return None
    low, high = FIRST if start is None else start, LAST if end is None else end
    return Interval(min(low, high), max(low, high))
