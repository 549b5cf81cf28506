"""Forecasts of a record: what was said stays said."""

from dataclasses import replace
from pathlib import Path

import pytest

from parley.record import Record, RecordError
from parley.terms.log import Forecast

MADE = Forecast("f1", "Will Ardova and Belmark sign?", None, 0.2, "2031-01-01T00:00:00Z", low=0.1, high=0.3, by="A")


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record with one forecast."""
    made = Record.open(tmp_path / "record.db")
    made.keep_forecast(MADE)
    return made


def test_a_forecast_is_found_again(record: Record) -> None:
    """What was kept is what is read, by another opening too; keeping it twice adds nothing."""
    record.keep_forecast(MADE)
    assert record.forecasts() == (MADE,)
    assert Record.open(record.path).forecasts() == (MADE,)


def test_an_outcome_is_added_and_can_be_put_right(record: Record) -> None:
    """The latest outcome counts, and the order stays that of making."""
    record.keep_forecast(replace(MADE, id="f2"))
    for came_true in (True, False):
        record.keep_forecast(replace(MADE, outcome=came_true, settled="2031-02-01T00:00:00Z", settled_by="B"))
    assert [(f.id, f.outcome) for f in record.forecasts()] == [("f1", False), ("f2", None)]


@pytest.mark.parametrize("change", [{"probability": 0.9}, {"question": "Another?"}, {"made": "2030"}, {"by": "Z"}])
def test_what_was_said_is_never_changed(record: Record, change: dict[str, object]) -> None:
    """Nobody is wise after the event: only an outcome can be added."""
    with pytest.raises(RecordError, match="as it was made"):
        record.keep_forecast(replace(MADE, **change))  # type: ignore[arg-type]
    assert record.forecasts() == (MADE,)
