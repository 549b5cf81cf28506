"""A slice that tells every form, facts and what is none, with hostile names: other projects' forms are tried on it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from tests.web.telling import readings

from parley.joining import join
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Role, Tie
from parley.terms.enums import ActorType, DecisionState, Form, Reality, Relation, Root, Stance, Status, Tenure
from parley.terms.slice import ReaderInfo, Slice
from parley.terms.statement import Decided, Mention, Statement, Variants
from parley.terms.values import REPORT, Span, Voice

HOSTILE = 'Reed\x00"\n<b>&]]>|[[x]] # %%\ud800 – :{'
READER = ReaderInfo("by-hand", "1", "0")


@cache
def told() -> Slice:
    """The workbench's small record, joined."""
    made = readings()
    actors = {a.id: a for r in made for a in r.actors}
    proposals = [p for r in made for p in r.proposals]
    reports = [r.report for r in made]
    joined = join(proposals, reports, tuple(actors.values()), ())
    return Slice(
        tuple(reports), joined.actors, joined.affiliations, tuple(proposals), joined.statements, joined.talks,
        reader=READER,
    )  # fmt: skip


def statement(id: str, body: Event | Tie | Role, fact: bool = True, who: str = REPORT) -> Statement:  # noqa: A002
    """A statement of the first report's first words."""
    report = told().reports[0]
    status = Status.REPORTED if fact else Status.CLAIMED
    mention = Mention(id, report.id, (report.text or "")[:9], 0, 9, Span(0, 9))
    voice = Voice(report.id, who, Stance.ASSERTS)
    return Statement(
        id, Form(body.FORM), (mention,), Reality.HAPPENED, (voice,), status, fact, None, (), Variants(), (), 0.5, None,
        body,
    )  # fmt: skip


@cache
def more() -> Slice:
    """The same with ties and offices of every kind, and with somebody whose name is hostile."""
    people = tuple(Actor(f"p{n}", f"Person {n}", ActorType.PERSON, "NOR") for n in range(3))
    reed = Actor("reed", HOSTILE, ActorType.ARMED_GROUP, aliases=(HOSTILE, "Reed"), wikidata="Q1; DROP")
    firm = Actor("firm", "Orlan Steel", ActorType.ORGANISATION, "NOR", "BUS", members=("p1",))
    some = Actor("some", "several envoys", ActorType.GROUP, members=("p0", "p1"), described_as="several envoys")
    ends = (("p0", "p1"), ("p0", "reed"), ("reed", "p0"), ("reed", "firm"))
    ties = [
        statement(f"t-{r.value}-{n}", Tie((a,), (b,), r, -1 if r is Relation.HOSTILE else 1))
        for r in Relation
        for n, (a, b) in enumerate(ends)
    ]
    offices = [
        statement(f"o-{n}", Role(who, office, of, None, Tenure.CURRENT))
        for n, (who, office, of) in enumerate(
            [
                ("p0", "leader", "reed"), ("p1", "spokesman", "reed"), ("p2", "minister", "northland"),
                ("reed", "envoy", "northland"), ("p0", "envoy", None), ("reed", "leader", "reed"),
                ("reed", "envoy", None),
            ]
        )
    ]  # fmt: skip
    doubtful = [
        statement("c-tie", Tie(("p0",), ("p1",), Relation.KIN, 1), False, "reed"),
        statement("c-event", Event(Root.ASSAULT, actors=("reed",), recipients=("p0",)), False, "p0"),
        statement("c-role", Role("p2", "leader", "firm"), False, "p0"),
    ]
    gone = replace(
        statement("gone", Event(Root.ASSAULT, actors=("reed",), recipients=("p1",))),
        decision=Decided(DecisionState.REJECTED, "ana", "2031-06-01T00:00:00Z"),
    )
    own = told()
    return replace(
        own,
        actors=(*own.actors, *people, reed, firm, some),
        statements=(*own.statements, *ties, *offices, *doubtful, gone),
    )
