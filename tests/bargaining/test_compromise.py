"""The weighted mean and the weighted median."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.compromise import weighted_mean, weighted_median

ACTORS = st.lists(st.tuples(st.floats(0, 100), st.floats(0.01, 50)), min_size=1, max_size=9)


def test_european_cars() -> None:
    """The published case of the delay of car emission limits: mean 7.38996, median 7."""
    positions = np.array([4, 7, 4, 4, 10, 10, 10, 7, 4, 7.0])
    salience = np.array([0.8, 0.4, 0.2, 0.8, 0.6, 0.6, 0.9, 0.1, 1.0, 0.7])
    capability = np.array([0.08, 0.08, 0.03, 0.16, 0.16, 0.16, 0.16, 0.05, 0.05, 0.08])
    assert weighted_mean(positions, salience * capability) == pytest.approx(7.38996, abs=5e-6)
    assert weighted_median(positions, salience * capability) == 7


def test_half_of_the_weight_is_enough() -> None:
    """Where the lower half weighs exactly half, the median is its upper end."""
    assert weighted_median(np.array([0.0, 100.0]), np.array([1.0, 1.0])) == 0


def test_nobody_with_weight() -> None:
    """Without any weight there is no balance."""
    assert np.isnan(weighted_mean(np.array([1.0, 2.0]), np.zeros(2)))
    assert np.isnan(weighted_median(np.array([1.0, 2.0]), np.zeros(2)))


@given(ACTORS)
def test_median_is_the_best_held_position(actors: list[tuple[float, float]]) -> None:
    """No held position has a smaller weighted distance from all than the median."""
    x, w = np.array(actors).T
    distance = (w * np.abs(x[:, None] - x)).sum(axis=1)
    at_median = (w * np.abs(weighted_median(x, w) - x)).sum()
    assert at_median <= distance.min() + 1e-6


@given(ACTORS, st.integers(0, 99), st.floats(0.1, 5), st.floats(-20, 20))
def test_order_scale_and_silence(actors: list[tuple[float, float]], seed: int, factor: float, shift: float) -> None:
    """The order of actors changes nothing, rescaling rescales, and a silent actor is not heard."""
    x, w = np.array(actors).T
    order = np.random.default_rng(seed).permutation(len(x))
    for balance in (weighted_mean, weighted_median):
        at = balance(x, w)
        assert balance(x[order], w[order]) == pytest.approx(at)
        assert balance(factor * x + shift, w) == pytest.approx(factor * at + shift, abs=1e-6)
        assert balance(np.append(x, 33.0), np.append(w, 0.0)) == pytest.approx(at)
