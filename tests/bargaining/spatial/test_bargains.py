"""Bargains, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.spatial.bargains import bargain, queued, rounded
from parley.bargaining.spatial.challenges import Challenges
from parley.bargaining.spatial.rules import Queue, Rules, Split

X = np.array([[0.2], [0.8]])
S = np.array([[0.5], [0.5]])


def test_halves_go_up() -> None:
    """Positions are kept to four places."""
    assert rounded(np.array([0.00005, 0.00014999])) == pytest.approx([0.0001, 0.0001])


def test_both_move_by_pull() -> None:
    """With chances 3 to 1 and like saliences, pulls are 9 to 1: both end near a tenth of the way."""
    b = bargain(Rules(), X, S, 0, 1, 0.75)
    assert b.first == pytest.approx([0.26], abs=1e-4)
    assert b.second == pytest.approx([0.26], abs=1e-4)


def test_only_the_weaker_moves() -> None:
    """It goes as far as the gap of chances says."""
    b = bargain(Rules(split=Split.WEAKER), X, S, 0, 1, 0.75)
    assert b.first == pytest.approx([0.2])
    assert b.second == pytest.approx([0.5], abs=1e-4)


@pytest.mark.parametrize(("queue", "counts"), [(Queue.INITIATOR, 1), (Queue.BOTH, 2), (Queue.BETWEEN, 1)])
def test_queues(queue: Queue, counts: int) -> None:
    """One challenge puts its bargains on both tables."""
    c = Challenges(np.array([1, -1]), np.zeros((2, 2)), np.array([[0.5, 0.9], [0.4, 0.5]]))
    tables = queued(Rules(queue=queue), np.array([3.0, 1.0]), X, S, c)
    assert [len(t) for t in tables] == [counts, counts]
    assert all(b.initiator == 0 and b.receiver == 1 for t in tables for b in t)
