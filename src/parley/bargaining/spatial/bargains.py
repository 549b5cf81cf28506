"""The bargains that challenges lead to: how far either side would move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.inputs import Array
from parley.bargaining.spatial.challenges import Challenges
from parley.bargaining.spatial.rules import Queue, Rules, Split

LEAST_PULL = 1e-6
PLACES = 10_000
"""Positions are kept to the ten-thousandth of the scale."""


@dataclass(frozen=True, slots=True)
class Bargain:
    """Where two actors would stand after it; `first` and `second` have shape (issues,), 0 to 1."""

    initiator: int
    receiver: int
    first: Array
    second: Array

    def own(self, actor: int) -> Array:
        """Where one of the two would stand, shape (issues,)."""
        return self.first if actor == self.initiator else self.second


def rounded(places: Array) -> Array:
    """Places on the grid of positions, halves upwards."""
    kept: Array = np.floor(places * PLACES + 0.5) / PLACES
    return kept


def bargain(rules: Rules, positions: Array, saliences: Array, i: int, j: int, chance: float) -> Bargain:
    """What i and j would agree on if i's chance against j is as given; arrays are (actors, issues)."""
    mine, yours = positions[i], positions[j]
    if rules.split is Split.WEAKER:
        first, second = _weaker_moves(mine, yours, saliences[i], saliences[j], chance)
    else:
        n, m = rules.salience_power, rules.chance_power
        pull, back = saliences[i] ** n * chance**m, saliences[j] ** n * (1 - chance) ** m
        total = pull + LEAST_PULL + back
        first = ((pull + LEAST_PULL) * mine + back * yours) / total
        second = (pull * mine + (LEAST_PULL + back) * yours) / total
    return Bargain(i, j, rounded(first), rounded(second))


def _weaker_moves(mine: Array, yours: Array, own: Array, other: Array, chance: float) -> tuple[Array, Array]:
    gap = abs(2 * chance - 1)
    strong, weak = (own, other) if chance >= 0.5 else (other, own)
    pull = gap * strong**2
    moved = pull / (pull + LEAST_PULL + (1 - gap) * weak**2)
    return (mine, yours + moved * (mine - yours)) if chance >= 0.5 else (mine + moved * (yours - mine), yours)


def queued(rules: Rules, weights: Array, positions: Array, saliences: Array, c: Challenges) -> list[list[Bargain]]:
    """The bargains on each actor's table, in the order of those who began them."""
    tables: list[list[Bargain]] = [[] for _ in weights]
    for i, j in enumerate(c.target.tolist()):
        if j >= 0:
            for b in _views(rules, weights, positions, saliences, c, i, j):
                tables[i].append(b)
                tables[j].append(b)
    return tables


def _views(
    rules: Rules, weights: Array, positions: Array, saliences: Array, c: Challenges, i: int, j: int
) -> tuple[Bargain, ...]:
    one = bargain(rules, positions, saliences, i, j, float(c.chance[i, j]))
    if rules.queue is Queue.INITIATOR:
        return (one,)
    other = bargain(rules, positions, saliences, i, j, 1 - float(c.chance[j, i]))
    if rules.queue is Queue.BOTH:
        return one, other
    share = weights[i] / (weights[i] + weights[j])
    first, second = (share * a + (1 - share) * b for a, b in ((one.first, other.first), (one.second, other.second)))
    return (Bargain(i, j, rounded(first), rounded(second)),)
