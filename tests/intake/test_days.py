"""Days of publication."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.intake.days import iso_day, publication_day

DAYS = st.dates(min_value=date(1000, 1, 1))
FORMS = (
    "%Y-%m-%d",
    "%Y-%m-%dT10:20:30Z",
    "%Y/%m/%d",
    "%d %B %Y",
    "%B %d, %Y",
    "%a, %d %b %Y",
    "%A %d %B %Y",
    "%b. %d, %Y",
)


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_is_read_back_however_it_is_written(day: date, form: str) -> None:
    """Every form that names one day gives that day."""
    assert publication_day(day.strftime(form)) == day.isoformat()


@pytest.mark.parametrize(
    "written", ["", "1/2/2022", "yesterday", "2022", "May 2022", "31 February 2022", "12 Smarch 2022"]
)
def test_what_names_no_one_day_is_no_day(written: str) -> None:
    """Nothing is guessed: neither the order of day and month nor a missing part."""
    assert publication_day(written) is None


@pytest.mark.parametrize("written", ["31 January 2022", "2022-13-01", "2022-1-1", "20220131", "٢٠٢٢-٠١-٣١"])
def test_rows_must_write_iso_dates(written: str) -> None:
    """A row's date is ISO or it is wrong."""
    assert iso_day(written) is None


@given(st.text())
def test_any_words_can_be_asked_about(written: str) -> None:
    """Reading a day never fails, and gives an ISO date or nothing."""
    day = publication_day(written)
    assert day is None or date.fromisoformat(day).isoformat() == day
