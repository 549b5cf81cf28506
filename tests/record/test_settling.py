"""Joining piece by piece makes what joining all at once makes, whatever comes in which order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.joining.builder import ACTORS, ENVOY, attack, meeting, on, proposal, report, talk, voice

from parley.joining import join
from parley.record import Record, settling
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import About, Judgement, Position, Role, Tie
from parley.terms.enums import Action, Outcome, PositionStance, Reality, Relation, Stance, Verdict
from parley.terms.layers import Reading
from parley.terms.log import Decision
from parley.terms.slice import ReaderInfo, Slice
from parley.terms.statement import MODEL, Proposal, model_proposal_id, proposal_id
from parley.terms.values import Trace
from parley.terms.wire import to_object

REPORTS = {
    r.id: r
    for r in (report("r1"), report("r2"), report("r3", "2031-03-07"), report("r4", None), report("r5", "2031-04-20"))
}
ONE_OR = st.sampled_from
_BODIES = st.one_of(
    st.builds(
        attack,
        ONE_OR([("ardova",), ("orlan",), ("reed-front",)]),
        ONE_OR([("belmark",), ("ardova",), ()]),
        ONE_OR([None, "arms", "grain"]),
    ),
    st.builds(meeting, ONE_OR(["ardova", "orlan"]), ONE_OR(["belmark", "reed-front"]), mode=ONE_OR([None, "visit"])),
    st.builds(talk, ONE_OR(["ardova", "orlan"]), ONE_OR(["belmark", "reed-front"]), outcome=st.sampled_from(Outcome)),
    st.builds(
        Tie,
        st.just(("ardova",)),
        ONE_OR([("belmark",), ("reed-front",)]),
        ONE_OR([Relation.ALLIED, Relation.KIN, Relation.GOVERNS]),
        st.just(1),
    ),
    st.builds(Role, ONE_OR(["orlan", "belmark"]), st.just("envoy"), ONE_OR(["ardova", "reed-front"])),
    st.builds(Position, st.just("ardova"), st.just("a truce"), st.just("ceasefire"), ONE_OR([*PositionStance][:2])),
    st.builds(lambda text: Judgement(About(text=text), Verdict.FAILURE), ONE_OR(["the port", "the port deal"])),
)
_DATES = ONE_OR(
    [
        None,
        None,
        None,
        on("2031-03-03"),
        on("2031-03-04"),
        on("2031-03-05"),
        on("2031-03-01", "2031-03-31"),
        on("2031-01-01", "2031-06-30"),
        on("2031-03-04", None),
    ]
)
_PROPOSALS = st.builds(
    proposal,
    _BODIES,
    ONE_OR([*REPORTS]),
    st.integers(0, 3).map(lambda n: n * 24),
    reality=ONE_OR([Reality.HAPPENED, Reality.HAPPENED, Reality.ONGOING, Reality.PLANNED, Reality.DID_NOT_HAPPEN]),
    date=_DATES,
)


@st.composite
def proposals(draw: st.DrawFn) -> list[Proposal]:
    """Proposals, some of them judgements about talks among them."""
    told = {p.id: p for p in draw(st.lists(_PROPOSALS, min_size=1, max_size=12))}
    talks = [p for p in told.values() if p.form == "talk"]
    for t in talks[:2]:
        judge = Judgement(About(talk=t.id), Verdict.FAILURE)
        said = proposal(judge, draw(ONE_OR([*REPORTS])), draw(st.integers(13, 16)) * 24, voices=[])
        told[said.id] = dataclasses.replace(said, voices=(voice("belmark", Stance.ASSERTS, report=said.report),))
    return list(told.values())


@st.composite
def decisions(draw: st.DrawFn, told: Sequence[Proposal]) -> list[Decision]:
    """A log over some proposals: anything may be merged, split, corrected, rejected, or undone again."""
    ids = [p.id for p in told]
    log: list[Decision] = []
    for seq in range(1, draw(st.integers(0, 6)) + 1):
        target, others = draw(ONE_OR(ids)), draw(st.lists(ONE_OR(ids), min_size=1, max_size=2))
        kind: Any = draw(ONE_OR(["merge", "split", "reject", "accept", "reality", "undo", "actor"]))
        made = {
            "merge": (target, Action.MERGE, None, others, None),
            "split": (target, Action.SPLIT, None, others, None),
            "reject": (target, Action.REJECT, None, None, None),
            "accept": (target, Action.ACCEPT, None, None, None),
            "reality": (target, Action.CORRECT, "reality", draw(st.sampled_from(Reality)).value, None),
            "undo": (target, Action.UNDO, None, None, draw(st.integers(1, max(seq - 1, 1)))),
            "actor": (draw(ONE_OR(["ardova", "reed-front"])), Action.MERGE, "actor", ["belmark"], None),
        }[kind]
        if kind != "undo" or seq > 1:
            log.append(
                Decision(seq, made[0], made[1], made[2], None, made[3], "ana", "2031-03-09T10:00:00Z", None, made[4])
            )
    return log


@contextmanager
def _record(at_once: int) -> Iterator[Record]:
    """A record in memory that joins so many proposals in one go."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settling, "AT_ONCE", at_once)
        with Record.open(":memory:") as made:
            yield made


