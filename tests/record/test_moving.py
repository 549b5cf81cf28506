"""A record given away and taken in again is the same record; into a filled one it is a merge; it is all or nothing."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.joining.builder import ACTORS, READER, attack, on, proposal, report, voice
from tests.record.lived import REPORTS, exported, live, lived

from parley.formats import jsonl
from parley.formats.checked import Checked
from parley.record import Record, RecordError, Taken
from parley.terms.enums import Action, Handling, ReportState, Stance
from parley.terms.layers import Reading
from parley.terms.log import Forecast
from parley.terms.slice import CONTRACT, Contract, ReaderInfo
from parley.terms.wire import WireError

SLOW = settings(deadline=None, max_examples=25, suppress_health_check=[*HealthCheck])
ATTACK = proposal(attack(), "r1", date=on("2031-03-04"))
DENIED = proposal(attack(), "r2", date=on("2031-03-04"), voices=[voice("reed-front", Stance.DENIES, "r2")])
FIRST, SECOND = Reading(report("r1"), ACTORS, (), (ATTACK,)), Reading(report("r2"), ACTORS, (), (DENIED,))


def took(record: Record, lines: Iterable[str]) -> Taken:
    """What an import of lines came to."""
    incoming = Checked(lines)
    return record.take_in(incoming, incoming.contract.reader, "2031-06-01T00:00:00Z")


@SLOW
@given(st.data())
def test_an_export_taken_in_is_the_same_record(data: st.DataObject) -> None:
    """export(import(export(r))) == export(r), and all that is worked out of it is equal, tallies too."""
    with lived(data.draw) as record, Record.open(":memory:") as other:
        lines = exported(record)
        taken = took(other, lines)
        assert (taken.exactly, taken.whole, taken.told) == (True, True, [])
        assert exported(other) == lines
        told, part = jsonl.load(lines), record.slice()
        for name in (
            "reports",
            "actors",
            "proposals",
            "statements",
            "talks",
            "decisions",
            "ratings",
            "merge_proposals",
        ):
            assert sorted(getattr(told, name), key=repr) == sorted(getattr(part, name), key=repr)
        assert other.slice() == part
        assert other.counts() == record.counts()
        assert other.timeline() == record.timeline()
        assert other.history() == record.history()
        assert other.orphans() == record.orphans()
        assert other.forecasts() == record.forecasts()
        assert other.codings() == record.codings()
        assert other.marks() == record.marks()
        assert other.state(before="2031-03-10") == record.state(before="2031-03-10")
        assert [other.report(n) for n in (*REPORTS, "r2b")] == [record.report(n) for n in (*REPORTS, "r2b")]


@SLOW
@given(st.data())
def test_life_goes_on_alike(data: st.DataObject) -> None:
    """What is decided, undone or read after an import has the effect that it would have had before it."""
    with lived(data.draw, 5) as record, Record.open(":memory:") as other:
        took(other, exported(record))
        for seq in range(len(record.decisions()), 0, -1):
            for r in (record, other):
                try:
                    r.decide(Action.UNDO, "", "ana", undoes=seq, at="2031-07-01T00:00:00Z")
                except RecordError:
                    continue
        assert exported(other) == exported(record)


@SLOW
@given(st.data())
def test_taken_in_twice_nothing_is_doubled(data: st.DataObject) -> None:
    """A record that takes its own export in stays as it is, line for line."""
    with lived(data.draw) as record:
        lines = exported(record)
        taken = took(record, lines)
        if len(lines) > 2:
            assert not taken.exactly
            assert taken.new == {}
        assert taken.told == []
        assert exported(record) == lines


@SLOW
@given(st.data())
def test_two_records_made_one_hold_what_each_held(data: st.DataObject) -> None:
    """A merge keeps every decision of both, once; doing it again changes nothing."""
    with lived(data.draw, 5) as record, lived(data.draw, 5) as other:
        lines = exported(other)
        before = record.decisions()
        took(record, lines)
        now = record.decisions()
        assert now[: len(before)] == before or any(d.action is Action.WITHDRAW for d in now)
        assert len(now) <= len(before) + len(other.decisions())
        for d in other.decisions():
            assert any((d.action, d.by, d.at, d.field) == (n.action, n.by, n.at, n.field) for n in now)
        once = exported(record)
        took(record, lines)
        assert exported(record) == once


@SLOW
@given(st.data())
def test_a_branch_taken_back_leads_on_where_the_trunk_stands(data: st.DataObject) -> None:
    """A copy that was worked on, taken back into the untouched original, makes the original the copy."""
    with lived(data.draw, 5) as trunk, Record.open(":memory:") as branch:
        took(branch, exported(trunk))
        live(data.draw, branch, 3)
        took(trunk, exported(branch))
        assert [d.seq for d in trunk.decisions()] == [d.seq for d in branch.decisions()]
        if not any(d.action is Action.WITHDRAW for d in branch.decisions()):
            assert trunk.decisions() == branch.decisions()


@SLOW
@given(st.data())
def test_a_part_says_so_and_does_not_become_whole(data: st.DataObject) -> None:
    """Without some reports nothing of them is in an export; its last line, and that of what is made of it, say so."""
    with lived(data.draw) as record, Record.open(":memory:") as other:
        hidden = data.draw(st.sets(st.sampled_from([*REPORTS]), min_size=1, max_size=2))
        there = {r.id for r in record.slice().reports} & hidden
        copy = record.without(there)
        lines = list(jsonl.whole(copy.contents(), _contract(copy), Counter({"restricted": len(there)})))
        told = [json.loads(t) for t in lines]
        assert not {p["id"] for p in told if p["kind"] == "report"} & hidden
        assert (
            not {p["report"] for p in told if p["kind"] in ("reading", "proposal", "assignment", "redirect")} & hidden
        )
        assert told[-1]["whole"] is not bool(there)
        assert took(other, lines).whole is not bool(there)
        again = exported(other)
        assert again == lines
        assert copy.slice().statements == record.state(without=there).statements
        copy.close()


def _contract(record: Record) -> Contract:
    return Contract(CONTRACT, "0.1", record.reader() or ReaderInfo("none", "0", ""))


def two(*readings: Reading) -> Record:
    """A record of some readings."""
    record = Record.open(":memory:")
    record.add(readings, READER)
    return record


def test_conflicting_decisions_are_kept_in_order_and_told() -> None:
    """Ours first, then theirs; the later stands; what conflicts is told with how to let the other stand."""
    with two(FIRST) as ours, two(FIRST) as theirs:
        ours.decide(Action.ACCEPT, ATTACK.id, "ana", at="2031-03-09T10:00:00Z")
        theirs.decide(Action.REJECT, ATTACK.id, "bo", at="2031-03-08T10:00:00Z")
        taken = took(ours, exported(theirs))
        assert [(d.seq, d.action, d.by) for d in ours.decisions()] == [
            (1, Action.ACCEPT, "ana"),
            (2, Action.REJECT, "bo"),
        ]
        (told,) = taken.told
        assert "decision 1 (accept, ana" in told
        assert "parley decide undo 2" in told
        assert ours.statement(ATTACK.id).decision.state == "rejected"  # type: ignore[union-attr]


def test_decisions_that_agree_are_no_conflict() -> None:
    """Both stand in the log, and nothing is told."""
    with two(FIRST) as ours, two(FIRST) as theirs:
        ours.decide(Action.ACCEPT, ATTACK.id, "ana")
        theirs.decide(Action.ACCEPT, ATTACK.id, "bo")
        assert took(ours, exported(theirs)).told == []
        assert len(ours.decisions()) == 2


def test_a_merge_joins_what_two_desks_read() -> None:
    """A denial that only one of them had read contests what the other held."""
    with two(FIRST) as ours, two(SECOND) as theirs:
        taken = took(ours, exported(theirs))
        assert (taken.new["reports"], taken.new["proposals"]) == (1, 1)
        (held,) = ours.slice().statements
        assert held.status == "contested"
        assert len(held.mentions) == 2


def test_what_was_withdrawn_does_not_come_back() -> None:
    """Neither the report's words nor what the other log quotes of them."""
    with two(FIRST) as ours, two(FIRST) as theirs:
        theirs.decide(Action.CORRECT, ATTACK.id, "bo", field="object", new={"text": "the secret port", "actors": []})
        ours.decide(Action.WITHDRAW, "r1", "ana")
        took(ours, exported(theirs))
        assert ours.report("r1").state is ReportState.WITHDRAWN  # type: ignore[union-attr]
        text = "\n".join(exported(ours))
        assert "secret port" not in text
        assert "Envoys met" not in text


