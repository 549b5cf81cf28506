"""The outlook as a whole: what must hold whatever the scenario says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files

import pytest

from parley.bargaining import outlook
from parley.bargaining.claims import margins
from parley.bargaining.inputs import Draws, inputs_of, middles
from parley.settings import parse_scenario
from parley.terms.outlook import Conclusion, Outlook
from parley.terms.scenario import Backing, Lever, Quantity, Scenario, Stakeholder, Stand

DRAWS = 1000


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


def concluded(o: Outlook) -> dict[str, Conclusion]:
    return {c.id: c for c in o.conclusions}


def share_signable(scenario: Scenario) -> float:
    return outlook(scenario, DRAWS, 1).bargaining.signable


def test_same_seed_same_outlook(quarrel: Scenario) -> None:
    """The same seed gives the very same figures and words; another seed gives others."""
    assert outlook(quarrel, DRAWS, 7) == outlook(quarrel, DRAWS, 7)
    assert outlook(quarrel, DRAWS, 7) != outlook(quarrel, DRAWS, 8)


def test_every_result_names_its_method(quarrel: Scenario) -> None:
    """Method, parameters, seed and version stand with every result; own operationalisations say so."""
    o = outlook(quarrel, DRAWS, 7)
    assert o.chance
    methods = [o.bargaining.method, o.gains.method, o.chance.method]
    methods += [c.method for c in o.compromises] + [i.method for i in o.indices]
    assert all(m.seed == 7 and m.version == o.version and ("draws", "1000") in m.parameters for m in methods)
    assert {s.method.name for s in o.second_opinions} == {"challenge model", "spatial model"}
    assert all(s.method.version == o.version and s.method.source for s in o.second_opinions)
    assert all(m.own == ("own" in m.source) for m in methods)


def test_permuting_actors_permutes_results(quarrel: Scenario) -> None:
    """The order of actors changes the order of rows, nothing else."""
    there, back = outlook(quarrel, DRAWS, 7), outlook(replace(quarrel, actors=quarrel.actors[::-1]), DRAWS, 7)
    assert there.compromises[0].mean.middle == pytest.approx(back.compromises[0].mean.middle)
    assert there.bargaining.width.middle == pytest.approx(back.bargaining.width.middle)
    for one, other_way in zip(there.second_opinions, back.second_opinions, strict=True):
        assert other_way.at_middle == pytest.approx(one.at_middle)
    for row in there.gains.rows:
        other = next(r for r in back.gains.rows if r.actor == row.actor)
        assert row.from_failure.middle == pytest.approx(other.from_failure.middle)
        assert row.spoiler == pytest.approx(other.spoiler)
    assert {k: c.share for k, c in concluded(there).items()} == pytest.approx(
        {k: c.share for k, c in concluded(back).items()}, abs=1 / DRAWS
    )


def test_a_silent_actor_changes_nothing(quarrel: Scenario) -> None:
    """An actor to whom nothing matters and who gives nothing leaves every other figure as it was."""
    silent = Stakeholder("west", "West", point(90), (Stand("land", point(0), point(0)),))
    before, after = outlook(quarrel, DRAWS, 7), outlook(replace(quarrel, actors=(*quarrel.actors, silent)), DRAWS, 7)
    assert after.compromises == before.compromises
    assert after.bargaining == before.bargaining
    assert after.chance == before.chance
    assert after.gains.rows[:-1] == before.gains.rows
    for one, other in zip(before.second_opinions, after.second_opinions, strict=True):
        assert other.at_middle == pytest.approx(one.at_middle)


def _mirrored(q: Quantity) -> Quantity:
    return replace(q, low=100 - q.high, high=100 - q.low)


def _halved(q: Quantity) -> Quantity:
    return replace(q, low=q.low / 2, high=q.high / 2)


def _moved(scenario: Scenario, move: Callable[[Quantity], Quantity]) -> Scenario:
    def actor(a: Stakeholder) -> Stakeholder:
        stands = tuple(replace(s, position=move(s.position)) for s in a.stands)
        return replace(a, stands=stands, contender=a.contender and replace(a.contender, red_lines=()))

    return replace(scenario, actors=tuple(actor(a) for a in scenario.actors))


def test_rescaling_positions_rescales_outcomes(quarrel: Scenario) -> None:
    """On half the scale every outcome is halved, and what the parties can sign does not change."""
    whole = outlook(_moved(quarrel, lambda q: q), DRAWS, 7)
    half = outlook(_moved(quarrel, _halved), DRAWS, 7)
    assert half.compromises[0].mean.middle == pytest.approx(whole.compromises[0].mean.middle / 2)
    assert half.bargaining.width.middle == pytest.approx(whole.bargaining.width.middle / 2)
    assert half.bargaining.signable == whole.bargaining.signable
    for a, b in zip(half.gains.rows, whole.gains.rows, strict=True):
        assert a.from_failure.middle == pytest.approx(b.from_failure.middle)


def test_mirrored_positions_mirror_outcomes(quarrel: Scenario) -> None:
    """Turning the scale round turns the outcome round (up to the draws)."""
    one, other = outlook(_moved(quarrel, lambda q: q), 4000, 7), outlook(_moved(quarrel, _mirrored), 4000, 7)
    assert other.compromises[0].mean.middle == pytest.approx(100 - one.compromises[0].mean.middle, abs=1)
    assert other.bargaining.signable == pytest.approx(one.bargaining.signable, abs=0.03)


def _with_cost(scenario: Scenario, who: str, cost: float) -> Scenario:
    actors = (replace(a, cost_no_agreement=point(cost)) if a.id == who else a for a in scenario.actors)
    return replace(scenario, actors=tuple(actors))


def test_direction_of_cost(quarrel: Scenario) -> None:
    """The dearer it is for a party to refuse, the more often something can be signed."""
    shares = [share_signable(_with_cost(quarrel, "south", cost)) for cost in (-0.2, 0.0, 0.2, 0.4)]
    assert shares == sorted(shares)
    assert shares[0] < shares[-1]


def test_direction_of_outside_help(quarrel: Scenario) -> None:
    """Bearing a party's costs makes a deal rarer; leverage on it or rewards for signing make it commoner."""
    plain = share_signable(quarrel)

    def backed(**given: Quantity) -> float:
        return share_signable(replace(quarrel, backings=(*quarrel.backings, Backing("east", "south", **given))))

    assert backed(subsidy=point(0.15)) < plain
    assert backed(leverage=point(0.15)) > plain
    assert backed(inducement=point(0.15)) > plain


