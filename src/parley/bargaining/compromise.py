"""Where the actors' weights balance on an issue: the compromise model and the weighted median.

Weights are capability × salience. The weighted mean maximises the asymmetric Nash product with quadratic losses when
no agreement is very bad for all (Achen, "Institutional Realism and Bargaining Models", in Thomson and others, The
European Union Decides, 2006); the weighted median is the Condorcet winner with linear losses (Black 1948).
"""

from __future__ import annotations

import numpy as np

from parley.bargaining.inputs import Array, Draws
from parley.terms.scenario import Scenario


def weighted_mean(positions: Array, weights: Array) -> Array:
    """Σ wᵢxᵢ / Σ wᵢ over the last axis; both of shape (…, actors). NaN where no actor has weight."""
    total = weights.sum(axis=-1)
    balanced = (weights * positions).sum(axis=-1)
    mean: Array = np.divide(balanced, total, out=np.full_like(total, np.nan), where=total > 0)
    return mean


def weighted_median(positions: Array, weights: Array) -> Array:
    """The smallest position at which the cumulated weight reaches half of the total, over the last axis.

    An actor without weight is left out. NaN where none has any.
    """
    order = np.argsort(positions, axis=-1, kind="stable")
    x = np.take_along_axis(positions, order, axis=-1)
    cumulated = np.cumsum(np.take_along_axis(weights, order, axis=-1), axis=-1)
    total = cumulated[..., -1:]
    reached = (cumulated >= total / 2 * (1 - 1e-12)) & (cumulated > 0)
    at = np.argmax(reached, axis=-1)[..., None]
    found = np.take_along_axis(x, at, axis=-1)[..., 0]
    return np.where(total[..., 0] > 0, found, np.nan)


def arena(scenario: Scenario, issue: str, draws: Draws) -> tuple[Array, Array]:
    """Positions (0 to 100) and weights of all actors that stand on an issue, each of shape (draws, actors)."""
    positions, weights = [], []
    for i, a in enumerate(scenario.actors):
        for j, s in enumerate(a.stands):
            if s.issue == issue:
                positions.append(draws.get("actor", i, "stand", j, "position"))
                salience = draws.get("actor", i, "stand", j, "salience")
                weights.append(draws.get("actor", i, "capability") * salience)
    return np.stack(positions, axis=-1), np.stack(weights, axis=-1)
