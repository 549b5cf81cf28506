"""Dates in words."""

from __future__ import annotations

import pytest

from parley.brief.days import date_words, day_of, interval_words
from parley.terms.enums import DateBasis
from parley.terms.values import Date

CASES = [
    ("2031-01-08", "2031-01-08", "8 January 2031"),
    ("2031-01-01", "2031-01-31", "January 2031"),
    ("2031-01-01", "2031-12-31", "2031"),
    ("2030-01-01", "2031-12-31", "2030 to 2031"),
    ("2031-01-03", "2031-01-10", "3 to 10 January 2031"),
    ("2031-01-30", "2031-02-02", "30 January to 2 February 2031"),
    ("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031"),
    ("2029-03-01", None, "since 1 March 2029"),
    (None, "2029-03-01", "until 1 March 2029"),
    (None, None, ""),
]


@pytest.mark.parametrize(("start", "end", "words"), CASES)
def test_interval_in_words(start: str | None, end: str | None, words: str) -> None:
    """Days, months, years and open intervals read as people write them."""
    assert interval_words(start, end) == words


def test_how_a_date_was_worked_out_is_said() -> None:
    """An inferred interval gives the report's words and its basis."""
    date = Date("2031-09-01", "2031-09-10", "early September", DateBasis.INFERRED)
    assert date_words(date) == "1 to 10 September 2031 (“early September”, inferred)"


def test_words_stand_where_no_day_is_known() -> None:
    """A date without a day shows what the report says."""
    assert date_words(Date(None, None, "long ago", DateBasis.STATED)) == "“long ago”"
    assert date_words(None) == ""


def test_what_is_no_day_is_none() -> None:
    """A string that is not an ISO day is not taken for one."""
    assert day_of("soon") is None
