"""Counts over time, pages and search: answered from rows alone, and the same as from statements."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, READER, attack, meeting, on, proposal, report, talk

from parley.record import Page, Record, Tally
from parley.terms.enums import Action, Form, Outcome
from parley.terms.layers import Reading
from parley.terms.slice import Filter

TOLD = (
    proposal(attack(), "r1", date=on("2031-03-04")),
    proposal(meeting("ardova", "belmark"), "r1", 24, date=on("2031-04-01", "2031-04-30")),
    proposal(talk("ardova", "belmark", outcome=Outcome.AGREEMENT), "r1", 48, date=on("2032-01-02")),
    proposal(attack(("ardova",)), "r1", 72),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Two dated events, one undated, and a talk."""
    with Record.open(tmp_path / "record.db") as made:
        made.add([Reading(report("r1"), ACTORS, (), TOLD)], READER)
        yield made


def test_events_and_talks_are_counted_by_period(record: Record) -> None:
    """By the day, month or year in which they began; the undated are in none."""
    assert record.timeline() == (Tally("2031", 0, 2, 2), Tally("2032", 1, 0, 0))
    assert [t.period for t in record.timeline(by="month")] == ["2031-03", "2031-04", "2032-01"]
    assert [t.period for t in record.timeline(by="day")] == ["2031-03-04", "2031-04-01", "2032-01-02"]


def test_filters_and_rejections_count(record: Record) -> None:
    """What is left out of a filter, or rejected, is not counted."""
    assert record.timeline(Filter(actors=frozenset({"reed-front"}))) == (Tally("2031", 0, 1, 1),)
    record.decide(Action.REJECT, TOLD[0].id, "ana")
    assert record.timeline() == (Tally("2031", 0, 1, 1), Tally("2032", 1, 0, 0))


def test_pages_go_by_day_the_undated_last(record: Record) -> None:
    """One after the other they make the whole, without what was rejected."""
    pages = [record.slice(Filter(forms=frozenset({Form.EVENT})), Page(1, after=n)).statements for n in range(4)]
    assert [s.id for page in pages for s in page] == [TOLD[0].id, TOLD[1].id, TOLD[3].id]
    record.decide(Action.REJECT, TOLD[1].id, "ana")
    assert [s.id for s in record.slice(Filter(), Page(9)).statements] == [TOLD[0].id, TOLD[3].id]
    assert record.slice(Filter(), Page(9, disputed=True)).statements == ()


def test_reports_are_found_by_words(record: Record) -> None:
    """Of their text or title."""
    assert record.reports_saying("shells fell") == ("r1",)
    assert record.reports_saying("nowhere") == ()
    assert record.reports_saying("…") == ()
