"""A small record: a government and a group that talk, and who stands behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Party, StatementBody
from parley.terms.enums import ActorType, DateBasis, Outcome, Reality, Stance
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk, Variants
from parley.terms.values import Date, Span, Voice

Tell = Callable[..., Statement]

ACTORS = (
    Actor("crown", "the Crown", ActorType.GOVERNMENT, "AAA"),
    Actor("league", "the League", ActorType.ARMED_GROUP, "AAA"),
    Actor("envoy", "the envoy", ActorType.PERSON, "AAA"),
    Actor("host", "Hostland", ActorType.STATE, "HHH"),
    Actor("friend", "Friendland", ActorType.STATE, "FFF"),
    Actor("town", "the town", ActorType.REGION, "AAA"),
)


@pytest.fixture(scope="session")
def tell() -> Tell:
    """Make a statement from a body: its id, its reality, and how its one voice stands to it."""

    def made(id_: str, body: StatementBody, reality: Reality = Reality.HAPPENED, *stances: Stance) -> Statement:
        voices = tuple(Voice("r1", "report" if i == 0 else "x", s) for i, s in enumerate(stances or (Stance.ASSERTS,)))
        status = status_of(voices)
        mention = Mention(f"m{id_}", "r1", "", 0, 0, Span(0, 0))
        fact = counts_as_fact(status, reality)
        return Statement(
            id_, body.FORM, (mention,), reality, voices, status, fact, None, (), Variants(), (), 0.5, None, body
        )

    return made


@pytest.fixture(scope="session")
def talk() -> Talk:
    """The Crown and the League, brought together by Hostland; the League's envoy came."""
    return Talk(
        id="t1",
        title="",
        process=None,
        round=None,
        parties=(Party("crown"), Party("league", ("envoy",))),
        mediators=("host",),
        hosts=("host",),
        place=None,
        date=Date("2024-05-01", "2024-05-01", "", DateBasis.STATED),
        level=None,
        format=None,
        agenda=(),
        outcome=Outcome.AGREEMENT,
        voices=(Voice("r1", "report", Stance.ASSERTS),),
    )


@pytest.fixture(scope="session")
def record(talk: Talk) -> Callable[..., Slice]:
    """A slice of these actors, the talk and some statements."""

    def made(*statements: Statement, affiliations: tuple[Affiliation, ...] = ()) -> Slice:
        return Slice(actors=ACTORS, talks=(talk,), statements=statements, affiliations=affiliations)

    return made
