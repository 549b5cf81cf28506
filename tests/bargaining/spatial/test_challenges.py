"""Whom an actor challenges, and with what chance."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.spatial.challenges import challenges
from parley.bargaining.spatial.rules import Commitment, Rules

APART = np.array([[0.0, 0.8, 0.4], [0.8, 0.0, 0.4], [0.4, 0.4, 0.0]])
PLACES = np.array([[0.0], [0.8], [0.4]])
WEIGHTS = np.array([30.0, 10.0, 5.0])


def test_two_alone() -> None:
    """Without third parties the chance is one's own share of the weight; if half yield, even the weaker challenges."""
    found = challenges(Rules(), WEIGHTS[:2], np.array([0.5, 0.5]), APART[:2, :2], np.zeros(2), PLACES[:2])
    assert found.chance[0, 1] == pytest.approx(0.75)
    assert found.target.tolist() == [1, 0]


def test_gain_by_hand() -> None:
    """Full victory if the target yields, a contest if it resists, less what stands."""
    found = challenges(Rules(), WEIGHTS[:2], np.array([0.5, 0.5]), APART[:2, :2], np.zeros(2), PLACES[:2])
    contest = 0.75 * 2 + 0.25 * 2 * 0.2
    assert found.gain[0, 1] == pytest.approx(0.5 * 2 + 0.5 * contest - (1 + 0.2))


def test_third_parties_join_the_stronger() -> None:
    """One that is as near to both goes with the likelier winner; where joining changes nothing for it, with none."""
    semi = challenges(Rules(), WEIGHTS, np.full(3, 0.5), APART, np.zeros(3), PLACES)
    none = challenges(Rules(commitment=Commitment.NONE), WEIGHTS, np.full(3, 0.5), APART, np.zeros(3), PLACES)
    assert none.chance[0, 1] == pytest.approx(0.75)
    assert semi.chance[0, 1] > 0.75
