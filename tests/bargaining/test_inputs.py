"""Inputs and draws."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from parley.bargaining.inputs import draw, inputs_of, one_at_a_time
from parley.terms.scenario import Scenario


def test_labels_are_distinct_and_lasting(quarrel: Scenario) -> None:
    """No two inputs share a label, even with two backings of the same kind, and order does not change them."""
    twice = replace(quarrel, backings=quarrel.backings * 2)
    labels = [x.label for x in inputs_of(twice)]
    assert len(labels) == len(set(labels))
    turned = replace(quarrel, actors=quarrel.actors[::-1])
    assert {x.label for x in inputs_of(turned)} == {x.label for x in inputs_of(quarrel)}


def test_draws_keep_to_the_ranges_and_to_their_labels(quarrel: Scenario) -> None:
    """Every draw lies in its range, and is the same whoever else is there."""
    all_, fewer = draw(quarrel, 200, 3), draw(replace(quarrel, backings=()), 200, 3)
    for i, x in enumerate(all_.inputs):
        assert x.quantity.low <= all_.values[:, i].min()
        assert all_.values[:, i].max() <= x.quantity.high
    both = [(all_.values[:, i], fewer.get(*x.path)) for i, x in enumerate(all_.inputs) if x.path[0] == "actor"]
    assert all(np.array_equal(a, b) for a, b in both)


def test_words_name_actor_and_issue(quarrel: Scenario) -> None:
    """Each input is said in words that hold no field names."""
    words = {x.label: x.words for x in inputs_of(quarrel)}
    assert words["north.at_least.land"] == "North: the least it would sign on Land"
    assert words["east>north.support"] == "East's fighting support for North"
    assert words["mediator>south.leverage"] == "further round: East's leverage on South"
    assert words["scenario.base_rate"] == "the talks: base rate"
    assert not any("_" in w for w in words.values())


def test_one_at_a_time_changes_one(quarrel: Scenario) -> None:
    """Each row is the middle of all ranges but for one input."""
    inputs = inputs_of(quarrel)
    rows = one_at_a_time(inputs, np.array([9.0, 9.0]), np.array([0, 2])).values
    middle = np.array([x.quantity.middle for x in inputs])
    assert (rows != middle).nonzero()[1].tolist() == [0, 2]
