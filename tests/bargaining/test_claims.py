"""Which conclusions a scenario can bear."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from parley.bargaining.claims import claims, margins
from parley.bargaining.inputs import draw
from parley.bargaining.solution import solve
from parley.terms.scenario import Quantity, Scenario


def ids(scenario: Scenario) -> list[str]:
    return [c.id for c in claims(scenario, solve(scenario, draw(scenario, 3, 1)))]


def test_what_is_not_given_is_not_concluded(quarrel: Scenario) -> None:
    """Mediator, base rate, shifting power and benefits of talks each bring their conclusion, and only then."""
    full = ["terms", "further", "agreement", "failure:north", "failure:south", "talks:east", "failure:east"]
    assert ids(quarrel) == [*full, "compromise:land"]
    assert "further" not in ids(replace(quarrel, mediator=None))
    north = quarrel.actors[0]
    assert north.contender
    falling = replace(north.contender, prevail_later=Quantity(0, 0.1, assumption="for the test"))
    shifting = replace(quarrel, actors=(replace(north, contender=falling), *quarrel.actors[1:]))
    assert "commitment" in ids(shifting)


def test_rows_stand_alone(quarrel: Scenario) -> None:
    """A row's margins do not depend on the other rows."""
    draws = draw(quarrel, 50, 1)
    whole = margins(quarrel, draws)
    alone = np.concatenate([margins(quarrel, replace(draws, values=draws.values[i : i + 1])) for i in range(50)])
    assert np.allclose(whole, alone, atol=1e-12)


def test_sentences_begin_large_and_end_open(quarrel: Scenario) -> None:
    """Each conclusion reads as a sentence either way."""
    for c in claims(quarrel, solve(quarrel, draw(quarrel, 3, 1))):
        for said in (c.holds, c.fails):
            assert said[0].isupper()
            assert not said.endswith(".")
        assert c.holds != c.fails