def _same(record: Record, told: Sequence[Proposal], log: Sequence[Decision], known: Sequence[Affiliation]) -> None:
    part, whole = record.slice(), join(told, REPORTS.values(), ACTORS, known, log)
    assert part.statements == whole.statements
    assert part.talks == whole.talks
    assert part.affiliations == whole.affiliations
    assert part.actors == whole.actors
    assert part.merge_proposals == whole.merge_proposals
    counts = record.counts()
    assert (counts["statements"], counts["talks"]) == (len(whole.statements), len(whole.talks))
    assert counts["facts"] == sum(s.fact for s in whole.statements)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(st.data(), st.integers(1, 5))
def test_pieces_make_the_whole(data: st.DataObject, at_once: int) -> None:
    """Reports in any order, asked in between, read again by a newer reader, decided upon: the same record."""
    told = data.draw(proposals())
    later = data.draw(proposals())
    log = data.draw(decisions([*told, *later]))
    with _record(at_once) as record:
        for version, found in (("1", told), ("2", later)):
            for name in data.draw(st.permutations([*REPORTS])):
                own = tuple(p for p in found if p.report == name)
                record.add([Reading(REPORTS[name], ACTORS, (ENVOY,), own)], ReaderInfo("test", version, "c0de"))
                if data.draw(st.booleans()):
                    record.counts()
            _same(record, found, (), (ENVOY,))
        record.load(Slice(decisions=tuple(log)))
        _same(record, later, log, (ENVOY,))
        others = [_by_another(p) for p in told]
        for name in REPORTS:
            own = tuple(p for p in others if p.report == name)
            record.add([Reading(REPORTS[name], ACTORS, (ENVOY,), own)], ReaderInfo("other", "1", "c0de"))
        _same(record, [*later, *others], log, (ENVOY,))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(st.data(), st.integers(1, 5))
def test_a_model_reads_before_or_after_the_rules(data: st.DataObject, at_once: int) -> None:
    """Whoever reads first, whatever is read again: the record is what joining both at once makes."""
    ruled, later, models = (
        data.draw(proposals()),
        data.draw(proposals()),
        [_by_a_model(p) for p in data.draw(proposals())],
    )
    log = data.draw(decisions([*later, *models]))
    with _record(at_once) as record:
        for reader, told in data.draw(st.permutations([("test", ruled), ("chat", models)])):
            for name in data.draw(st.permutations([*REPORTS])):
                own = tuple(p for p in told if p.report == name)
                record.add([Reading(REPORTS[name], ACTORS, (ENVOY,), own)], ReaderInfo(reader, "1", "c0de"))
                if data.draw(st.booleans()):
                    record.counts()
        _same(record, [*ruled, *models], (), (ENVOY,))
        for name in REPORTS:
            own = tuple(p for p in later if p.report == name)
            record.add([Reading(REPORTS[name], ACTORS, (ENVOY,), own)], ReaderInfo("test", "2", "c0de"))
        record.load(Slice(decisions=tuple(log)))
        _same(record, [*later, *models], log, (ENVOY,))


def _by_a_model(p: Proposal) -> Proposal:
    """The same as a language model finds it; what it judges it tells in words, for it knows no ids."""
    if isinstance(p.body, Judgement):
        p = dataclasses.replace(p, body=dataclasses.replace(p.body, about=About(text="the port deal")))
    trace = (Trace(MODEL, "tiny at here", p.head.start, p.head.end),)
    id_ = model_proposal_id(p.report, p.form, p.head, "chat 1")
    return dataclasses.replace(p, reader="chat 1", id=id_, trace=trace, links=())


def _by_another(p: Proposal) -> Proposal:
    """The same as another reader finds it."""
    return dataclasses.replace(p, reader="other", id=proposal_id(p.report, p.form, p.head, "other"), links=())


def test_judgements_of_talks_that_come_later_are_joined_where_the_talks_are() -> None:
    """A talk is bound to a judgement that came before it, also where nothing else is near to it."""
    day = on("2031-03-04")
    one, other = (proposal(talk(who, "belmark"), r, date=day) for who, r in (("ardova", "r1"), ("orlan", "r3")))
    judged = [
        proposal(Judgement(About(talk=t.id), Verdict.FAILURE), r, 24, voices=[voice("belmark", report=r)])
        for t, r in ((one, "r4"), (other, "r5"))
    ]
    told = [judged[0], one, judged[1], other]
    with _record(1) as record:
        for p in told:
            record.add([Reading(REPORTS[p.report], ACTORS, (ENVOY,), (p,))], ReaderInfo("test", "1", "c0de"))
            record.settle()
        _same(record, told, (), (ENVOY,))
        assert [len(s.mentions) for s in record.slice().statements] == [2]


def test_an_added_statement_is_joined_like_any_other() -> None:
    """What a person adds joins the telling of another report, and an undo takes it out again."""
    day = on("2031-03-04")
    found, mine = proposal(attack(), "r1", date=day), proposal(attack(), "r2", date=day)
    mine = dataclasses.replace(mine, reader="person")
    add = Decision(1, mine.id, Action.ADD, None, None, to_object(mine), "ana", "2031-03-09T10:00:00Z")
    with _record(100) as record:
        record.add(
            [Reading(REPORTS[r], ACTORS, (), (found,) if r == "r1" else ()) for r in ("r1", "r2")],
            ReaderInfo("test", "1", "c0de"),
        )
        record.load(Slice(decisions=(add,)))
        (one,) = record.slice().statements
        assert [m.report for m in one.mentions] == ["r1", "r2"]
        record.load(
            Slice(decisions=(Decision(2, mine.id, Action.UNDO, None, None, None, "ana", "2031-03-10", undoes=1),))
        )
        (one,) = record.slice().statements
        assert [m.report for m in one.mentions] == ["r1"]
