"""Elementary effects."""

from __future__ import annotations

import numpy as np
import pytest

from parley.bargaining.elementary import elementary
from parley.bargaining.inputs import Array, Draws, Input
from parley.terms.scenario import Quantity


def given(*ranges: tuple[float, float]) -> tuple[Input, ...]:
    """Inputs with these ranges."""
    return tuple(
        Input(("x", i), f"x{i}", "", Quantity(low, high, assumption="for the test"), low, high, 1)
        for i, (low, high) in enumerate(ranges)
    )


def bent(draws: Draws) -> Array:
    """3a, and a · b."""
    a, b = draws.values[:, 0], draws.values[:, 1]
    return np.stack([3 * a, a * b], axis=-1)


def test_straight_effects_are_even() -> None:
    """Of 3a with a between 1 and 3 a step over the whole range changes 6, wherever it starts; b changes nothing."""
    found = elementary(given((1, 3), (0, 1), (5, 5)), bent)
    assert found.mean[:, 0] == pytest.approx([6, 0, 0])
    assert found.uneven[:, 0] == pytest.approx([0, 0, 0], abs=1e-9)


def test_interactions_are_uneven() -> None:
    """Of a · b, what a step of either changes depends on where the other starts."""
    found = elementary(given((1, 3), (0, 1)), bent)
    assert (found.uneven[:, 1] > 0.1).all()
    assert 0 < found.mean[0, 1] < 2


def test_order_of_inputs_is_of_no_account() -> None:
    """Each input steps by its own label."""
    inputs = given((1, 3), (0, 1))
    there = elementary(inputs, lambda d: (d.values[:, 0] * d.values[:, 1])[:, None])
    back = elementary(inputs[::-1], lambda d: (d.values[:, 0] * d.values[:, 1])[:, None])
    assert back.mean == pytest.approx(there.mean[::-1])
