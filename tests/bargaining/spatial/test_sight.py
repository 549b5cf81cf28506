"""Distances, utilities and attitudes to risk, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.spatial.rules import RiskGuess, RiskRange, Rules
from parley.bargaining.spatial.sight import attitudes, distances, guessed, utility


def test_distance_counts_by_salience() -> None:
    """Three fifths apart on what matters thrice as much, none on the rest."""
    seen = distances(np.array([[0.0, 0.0]]), np.array([[0.3, 0.1]]), np.array([[0.6, 0.0], [0.0, 0.6]]))
    assert seen[0] == pytest.approx([0.6 * np.sqrt(0.9), 0.6 * np.sqrt(0.1)])


def test_nothing_matters_nothing_is_far() -> None:
    """An actor that cares for nothing sees no distance."""
    assert distances(np.zeros((1, 1)), np.zeros((1, 1)), np.ones((1, 1))) == 0


@pytest.mark.parametrize(
    ("d", "risk", "worth"), [(0, 1, 1), (1, 1, 0), (0.5, 0, 0.5), (0.5, 1, 0.75), (0.5, -0.5, 0.375), (2, 1, -2)]
)
def test_utility(d: float, risk: float, worth: float) -> None:
    """Bent upwards for the bold, downwards for the timid; the ends stay."""
    assert utility(np.array(d), risk) == pytest.approx(worth)


@pytest.mark.parametrize(
    ("kind", "low", "high"), [(RiskRange.MID, -0.5, 1), (RiskRange.MIN, 0, 1), (RiskRange.MAX, -1, 1)]
)
def test_attitudes_span_their_range(kind: RiskRange, low: float, high: float) -> None:
    """The safest place makes boldest, the least safe most timid."""
    x = np.array([[0.1], [0.4], [0.5], [0.9]])
    risks = attitudes(Rules(risk_range=kind), np.ones(4), distances(x, np.ones((4, 1)), x))
    assert (risks.min(), risks.max()) == pytest.approx((low, high))
    assert risks[3] == pytest.approx(low)


@pytest.mark.parametrize(("kind", "taken"), [(RiskGuess.NONE, 0.9), (RiskGuess.ONE_THIRD, 0.6), (RiskGuess.FULL, 0.0)])
def test_guesses(kind: RiskGuess, taken: float) -> None:
    """What a bold actor (.9) takes a neutral one's attitude to be; its own it knows."""
    found = guessed(Rules(risk_guess=kind), np.array([0.9, 0.0]), 0)
    assert found == pytest.approx([0.9, taken])
