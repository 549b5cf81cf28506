"""Cells as values, and what is said where they are none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.formats.incoming.cells import around, coordinates, day, day_of, days, id_by, month_of, needed, whole
from parley.formats.incoming.row import RowError

FORMS = ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%B %d, %Y", "%Y-%m-%d 00:00:00.000", "%Y%m%d001500")


@given(st.dates(dt.date(1900, 1, 1)), st.sampled_from(FORMS))
def test_days_in_every_form(on: dt.date, form: str) -> None:
    """A day is the same however it is written."""
    assert day_of(on.strftime(form)) == on.isoformat()


@given(st.dates(dt.date(1900, 1, 1)), st.booleans(), st.sampled_from("/.-"))
def test_slashed_days_need_an_order(on: dt.date, month_first: bool, between: str) -> None:
    """3/4/2022 is a day only where it is said how it is meant; what can be one way only is that, or nothing else."""
    first, second = (on.month, on.day) if month_first else (on.day, on.month)
    text = f"{first}{between}{second}{between}{on.year}"
    assert day_of(text, month_first) == on.isoformat()
    assert day_of(text) in ({on.isoformat()} if max(first, second) > 12 or first == second else {None})


@given(st.text(max_size=12))
def test_no_text_breaks_a_cell(text: str) -> None:
    """Whatever stands in a cell is a value or a RowError that names its column."""
    faults: list[RowError] = []
    for read in (lambda c: day(c, "x"), lambda c: whole(c, "x"), lambda c: coordinates(c, "x", "x")):
        try:
            read({"x": text})
        except RowError as e:
            faults.append(e)
    assert all(e.column == "x" and e.remedy for e in faults)


@pytest.mark.parametrize("text", ["", " ", "None", "NA", "nan", "-"])
def test_words_for_nothing(text: str) -> None:
    """What stands for nothing is nothing, and missed where something is needed."""
    assert whole({"x": text}, "x") is None
    with pytest.raises(RowError, match="empty"):
        needed({"x": text}, "x")


@pytest.mark.parametrize("text", ["91", "-90.5", "north", "inf", "1e400"])
def test_degrees_are_on_earth(text: str) -> None:
    """No place lies beyond the pole."""
    with pytest.raises(RowError, match="degrees"):
        coordinates({"lat": text, "lon": "0"}, "lat", "lon")


@given(st.dates(), st.integers(0, 40))
def test_vague_days_hold_the_day(on: dt.date, days: int) -> None:
    """An interval around a day, and its month, hold it, at the calendar's edges too."""
    for date in (around(on.isoformat(), days, ""), month_of(on.isoformat(), "")):
        assert (date.start or "") <= on.isoformat() <= (date.end or "")


def test_id_of_a_row_is_its_cells() -> None:
    """The same row has the same id, with empty cells or without."""
    assert id_by({"a": "1", "b": ""}) == id_by({"a": "1"}) != id_by({"b": "1"})


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("April 2022", "2022-04-01", "2022-04-30"),
        ("Feb. 2024", "2024-02-01", "2024-02-29"),
        ("2022-04", "2022-04-01", "2022-04-30"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("16 May 2022", "2022-05-16", "2022-05-16"),
    ],
)
def test_a_month_or_a_year_is_any_day_of_it(text: str, start: str, end: str) -> None:
    """A date is as vague as it is written."""
    when = days({"On": text}, "On")
    assert (when.start, when.end, when.text) == (start, end, text)


@pytest.mark.parametrize("text", ["Smarch 2022", "2022-13", "0000", "early 2022", "3/4/2022"])
def test_what_is_no_date_is_named(text: str) -> None:
    """With its column, and how to write it."""
    with pytest.raises(RowError) as e:
        days({"On": text}, "On")
    assert (e.value.column, "2022-01-31" in e.value.remedy) == ("On", True)
