"""Chances, expected utilities and attitudes, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.challenge.expectations import attitudes, chances, expected, midpoints
from parley.bargaining.challenge.rules import Winning

X = np.array([[0.0, 0.5, 1.0]])
APART = np.abs(X[:, :, None] - X[:, None, :])
WEIGHTS = np.array([[3.0, 1.0, 1.0]])


def test_midpoints_count_who_stands_below() -> None:
    """At or below the middle of the outermost stand two."""
    assert midpoints(X)[0].tolist() == [[1, 1, 2], [1, 2, 2], [2, 2, 3]]


def test_votes_in_the_pair() -> None:
    """The first has its own weight over the whole way, and the second, in the middle, votes for neither."""
    won = chances(Winning.PAIR, midpoints(X), WEIGHTS[:, :, None] * APART)
    assert won[0, 0, 2] == pytest.approx(3 / 4)
    assert won[0, 0, 1] == pytest.approx(1.5 / 2.5)
    assert won[0, 1, 1] == 0


def test_votes_in_all_pairs() -> None:
    """The same votes over those of all ordered pairs: twice 4, 2.5 and 2.5."""
    won = chances(Winning.ALL_PAIRS, midpoints(X), WEIGHTS[:, :, None] * APART)
    assert won[0, 0, 2] == pytest.approx(3 / 18)


def test_expected_by_hand() -> None:
    """Neutral, over the whole range, against one that resists half the time: 2 if it yields, 2 or −2 if not."""
    own, seen = expected(APART, np.array([[0.2, 0.9, 0.5]]), np.ones((1, 3)), np.full((1, 3, 3), 0.25))
    assert own[0, 0, 2] == pytest.approx(0.5 * 2 + 0.5 * (0.25 * 2 - 0.75 * 2))
    assert seen[0, 0, 2] == pytest.approx(0.8 * 2 + 0.2 * (0.25 * 2 - 0.75 * 2))


def test_attitudes_span_their_range() -> None:
    """Who is pressed least gets 2, who is pressed most a half; alike, all get 1."""
    risks = attitudes(APART, np.array([[0.2, 0.9, 0.5]]), np.full((1, 3, 3), 0.25))
    assert sorted(risks[0])[::2] == pytest.approx([0.5, 2])
    assert attitudes(APART[:, ::2, ::2], np.full((1, 2), 0.5), np.full((1, 2, 2), 0.5)) == pytest.approx(1)
