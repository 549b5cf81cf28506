"""The chance of an agreement."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.chance import chance, evidence

SHARE = st.floats(0, 1)


def likely(margin: float, ripe: float, credible: float | None, spoilers: float) -> float:
    trusted = None if credible is None else np.array([credible])
    found = evidence(np.array([margin]), np.array([ripe]), trusted, np.array([spoilers]))
    return float(chance(np.array([0.3]), found)[0])


def test_without_evidence_the_base_rate_stands() -> None:
    """Where nothing speaks either way the chance is the base rate."""
    assert likely(0, 0.5, None, 0) == pytest.approx(0.3)


@given(st.floats(-60, 60), SHARE, SHARE, SHARE, st.floats(0, 20), SHARE)
def test_direction_of_each_term(
    margin: float, ripe: float, credible: float, spoilers: float, wider: float, more: float
) -> None:
    """Room, ripeness and a credible mediator never lower the chance, spoilers never raise it."""
    at = likely(margin, ripe, credible, spoilers)
    assert 0 < at < 1
    assert likely(margin + wider, ripe, credible, spoilers) >= at
    assert likely(margin, max(ripe, more), credible, spoilers) >= at
    assert likely(margin, ripe, max(credible, more), spoilers) >= at
    assert likely(margin, ripe, credible, max(spoilers, more)) <= at
