"""Ripeness."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.bargaining.contest import contest
from parley.bargaining.inputs import draw
from parley.bargaining.ripeness import ripeness
from parley.terms.scenario import Quantity, Scenario


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


def test_components(closed_form: Scenario) -> None:
    """The party that hurts least sets the hurt (.1 of .25), a gap takes the way out."""
    draws = draw(closed_form, 1, 0)
    found = ripeness(closed_form, draws, contest(closed_form, draws), np.array([5.0]))
    assert found.index == pytest.approx(0.4 * 1 * 1)
    assert ripeness(closed_form, draws, contest(closed_form, draws), np.array([-5.0])).index == 0


def test_who_expects_to_rise_hurts_less(closed_form: Scenario) -> None:
    """A party that gains by waiting as much as waiting costs does not hurt."""
    a, b = closed_form.actors
    assert a.contender
    assert b.contender
    rising = replace(a, contender=replace(a.contender, prevail_later=point(0.9)))
    falling = replace(b, contender=replace(b.contender, prevail_later=point(0.1)))
    scenario = replace(closed_form, actors=(rising, falling))
    draws = draw(scenario, 1, 0)
    assert ripeness(scenario, draws, contest(scenario, draws), np.array([5.0])).hurt == 0
