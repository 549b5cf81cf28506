"""The record: kept once, resumed, filtered, and refused where a file is none of ours."""

from __future__ import annotations

import dataclasses
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, ENVOY, READER, attack, meeting, on, proposal, report, talk, voice

from parley.joining import join
from parley.record import Added, AmbiguousError, Record, RecordError
from parley.terms.bodies import About, Event, Judgement, Tie
from parley.terms.enums import Form, Outcome, Reality, Relation, ReportState, Root, Status, Verdict
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.slice import Filter, ReaderInfo

DAY = on("2031-03-04")
FIRST = Reading(
    report("r1"),
    ACTORS[:3],
    (ENVOY,),
    (
        proposal(attack(by=("ardova",)), "r1", date=DAY),
        proposal(talk("ardova", "belmark", outcome=Outcome.AGREEMENT), "r1", 24, date=DAY),
        proposal(Tie(("ardova",), ("belmark",), Relation.ALLIED, 1), "r1", 48, reality=Reality.ONGOING),
    ),
)
SECOND = Reading(
    report("r2", "2031-03-06"),
    ACTORS,
    (),
    (
        proposal(attack(by=("orlan",)), "r2", date=DAY, voices=[voice("belmark", report="r2")]),
        proposal(Event(Root.ACCUSE, None, None, ("belmark",), ("reed-front",)), "r2", 24, date=on("2031-03-06")),
        proposal(Judgement(About(text="the port"), Verdict.FAILURE), "r2", 48, voices=[voice(None, report="r2")]),
    ),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record with two reports."""
    with Record.open(tmp_path / "record.db") as made:
        made.add([FIRST, SECOND], READER)
        yield made


def test_what_is_kept_is_what_joining_makes(record: Record) -> None:
    """Statements and talks of the record are the pure joining of its proposals."""
    proposals = (*FIRST.proposals, *SECOND.proposals)
    joined = join(proposals, (FIRST.report, SECOND.report), ACTORS, (ENVOY,))
    part = record.slice()
    assert (part.statements, part.talks, part.actors, part.affiliations) == (
        joined.statements,
        joined.talks,
        joined.actors,
        joined.affiliations,
    )
    assert part.proposals == proposals
    assert [r.id for r in part.reports] == ["r1", "r2"]
    assert part.reader == READER


def test_reading_again_adds_nothing(record: Record) -> None:
    """The same readings add no report, proposal or statement; the same file opened again holds the same."""
    before = record.slice()
    assert record.add([FIRST, SECOND], READER) == Added(0, 0, 2)
    assert record.slice() == before
    with Record.open_existing(record.path) as again:
        assert again.slice() == before


def test_order_of_adding_does_not_matter(record: Record, tmp_path: Path) -> None:
    """Two records of the same readings are the same, whichever came first."""
    with Record.open(tmp_path / "other.db") as other:
        other.add([SECOND], READER)
        other.slice()
        other.add([FIRST], READER)
        assert other.slice().statements == record.slice().statements
        assert other.slice().talks == record.slice().talks


def test_it_knows_what_a_reader_has_read(record: Record) -> None:
    """Read by this version, not by another, and not where the text is another."""
    assert record.has_read("r1", READER)
    assert record.has_read("r1", READER, FIRST.report.sha256)
    assert not record.has_read("r1", READER, "0" * 64)
    assert not record.has_read("r1", ReaderInfo("test", "2", "c0de"))
    assert not record.has_read("r9", READER)


def test_a_newer_reader_takes_the_older_ones_place(record: Record) -> None:
    """A newer version's reading of a report replaces the older one's; the other report keeps its own."""
    newer = dataclasses.replace(FIRST, proposals=FIRST.proposals[:1])
    record.add([newer], ReaderInfo("test", "2", "c0de"))
    assert {p.id for p in record.slice().proposals} == {p.id for p in (*newer.proposals, *SECOND.proposals)}


def test_one_text_from_two_outlets_is_one_report_with_two_appearances(record: Record) -> None:
    """The second outlet adds an appearance, whether it came under the same id or another."""
    text = FIRST.report.text or ""
    same = report_of(text, id="r1", publisher="Herald", published="2031-03-06")
    other = report_of(text, id="copy", publisher="Post", published="2031-03-07")
    assert record.add([Reading(same), Reading(other)], READER) == Added(0, 0, 2)
    assert record.seen_again([other, report("new")]) == 1
    held = record.slice().report("r1")
    assert [a.publisher for a in held.appearances] == ["Wire", "Herald", "Post"]
    assert record.has_read("copy", READER)


def test_another_text_under_a_held_id_is_refused(record: Record) -> None:
    """The message names the report and what to do; the record is as it was."""
    before = record.slice()
    with pytest.raises(RecordError, match=r"'r1'.*another text.*id of its own"):
        record.add([Reading(report("r1", text="Something else."))], READER)
    assert record.slice() == before


def test_an_unread_report_is_kept_and_may_be_read_later(record: Record) -> None:
    """It is held with why; it does not count as read; a reading of it marks it read."""
    unread = dataclasses.replace(report("r3"), state=ReportState.UNREAD, why="no reader for it")
    record.add([Reading(unread)], READER)
    assert not record.has_read("r3", READER)
    assert record.counts()["unread"] == 1
    record.add([Reading(report("r3"), proposals=(proposal(meeting("ardova", "belmark"), "r3"),))], READER)
    held = record.slice().report("r3")
    assert (held.state, held.why) == (ReportState.READ, None)
    assert record.has_read("r3", READER)


@pytest.mark.parametrize(
    ("asked", "statements", "talks"),
    [
        (Filter(), 4, 1),
        (Filter(reports=frozenset({"r2"})), 3, 0),
        (Filter(actors=frozenset({"reed-front"})), 1, 0),
        (Filter(actors=frozenset({"belmark"})), 3, 1),
        (Filter(forms=frozenset({Form.TALK})), 0, 1),
        (Filter(forms=frozenset({Form.TIE, Form.JUDGEMENT})), 2, 0),
        (Filter(realities=frozenset({Reality.ONGOING})), 1, 0),
        (Filter(statuses=frozenset({Status.ALLEGED})), 1, 0),
        (Filter(since="2031-03-05"), 1, 0),
        (Filter(until="2031-03-04"), 1, 1),
        (Filter(since="2031-03-04", until="2031-03-04"), 1, 1),
        (Filter(since="2031-03-06", until="2031-03-07"), 1, 0),
        (Filter(since="2032-01-01"), 0, 0),
        (Filter(reports=frozenset({"r1", "r2"}), forms=frozenset({Form.EVENT})), 2, 0),
        (Filter(realities=frozenset({Reality.HAPPENED}), statuses=frozenset({Status.CLAIMED})), 0, 0),
        (Filter(actors=frozenset({"nobody"})), 0, 0),
        (Filter(words="SHELLS fell"), 1, 1),
        (Filter(words="100%"), 0, 0),
    ],
)
def test_filters(record: Record, asked: Filter, statements: int, talks: int) -> None:
    """Each part of a filter narrows; undated statements are in no span of days."""
    part = record.slice(asked)
    assert (len(part.statements), len(part.talks)) == (statements, talks)


def test_a_slice_holds_all_that_its_statements_need(record: Record) -> None:
    """Reports, proposals and actors of what is in it, and no more."""
    part = record.slice(Filter(actors=frozenset({"reed-front"})))
    assert [r.id for r in part.reports] == ["r2"]
    assert [p.id for p in part.proposals] == [SECOND.proposals[1].id]
    assert [a.id for a in part.actors] == ["belmark", "reed-front"]


def test_a_statement_is_found_by_any_of_its_proposals(record: Record) -> None:
    """By its id, a later proposal's id, or the beginning of one; an ambiguous beginning is refused."""
    first, later = FIRST.proposals[0].id, SECOND.proposals[0].id
    assert record.statement(later).id == first
    found = record.find(later[:9])
    assert found is not None
    assert found.id == first
    assert record.find("nothing") is None
    with pytest.raises(AmbiguousError, match="begins several"):
        record.find("p")
    with pytest.raises(RecordError, match="no statement"):
        record.statement("nothing")


def test_counts(record: Record) -> None:
    """Counts count events, not reports."""
    counts = record.counts()
    wanted = {"reports": 2, "proposals": 6, "statements": 4, "events": 2, "talks": 1, "ties": 1, "facts": 3}
    assert {k: counts[k] for k in wanted} == wanted


def test_a_lone_surrogate_is_kept_to_the_letter(record: Record) -> None:
    """A text that UTF-8 has no room for comes back as it was."""
    odd = report("r5", text="Half a sign \ud83d here.")
    record.add([Reading(odd)], READER)
    assert record.slice().report("r5").text == odd.text


def test_load_brings_back_what_a_slice_holds(record: Record, tmp_path: Path) -> None:
    """A slice loaded into an empty record gives the same statements, talks, actors and reports."""
    part = record.slice()
    with Record.open(tmp_path / "other.db") as other:
        assert other.load(part).proposals == 6
        assert other.slice() == part


@pytest.mark.of_a_file
def test_what_is_no_record_is_refused_and_left_untouched(tmp_path: Path) -> None:
    """Text, a foreign database, a missing file, a missing folder and a newer record each say what to do."""
    note = tmp_path / "note.txt"
    note.write_text("Not a database at all.", encoding="utf-8")
    with pytest.raises(RecordError, match=r"note\.txt: is not a record.*another file"):
        Record.open(note)
    assert note.read_text(encoding="utf-8") == "Not a database at all."
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as c:
        c.execute("CREATE TABLE birds (name TEXT)")
    with pytest.raises(RecordError, match="no record of Parley"):
        Record.open(foreign)
    with pytest.raises(RecordError, match="no such record"):
        Record.open_existing(tmp_path / "gone.db")
    with pytest.raises(RecordError, match="folder does not exist"):
        Record.open(tmp_path / "gone" / "record.db")
    assert not (tmp_path / "gone.db").exists()


@pytest.mark.of_a_file
def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    """A file with a later migration than this version knows says to upgrade."""
    path = tmp_path / "record.db"
    Record.open(path).close()
    with sqlite3.connect(path) as c:
        c.execute("UPDATE schema_version SET version = 99")
    with pytest.raises(RecordError, match=r"newer Parley.*Upgrade"):
        Record.open(path)


@pytest.mark.of_a_file
def test_a_damaged_record_says_so(record: Record) -> None:
    """A file overwritten in its middle ends in a clear error."""
    record.counts()
    record.close()
    path = Path(record.path)
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))
    with pytest.raises(RecordError, match=r"damaged"):
        Record.open(path)


