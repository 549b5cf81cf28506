"""How good forecasts of an outcome were, once it is known."""

from __future__ import annotations

import numpy as np

from parley.bargaining.inputs import Array


def crps(values: Array, weights: Array, outcome: float) -> float:
    """The continuous ranked probability score of a distribution over values, both of shape (values,): 0 is best.

    E|V − outcome| − E|V − V′| / 2, in the unit of the values (Gneiting and Raftery 2007). For a sure forecast it is
    the absolute error.

    >>> crps(np.array([20.0]), np.array([1.0]), 50.0)
    30.0
    """
    order = np.argsort(values, kind="stable")
    v, w = values[order], weights[order] / weights.sum()
    below = np.cumsum(w)
    apart = 2 * (w * v * (2 * below - w - 1)).sum()
    return float((w * np.abs(v - outcome)).sum() - apart / 2)


def quantile(values: Array, weights: Array, share: float) -> float:
    """The smallest value at which the weights reach a share of their total.

    >>> quantile(np.array([3.0, 1.0, 2.0]), np.ones(3), 0.5)
    2.0
    """
    order = np.argsort(values, kind="stable")
    reached = np.cumsum(weights[order]) >= share * weights.sum() * (1 - 1e-12)
    return float(values[order][np.argmax(reached)])