def test_a_withdrawal_elsewhere_is_one_here() -> None:
    """It is a decision like others: what rests on the report goes, and the file is written anew without it."""
    with two(FIRST, SECOND) as ours, two(FIRST) as theirs:
        theirs.decide(Action.WITHDRAW, "r1", "bo", why="asked for")
        took(ours, exported(theirs))
        assert ours.report("r1").text is None  # type: ignore[union-attr]
        assert [s.status for s in ours.slice().statements] == ["denied"]


def test_the_stricter_mark_stands() -> None:
    """What one desk keeps in may not leave by way of another, and it is told."""
    with two(FIRST) as ours, Record.open(":memory:") as theirs:
        theirs.add([replace(FIRST, report=replace(FIRST.report, handling=Handling.SOURCE_SENSITIVE))], READER)
        taken = took(ours, exported(theirs))
        assert ours.marks() == {"r1": Handling.SOURCE_SENSITIVE}
        assert "source-sensitive" in taken.told[0]


def test_a_text_held_under_another_id_is_not_doubled() -> None:
    """It is noted, and that what was found in it there was passed over."""
    twin = replace(FIRST.report, id="x9")
    other = replace(ATTACK, id="p" + "0" * 15, report="x9", voices=(voice(report="x9"),))
    with two(FIRST) as ours, two(Reading(twin, ACTORS, (), (other,))) as theirs:
        taken = took(ours, exported(theirs))
        assert ours.counts()["proposals"] == 1
        assert ours.report("x9").id == "r1"  # type: ignore[union-attr]
        assert "'x9' is the text that is held as 'r1'" in taken.told[0]


