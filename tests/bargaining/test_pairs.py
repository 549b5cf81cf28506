"""Two changes at once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from parley.bargaining.claims import ids_of, margins
from parley.bargaining.inputs import Draws, Input, inputs_of, middles
from parley.bargaining.outlook import outlook
from parley.terms.outlook import Conclusion
from parley.terms.scenario import Quantity, RedLine, Scenario


def point(value: float) -> Quantity:
    return Quantity(value, value, assumption="for the test")


@pytest.fixture
def stuck(closed_form: Scenario) -> Scenario:
    """Fearon's case, where A takes no less than 50 by its costs and by its word, and B signs no more than 30."""
    a, b = closed_form.actors
    assert a.contender
    assert b.contender
    proud = replace(a, contender=replace(a.contender, red_lines=(RedLine("land", at_least=point(50)),)))
    firm = replace(b, contender=replace(b.contender, red_lines=(RedLine("land", at_most=point(30)),)))
    return replace(closed_form, actors=(proud, firm))


def terms(scenario: Scenario) -> Conclusion:
    return next(c for c in outlook(scenario, 1).conclusions if c.id == "terms")


def holds(scenario: Scenario, inputs: tuple[Input, ...], **changed: float) -> bool:
    """Whether there are terms, with some inputs changed from their middle."""
    values = middles(inputs)
    for i, x in enumerate(inputs):
        values[i] = changed.get(x.label.replace(".", "_"), values[i])
    column = ids_of(scenario).index("terms")
    return bool(margins(scenario, Draws(inputs, values[None, :]))[0, column] > 0)


def test_a_pair_turns_over_what_neither_does_alone(stuck: Scenario) -> None:
    """For each pair: both together give the other answer, either alone does not, and neither is among the overturns."""
    inputs, found = inputs_of(stuck), terms(stuck)
    assert found.statement.startswith("There are no terms")
    single = {o.input for o in found.overturns}
    assert found.pairs
    for one, other in found.pairs:
        changes = {o.input.replace(".", "_"): o.then for o in (one, other)}
        assert holds(stuck, inputs, **changes)
        assert not any(holds(stuck, inputs, **{k: v}) for k, v in changes.items())
        assert not single & {one.input, other.input}


def test_smallest_first(stuck: Scenario) -> None:
    """Pairs are in the order of both changes' sizes together."""
    sizes = [one.size + other.size for one, other in terms(stuck).pairs]
    assert sizes == sorted(sizes)


def test_permuting_actors_changes_no_pair(stuck: Scenario) -> None:
    """The order of actors is of no account."""
    back = terms(replace(stuck, actors=stuck.actors[::-1]))
    there = terms(stuck)
    assert {frozenset((a.input, b.input)) for a, b in back.pairs} == {
        frozenset((a.input, b.input)) for a, b in there.pairs
    }
    assert np.allclose([a.size + b.size for a, b in back.pairs], [a.size + b.size for a, b in there.pairs])
