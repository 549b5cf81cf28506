"""All models over one set of draws, row by row: nothing in a row depends on another row."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.bounds import Bounds, bounds, deal
from parley.bargaining.chance import Evidence, chance, evidence
from parley.bargaining.commitment import temptation
from parley.bargaining.compromise import arena, weighted_mean
from parley.bargaining.contest import Contest, contest
from parley.bargaining.credibility import credibility
from parley.bargaining.gains import Stakes, stakes
from parley.bargaining.inputs import Array, Draws
from parley.bargaining.ripeness import Ripeness, ripeness
from parley.terms.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Solution:
    """What the models say in each draw; arrays of shape (draws,) unless their types say otherwise.

    `further` and `ripe`, `evidence` and `chance` are of a further round with the mediator's levers; without a mediator
    that is the round as it stands.
    """

    contest: Contest
    bounds: Bounds
    deal: Array
    stakes: tuple[Stakes, ...]
    further: Bounds
    temptation: Array
    credibility: Array | None
    ripe: Ripeness
    evidence: Evidence
    chance: Array | None
    compromises: tuple[Array, ...]


def solve(scenario: Scenario, draws: Draws) -> Solution:
    """Run every model over the draws."""
    now = contest(scenario, draws)
    room = bounds(scenario, draws, now)
    agreed = deal(now, room)
    payoffs = stakes(scenario, draws, now, room, agreed)
    then = contest(scenario, draws, further=True)
    further = bounds(scenario, draws, then)
    ripe = ripeness(scenario, draws, then, further.margin)
    trusted = credibility(scenario, draws, then)
    spoilers = np.sum([s.spoiler for s in payoffs], axis=0)
    found = evidence(further.margin, ripe.index, trusted, spoilers)
    likely = chance(draws.get("scenario", "base_rate"), found) if scenario.base_rate else None
    tempted = temptation(now, draws)
    means = tuple(weighted_mean(*arena(scenario, i.id, draws)) for i in scenario.issues)
    return Solution(now, room, agreed, payoffs, further, tempted, trusted, ripe, found, likely, means)
