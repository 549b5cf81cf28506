"""When a mediator's counsel is believed."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.credibility import bias_needed, credible


def one(value: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array([value])


def test_least_bias() -> None:
    """μ = .1, w = .2, costs .05 and .3: a bias of 1/11 is needed."""
    assert bias_needed(one(0.1), one(0.2), one(0.05), one(0.3)) == pytest.approx(1 / 11)


def test_a_neutral_lover_of_peace_is_not_believed() -> None:
    """Without bias but with a stake in peace, counsel to give way is not believed; with enough bias it is."""
    assert credible(one(0.0), one(0.1), one(0.2), one(0.05), one(0.3)) == 0
    assert credible(one(0.1), one(0.1), one(0.2), one(0.05), one(0.3)) == 1


def test_nothing_to_tell() -> None:
    """Where both kinds of the other party have the same cost no bias makes the counsel worth hearing."""
    assert bias_needed(one(0.1), one(0.2), one(0.2), one(0.2)) == np.inf
