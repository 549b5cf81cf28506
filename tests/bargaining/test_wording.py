"""The outlook in words."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.bargaining import outlook, wording
from parley.terms.outlook import Conclusion, Overturn
from parley.terms.scenario import Scenario


@given(st.floats(0, 1))
def test_only_certainty_is_rounded_to_certainty(share: float) -> None:
    """Nothing is said to be 0% or 100% that is not."""
    said = wording.percent(share)
    assert (said == "0%") == (share == 0)
    assert (said == "100%") == (share == 1)


@pytest.mark.parametrize(
    ("stated", "read", "level"),
    [(0.0, 0.0, "low"), (0.5, 0.0, "moderate"), (0.9, 0.0, "high"), (0.0, 1.0, "moderate"), (0.1, 0.1, "low")],
)
def test_confidence(stated: float, read: float, level: str) -> None:
    """The more of what drives the answer cites the record, the higher; priors that it only chose never make it high."""
    said = wording.confidence(stated, read)
    assert said.startswith(f"{level} confidence")
    assert ("prior range" in said) == (read > 0)


def test_a_change_too_small_to_read_is_said_so() -> None:
    """Nobody reads that a number goes from 7.50 to 7.50."""
    said = wording.on_overturn(Overturn("x", "X: position", 7.5, 7.501, 0.001, within=True))
    assert said == "X: position rising from 7.50 by next to nothing (within its assumed range)"


def test_overturns_are_said_up_to_three() -> None:
    """The nearest changes are said, with their direction and whether they lie in the range."""
    turns = tuple(
        Overturn(f"x{i}", f"X{i}: cost", 0.5, 0.5 + d, abs(d), within=i == 0) for i, d in enumerate((0.1, -0.2))
    )
    said = wording.on_conclusion(Conclusion("c", "It holds", 0.97, "almost certain", (), turns))
    assert "X0: cost rising from 0.50 to 0.60 (within its assumed range); or X1: cost falling" in said
    alone = wording.on_conclusion(Conclusion("c", "It holds", 1, "almost certain", (), ()))
    assert "No single input" in alone


def test_every_conclusion_and_issue_is_said(quarrel: Scenario) -> None:
    """The words cover every issue and every conclusion, and hold no number that is not there."""
    o = outlook(quarrel, 500, 1)
    said = " ".join(o.words)
    assert all(c.statement in said for c in o.conclusions)
    assert all(c.name in said for c in o.compromises)
    assert not re.search(r"\b(nan|inf|None)\b", said)


def test_without_a_base_rate_no_chance_is_given(quarrel: Scenario) -> None:
    """Where no reference class is named, no chance of an agreement is made up."""
    o = outlook(replace(quarrel, base_rate=None), 200, 1)
    assert o.chance is None
    assert all("Chance of an agreement" not in w for w in o.words)
    assert "agreement" not in {c.id for c in o.conclusions}
