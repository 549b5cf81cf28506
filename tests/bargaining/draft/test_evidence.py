"""What a record says of a party, as rows of the table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from parley.bargaining.draft.evidence import Found, cost, disposition, help_given, hold, standing, ties
from parley.bargaining.draft.faces import Faces
from parley.terms.bodies import Event, Position, Tie
from parley.terms.enums import HarmKind, Intensity, PositionStance, Reality, Relation, Root, Stance
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk
from parley.terms.values import Harm

Tell = Callable[..., Statement]
NOT = Reality.DID_NOT_HAPPEN


@pytest.fixture
def faces(record: Callable[..., Slice], talk: Talk) -> Callable[..., Faces]:
    """The talk's parties in a record of some statements."""
    return lambda *statements: Faces(record(*statements), talk)


def attack(*on: str) -> Event:
    return Event(Root.ASSAULT, recipients=on)


def loss(of: str) -> Event:
    return Event(Root.OTHER, "lose", actors=(of,))


def test_costs(faces: Callable[..., Faces], tell: Tell) -> None:
    """Attacks and losses hurt; a denial of losses outweighs attacks, and is worth nothing beside losses."""
    struck, lost, spared = tell("s1", attack("league")), tell("s2", loss("envoy")), tell("s3", loss("league"), NOT)
    assert cost(faces(), "league") == Found("unknown")
    assert cost(faces(struck), "league") == Found("hurt", "s1")
    assert cost(faces(lost), "league") == Found("hurt", "s2")
    assert cost(faces(struck, spared), "league") == Found("unhurt", "s3")
    assert cost(faces(lost, spared), "league") == Found("unknown")
    assert cost(faces(struck), "crown") == Found("unknown")


def test_only_facts_hurt(faces: Callable[..., Faces], tell: Tell) -> None:
    """What is alleged, planned or denied is no loss."""
    for told in (
        tell("s1", attack("league"), Reality.PLANNED),
        tell("s1", attack("league"), Reality.HAPPENED, Stance.ALLEGES),
    ):
        assert cost(faces(told), "league") == Found("unknown")


def test_harm_on_a_side(faces: Callable[..., Faces], tell: Tell) -> None:
    """Its own dead hurt a party, whoever was attacked."""
    harm = (Harm(HarmKind.KILLED, 3, 3, "three", side="crown"),)
    assert cost(faces(tell("s1", Event(Root.ASSAULT, harm=harm))), "crown") == Found("hurt", "s1")


def test_dispositions(faces: Callable[..., Faces], tell: Tell) -> None:
    """Refusals and strong positions are firm; concessions to the other and conditions yield; both say nothing."""
    refused = tell("s1", Event(Root.REJECT, actors=("league",)))
    gave = tell("s2", Event(Root.CONCEDE, actors=("league",), recipients=("crown",)))
    aside = tell("s3", Event(Root.RETREAT, "ceasefire", actors=("league", "friend")))
    strong = tell("s4", Position("league", "rule", None, PositionStance.AGAINST, Intensity.HIGH), Reality.ONGOING)
    maybe = tell("s5", Position("league", "rule", None, PositionStance.CONDITIONAL), Reality.ONGOING)
    assert disposition(faces(), "league", None) == Found("unknown")
    assert disposition(faces(refused), "league", None) == Found("firm", "s1")
    assert disposition(faces(gave), "league", None) == Found("yielding", "s2")
    assert disposition(faces(aside), "league", None) == Found("unknown")
    assert disposition(faces(), "league", strong) == Found("firm", "s4")
    assert disposition(faces(), "league", maybe) == Found("yielding", "s5")
    assert disposition(faces(refused, gave), "league", None) == Found("unknown")


def test_ties_and_what_they_are_worth(faces: Callable[..., Faces], tell: Tell) -> None:
    """Sponsors bias and hold; dependence holds, and does not bias; warmth and wariness together say nothing."""

    def shown(*relations: tuple[str, str, Relation]) -> tuple[str, str]:
        told = [tell(f"s{i}", Tie((a,), (b,), r, 0), Reality.ONGOING) for i, (a, b, r) in enumerate(relations)]
        found = ties(faces(*told), "host", "league")
        return standing(found).row, hold(found).row

    assert shown() == ("none", "none")
    assert shown(("host", "league", Relation.PATRON_OF)) == ("patron", "dependent")
    assert shown(("league", "host", Relation.DEPENDS_ON)) == ("none", "dependent")
    assert shown(("host", "league", Relation.DEPENDS_ON)) == ("none", "none")
    assert shown(("league", "host", Relation.FRIENDLY)) == ("friendly", "friendly")
    assert shown(("host", "league", Relation.WARY)) == ("adverse", "none")
    assert shown(("host", "league", Relation.WARY), ("host", "league", Relation.KIN)) == ("none", "friendly")


def test_help(faces: Callable[..., Faces], tell: Tell) -> None:
    """A fact comes before a tie, a tie before a claim; what did not happen is none."""
    aid = Event(Root.AID, actors=("friend",), recipients=("envoy",))
    fact, claim = tell("s1", aid), tell("s2", aid, Reality.HAPPENED, Stance.ALLEGES)
    tie = tell("s3", Tie(("friend",), ("league",), Relation.SUPPORTS, 1), Reality.ONGOING)
    assert help_given(faces(), "friend", "league") is None
    assert help_given(faces(claim), "friend", "league") == Found("claim", "s2")
    assert help_given(faces(claim, tie), "friend", "league") == Found("tie", "s3")
    assert help_given(faces(claim, tie, fact), "friend", "league") == Found("fact", "s1")
    assert help_given(faces(tell("s4", aid, NOT)), "friend", "league") is None
