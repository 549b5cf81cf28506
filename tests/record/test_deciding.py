"""What people decide: applied on top, kept in order, taken back, and refused where it means nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.joining.builder import ACTORS, ENVOY, READER, attack, meeting, on, proposal, report, talk, voice

from parley.record import Record, RecordError
from parley.terms.actor import Actor
from parley.terms.bodies import Event
from parley.terms.enums import Action, ActorType, DecisionState, Outcome, Reality, ReportState, Stance, Status
from parley.terms.layers import Reading
from parley.terms.slice import Filter, ReaderInfo, Slice
from parley.terms.wire import to_object

DAY, LATER = on("2031-03-04"), on("2031-03-08")
A1, A2 = proposal(attack(), "r1", date=DAY), proposal(attack(), "r2", date=LATER)
MET = proposal(meeting("ardova", "belmark"), "r1", 24, date=DAY)
TALK = proposal(talk("ardova", "belmark", outcome=Outcome.PLANNED), "r1", 48, date=DAY)
FIRST = Reading(report("r1"), ACTORS, (ENVOY,), (A1, MET, TALK))
SECOND = Reading(report("r2", "2031-03-09", publisher="Herald"), ACTORS, (), (A2,))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Two reports, each with an attack of its own day; a meeting and a talk in the first."""
    with Record.open(tmp_path / "record.db") as made:
        made.add([FIRST, SECOND], READER)
        yield made


def decide(record: Record, action: Action, target: str, **more: Any) -> int:
    return record.decide(action, target, "ana", **more).seq


@pytest.mark.parametrize(
    ("action", "state"),
    [
        (Action.ACCEPT, DecisionState.ACCEPTED),
        (Action.REJECT, DecisionState.REJECTED),
        (Action.UNSURE, DecisionState.UNSURE),
    ],
)
@pytest.mark.parametrize("target", [A1.id, TALK.id])
def test_a_state_stands_with_who_and_when(record: Record, action: Action, state: DecisionState, target: str) -> None:
    """Statements and talks alike; the id may be begun only."""
    made = record.decide(action, target[:9], "ana", at="2031-03-10T00:00:00Z", why="seen it")
    held = record.find(target)
    assert held is not None
    assert held.decision is not None
    assert (held.decision.state, held.decision.by, held.decision.at) == (state, "ana", "2031-03-10T00:00:00Z")
    assert (made.target, made.why, made.seq) == (target, "seen it", 1)


def test_what_follows_from_a_correction_is_worked_out_anew(record: Record) -> None:
    """Voices and reality make the status, the fact and the code; the filters know it."""
    denied = [to_plain_voice("belmark", Stance.DENIES)]
    decide(record, Action.CORRECT, A1.id, field="voices", new=denied)
    s = record.statement(A1.id)
    assert (s.status, s.fact) == (Status.DENIED, False)
    assert isinstance(s.body, Event)
    assert s.body.plover is None
    assert [x.id for x in record.slice(Filter(statuses=frozenset({Status.DENIED}))).statements] == [A1.id]
    decide(record, Action.CORRECT, A1.id, field="actors", new=["orlan"])
    assert [x.id for x in record.slice(Filter(actors=frozenset({"orlan"}))).statements] == [A1.id]


def to_plain_voice(who: str, stance: Stance) -> dict[str, Any]:
    return {"report": "r1", "who": who, "stance": stance.value, "via": [], "quote": None, "start": None, "end": None}


def test_the_old_value_is_in_the_log(record: Record) -> None:
    """A correction says what stood there, as it stands on the wire."""
    d = record.decide(Action.CORRECT, TALK.id, "ana", field="outcome", new="agreement")
    assert (d.old, d.new) == ("planned", "agreement")
    (t,) = record.slice().talks
    assert t.outcome is Outcome.AGREEMENT


def test_merged_ids_lead_on_and_an_undo_parts_them(record: Record) -> None:
    """Two statements become one under the earlier id; both ids find it; undone, both are as they were."""
    before = record.slice()
    seq = decide(record, Action.MERGE, A2.id, new=[A1.id])
    assert record.statement(A2.id).id == A1.id
    assert {v.report for v in record.statement(A1.id).voices} == {"r1", "r2"}
    decide(record, Action.UNDO, A1.id, undoes=seq)
    after = record.slice()
    assert (after.statements, after.talks) == (before.statements, before.talks)
    decide(record, Action.UNDO, A1.id, undoes=seq + 1)
    assert record.statement(A2.id).id == A1.id


def test_split_takes_a_mention_out_for_good(record: Record) -> None:
    """What joining made one is two; a third report joins what is left; the decisions on what goes go with it."""
    same = proposal(attack(), "r3", date=DAY)
    record.add([Reading(report("r3", "2031-03-06"), ACTORS, (), (same,))], READER)
    assert record.statement(same.id).id == A1.id
    decide(record, Action.SPLIT, A1.id, new=[same.id])
    decide(record, Action.REJECT, same.id)
    fourth = proposal(attack(), "r4", date=DAY)
    record.add([Reading(report("r4", "2031-03-07"), ACTORS, (), (fourth,))], READER)
    assert record.statement(fourth.id).id == A1.id
    assert record.statement(A1.id).decision is None
    apart = record.statement(same.id)
    assert apart.decision is not None
    assert [m.report for m in apart.mentions] == ["r3"]