_KILLED = """
import sys
from parley.record import Record
from parley.terms.layers import Reading
from tests.joining.builder import READER, attack, proposal, report
with Record.open(sys.argv[1]) as record:
    for n in range(100000):
        r = f"r{n}"
        record.add([Reading(report(r), proposals=(proposal(attack(), r),))], READER)
        print(n, flush=True)
"""


@pytest.mark.of_a_file
def test_a_killed_run_loses_no_finished_report(tmp_path: Path) -> None:
    """Every report that was said to be kept is there after a kill, once, with its proposal, and joins."""
    path, root = tmp_path / "record.db", Path(__file__).parents[2]
    env = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", _KILLED, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as run:
        assert run.stdout is not None
        while run.stdout.readline() != "20\n":
            assert run.poll() is None
        run.send_signal(signal.SIGKILL)
        told = 20 + len(run.stdout.readlines())
    with Record.open_existing(path) as record:
        counts = record.counts()
    assert told + 1 <= counts["reports"] <= told + 2
    assert counts["proposals"] == counts["reports"]


def test_two_may_write_at_once(tmp_path: Path) -> None:
    """Two records open on one file take turns; none is told that the database is locked."""
    path = tmp_path / "record.db"
    with Record.open(path) as one, Record.open(path) as two:
        for n in range(10):
            (one, two)[n % 2].add([Reading(report(f"r{n}"))], READER)
            assert (two, one)[n % 2].counts()["reports"] == n + 1
