"""Reading again: what changes is shown, and what people decided stays where its words still stand."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.again import FOUND, LOST, OTHERWISE, changes, read_again
from parley.desk.decisions import decide, loudly
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.record import Record
from parley.terms.layers import Reading
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo

TEXT = "Northland accused Southmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."


class Newer(PatternReader):
    """Finds talks no more, and reads accusations otherwise."""

    def read(self, report: Report) -> Reading:
        """What it finds."""
        told = super().read(report)
        kept = tuple(p for p in told.proposals if p.form != "talk")
        return replace(told, proposals=(replace(kept[0], confidence=0.6), *kept[1:]))


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Record:
    """A record of one report."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "a.txt"], [pattern_reader])
    return made


def newer() -> Newer:
    return Newer(info=ReaderInfo("patterns", "2", "c0de"))


def test_the_same_reader_need_not_read_again(record: Record, pattern_reader: PatternReader) -> None:
    """Nothing is read and nothing changes."""
    again = read_again(record, [pattern_reader])
    assert (again.read, again.known, again.changes) == (0, 1, ())


def test_what_is_found_no_more_is_shown(record: Record) -> None:
    """By a newer reader, with the words; how sure it is counts for nothing."""
    again = read_again(record, [newer()])
    assert [(c.what, c.proposal.quote) for c in again.changes] == [(LOST, "Northland met Southmark in Harbour")]
    assert again.table.rows[0][1] == LOST
    assert record.slice().talks == ()


def test_a_reader_that_names_its_version_is_known_again(tmp_path: Path) -> None:
    """What the older version found in the same words is no news, though its proposals name that version."""

    class Versioned(PatternReader):
        """Its proposals say by which version they were found."""

        def read(self, report: Report) -> Reading:
            """What it finds."""
            told = super().read(report)
            named = f"{self.info.name} {self.info.version}"
            return replace(told, proposals=tuple(replace(p, reader=named) for p in told.proposals))

    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    record = open_record(tmp_path / "v.db")
    read_into(record, [tmp_path / "a.txt"], [Versioned()])
    again = read_again(record, [Versioned(info=ReaderInfo("patterns", "2", "c0de"))])
    assert (again.read, again.changes) == (1, ())


def test_decisions_stay_and_those_without_ground_are_told(record: Record) -> None:
    """A decision on words that are still read stands; one on words that are not is named loudly, and comes back."""
    (talk,), (kept, *_) = record.slice().talks, record.slice().statements
    for target in (talk.id, kept.id):
        decide(record, "reject", target, [], "ana")  # type: ignore[arg-type]
    again = read_again(record, [newer()])
    assert [o.decision.target for o in again.orphans] == [talk.id]
    assert "decision 1 (reject" in loudly(again.orphans)[0]
    assert record.statement(kept.id).decision is not None
    back = read_again(record, [PatternReader(info=ReaderInfo("patterns", "3", "c0de"))])
    assert back.orphans == ()
    assert [c.what for c in back.changes] == [FOUND]


def test_a_correction_that_was_overtaken_is_told(record: Record) -> None:
    """Where the reader now reads otherwise what a person corrected, the correction stands, and is shown."""
    s = record.slice().statements[0]
    decide(record, "correct", s.id, ["reality", "planned"], "ana")  # type: ignore[arg-type]
    (p,) = (p for p in record.proposals(s.mentions[0].report) if p.id == s.id)
    report = record.report(p.report)
    assert report is not None
    read_now = replace(p, reality="possible")  # type: ignore[arg-type]
    told = Reading(report, record.actors(), (), (read_now,))
    record.add([told], ReaderInfo("patterns", "4", "c0de"))
    (orphan,) = record.orphans()
    assert "read otherwise now" in orphan.why
    assert record.statement(s.id).reality == "planned"
    assert [(c.what, c.fields) for c in changes({p.id: p}, {p.id: read_now})] == [(OTHERWISE, ("reality",))]
