"""What a person types becomes a decision, and the log is told as a table."""

from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.amiss import AmissError
from parley.desk.decisions import COLUMNS, decide, history, orphans, who_decides
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.record import Record
from parley.terms.enums import Action, Stance, Status
from parley.terms.values import Voice

TEXT = "Northland accused Southmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Record:
    """A record of one report."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "a.txt"], [pattern_reader])
    return made


def first(record: Record) -> str:
    return record.slice().statements[0].id


def test_fields_are_typed_in_words(record: Record) -> None:
    """Days, actors by name, voices and places become values of the contract."""
    id_ = first(record)
    for field, typed in (
        ("date", "2031-03-04…2031-03-06"),
        ("recipients", "NORTHLAND, southmark"),
        ("places", "Harbour"),
        ("object", "the port"),
        ("voices", "southmark:denies, report:asserts"),
    ):
        decide(record, Action.CORRECT, id_, [field, typed], "ana")
    s = record.statement(id_)
    assert s.date is not None
    assert (s.date.start, s.date.end) == ("2031-03-04", "2031-03-06")
    assert s.body.recipients == ("northland", "southmark")  # type: ignore[union-attr]
    assert [p.name for p in s.places] == ["Harbour"]
    report = s.mentions[0].report
    assert s.voices == (Voice(report, "southmark", Stance.DENIES), Voice(report, "report", Stance.ASSERTS))
    assert s.status is Status.CONTESTED


def test_a_statement_is_added_by_its_words(record: Record) -> None:
    """The words are found in the report, its sentence with them; what is said of them is typed as fields."""
    (report,) = record.slice().reports
    made = decide(
        record, Action.ADD, report.id, ["denies attacking", "form=event", "type=REJECT", "actors=Southmark"], "ana"
    )
    s = record.statement(made.target)
    assert (s.mentions[0].quote, s.body.actors) == ("denies attacking", ("southmark",))  # type: ignore[union-attr]
    (p,) = (p for p in record.proposals(report.id) if p.reader == "person")
    assert p.sentence.of(TEXT).strip() == "Southmark denies attacking Northland."


@pytest.mark.parametrize("form", ["event", "tie", "talk", "position", "role", "judgement"])
def test_every_form_can_be_added(record: Record, form: str) -> None:
    """What is not typed stays unknown."""
    (report,) = record.slice().reports
    more = {
        "event": ["actors=northland"],
        "tie": ["from=northland", "to=southmark"],
        "talk": ["parties=northland,southmark", "place=Harbour"],
        "position": ["actor=northland", "issue=a truce", "stance=for"],
        "role": ["person=northland", "office=envoy"],
        "judgement": ["verdict=failure", 'about={"talk": null, "statement": null, "text": "the deal"}'],
    }[form]
    made = decide(record, Action.ADD, report.id, ["Southmark in", f"form={form}", *more], "ana")
    assert record.find(made.target) is not None


@pytest.mark.parametrize(
    ("action", "target", "values", "said"),
    [
        (Action.CORRECT, None, [], "needs more"),
        (Action.CORRECT, None, ["reality"], "is missing"),
        (Action.CORRECT, None, ["actors", "Nothland"], "Did you mean"),
        (Action.CORRECT, None, ["voices", "northland:shouts"], "is no voice"),
        (Action.UNDO, "x", [], "no number"),
        (Action.ADD, None, ["never said"], "holds no text"),
        (Action.ACCEPT, "zzz", [], "no statement or talk"),
    ],
)
def test_what_is_typed_amiss_says_how(
    record: Record, action: Action, target: str | None, values: list[str], said: str
) -> None:
    """With the next thing to type."""
    with pytest.raises(AmissError) as caught:
        decide(record, action, target or first(record), values, "ana")
    assert said in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize(("words", "said"), [("Northland", "holds 3 times"), ("never said", "does not hold")])
def test_words_must_be_found_once(record: Record, words: str, said: str) -> None:
    """Else it is not known which are meant."""
    (report,) = record.slice().reports
    with pytest.raises(AmissError, match=said):
        decide(record, Action.ADD, report.id, [words, "form=event"], "ana")


def test_history_tells_who_and_whether_it_stands(record: Record) -> None:
    """One row a decision; what was undone says so; of one statement only its own."""
    a, b = (s.id for s in record.slice().statements[:2])
    decide(record, Action.REJECT, a, [], "ana", "a misreading")
    decide(record, Action.ACCEPT, b, [], "ben")
    decide(record, Action.UNDO, "1", [], "ben")
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in history(record, None).rows]
    assert [(r["by"], r["action"], r["stands"]) for r in rows] == [
        ("ana", "reject", "undone"), ("ben", "accept", "yes"), ("ben", "undo", "yes"),
    ]  # fmt: skip
    assert len(history(record, a).rows) == 2
    assert orphans(record).rows == ()


def test_who_decides_comes_from_where_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """By hand, else by the environment."""
    monkeypatch.setenv("PARLEY_NAME", "ben")
    assert (who_decides("ana"), who_decides(None)) == ("ana", "ben")
