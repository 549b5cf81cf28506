"""What may be one is proposed, never joined by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, READER, at, attack, meeting, on, proposal, report, talk

from parley.desk.doubts import table
from parley.record import Record
from parley.terms.bodies import Body, Event
from parley.terms.enums import Action, Root
from parley.terms.layers import Reading
from parley.terms.statement import Proposal

DAY = on("2031-03-04")


def strike(mode: str) -> Event:
    return Event(Root.ASSAULT, mode, None, ("reed-front",), ("belmark",))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with Record.open(tmp_path / "record.db") as made:
        yield made


def kept(record: Record, *told: Proposal) -> None:
    for r in dict.fromkeys(p.report for p in told):
        record.add([Reading(report(r), ACTORS, (), tuple(p for p in told if p.report == r))], READER)


@pytest.mark.parametrize(
    ("a", "b", "why"),
    [
        (strike("aerial"), strike("heavy-weapons"), "the means"),
        (attack(what="the port"), attack(what="a convoy"), "what it is about"),
        (attack(), attack(("ardova",)), None),
        (attack(), meeting("reed-front", "belmark"), None),
    ],
)
def test_only_a_detail_apart_is_a_doubt(record: Record, a: Body, b: Body, why: str | None) -> None:
    """Of one act, day and sides; other sides or another act are plainly two."""
    kept(record, proposal(a, "r1", date=DAY), proposal(b, "r2", 24, date=DAY))
    found = record.doubts()
    assert [why in m.why for m in found] == ([True] if why else [])  # type: ignore[operator]


def test_talks_at_two_places_are_a_doubt(record: Record) -> None:
    """One of the two outlets may have the place wrong."""
    one, other = (talk("ardova", "belmark", place=at(p)) for p in ("Kell", "Sorn"))
    kept(record, proposal(one, "r1", date=DAY), proposal(other, "r2", 24, date=DAY))
    (m,) = record.doubts()
    assert "the place" in m.why


def test_one_report_or_another_day_is_no_doubt(record: Record) -> None:
    """A report that tells of two means two."""
    kept(record, proposal(strike("aerial"), "r1", date=DAY), proposal(strike("heavy-weapons"), "r1", 24, date=DAY))
    kept(record, proposal(strike("heavy-weapons"), "r2", date=on("2031-03-09")))
    assert record.doubts() == ()


def test_a_doubt_is_followed_or_laid_to_rest(record: Record) -> None:
    """Merged, it is gone; rejected, it is told no more."""
    a, b = proposal(strike("aerial"), "r1", date=DAY), proposal(strike("heavy-weapons"), "r2", date=DAY)
    kept(record, a, b)
    (m,) = record.doubts()
    seq = record.decide(Action.REJECT, m.id, "ana").seq
    assert [x.state for x in record.doubts()] == ["rejected"]
    assert table(record).rows == ()
    record.decide(Action.UNDO, m.id, "ana", undoes=seq)
    assert len(table(record).rows) == 1
    record.decide(Action.MERGE, a.id, "ana", new=[b.id])
    assert record.doubts() == ()