def test_the_first_mention_may_be_split_off(record: Record) -> None:
    """Then the decision rests on one that stays."""
    same = proposal(attack(), "r3", date=DAY)
    record.add([Reading(report("r3", "2031-03-06"), ACTORS, (), (same,))], READER)
    made = record.decide(Action.SPLIT, A1.id, "ana", new=[A1.id])
    assert made.target == same.id
    assert record.statement(same.id).id == same.id


def test_a_merge_takes_on_the_decisions_of_what_it_is_merged_into(record: Record) -> None:
    """A wrong one merged into a good one does not make it wrong."""
    decide(record, Action.REJECT, A2.id)
    decide(record, Action.ACCEPT, A1.id)
    decide(record, Action.MERGE, A1.id, new=[A2.id])
    held = record.statement(A2.id)
    assert held.decision is not None
    assert held.decision.state is DecisionState.ACCEPTED


def test_actors_merged_are_one_everywhere(record: Record) -> None:
    """Statements name the one that stays; the other id leads to it; its name is an alias; undone, they are two."""
    before = record.slice()
    seq = decide(record, Action.MERGE, "ardova", new=["orlan"])
    part = record.slice()
    ardova = next(a for a in part.actors if a.id == "ardova")
    assert ("orlan" in ardova.redirects, "Orlan" in " ".join(ardova.aliases)) == (True, True)
    assert "orlan" not in {a.id for a in part.actors}
    decide(record, Action.UNDO, "ardova", undoes=seq)
    after = record.slice()
    assert (after.actors, after.statements) == (before.actors, before.statements)


def test_a_person_adds_what_no_reader_found(record: Record) -> None:
    """With its quote, under the reader `person`; the actor may be new as well; a wrong quote is refused."""
    new = Actor("kell-council", "Kell Council", ActorType.ORGANISATION)
    decide(record, Action.ADD, new.id, new=to_object(new))
    mine = dataclasses.replace(
        proposal(attack(("kell-council",)), "r2", 72, date=DAY), reader="person", id="p0123456789abcde"
    )
    decide(record, Action.ADD, mine.id, new=to_object(mine))
    s = record.statement(mine.id)
    assert s.decision is not None
    assert s.decision.state is DecisionState.ACCEPTED
    assert record.slice().reader == READER
    wrong = dataclasses.replace(mine, quote="never said", id="p0123456789abcdf")
    with pytest.raises(RecordError, match="is not the report's text"):
        decide(record, Action.ADD, wrong.id, new=to_object(wrong))


def test_a_withdrawn_report_leaves_a_tombstone_and_no_word(tmp_path: Path) -> None:
    """Its text, quotes, names and what the log quotes of it are in no byte of the file or of what lies beside it."""
    path = tmp_path / "record.db"
    odd = Actor("zwolle", "Zwolleprinz", ActorType.PERSON)
    text = "Zwolleprinz threatened the quaxhaven garrison at dawn."
    found = dataclasses.replace(proposal(attack(("zwolle",)), "r9"), quote=text[:24], start=0, end=24)
    said = dataclasses.replace(found, voices=(voice("belmark", report="r9"),))
    with Record.open(path) as record:
        r9 = dataclasses.replace(report("r9", text=text), title="Quaxhaven falls", url="quaxhaven-falls.example")
        record.add([FIRST, Reading(r9, (*ACTORS, odd), (), (said,))], READER)
        decide(record, Action.CORRECT, said.id, field="object", new={"text": "quaxhaven garrison", "actors": []})
        record.decide(Action.WITHDRAW, "r9", "ana", why="the source is in danger")
        held = record.slice().report("r9")
        assert (held.state, held.text, held.title, held.sha256) == (ReportState.WITHDRAWN, None, None, r9.sha256)
        assert held.why == "the source is in danger"
        assert record.find(said.id) is None
        assert [d.action for d in record.decisions()] == [Action.CORRECT, Action.WITHDRAW]
        assert record.add([Reading(r9, ACTORS, (), (said,))], READER).already == 1
        assert record.find(said.id) is None
    for file in tmp_path.iterdir():
        assert not {w for w in (b"quaxhaven", b"Quaxhaven", b"zwolle", b"Zwolle") if w in file.read_bytes()}, file


