"""Scores of forecasts of an outcome."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.calibration import crps, quantile

VALUES = st.lists(st.tuples(st.floats(0, 100), st.floats(0.1, 5)), min_size=1, max_size=8)


@given(VALUES, st.floats(0, 100))
def test_crps_is_its_definition(drawn: list[tuple[float, float]], outcome: float) -> None:
    """The mean distance to the outcome less half the mean distance between two draws."""
    v, w = np.array(drawn).T
    w = w / w.sum()
    expected = (w * np.abs(v - outcome)).sum() - (np.outer(w, w) * np.abs(v[:, None] - v)).sum() / 2
    assert crps(v, w, outcome) == pytest.approx(expected, abs=1e-9)


def test_the_truth_scores_best() -> None:
    """A sure and right forecast scores 0; spreading it out costs."""
    assert crps(np.array([50.0]), np.ones(1), 50.0) == 0
    assert crps(np.array([40.0, 60.0]), np.ones(2), 50.0) == pytest.approx(5)


def test_quantiles_count_weights() -> None:
    """The heavy value holds all but the ends."""
    v, w = np.array([5.0, 1.0, 9.0]), np.array([8.0, 1.0, 1.0])
    assert [quantile(v, w, q) for q in (0.05, 0.1, 0.11, 0.9, 0.95)] == [1, 1, 5, 5, 9]
