"""A drafted scenario as a whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from parley.bargaining import outlook
from parley.bargaining.draft import as_toml, draft
from parley.settings import parse_scenario
from parley.terms.bodies import About, Event, Judgement, Party, Position, Tie
from parley.terms.enums import Intensity, Outcome, PositionStance, Reality, Relation, Root, Stance, Verdict
from parley.terms.outlook import Outlook
from parley.terms.scenario import Quantity, Scenario
from parley.terms.scenario_faults import faults_of, fields_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

Tell = Callable[..., Statement]


@pytest.fixture
def told(tell: Tell) -> tuple[Statement, ...]:
    """Some of everything."""
    return (
        tell("s1", Position("crown", "self-rule", "autonomy", PositionStance.AGAINST, Intensity.HIGH), Reality.ONGOING),
        tell("s2", Tie(("crown",), ("host",), Relation.DEPENDS_ON, 0), Reality.ONGOING),
        tell("s3", Tie(("friend",), ("league",), Relation.PATRON_OF, 1), Reality.ONGOING),
        tell("s4", Event(Root.AID, actors=("friend",), recipients=("league",)), Reality.HAPPENED, Stance.ALLEGES),
        tell("s5", Judgement(About(talk="t1"), Verdict.GAIN, gainers=("host",))),
        tell("s6", Event(Root.ASSAULT, actors=("crown",), recipients=("league",))),
    )


def test_what_is_told_is_cited(record: Callable[..., Slice], talk: Talk, told: tuple[Statement, ...]) -> None:
    """Positions, ties, help, losses and gains each rest on their statement; the rest says that it is a prior."""
    made = draft(record(*told), talk)
    assert faults_of(made) == ()
    crown, league, host = (made.actor(a) for a in ("crown", "league", "host"))
    stand = crown.on("autonomy")
    assert stand
    assert (stand.position.source, crown.contender and crown.contender.red_lines[0].at_most) == (
        "s1",
        _cited("s1", made),
    )
    assert league.cost_no_agreement
    assert league.cost_no_agreement.source == "s6"
    assert host.talks_benefit
    assert host.talks_benefit.source == "s5"
    assert [(b.giver, b.receiver) for b in made.backings] == [("friend", "league")]
    assert made.backings[0].support
    assert made.backings[0].support.source == "s3"
    assert made.mediator
    assert {v.on: v.leverage and v.leverage.source for v in made.mediator.levers} == {"crown": "s2", "league": None}
    assert all(q.source or "(prior " in (q.assumption or "") for _, _, q in fields_of(made))
    assert all(q.low < q.high for _, _, q in fields_of(made))


def _cited(source: str, made: Scenario) -> Quantity | None:
    found = [q for _, kind, q in fields_of(made) if kind == "red_line" and q.source == source]
    return found[0] if found else None


def test_a_draft_can_be_read_back(record: Callable[..., Slice], talk: Talk, told: tuple[Statement, ...]) -> None:
    """What is written is what was drafted."""
    made = draft(record(*told), talk)
    assert parse_scenario(as_toml(made)) == made


def test_nothing_told_is_a_scenario_too(record: Callable[..., Slice], talk: Talk) -> None:
    """Two parties and a mediator, all of it priors; how the talk ended is not looked at."""
    made = draft(record(), talk)
    assert faults_of(made) == ()
    assert made == draft(record(), replace(talk, outcome=Outcome.NO_RESULT))
    assert [a.id for a in made.contenders] == ["crown", "league"]
    assert made.hosts == ("host",)
    assert outlook(made, 200).confidence.startswith("low confidence: 0%")


def test_one_party_is_refused(record: Callable[..., Slice], talk: Talk) -> None:
    """An envoy and who sent it are one."""
    with pytest.raises(ValueError, match="fewer than two parties"):
        draft(record(), replace(talk, parties=(Party("league", ("envoy",)), Party("envoy"))))


def chances(o: Outlook) -> float:
    assert o.chance
    return o.chance.probability.middle


def test_directions(record: Callable[..., Slice], talk: Talk, tell: Tell) -> None:
    """Losses and concessions make an agreement likelier, refusals and being spared less likely."""

    def drafted(*statements: Statement) -> float:
        return chances(outlook(draft(record(*statements), talk), 2000))

    plain = drafted()
    assert drafted(tell("s1", Event(Root.ASSAULT, recipients=("crown",)))) > plain
    assert drafted(tell("s1", Event(Root.CONCEDE, actors=("league",), recipients=("crown",)))) > plain
    assert drafted(tell("s1", Event(Root.REJECT, actors=("league",)))) < plain
    assert drafted(tell("s1", Event(Root.OTHER, "lose", actors=("crown",)), Reality.DID_NOT_HAPPEN)) < plain


def test_host_that_gains_is_better_off(record: Callable[..., Slice], talk: Talk, tell: Tell) -> None:
    """A judgement that the host gains by the talks makes it firmer that it does though they fail."""

    def share(*statements: Statement) -> float:
        found = outlook(draft(record(*statements), talk), 2000).conclusions
        gain = next(c for c in found if c.id == "talks:host")
        return gain.share if "would gain" in gain.statement else 1 - gain.share

    gains = tell("s1", Judgement(About(talk="t1"), Verdict.GAIN, gainers=("host",)))
    assert share(gains) > share()
