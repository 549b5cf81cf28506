"""What is kept, once, and what is refused: readings by reader and version, quotes, decisions."""

from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, ENVOY, READER, attack, meeting, on, proposal, report

from parley.record import Record, RecordError
from parley.terms.enums import Action, ReportState, Stance
from parley.terms.layers import Reading
from parley.terms.log import Decision
from parley.terms.slice import Filter, ReaderInfo, Slice
from parley.terms.statement import Proposal
from parley.terms.values import Voice

DAY = on("2031-03-04")
ATTACK, MEETING = proposal(attack(), date=DAY), proposal(meeting("ardova", "belmark"), start=24)
NEWER = ReaderInfo("test", "2", "c0de")


def reading(*proposals: Proposal) -> Reading:
    return Reading(report("r1"), ACTORS, (ENVOY,), proposals)


def decision(target: str, seq: int = 1) -> Decision:
    return Decision(seq, target, Action.REJECT, None, None, None, "ana", "2031-03-09T10:00:00Z", why="a misreading")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record of one report, read by one reader, with a decision on its attack."""
    with Record.open(tmp_path / "record.db") as made:
        made.add([reading(ATTACK, MEETING)], READER)
        made.load(Slice(decisions=(decision(ATTACK.id),)))
        yield made


@pytest.mark.parametrize("found_again", [True, False])
def test_a_newer_reading_keeps_the_decisions(record: Record, found_again: bool) -> None:
    """The log outlives the reading: where the newer one finds the place again, the decision is on it; else it waits."""
    better = dataclasses.replace(ATTACK, confidence=0.9)
    record.add([reading(better, MEETING) if found_again else reading(MEETING)], NEWER)
    assert record.slice().decisions == (decision(ATTACK.id),)
    held = record.find(ATTACK.id)
    assert (held is not None) is found_again
    record.add([reading(ATTACK, MEETING)], ReaderInfo("test", "3", "c0de"))
    assert record.statement(ATTACK.id).id == ATTACK.id


def test_a_decision_stays_with_the_statement_that_its_place_is_joined_to(record: Record) -> None:
    """An earlier report takes over the statement's id; the decision on the old id still comes with it."""
    earlier = proposal(attack(), "r0", date=DAY)
    record.add([Reading(report("r0", "2031-03-04"), ACTORS, (), (earlier,))], READER)
    assert record.statement(ATTACK.id).id == earlier.id
    part = record.slice(Filter(actors=frozenset({"reed-front"})))
    assert part.decisions == (decision(ATTACK.id),)


def test_decisions_are_appended_and_never_overwritten(record: Record) -> None:
    """The same entry again adds nothing; another one under its number is refused."""
    record.load(Slice(decisions=(decision(ATTACK.id), decision(MEETING.id, 2))))
    assert [d.seq for d in record.slice().decisions] == [1, 2]
    with pytest.raises(RecordError, match=r"decision 1: the record holds another one"):
        record.load(Slice(decisions=(decision(MEETING.id),)))


@pytest.mark.parametrize(
    "reader", [NEWER, ReaderInfo("test", "1", "f00d")], ids=["another version", "another codebook"]
)
def test_a_changed_reader_replaces_only_its_own(record: Record, reader: ReaderInfo) -> None:
    """A new version or codebook takes the place of the old reading; another reader's stands beside it."""
    other = dataclasses.replace(MEETING, id="p-of-another", reader="other")
    record.add([reading(other)], ReaderInfo("other", "1", "0"))
    record.add([reading(ATTACK)], reader)
    assert {p.id for p in record.slice().proposals} == {ATTACK.id, "p-of-another"}
    assert record.has_read("r1", reader)
    assert not record.has_read("r1", READER)
    assert record.has_read("r1", ReaderInfo("other", "1", "0"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quote": "Shells fell on the post"}, "is not the report's text from 0 to 23"),
        ({"start": 1, "end": 24}, "is not the report's text from 1 to 24"),
        ({"start": 99_000, "end": 99_023}, "lies outside a text of"),
        ({"report": "r2"}, "is of report 'r2'"),
        ({"voices": (Voice("r1", "orlan", Stance.ASSERTS, (), "he said", 0, 7),)}, "'he said' is not the report's"),
        ({"voices": (Voice("r1", "orlan", Stance.ASSERTS, (), "he said"),)}, "have no place"),
    ],
)
def test_a_quote_is_its_reports_text_or_is_refused(tmp_path: Path, change: dict[str, object], said: str) -> None:
    """Nothing of a reading that quotes what its report does not say is kept; the message names report and proposal."""
    wrong = dataclasses.replace(ATTACK, **change)  # type: ignore[arg-type]
    with Record.open(tmp_path / "record.db") as made:
        with pytest.raises(RecordError, match="report 'r1': proposal") as caught:
            made.add([reading(wrong, MEETING)], READER)
        assert said in str(caught.value)
        assert made.counts()["reports"] == 0


_DIES = """
import os, signal, sys
from parley.record import Record, keeping, settling
from tests.record.test_keeping import ATTACK, MEETING, READER, reading
def dying(write):
    def dies(connection, table, rows):
        if table.name == sys.argv[2]:
            os.kill(os.getpid(), signal.SIGKILL)
        write(connection, table, rows)
    return dies
keeping.into, settling._write = dying(keeping.into), dying(settling._write)
with Record.open(sys.argv[1]) as record:
    record.add([reading(ATTACK, MEETING)], READER)
    record.slice()
"""


@pytest.mark.of_a_file
@pytest.mark.parametrize(("table", "reports"), [("pending", 0), ("mentions", 1)])
def test_a_crash_between_two_statements_leaves_all_or_nothing(tmp_path: Path, table: str, reports: int) -> None:
    """Killed while keeping, a reading is not there; killed while joining, it is, and is joined when next asked for."""
    path = tmp_path / "record.db"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    died = subprocess.run([sys.executable, "-c", _DIES, str(path), table], env=env, check=False)
    assert died.returncode == -signal.SIGKILL
    with Record.open_existing(path) as again:
        assert again.counts()["reports"] == reports
        assert again.counts()["proposals"] == again.counts()["statements"] == 2 * reports
        again.add([reading(ATTACK, MEETING)], READER)
        whole = again.slice()
    with Record.open(tmp_path / "whole.db") as undisturbed:
        undisturbed.add([reading(ATTACK, MEETING)], READER)
        assert undisturbed.slice() == whole


def test_an_unread_text_given_again_under_another_name_stays_unread(tmp_path: Path) -> None:
    """What was found in it quotes the other name: it counts as read only once it is read under its own."""
    text = report("r1").text or ""
    unread = dataclasses.replace(report("r1"), state=ReportState.UNREAD, why="no reader for it")
    copy = report("r2", text=text)
    with Record.open(tmp_path / "record.db") as made:
        made.add([Reading(unread)], READER)
        found = dataclasses.replace(ATTACK, report="r2", voices=(Voice("r2", "report", Stance.ASSERTS),))
        made.add([Reading(copy, ACTORS, (), (found,))], READER)
        assert made.slice().report("r1").state is ReportState.UNREAD
        made.add([reading(ATTACK)], READER)
        assert made.slice().report("r1").state is ReportState.READ
        assert made.counts()["proposals"] == 1