def test_levers_count_in_the_further_round_only(quarrel: Scenario) -> None:
    """What the mediator could bring to bear leaves the round as it stands, and helps the next."""
    assert quarrel.mediator
    strong = replace(quarrel, mediator=replace(quarrel.mediator, levers=(Lever("south", point(0.5)),)))
    before, after = outlook(quarrel, DRAWS, 7), outlook(strong, DRAWS, 7)
    assert after.bargaining == before.bargaining
    assert after.chance
    assert before.chance
    assert after.chance.probability.middle > before.chance.probability.middle


def test_host_gains_by_benefit_alone(quarrel: Scenario) -> None:
    """A host gains from failed talks where their benefit exceeds the cost of failure, and not otherwise."""
    for benefit, cost, gains in ((0.2, 0.1, True), (0.1, 0.2, False), (0.0, 0.0, False)):
        east = replace(quarrel.actor("east"), talks_benefit=point(benefit), failed_talks_cost=point(cost))
        found = concluded(outlook(replace(quarrel, actors=(*quarrel.actors[:2], east)), DRAWS, 7))["talks:east"]
        assert found.share == 1
        assert found.statement.startswith("East would gain") == gains


def test_what_overturns_does_overturn(quarrel: Scenario) -> None:
    """At mid-range, the value named as overturning gives the other conclusion, and a hair less does not."""
    inputs = inputs_of(quarrel)
    row = {x.label: i for i, x in enumerate(inputs)}
    at_middle = margins(quarrel, Draws(inputs, middles(inputs)[None, :]))[0]
    tried = 0
    for c, conclusion in enumerate(outlook(quarrel, DRAWS, 7).conclusions):
        for o in conclusion.overturns:
            values = middles(inputs)
            values[row[o.input]] = o.then
            assert (margins(quarrel, Draws(inputs, values[None, :]))[0, c] > 0) != (at_middle[c] > 0)
            values[row[o.input]] = o.now + (o.then - o.now) * (1 - 1e-6) - 1e-9 * (1 if o.then > o.now else -1)
            assert (margins(quarrel, Draws(inputs, values[None, :]))[0, c] > 0) == (at_middle[c] > 0)
            tried += 1
    assert tried > 10


def test_no_draws_are_refused(quarrel: Scenario) -> None:
    """An outlook needs a draw, and a scenario that can be modelled."""
    with pytest.raises(ValueError, match="ask for 1 or more"):
        outlook(quarrel, 0)
    with pytest.raises(ValueError, match="one actor"):
        outlook(replace(quarrel, actors=quarrel.actors[:1], mediator=None, backings=(), hosts=()))


def test_one_draw_is_enough(quarrel: Scenario) -> None:
    """A single draw gives an outlook too."""
    assert outlook(quarrel, 1).bargaining.signable in (0.0, 1.0)


def sample(name: str) -> Scenario:
    return parse_scenario(files("parley").joinpath("samples", "scenarios", name).read_text("utf-8"), name)


@pytest.mark.parametrize("name", ["tehran-2022.toml", "helsinki-2005.toml"])
def test_samples_have_an_outlook(name: str) -> None:
    """The shipped scenarios are answered, with an assumption behind every number."""
    o = outlook(sample(name), DRAWS)
    assert all(i.assumed for i in o.inputs)
    assert o.confidence.startswith("low")
    assert len(o.words) > len(o.conclusions)


def test_samples_are_told_apart() -> None:
    """Talks that failed and talks that ended in agreement do not get the same answer."""
    failed, agreed = outlook(sample("tehran-2022.toml"), DRAWS), outlook(sample("helsinki-2005.toml"), DRAWS)
    assert failed.bargaining.signable < 0.5 < agreed.bargaining.signable
    assert failed.chance
    assert agreed.chance
    assert failed.chance.probability.high < agreed.chance.probability.middle


def test_a_host_may_gain_though_the_talks_fail() -> None:
    """In the scenario of talks that failed, the host gains in most draws, and a dearer failure would overturn that."""
    scenario = sample("tehran-2022.toml")
    host = scenario.hosts[0]
    found = concluded(outlook(scenario, DRAWS))[f"talks:{host}"]
    assert "would gain" in found.statement
    assert {o.input for o in found.overturns} == {f"{host}.talks_benefit", f"{host}.failed_talks_cost"}


def test_what_would_open_a_closed_range() -> None:
    """Dearer refusal, outside arms for the weak and the mediator's leverage are each found as able to overturn."""
    scenario = sample("tehran-2022.toml")
    strong, weak = (p.id for p in scenario.contenders)
    found = concluded(outlook(scenario, DRAWS))
    terms = {o.input: o for o in found["terms"].overturns}
    assert terms[f"{strong}.cost_no_agreement"].then > terms[f"{strong}.cost_no_agreement"].now
    assert any(label.endswith(f">{weak}.support") and o.then > o.now for label, o in terms.items())
    assert f"mediator>{strong}.leverage" in {o.input for o in found["further"].overturns}
