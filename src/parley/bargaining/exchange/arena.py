"""Actors on several issues: where each outcome lies, and which pairs have something to trade."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.inputs import Array

Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Arena:
    """Positions (actors, issues) on 0 to 100, saliences alike, and weights: capability × salience.

    Where an actor has no position its salience and weight are 0. Capabilities count in hundredths of the strongest's.
    """

    positions: Array
    saliences: Array
    weights: Array

    @property
    def totals(self) -> Array:
        """The weight on each issue, shape (issues,)."""
        total: Array = self.weights.sum(axis=0)
        return total

    def outcomes(self, positions: Array) -> Array:
        """The compromise on each issue, shape (issues,), were the actors to stand at these positions."""
        found: Array = (self.weights * positions).sum(axis=0) / self.totals
        return found


@dataclass(frozen=True, slots=True)
class Pairs:
    """What could be traded, each array of shape (pairs,): i gives way on issue q, j on issue p."""

    i: Places
    j: Places
    p: Places
    q: Places


def arena(positions: Array, saliences: Array, capabilities: Array) -> Arena:
    """The actors' arena; NaN marks no position. Raises ValueError where an issue has no weight, or shapes differ."""
    if not positions.shape == saliences.shape == capabilities.shape:
        raise ValueError("positions, saliences and capabilities must each have shape (actors, issues)")
    heard = ~np.isnan(positions)
    if (saliences[heard] < 0).any() or (capabilities[heard] < 0).any():
        raise ValueError("a salience or capability is below 0")
    care = np.where(heard, saliences, 0.0)
    power = np.where(heard, capabilities, 0.0)
    top = power.max(initial=0.0)
    if top == 0 or (care * power).sum(axis=0).min() == 0:
        raise ValueError("an issue has no actor with capability and salience on it; leave it out")
    return Arena(np.where(heard, positions, 0.0), care, power * (100 / top) * care)


def pairs(a: Arena) -> Pairs:
    """Every two actors on opposite sides of the outcomes of two issues that they weigh differently.

    i cares more for p beside q than j does; each trade is listed once, with q the later issue.
    """
    side = np.where(a.weights > 0, np.sign(a.positions - a.outcomes(a.positions)), 0).astype(np.int8)
    issues = side.shape[1]
    found = []
    for p in range(issues):
        for q in range(p + 1, issues):
            against = (side[:, None, p] * side[None, :, p] < 0) & (side[:, None, q] * side[None, :, q] < 0)
            one, other = np.outer(a.saliences[:, p], a.saliences[:, q]), np.outer(a.saliences[:, q], a.saliences[:, p])
            i, j = np.nonzero(against & (one > other * (1 + 1e-12)))
            found.append((i, j, np.full_like(i, p), np.full_like(i, q)))
    if not found:
        raise ValueError("one issue cannot be traded; give two or more")
    return Pairs(*(np.concatenate(part) for part in zip(*found, strict=True)))
