"""Uncertain resolve, against figures worked out on paper."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.resolve import best_ask_uniform, best_demand, conflict_risk


@pytest.mark.parametrize(("resolved", "share", "conflict"), [(0.2, 0.8, 0.2), (0.7, 0.55, 0.0)])
def test_two_kinds(resolved: float, share: float, conflict: float) -> None:
    """With p = .5, costs .1, .05 and .3: below q* = .625 the risky demand pays, above it the safe one."""
    found = best_demand(0.5, 0.1, 0.05, 0.3, resolved)
    assert (found.share, found.conflict) == pytest.approx((share, conflict))


@given(st.floats(0, 0.5), st.floats(0, 0.4), st.floats(0.01, 0.4))
def test_uniform_is_best(cost: float, low: float, spread: float) -> None:
    """No demand in the range is worth more than the chosen one."""
    high = low + spread

    def worth(ask: float) -> float:
        conflict = (ask - low) / spread
        return (1 - conflict) * (0.5 + ask) + conflict * (0.5 - cost)

    best = best_ask_uniform(np.array([cost]), np.array([low]), np.array([high]))
    assert 0 <= conflict_risk(best, np.array([low]), np.array([high]))[0] <= 1 + 1e-9
    assert all(worth(float(best[0])) >= worth(low + spread * i / 50) - 1e-9 for i in range(51))


def test_crossed_costs_are_refused() -> None:
    """A resolved party's cost cannot be the higher one."""
    with pytest.raises(ValueError, match="swap"):
        best_demand(0.5, 0.1, 0.3, 0.05, 0.5)
