"""Records as people leave them: read, read again, decided upon in every way, undone, withdrawn, coded, forecast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from tests.joining.builder import ACTORS, ENVOY, attack, meeting, on, proposal, report, talk, voice

from parley.formats import jsonl
from parley.record import Record, RecordError
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Role, Tie
from parley.terms.enums import Action, ActorType, Outcome, Reality, Relation, ReportState, Stance
from parley.terms.layers import Reading
from parley.terms.log import Forecast, Snapshot
from parley.terms.report import Appearance
from parley.terms.slice import CONTRACT, Contract, ReaderInfo
from parley.terms.statement import Proposal
from parley.terms.wire import to_object

REPORTS = {
    r.id: r
    for r in (
        report("r1"),
        report("r2", publisher="Post"),
        report("r3", "2031-03-07"),
        report("r4", None),
        replace(report("r5", "2031-04-20"), state=ReportState.UNREAD, why="no reader", language="xx"),
    )
}
READ = ["r1", "r2", "r3", "r4"]
ONE_OR = st.sampled_from
READERS = ONE_OR([ReaderInfo("test", "1", "c0de"), ReaderInfo("test", "2", "c0de"), ReaderInfo("other", "1", "")])
Draw = Callable[..., Any]
"""Draws a value from a strategy."""
WHEN = ONE_OR(["2031-03-09T10:00:00Z", "2031-03-09T11:00:00Z", "2031-03-10T10:00:00Z"])
DAYS = ONE_OR([None, on("2031-03-03"), on("2031-03-04"), on("2031-03-01", "2031-03-31")])
_BODIES = st.one_of(
    st.builds(attack, ONE_OR([("ardova",), ("orlan",), ("reed-front",)]), ONE_OR([("belmark",), ()])),
    st.builds(meeting, ONE_OR(["ardova", "orlan"]), ONE_OR(["belmark", "reed-front"])),
    st.builds(talk, ONE_OR(["ardova", "orlan"]), ONE_OR(["belmark", "reed-front"]), outcome=st.sampled_from(Outcome)),
    st.builds(
        Tie, st.just(("reed-front",)), st.just(("belmark",)), ONE_OR([Relation.ALLIED, Relation.GOVERNS]), st.just(1)
    ),
    st.builds(Role, ONE_OR(["orlan", "belmark"]), st.just("envoy"), ONE_OR(["ardova", "reed-front"])),
)
_TELLINGS = (*ACTORS, Actor("ardova", "Ardova", ActorType.STATE, aliases=("The Ardovans",)))
_STANDING = ONE_OR([(), (ENVOY,), (Affiliation("reed-front", "belmark", "governs", "2031-01-01"),)])


@st.composite
def readings(draw: st.DrawFn, name: str) -> Reading:
    """What a reader found in one report, denials among it."""
    if REPORTS[name].state is ReportState.UNREAD:
        return Reading(REPORTS[name])
    told: dict[str, Proposal] = {}
    for start in draw(st.lists(st.integers(0, 3), unique=True, max_size=3)):
        stance = draw(ONE_OR([Stance.ASSERTS, Stance.DENIES, Stance.ADMITS]))
        who = draw(ONE_OR(["report", "belmark", "orlan", None]))
        made = proposal(
            draw(_BODIES),
            name,
            start * 24,
            date=draw(DAYS),
            voices=[voice(who, stance, name)],
            reality=draw(ONE_OR([Reality.HAPPENED, Reality.PLANNED])),
        )
        told[made.id] = made
    return Reading(REPORTS[name], draw(st.permutations(_TELLINGS)), draw(_STANDING), tuple(told.values()))  # type: ignore[arg-type]


def _decide(draw: Draw, record: Record) -> None:
    """One decision of any kind, on anything; one that means nothing is refused and leaves no trace."""
    held = [p.id for r in READ for p in record.proposals(r)] or ["nothing"]
    target, others = draw(ONE_OR(held)), draw(st.lists(ONE_OR(held), min_size=1, max_size=2))
    reality = draw(ONE_OR([*Reality]))
    kind = draw(ONE_OR(["accept", "reject", "correct", "merge", "split", "rate", "actor", "report", "add", "undo"]))
    made: dict[str, Any] = {
        "accept": {"action": Action.ACCEPT, "target": target},
        "reject": {"action": Action.REJECT, "target": target, "why": "a rumour"},
        "correct": {"action": Action.CORRECT, "target": target, "field": "reality", "new": reality.value},
        "merge": {"action": Action.MERGE, "target": target, "new": others},
        "split": {"action": Action.SPLIT, "target": target, "new": others},
        "rate": {
            "action": Action.RATE,
            "target": draw(ONE_OR(["Wire", "r1", "ardova"])),
            "field": "source",
            "new": "B",
        },
        "actor": {"action": Action.MERGE, "target": "ardova", "new": ["belmark"]},
        "report": draw(
            ONE_OR(
                [
                    {"action": Action.CORRECT, "target": "r1", "field": "published", "new": "2031-03-01"},
                    {"action": Action.CORRECT, "target": "r2", "field": "handling", "new": "restricted"},
                    {"action": Action.CORRECT, "target": "orlan", "field": "name", "new": "Orlan the Elder"},
                    {"action": Action.WITHDRAW, "target": "r3", "why": "asked for"},
                ]
            )
        ),
        "add": {"action": Action.ADD, "target": "r1", "new": _added(draw)},
        "undo": {"action": Action.UNDO, "target": "", "undoes": draw(st.integers(1, 6))},
    }[kind]
    coder: dict[str, Any] = {"coder": "bo", "round": 1} if draw(st.integers(0, 5)) == 0 else {}
    with suppress(RecordError):
        record.decide(by=draw(ONE_OR(["ana", "cai"])), at=draw(WHEN), **coder, **made)


def _added(draw: Draw) -> dict[str, Any]:
    added = proposal(draw(_BODIES), "r1", draw(st.integers(8, 10)) * 24, date=draw(DAYS))
    return to_object(replace(added, reader="ana"))


def live(draw: Draw, record: Record, many: int = 8) -> None:
    """Let things happen to a record."""
    for _ in range(draw(st.integers(1, many))):
        match draw(ONE_OR(["read", "read", "decide", "decide", "decide", "again", "beside"])):
            case "read":
                name = draw(ONE_OR([*REPORTS]))
                with suppress(RecordError):
                    record.add([draw(readings(name))], draw(READERS))
            case "decide":
                _decide(draw, record)
            case "again":
                seen = (Appearance("Post", "http://post.example/1", "2031-03-06", None),)
                record.seen_again([replace(REPORTS["r2"], id=draw(ONE_OR(["r2", "r2b"])), appearances=seen)])
            case _:
                _beside(draw, record)


def _beside(draw: Draw, record: Record) -> None:
    made = Forecast("f1", "Will they sign?", None, 0.25, "2031-03-01", "2031-05-01", by="ana")
    with suppress(RecordError):
        record.keep_forecast(made)
        if draw(st.booleans()):
            record.keep_forecast(replace(made, outcome=True, settled="2031-05-01", settled_by="ana"))
        record.assign(draw(ONE_OR([*REPORTS])), "bo")
        record.finish("r1", "bo")
    record.keep_snapshot(Snapshot("s1", "2031-03-09T12:00:00Z", "test 1", "0" * 64, (("reports", 1),)))


@contextmanager
def lived(draw: Draw, many: int = 8) -> Iterator[Record]:
    """A record in memory to which things have happened."""
    with Record.open(":memory:") as record:
        live(draw, record, many)
        yield record


def exported(record: Record) -> list[str]:
    """All lines of a record."""
    reader = record.reader() or ReaderInfo("none", "0", "")
    return list(jsonl.whole(record.contents(), Contract(CONTRACT, "0.1", reader)))
