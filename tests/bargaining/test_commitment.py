"""The commitment problem."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.commitment import temptation, worth_of_fighting_now, worth_of_settling
from parley.bargaining.contest import Contest
from parley.bargaining.inputs import Draws


def test_declining_side_attacks() -> None:
    """With p from .3 to .7, costs .1, δ = .9: fighting now brings B .6, settling .28; a guarantee of .4 turns it."""
    cost, patience = np.array([0.1]), np.array([0.9])
    assert worth_of_fighting_now(np.array([0.7]), cost) == pytest.approx(0.6)
    assert worth_of_settling(np.array([0.3]), cost, patience) == pytest.approx(0.28)
    assert worth_of_settling(np.array([0.3]), cost, patience, guarantee=0.4) == pytest.approx(0.64)


def test_only_who_declines_is_tempted() -> None:
    """Where no chance falls nobody is tempted."""
    row, open_ = np.array([[0.6, 0.4]]), np.full(1, np.inf)
    same = Contest(row * 100, row, row, row / 10, row * 0, row * 0, -open_, open_, open_)
    assert temptation(same, Draws((), np.zeros((1, 0)))) == pytest.approx(-1)
