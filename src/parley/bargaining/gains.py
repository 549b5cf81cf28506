"""Who gains: for every actor the payoff of failure, of agreement, and of the talks themselves.

Parley's own operationalisation. With z* the deal, x the parties' positions and p their chances of prevailing:
failure Fₖ = sₖ Σⱼ pⱼ uₖ(xⱼ) − Kₖ, agreement Aₖ = sₖ uₖ(z*) + rewards, talks Tₖ = benefit of holding them − cost of
their failure, gain from failure Gₖ = Fₖ − Aₖ, spoiler index max(0, Gₖ) × share of capability. For a party s = 1,
since its costs are already in shares of what is at stake; for an outsider s is its salience on the contested issue.
What a giver spends on support or rewards is not counted against it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.bounds import Bounds, payoffs
from parley.bargaining.contest import Contest, position
from parley.bargaining.inputs import Array, Draws
from parley.terms.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Stakes:
    """One actor's payoffs in each draw, each of shape (draws,)."""

    failure: Array
    agreement: Array
    talks: Array
    spoiler: Array

    @property
    def from_failure(self) -> Array:
        """What failure is worth above agreement."""
        return self.failure - self.agreement


def stakes(scenario: Scenario, draws: Draws, c: Contest, b: Bounds, z: Array) -> tuple[Stakes, ...]:
    """The payoffs of every actor, in their order; `z` is the deal, shape (draws,)."""
    share = shares_of_capability(scenario, draws)
    parties = [a.id for a in scenario.contenders]
    made = []
    for i, a in enumerate(scenario.actors):
        ends = _party(c, b, parties.index(a.id), z) if a.contender else _outsider(scenario, i, draws, c, b, z)
        talks = draws.get("actor", i, "talks_benefit") - draws.get("actor", i, "failed_talks_cost")
        spoiler = np.maximum(0, ends[0] - ends[1]) * share[:, i]
        made.append(Stakes(ends[0], ends[1], talks, spoiler))
    return tuple(made)


def shares_of_capability(scenario: Scenario, draws: Draws) -> Array:
    """Each actor's share of all capability, shape (draws, actors); an actor to whom no issue matters counts as 0."""
    heard = []
    for i, a in enumerate(scenario.actors):
        saliences = [draws.get("actor", i, "stand", j, "salience") for j in range(len(a.stands))]
        cares = np.max(saliences, axis=0) > 0 if saliences else np.full(draws.count, False)
        heard.append(np.where(cares, draws.get("actor", i, "capability"), 0.0))
    capability = np.stack(heard, axis=-1)
    total = capability.sum(axis=-1, keepdims=True)
    shares: Array = np.divide(capability, total, out=np.zeros_like(capability), where=total > 0)
    return shares


def _party(c: Contest, b: Bounds, p: int, z: Array) -> tuple[Array, Array]:
    rewards = c.inducements[:, p]
    return b.reserve[:, p] + rewards, payoffs(c.positions[:, p], z, b.span) + rewards


def _outsider(scenario: Scenario, i: int, draws: Draws, c: Contest, b: Bounds, z: Array) -> tuple[Array, Array]:
    cost = draws.get("actor", i, "cost_no_agreement")
    place = next((j for j, s in enumerate(scenario.actors[i].stands) if s.issue == scenario.contested), None)
    if place is None:
        return -cost, np.zeros(draws.count)
    ideal = position(scenario, i, scenario.contested, draws)
    salience = draws.get("actor", i, "stand", place, "salience")
    lottery = (payoffs(ideal[:, None], c.positions, b.span[:, None]) * c.chances).sum(axis=-1)
    return salience * lottery - cost, salience * payoffs(ideal, z, b.span)
