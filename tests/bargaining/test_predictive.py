"""Predictive intervals."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.predictive import ERRORS, mixture, predicted


def test_errors_lie_alike_on_both_sides() -> None:
    """The direction of a scale means nothing, so the errors mirror each other."""
    assert tuple(-e for e in reversed(ERRORS)) == ERRORS


def test_eighty_of_a_hundred() -> None:
    """Around the middle, eighty of a hundred outcomes lie within the outer deciles of the errors."""
    outcomes = predicted(np.full(20_000, 50.0), 1, "land")
    inside = (outcomes >= 50 + ERRORS[1]) & (outcomes <= 50 + ERRORS[-2])
    assert inside.mean() == pytest.approx(0.8, abs=0.01)


def test_outcomes_keep_to_the_scale_and_the_seed() -> None:
    """No outcome is off the scale, and the same seed gives the same."""
    near_the_end = np.full(500, 95.0)
    assert predicted(near_the_end, 1, "land").max() <= 100
    assert np.array_equal(predicted(near_the_end, 1, "land"), predicted(near_the_end, 1, "land"))
    assert not np.array_equal(predicted(near_the_end, 1, "land"), predicted(near_the_end, 1, "sea"))


def test_a_mixture_is_half_and_half() -> None:
    """Half of the weight lies where actors stand, by weight, half around the compromise, kept on the scale."""
    values, weights = mixture(np.array([10.0, 90.0]), np.array([3.0, 1.0]), 95.0, np.array([-20.0, 20.0]))
    assert values.tolist() == [10, 90, 75, 100]
    assert weights.tolist() == [0.375, 0.125, 0.25, 0.25]