def test_a_withdrawal_taken_back_lets_the_report_be_read_again(record: Record) -> None:
    """The text is gone; the same text may come in anew, and old decisions find what they were about."""
    decide(record, Action.REJECT, A2.id)
    seq = decide(record, Action.WITHDRAW, "r2")
    decide(record, Action.UNDO, "r2", undoes=seq)
    assert record.slice().report("r2").state is ReportState.UNREAD
    record.add([SECOND], READER)
    held = record.statement(A2.id)
    assert held.decision is not None
    assert record.slice().report("r2").text == SECOND.report.text


def test_sources_and_what_they_say_are_rated_apart(record: Record) -> None:
    """An outlet's rating is that of its reports, but for those rated themselves."""
    decide(record, Action.RATE, "Wire", field="source", new="C")
    decide(record, Action.RATE, "r2", field="source", new="B")
    decide(record, Action.RATE, A1.id, field="information", new=2)
    part = record.slice()
    assert [part.report(r).reliability for r in ("r1", "r2")] == ["C", "B"]
    assert [(r.target, r.information) for r in part.ratings if r.information] == [(A1.id, 2)]
    with pytest.raises(RecordError, match="no rating"):
        decide(record, Action.RATE, "r2", field="source", new="G")


def test_a_report_set_right_is_joined_by_its_new_day(record: Record) -> None:
    """Handling and the day of publication can be corrected; ids follow the day."""
    decide(record, Action.CORRECT, "r1", field="handling", new="restricted")
    decide(record, Action.MERGE, A1.id, new=[A2.id])
    decide(record, Action.CORRECT, "r2", field="published", new="2031-03-01")
    assert record.statement(A1.id).id == A2.id
    assert record.slice().report("r1").handling == "restricted"


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ({"action": Action.ACCEPT, "target": "nothing"}, "holds no statement or talk 'nothing'"),
        ({"action": Action.CORRECT, "target": A1.id, "field": "status", "new": "denied"}, "cannot be corrected; these"),
        ({"action": Action.CORRECT, "target": A1.id, "field": "reality", "new": "maybe"}, "'maybe' is none of"),
        ({"action": Action.CORRECT, "target": A1.id, "field": "reality", "new": "happened"}, "already"),
        ({"action": Action.CORRECT, "target": A1.id, "field": "actors", "new": ["nobody"]}, "knows no actor 'nobody'"),
        ({"action": Action.MERGE, "target": A1.id, "new": [TALK.id]}, "of one form"),
        ({"action": Action.MERGE, "target": A1.id, "new": [A1.id]}, "one with these already"),
        ({"action": Action.SPLIT, "target": A1.id, "new": [A1.id]}, "some stay"),
        ({"action": Action.UNDO, "target": A1.id, "undoes": 7}, "there is no decision 7"),
        ({"action": Action.WITHDRAW, "target": "r7"}, "holds no report 'r7'"),
        ({"action": Action.RATE, "target": "nowhere", "field": "source", "new": "A"}, "no report, outlet or actor"),
    ],
)
def test_what_means_nothing_is_refused(record: Record, wish: dict[str, Any], said: str) -> None:
    """The message says why; nothing is appended."""
    with pytest.raises(RecordError, match=said):
        record.decide(**wish, by="ana")
    assert record.decisions() == ()


def test_an_undo_restores_the_record(record: Record) -> None:
    """Whatever was decided and undone leaves the record as it was, in any order of undoing."""
    before = record.slice()
    seqs = [
        decide(record, Action.CORRECT, A1.id, field="reality", new=Reality.PLANNED.value),
        decide(record, Action.MERGE, A1.id, new=[A2.id]),
        decide(record, Action.REJECT, MET.id),
        decide(record, Action.CORRECT, "ardova", field="name", new="Old Ardova"),
        decide(record, Action.CORRECT, "r1", field="published", new="2032-01-01"),
    ]
    for seq in (seqs[1], seqs[0], *seqs[2:]):
        decide(record, Action.UNDO, "", undoes=seq)
    after = record.slice()
    assert dataclasses.replace(after, decisions=()) == before
    with pytest.raises(RecordError, match="undone already"):
        decide(record, Action.UNDO, "", undoes=seqs[0])


def test_a_log_is_loaded_with_its_record(record: Record, tmp_path: Path) -> None:
    """An export loaded elsewhere, its decisions with it, is the same record."""
    decide(record, Action.MERGE, A1.id, new=[A2.id])
    decide(record, Action.REJECT, MET.id)
    with Record.open(tmp_path / "other.db") as other:
        other.load(record.slice())
        assert other.slice() == record.slice()


def test_decisions_survive_a_newer_reader(record: Record) -> None:
    """Where the quote still stands, so does the decision."""
    decide(record, Action.REJECT, A1.id)
    newer = dataclasses.replace(FIRST, proposals=(dataclasses.replace(A1, confidence=0.9), MET, TALK))
    record.add([newer], ReaderInfo("test", "2", "c0de"))
    held = record.statement(A1.id)
    assert held.decision is not None
    assert held.confidence == 0.9


def test_load_of_a_slice_alone(record: Record) -> None:
    """An empty slice adds nothing."""
    assert record.load(Slice()).reports == 0
