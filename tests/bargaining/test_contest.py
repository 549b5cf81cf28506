"""The contest as arrays."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining.contest import chances_of_prevailing, contest, ends_of_cost
from parley.bargaining.inputs import draw
from parley.terms.scenario import Backing, Issue, Quantity, RedLine, Scenario, Stand


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


@given(st.lists(st.floats(0, 1), min_size=2, max_size=5))
def test_chances_sum_to_one(strengths: list[float]) -> None:
    """Whatever the strengths, somebody prevails; and the stronger never has the smaller chance."""
    chances = chances_of_prevailing(np.array([strengths]))[0]
    assert chances.sum() == pytest.approx(1)
    order = np.argsort(strengths, kind="stable")
    assert (np.diff(chances[order]) >= -1e-12).all()


def test_outside_help_reaches_its_receiver(quarrel: Scenario) -> None:
    """Support raises only the receiver's chance, subsidy and leverage move only its cost, levers only further on."""
    plain = replace(quarrel, backings=())
    helped = replace(quarrel, backings=(Backing("east", "south", point(0.5), point(0.1), point(0.3)),))
    before, after = (contest(s, draw(s, 20, 1)) for s in (plain, helped))
    assert (after.chances[:, 1] > before.chances[:, 1]).all()
    assert after.costs - before.costs == pytest.approx(np.tile([0, 0.2], (20, 1)))
    further = contest(plain, draw(plain, 20, 1), further=True)
    assert (further.costs[:, 0] == before.costs[:, 0]).all()
    assert (further.costs[:, 1] >= before.costs[:, 1]).all()


def test_ends_of_cost_hold_the_cost(quarrel: Scenario) -> None:
    """A party's drawn cost lies between its ends."""
    c = contest(quarrel, draw(quarrel, 200, 1))
    for party in (0, 1):
        low, high = ends_of_cost(quarrel, c, party)
        assert (low <= c.costs[:, party] + 1e-12).all()
        assert (c.costs[:, party] <= high + 1e-12).all()


def test_red_lines_on_another_issue(quarrel: Scenario) -> None:
    """Red lines that exclude each other on a second issue leave no room there."""
    sea = Issue("sea", "Sea", "none", "all")
    actors = []
    for a, line in zip(
        quarrel.actors[:2], (RedLine("sea", at_least=point(60)), RedLine("sea", at_most=point(40))), strict=True
    ):
        assert a.contender
        stands = (*a.stands, Stand("sea", point(60 if line.at_least else 40), point(1)))
        actors.append(replace(a, stands=stands, contender=replace(a.contender, red_lines=(line,))))
    scenario = replace(quarrel, issues=(*quarrel.issues, sea), actors=(*actors, quarrel.actors[2]))
    assert (contest(scenario, draw(scenario, 5, 1)).elsewhere == -20).all()
