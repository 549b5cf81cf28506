"""The conclusions that a scenario can bear, each as a margin: above 0 it holds, below it does not.

None is written for a case: they follow from which actors, mediator and figures the scenario has.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from parley.bargaining.inputs import Array, Draws, inputs_of, middles
from parley.bargaining.solution import Solution, solve
from parley.terms.scenario import Scenario, Stakeholder

EDGE = 1e-12
"""A range of one point can be signed; a gain of nothing is none. Below what drawn numbers can tell apart."""


ON_AGREEMENT = ("terms", "further", "agreement")
"""The conclusions on whether there can be an agreement."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What would be said where it holds, and what where it does not; `margin` has shape (draws,)."""

    id: str
    holds: str
    fails: str
    margin: Array


def claims(scenario: Scenario, s: Solution) -> tuple[Claim, ...]:
    """Every conclusion that the scenario can bear, over the draws of a solution."""
    made = (*_on_agreement(scenario, s), *_on_gains(scenario, s), *_on_compromises(scenario, s))
    return tuple(replace(c, holds=_capital(c.holds), fails=_capital(c.fails)) for c in made)


def margins(scenario: Scenario, draws: Draws) -> Array:
    """The margins of all conclusions, shape (draws, conclusions), in the order of `claims`."""
    return np.stack([c.margin for c in claims(scenario, solve(scenario, draws))], axis=-1)


def ids_of(scenario: Scenario) -> tuple[str, ...]:
    """The ids of all conclusions that a scenario can bear, in their order."""
    inputs = inputs_of(scenario)
    return tuple(c.id for c in claims(scenario, solve(scenario, Draws(inputs, middles(inputs)[None, :]))))


def _on_agreement(scenario: Scenario, s: Solution) -> Iterator[Claim]:
    parties = listed([a.name for a in scenario.contenders])
    yield Claim(
        "terms",
        f"There are terms that {parties} could all sign",
        f"There are no terms that {parties} would all sign",
        s.bounds.margin + EDGE,
    )
    if scenario.mediator and scenario.mediator.levers:
        brought = f"all that {scenario.actor(scenario.mediator.actor).name} could bring to bear"
        yield Claim(
            "further",
            f"With {brought}, a further round would have terms to sign",
            f"Even with {brought}, a further round would have no terms to sign",
            s.further.margin + EDGE,
        )
    if s.chance is not None:
        round_ = "A further round" if scenario.mediator else "This round"
        yield Claim(
            "agreement",
            f"{round_} would more likely than not end in an agreement",
            f"{round_} would more likely than not end without an agreement",
            s.chance - 0.5 - EDGE,
        )
    if any(a.contender and a.contender.prevail_later for a in scenario.actors):
        yield Claim(
            "commitment",
            "The side whose chances fall would rather fight now than trust a settlement",
            "No side whose chances fall would rather fight now than trust a settlement",
            s.temptation - EDGE,
        )


def _on_gains(scenario: Scenario, s: Solution) -> Iterator[Claim]:
    for a, payoff in zip(scenario.actors, s.stakes, strict=True):
        if _talks_matter(a):
            yield Claim(
                f"talks:{a.id}",
                f"{a.name} would gain from the talks even if they fail",
                f"{a.name} would not gain from talks that fail",
                payoff.talks - EDGE,
            )
        yield Claim(
            f"failure:{a.id}",
            f"{a.name} would do better without an agreement than with the deal between the parties",
            f"{a.name} would do no better without an agreement than with the deal between the parties",
            payoff.from_failure - EDGE,
        )


def _on_compromises(scenario: Scenario, s: Solution) -> Iterator[Claim]:
    for issue, mean in zip(scenario.issues, s.compromises, strict=True):
        ends = f"the actors' weights balance nearer to “{{}}” than to “{{}}” on {issue.name}"
        yield Claim(
            f"compromise:{issue.id}",
            ends.format(issue.zero_means, issue.hundred_means),
            ends.format(issue.hundred_means, issue.zero_means),
            50 - mean - EDGE,
        )


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _talks_matter(a: Stakeholder) -> bool:
    return a.talks_benefit is not None or a.failed_talks_cost is not None


def listed(names: list[str]) -> str:
    """Names as a list in words.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
