"""Second opinions and trades of a scenario."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.bargaining.challenge import challenge
from parley.bargaining.inputs import Draws, draw, inputs_of, middles
from parley.bargaining.methods import Run
from parley.bargaining.second import challenged, panel, second_opinions, trades
from parley.terms.scenario import Issue, Quantity, Scenario, Stand


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


@pytest.fixture
def two_issues(quarrel: Scenario) -> Scenario:
    """North and South care for different things."""
    law = Issue("law", "Law", "South's", "North's")
    north, south, east = quarrel.actors
    north = replace(north, stands=(*north.stands, Stand("law", point(100), point(0.1))))
    south = replace(south, stands=(*south.stands, Stand("law", point(0), point(0.9))))
    return replace(quarrel, issues=(*quarrel.issues, law), actors=(north, south, east))


def test_panel_holds_all_actors(two_issues: Scenario) -> None:
    """Who has no stand on an issue has no position and no salience there."""
    p = panel(two_issues, draw(two_issues, 5, 1))
    assert p.positions.shape == (5, 3, 2)
    assert np.isnan(p.positions[:, 2, 1]).all()
    assert (p.saliences[:, 2, 1] == 0).all()


def test_challenge_is_that_of_the_model(quarrel: Scenario) -> None:
    """At mid-range the opinion is the model's last mean."""
    inputs = inputs_of(quarrel)
    middle = Draws(inputs, middles(inputs)[None, :])
    p = panel(quarrel, middle)
    run = challenge(p.positions[0, :, 0], p.saliences[0, :, 0], p.capabilities[0])
    assert challenged(quarrel, middle)[0, 0] == pytest.approx(run.means[-1])


def test_opinions_name_models_and_what_moves_them(two_issues: Scenario) -> None:
    """Two models on each issue; the drawn one says how far each input moves it, the widest first."""
    found = second_opinions(two_issues, draw(two_issues, 60, 1), Run(1, 60))
    assert [(o.method.name, o.issue) for o in found] == [
        (name, issue) for name in ("challenge model", "spatial model") for issue in ("land", "law")
    ]
    land = found[0]
    assert land.forecast
    assert land.forecast.low <= land.forecast.middle <= land.forecast.high
    widths = [abs(s.at_high - s.at_low) for s in land.swings]
    assert widths == sorted(widths, reverse=True)
    assert land.swings
    assert all(0 <= o.at_middle <= 100 for o in found)


def test_trade_serves_both(two_issues: Scenario) -> None:
    """South gives way on land, North on law; one issue alone cannot be traded."""
    found = trades(two_issues, draw(two_issues, 5, 1))
    assert found
    trade = found.trades[0]
    assert {(trade.first, trade.gives), (trade.second, trade.gets)} == {("north", "law"), ("south", "land")}
    ends = {issue: (before, after) for issue, before, after in found.outcomes}
    assert ends["land"][1] > ends["land"][0]
    assert ends["law"][1] < ends["law"][0]


def test_one_issue_is_not_traded(quarrel: Scenario) -> None:
    """There is nothing to give for it."""
    assert trades(quarrel, draw(quarrel, 5, 1)) is None
