"""What tables share: days and how close they are, places, voices and sources."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.formats.test_jsonl import sample
from tests.joining.builder import on, voice

from parley.formats import columns
from parley.terms.enums import PlaceRole, Precision, Stance
from parley.terms.slice import Slice
from parley.terms.values import REPORT, Place


@pytest.mark.parametrize(
    ("start", "end", "close"),
    [
        ("2031-03-04", "2031-03-04", "day"),
        ("2031-02-01", "2031-02-28", "month"),
        ("2032-02-01", "2032-02-28", "interval"),
        ("2031-01-01", "2031-12-31", "year"),
        ("2031-01-01", "2032-12-31", "interval"),
        ("2031-03-04", None, "open"),
        (None, None, None),
    ],
)
def test_how_close_a_day_is(start: str | None, end: str | None, close: str | None) -> None:
    """Whole months and years are told from other stretches."""
    assert columns.precision(columns.day(start), columns.day(end)) == close


@pytest.mark.parametrize("text", [None, "", "2031", "2031-03", "2031-02-30", "20310304", "2031-W01-1", "tomorrow  "])
def test_what_is_no_day_is_none(text: str | None) -> None:
    """Nothing is made up where no whole day is told."""
    assert columns.day(text) is None


def test_a_date_keeps_its_words() -> None:
    """The cells of a day: itself twice, the report's words, where it comes from, how close it is."""
    day = dt.date(2031, 3, 4)
    cells = columns.when(on("2031-03-04"))
    assert (cells[0], cells[1], cells[4]) == (day, day, "day")
    assert columns.when(None) == (None,) * len(columns.WHEN)


def test_where_it_was_comes_before_where_it_went() -> None:
    """The place that is told as the place of it fills the columns, the others are named beside it."""
    to, at = Place("Port", PlaceRole.TO), Place("Hill", PlaceRole.AT, ("ARD",), precision=Precision.TOWN)
    cells = dict(zip((c.name for c in columns.WHERE), columns.where((to, at)), strict=True))
    assert (cells["place"], cells["place_countries"], cells["other_places"]) == ("Hill", "ARD", "Port (to)")
    assert columns.where(()) == (None,) * len(columns.WHERE)


def test_voices_are_told_once_each_and_denials_apart() -> None:
    """Who says so by name, through whom, and who denies it."""
    part = sample()
    heard = [voice(REPORT), voice(REPORT, report="r2"), voice("orlan", Stance.DENIES), voice(None, Stance.ALLEGES)]
    told, denied = columns.said(heard, part)
    assert told == "a report asserts; Orlan Vey denies; unnamed alleges"
    assert denied == "Orlan Vey"


def test_sources_name_each_report_once() -> None:
    """The first quote with its offsets; a report that the slice does not hold is named by its id alone."""
    part = sample()
    (attack,) = part.statements
    cells = dict(zip((c.name for c in columns.SOURCES), columns.sources(attack.mentions, part), strict=True))
    assert (cells["reports"], cells["told"], cells["quote_report"]) == ("r1; r2", 2, "r1")
    assert part.report("r1").text[cells["quote_start"] : cells["quote_end"]] == cells["quote"]  # type: ignore[index]
    assert columns.sources(attack.mentions, Slice())[0] == "r1; r2"
    assert columns.sources((), part)[4:] == (None,) * 4
