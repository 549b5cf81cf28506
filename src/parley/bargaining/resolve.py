"""Bargaining with a party whose resolve is uncertain: how much to ask, at what risk.

Powell, In the Shadow of Power (1999), ch. 3: A, prevailing with chance p at cost c_A, makes one demand of a share; B's
cost is either low (resolved) with chance q, or high. All numbers are shares of what is at stake.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.contest import Contest, ends_of_cost
from parley.bargaining.inputs import Array
from parley.terms.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Demand:
    """The best demand (a share of A) and the chance that it ends in conflict."""

    share: float
    conflict: float


def risk_threshold(cost_low: float, cost_high: float, cost_asking: float) -> float:
    """q* = (c_H − c_L) / (c_H + c_A): below it, it pays to ask for more than a resolved party would give.

    >>> risk_threshold(0.05, 0.3, 0.1)
    0.625
    """
    return (cost_high - cost_low) / (cost_high + cost_asking)


def best_demand(p: float, cost_asking: float, cost_low: float, cost_high: float, resolved: float) -> Demand:
    """The demand that serves A best when B is resolved with the given chance. Ties go to the safe demand.

    Raises ValueError where cost_low is above cost_high.
    """
    if cost_low > cost_high:
        raise ValueError(f"the resolved party's cost {cost_low} is above the other's {cost_high}; swap them")
    if cost_high + cost_asking > 0 and resolved < risk_threshold(cost_low, cost_high, cost_asking):
        return Demand(p + cost_high, resolved)
    return Demand(p + cost_low, 0.0)


def best_ask_uniform(cost_asking: Array, cost_low: Array, cost_high: Array) -> Array:
    """What to ask beyond p where the other's cost lies anywhere in a range, evenly: (c_H − c_A) / 2, within the range.

    Arguments broadcast; `cost_low` must not be above `cost_high`.
    """
    ask: Array = np.minimum(cost_high, np.maximum(cost_low, (cost_high - cost_asking) / 2))
    return ask


def conflict_risk(ask: Array, cost_low: Array, cost_high: Array) -> Array:
    """The chance that the other's cost is below what is asked beyond p; 0 where its cost is known."""
    spread = cost_high - cost_low
    risk: Array = np.divide(ask - cost_low, spread, out=np.zeros_like(ask), where=spread > 1e-12)
    return risk


def refusal_risk(scenario: Scenario, c: Contest, asking: int) -> Array:
    """The risk in each draw, shape (draws,), that the best demand of one of two parties is refused."""
    low, high = ends_of_cost(scenario, c, 1 - asking)
    return conflict_risk(best_ask_uniform(c.costs[:, asking], low, high), low, high)