def test_another_text_under_the_same_id_is_refused_whole() -> None:
    """Nothing of the export is kept."""
    with two(FIRST) as ours, two(SECOND, Reading(report("r1", text="Other words. " * 20))) as theirs:
        before = exported(ours)
        with pytest.raises(RecordError, match="another text under this id"):
            took(ours, exported(theirs))
        assert exported(ours) == before


def test_a_forecast_that_was_made_otherwise_is_told() -> None:
    """Ours stays."""
    made = Forecast("f1", "Will they sign?", None, 0.25, "2031-03-01")
    with two(FIRST) as ours, two(FIRST) as theirs:
        ours.keep_forecast(made)
        theirs.keep_forecast(replace(made, probability=0.5))
        assert "forecast 'f1'" in took(ours, exported(theirs)).told[0]
        assert ours.forecasts() == (made,)


@pytest.mark.parametrize("filled", [False, True])
def test_a_bad_line_leaves_the_record_as_it_was(filled: bool) -> None:
    """Wherever it stands, all that came before it is taken back."""
    with two(FIRST, SECOND) as theirs:
        theirs.decide(Action.ACCEPT, ATTACK.id, "ana")
        lines = exported(theirs)
    for n in range(1, len(lines)):
        spoilt = [*lines[:n], lines[n].replace('"kind": "', '"kind": "un', 1), *lines[n + 1 :]]
        with two(*([SECOND] if filled else [])) as ours:
            before = exported(ours)
            incoming = Checked(spoilt)
            with pytest.raises(WireError, match="none of"):
                ours.take_in(incoming, READER, "")
            assert incoming.line == n + 1
            assert exported(ours) == before


def test_a_file_that_was_cut_off_is_refused() -> None:
    """At any line after the first reading: the last line is missing, or counts more than there is."""
    with two(FIRST, SECOND) as theirs:
        lines = exported(theirs)
    first = next(i for i, t in enumerate(lines) if json.loads(t)["kind"] == "reading")
    for n in range(first + 1, len(lines)):
        with Record.open(":memory:") as ours, pytest.raises(RecordError, match=r"cut off|is missing"):
            took(ours, lines[:n])
    for n in range(1, len(lines) - 1):
        with Record.open(":memory:") as ours, pytest.raises((WireError, RecordError)):
            took(ours, [*lines[:n], *lines[n + 1 :]])


def test_a_slice_can_be_taken_in_as_a_part() -> None:
    """A snapshot's lines say nothing of readings: what they tell is there, and it is known to be a part."""
    with two(FIRST, SECOND) as theirs, Record.open(":memory:") as ours:
        part = theirs.slice()
        taken = took(ours, jsonl.export(part, _contract(theirs)))
        assert not taken.whole
        assert ours.slice().statements == part.statements
        assert ours.slice().actors == part.actors
        assert ours.has_read("r1", READER)
        assert json.loads(exported(ours)[-1])["whole"] is False


def test_old_lines_of_contract_1_0_are_read() -> None:
    """Of the same major version, with what it had."""
    with two(FIRST) as theirs, Record.open(":memory:") as ours:
        took(ours, jsonl.export(theirs.slice(), replace(_contract(theirs), version="1.0")))
        assert ours.slice().statements == theirs.slice().statements


def test_no_account_and_no_secret_is_in_an_export() -> None:
    """Who decided is named; accounts and their passwords are no part of a record."""
    with two(FIRST) as record:
        record.decide(Action.ACCEPT, ATTACK.id, "ana")
        text = "\n".join(exported(record))
        assert '"by": "ana"' in text
        assert "argon2" not in text
        assert {json.loads(t)["kind"] for t in exported(record)}.isdisjoint({"account", "password"})
