"""Which offer an actor takes."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.challenge.offers import moved
from parley.bargaining.challenge.rules import PAPER, ChallengeRules
from parley.bargaining.inputs import Array

X = np.array([[10.0, 40.0, 80.0]])


def facing(own: list[float], seen: list[float]) -> tuple[Array, Array]:
    """What the first actor expects against the second and third; the others expect nothing."""
    table = np.zeros((2, 1, 3, 3))
    table[0, 0, 0, 1:], table[1, 0, 0, 1:] = own, seen
    return table[0], table[1]


@pytest.mark.parametrize(
    ("own", "seen", "there"),
    [
        ([0.1, 0.0], [0.2, 0.0], 40),
        ([0.1, 0.1], [0.2, 0.9], 40),
        ([-0.1, 0.0], [0.4, 0.0], 17.5),
        ([-0.1, 0.1], [0.4, 0.2], 80),
        ([0.2, 0.0], [0.1, 0.0], 10),
        ([-0.1, 0.0], [-0.4, 0.0], 10),
    ],
    ids=["loses", "the nearer", "part of the way", "a fight before a deal", "wins", "nobody presses"],
)
def test_offers(own: list[float], seen: list[float], there: float) -> None:
    """Confrontation, compromise, stalemate."""
    assert moved(ChallengeRules(), X, *facing(own, seen))[0].tolist() == pytest.approx([there, 40, 80])


def test_capitulation_is_a_choice() -> None:
    """Pressed by one that gains less than it would lose, an actor yields only where the rules say so."""
    given = facing([-0.4, 0.0], [0.1, 0.0])
    assert moved(ChallengeRules(), X, *given)[0, 0] == 10
    assert moved(PAPER, X, *given)[0, 0] == 40


def test_which_compromise() -> None:
    """The least move and the lowest midpoint are not the same."""
    given = facing([-0.1, -0.1], [0.12, 0.7])
    assert moved(PAPER, X, *given)[0, 0] == pytest.approx(20)
    assert moved(ChallengeRules(), X, *given)[0, 0] == pytest.approx(35)
