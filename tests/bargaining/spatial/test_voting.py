"""Votes and the balance over options, worked by hand."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.spatial.rules import Balance, Victory, Voting
from parley.bargaining.spatial.voting import balance, chances, coalitions, preferred, vote


@pytest.mark.parametrize(
    ("rule", "gain", "expected"),
    [
        (Voting.PROPORTIONAL, 0.5, 1.0),
        (Voting.BINARY, 0.5, 2.0),
        (Voting.MIXED, 0.5, 1.2),
        (Voting.CURVED, 0.5, 0.625),
        (Voting.CUBIC, -0.5, -0.25),
        (Voting.LOSS_AVERSE, 0.6, 0.8),
        (Voting.LOSS_AVERSE, -0.6, -1.2),
    ],
)
def test_votes(rule: Voting, gain: float, expected: float) -> None:
    """A weight of 2 and a gain give these votes."""
    assert vote(rule, np.array(2.0), np.array(gain)) == pytest.approx(expected)


def test_coalitions() -> None:
    """One actor of weight 3 gains .2 by the first, one of weight 1 gains .5 by the second."""
    c = coalitions(Voting.PROPORTIONAL, np.array([3.0, 1.0]), np.array([[0.8, 0.6], [0.0, 0.5]]))
    assert c == pytest.approx(np.array([[0, 0.6], [0.5, 0]]), abs=2e-8)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [(Victory.LINEAR, 0.75), (Victory.SQUARE, 0.9), (Victory.QUARTIC, 81 / 82), (Victory.BINARY, 1.0)],
)
def test_chances(rule: Victory, expected: float) -> None:
    """Three against one."""
    won = chances(rule, np.array([[1.0, 3.0], [1.0, 1.0]]))
    assert won[0, 1] == pytest.approx(expected)
    assert won[0, 1] + won[1, 0] == pytest.approx(1)


def test_nearly_even_is_not_sure() -> None:
    """Under binary victory a little more strength wins more often, not always."""
    won = chances(Victory.BINARY, np.array([[1.0, 1.05], [1.0, 1.0]]))
    assert 0.5 < won[0, 1] < 1


def test_conditional_balance() -> None:
    """Two options: each is as likely as it beats the other."""
    won = np.array([[0.5, 0.7], [0.3, 0.5]])
    assert balance(Balance.CONDITIONAL, won, won) == pytest.approx([0.7, 0.3])


def test_uniform_challenges_settle() -> None:
    """What beats all others surely is what is left standing."""
    won = np.array([[0.5, 1.0, 1.0], [0.0, 0.5, 0.5], [0.0, 0.5, 0.5]])
    assert balance(Balance.MARKOV_UNIFORM, won, won) == pytest.approx([1, 0, 0], abs=1e-4)


@pytest.mark.parametrize("rule", Balance)
def test_balances_are_probabilities(rule: Balance) -> None:
    """They sum to 1, and the option that all prefer is the likeliest."""
    lots = np.random.default_rng(2)
    utility = lots.uniform(0, 0.5, (6, 5))
    utility[:, 3] += 0.5
    p = preferred(Voting.PROPORTIONAL, Victory.LINEAR, rule, lots.uniform(1, 9, 6), utility)
    assert p.sum() == pytest.approx(1, abs=1e-6)
    assert p.argmax() == 3
