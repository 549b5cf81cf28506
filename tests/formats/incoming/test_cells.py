"""Cells as values, and what is said where they are none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.formats.incoming.cells import around, coordinates, day, day_of, id_by, month_of, needed, whole
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
