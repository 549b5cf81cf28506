"""A scenario of two parties and an outsider, to be varied."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from parley.terms.scenario import (
    Backing,
    Contender,
    Issue,
    Lever,
    Mediator,
    Quantity,
    RedLine,
    Scenario,
    Stakeholder,
    Stand,
)


def between(low: float, high: float | None = None) -> Quantity:
    """A quantity that rests on the test."""
    return Quantity(low, low if high is None else high, assumption="for the test")


def party(name: str, at: Quantity, prevail: Quantity, cost: Quantity, *red_lines: RedLine) -> Stakeholder:
    """A party on the issue "land"."""
    stand = Stand("land", at, between(0.5, 1))
    contender = Contender(prevail, red_lines, cohesion=between(0.6, 0.9))
    return Stakeholder(name, name.title(), between(20, 40), (stand,), contender, cost)


def fixed_party(name: str, at: float, prevail: float, cost: float) -> Stakeholder:
    """A party of which every number is a point, with full salience and cohesion."""
    stand = Stand("land", between(at), between(1))
    return Stakeholder(name, name.title(), between(30), (stand,), Contender(between(prevail)), between(cost))


@pytest.fixture(scope="session")
def quarrel() -> Scenario:
    """North at 100 and South at 0 on one issue, East outside, hosting and mediating; all numbers are ranges."""
    line = RedLine("land", at_least=between(30, 50))
    north = party("north", between(90, 100), between(0.3, 0.6), between(0.05, 0.2), line)
    south = party("south", between(0, 10), between(0.4, 0.7), between(0.0, 0.15))
    east = Stakeholder(
        "east",
        "East",
        between(5, 15),
        (Stand("land", between(30, 70), between(0.1, 0.5)),),
        cost_no_agreement=between(-0.05, 0.1),
        talks_benefit=between(0.0, 0.2),
        failed_talks_cost=between(0.0, 0.1),
    )
    return Scenario(
        title="Test",
        question="Will they?",
        contested="land",
        issues=(Issue("land", "Land", "South keeps it", "North has it"),),
        actors=(north, south, east),
        backings=(Backing("east", "north", support=between(0, 0.1), subsidy=between(0, 0.05)),),
        mediator=Mediator(
            "east", "north", between(0, 0.3), between(0, 0.1), between(0.1, 0.4), (Lever("south", between(0, 0.2)),)
        ),
        hosts=("east",),
        base_rate=between(0.2, 0.4),
    )


@pytest.fixture(scope="session")
def closed_form() -> Scenario:
    """A at 100 with p = .6 and cost .1, B at 0 with cost .15, all points: Fearon's textbook case."""
    a = fixed_party("a", 100, 0.6, 0.1)
    b = fixed_party("b", 0, 0.4, 0.15)
    land = Issue("land", "Land", "B has it", "A has it")
    return Scenario("Fearon", "Deal?", "land", (land,), (a, b))


@pytest.fixture(scope="session")
def plain() -> ModuleType:
    """The models' formulas in plain Python."""
    path = Path(__file__).parents[2] / "benchmarks" / "plain.py"
    spec = importlib.util.spec_from_file_location("plain", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
