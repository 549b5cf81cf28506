"""Coding in a team: blind, with progress, agreement and adjudication."""

from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.amiss import AmissError
from parley.desk.coders import adjudicate, agreed, apart, assign, finish, progress
from parley.desk.decisions import decide, history
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.record import Record
from parley.terms.enums import Action

ROWS = (
    '{"id": "a", "text": "Northland accused Southmark. Northland met Southmark in Harbour."}\n'
    '{"id": "b", "text": "Southmark denies attacking Northland. Eastland accused Vexland."}\n'
)


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Record:
    """Two reports, both given to ana and ben."""
    (tmp_path / "rows.jsonl").write_text(ROWS, encoding="utf-8")
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "rows.jsonl"], [pattern_reader])
    assert assign(made, (), ("ana", "ben")) == 4
    return made


def ids(record: Record) -> list[str]:
    return [p.id for r in ("a", "b") for p in sorted(record.proposals(r), key=lambda p: p.start)]


def code(record: Record, coder: str, action: Action, target: str, *values: str) -> None:
    decide(record, action, target, values, coder, None, coder, 1)


def test_codings_change_nothing_and_show_to_nobody(record: Record) -> None:
    """The record is as it was, and the log that others see is empty; undone codings do not count."""
    before = record.slice().statements
    one, *_ = ids(record)
    code(record, "ana", Action.REJECT, one)
    code(record, "ben", Action.CORRECT, one, "reality", "planned")
    assert record.slice().statements == before
    assert history(record, None).rows == ()


def test_progress_tells_how_far_each_is(record: Record) -> None:
    """Places in each report, those decided on, and who is done."""
    one, *_ = ids(record)
    code(record, "ana", Action.ACCEPT, one)
    finish(record, "b", "ben")
    rows = {(r[0], r[1]): r[2:] for r in progress(record).rows}
    assert rows == {
        ("ana", "a"): ("open", 2, 1), ("ana", "b"): ("open", 2, 0),
        ("ben", "a"): ("open", 2, 0), ("ben", "b"): ("done", 2, 0),
    }  # fmt: skip
    with pytest.raises(AmissError, match="was not given"):
        finish(record, "b", "cyd")


def test_agreement_is_told_by_field(record: Record) -> None:
    """Over places that both dealt with; where they differ is told with what each made of it."""
    first, _, third, _ = ids(record)
    for coder in ("ana", "ben"):
        for report in ("a", "b"):
            finish(record, report, coder)
    code(record, "ana", Action.CORRECT, first, "reality", "planned")
    code(record, "ben", Action.REJECT, third)
    by_field = {r[0]: r[1:] for r in agreed(record).rows}
    assert by_field["found"][:2] == (4, 2)
    assert by_field["found"][2] is not None
    assert by_field["actors"][2] == 1.0
    rows = {(r[0], r[2]): r[3:] for r in apart(record).rows}
    assert rows[(first, "reality")] == ("planned", "happened")
    assert rows[(third, "found")] == ("yes", "no")


def test_what_one_adds_and_the_other_does_not_is_a_difference(record: Record) -> None:
    """Both added, by the same words, it is one place."""
    for coder in ("ana", "ben"):
        finish(record, "a", coder)
    words = ("Southmark in", "form=event", "actors=Southmark")
    code(record, "ana", Action.ADD, "a", *words)
    assert {r[2]: r[3:] for r in apart(record).rows} == {"found": ("yes", "no")}
    code(record, "ben", Action.ADD, "a", *words)
    assert apart(record).rows == ()


def test_adjudication_makes_decisions_of_codings(record: Record) -> None:
    """What ben coded is decided, by whoever adjudicates, with why."""
    first, *_ = ids(record)
    code(record, "ana", Action.ACCEPT, first)
    code(record, "ben", Action.CORRECT, first, "reality", "planned")
    (made,) = adjudicate(record, first, "ben", "chair")
    assert (made.by, made.coder, made.why) == ("chair", None, "as ben coded it")
    assert record.statement(first).reality == "planned"
    with pytest.raises(AmissError, match="decided nothing"):
        adjudicate(record, first, "cyd", "chair")
