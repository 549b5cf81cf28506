"""Main effects, tornado and overturns."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.bargaining.claims import margins
from parley.bargaining.inputs import Draws, Input, draw
from parley.bargaining.sensitivity import main_effects, sensitivity
from parley.terms.scenario import Quantity, Scenario


def test_main_effects_of_a_sum() -> None:
    """Of 3a + b with a and b alike, nine tenths of the variance go with a, one with b, none with a third."""
    q = Quantity(0, 1, assumption="for the test")
    inputs = tuple(Input(("x", i), f"x{i}", "", q, 0, 1, 1) for i in range(3))
    values = np.random.default_rng(1).uniform(size=(20_000, 3))
    effects = main_effects(Draws(inputs, values), (3 * values[:, 0] + values[:, 1])[:, None])
    assert effects[:, 0] == pytest.approx([0.9, 0.1, 0.0], abs=0.01)


def test_points_have_no_effect(quarrel: Scenario) -> None:
    """What has no range swings nothing."""
    fixed = replace(quarrel.actors[0], capability=Quantity(30, 30, assumption="for the test"))
    scenario = replace(quarrel, actors=(fixed, *quarrel.actors[1:]))
    draws = draw(scenario, 400, 1)
    found = sensitivity(scenario, draws, margins(scenario, draws))
    assert all(s.input != "north.capability" for swings in found.swings for s in swings)


def test_widest_swing_and_nearest_change_come_first(quarrel: Scenario) -> None:
    """Swings are in the order of their width, overturns in the order of their size."""
    draws = draw(quarrel, 400, 1)
    found = sensitivity(quarrel, draws, margins(quarrel, draws))
    for swings in found.swings:
        widths = [abs(s.at_high - s.at_low) for s in swings]
        assert widths == sorted(widths, reverse=True)
    for overturns in found.overturns:
        sizes = [o.size for o in overturns]
        assert sizes == sorted(sizes)


def test_too_few_draws_to_bin(quarrel: Scenario) -> None:
    """With fewer draws than bins no effect is claimed."""
    draws = draw(quarrel, 5, 1)
    assert not main_effects(draws, margins(quarrel, draws)).any()
