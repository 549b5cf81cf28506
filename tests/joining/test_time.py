"""Intervals of days."""

from __future__ import annotations

import pytest

from parley.joining.time import Interval, interval_of, ordinal
from parley.terms.enums import DateBasis
from parley.terms.values import Date


@pytest.mark.parametrize("day", [None, "", "soon", "2031-13", "2031-02-30", "0000-01-01"])
def test_what_is_no_day_is_unknown(day: str | None) -> None:
    """A day that the calendar does not have is not guessed at."""
    assert ordinal(day) is None


def test_years_and_months_are_intervals() -> None:
    """A bare year runs from its first to its last day."""
    year = interval_of(Date("2031", "2031", "in 2031", DateBasis.STATED))
    assert year == Interval(ordinal("2031-01-01") or 0, ordinal("2031-12-31") or 0)
    assert not year.specific


def test_an_open_end_meets_all_that_follows() -> None:
    """Since a day, and still: it meets a later day and not an earlier one."""
    since = interval_of(Date("2031-03-01", None, "since March", DateBasis.STATED))
    later, earlier = (interval_of(Date(d, d, d, DateBasis.STATED)) for d in ("2035-01-01", "2030-01-01"))
    assert since is not None
    assert later is not None
    assert earlier is not None
    assert since.near(later)
    assert not since.near(earlier)
    assert interval_of(Date(None, None, "once", DateBasis.STATED)) is None
