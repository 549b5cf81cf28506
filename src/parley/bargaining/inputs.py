"""The uncertain numbers of a scenario, each with a lasting label, and draws over their ranges."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from parley.terms.scenario import SCALES, Quantity, Scenario
from parley.terms.scenario_faults import Path, fields_of

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Input:
    """One number of a scenario. `label` names it by ids, not by places, so that it survives re-ordering.

    `floor` and `ceiling` bound what it could be at all; `whole` is the change that counts as one.
    """

    path: Path
    label: str
    words: str
    quantity: Quantity
    floor: float
    ceiling: float
    whole: float


@dataclass(frozen=True)
class Draws:
    """Values of all inputs: `values` has shape (draws, inputs)."""

    inputs: tuple[Input, ...]
    values: Array

    @cached_property
    def _column(self) -> Mapping[Path, int]:
        return {x.path: i for i, x in enumerate(self.inputs)}

    @property
    def count(self) -> int:
        """How many draws."""
        return int(self.values.shape[0])

    def get(self, *path: str | int, default: float = 0.0) -> Array:
        """An input's values, shape (draws,); the default where the scenario does not give it."""
        i = self._column.get(path)
        return np.full(self.count, default) if i is None else self.values[:, i]


def inputs_of(scenario: Scenario) -> tuple[Input, ...]:
    """Every quantity of a scenario as an input, in the order of the scenario."""
    made: list[Input] = []
    top = max((a.capability.high for a in scenario.actors), default=1.0) or 1.0
    taken: dict[str, int] = {}
    for path, kind, q in fields_of(scenario):
        label, words = _label(scenario, path), _words(scenario, path)
        taken[label] = taken.get(label, 0) + 1
        if taken[label] > 1:
            label = f"{label}#{taken[label]}"
        scale = SCALES[kind]
        free = kind == "capability"
        made.append(
            Input(path, label, words, q, scale.low, 10 * top if free else scale.high, top if free else scale.whole)
        )
    return tuple(made)


def draw(scenario: Scenario, count: int, seed: int) -> Draws:
    """Independent uniform draws over all ranges.

    Each input has a stream of its own, made of the seed and its label: adding, leaving out or re-ordering actors
    does not change what the others draw.
    """
    inputs = inputs_of(scenario)
    values = np.empty((count, len(inputs)))
    for i, x in enumerate(inputs):
        stream = np.random.default_rng([seed, zlib.crc32(x.label.encode())])
        values[:, i] = stream.uniform(x.quantity.low, x.quantity.high, count)
    return Draws(inputs, values)


def middles(inputs: tuple[Input, ...]) -> Array:
    """The midpoint of every input, shape (inputs,)."""
    return np.array([x.quantity.middle for x in inputs])


def one_at_a_time(inputs: tuple[Input, ...], changes: Array, which: NDArray[np.intp]) -> Draws:
    """Rows at mid-range in which input `which[r]` has the value `changes[r]` instead; both of shape (rows,)."""
    rows = np.tile(middles(inputs), (len(changes), 1))
    rows[np.arange(len(changes)), which] = changes
    return Draws(inputs, rows)


def _label(scenario: Scenario, path: Path) -> str:
    key = str(path[-1])
    match path:
        case ("actor", int(i), "stand", int(j), _):
            return f"{scenario.actors[i].id}.{key}.{scenario.actors[i].stands[j].issue}"
        case ("actor", int(i), "red_line", int(j), _):
            contender = scenario.actors[i].contender
            return f"{scenario.actors[i].id}.{key}.{contender.red_lines[j].issue if contender else j}"
        case ("actor", int(i), _):
            return f"{scenario.actors[i].id}.{key}"
        case ("backing", int(i), _):
            return f"{scenario.backings[i].giver}>{scenario.backings[i].receiver}.{key}"
        case ("tie", int(i), _):
            return f"{scenario.ties[i].patron}~{scenario.ties[i].client}.{key}"
        case ("mediator", "lever", int(i), _) if scenario.mediator:
            return f"mediator>{scenario.mediator.levers[i].on}.{key}"
    return ".".join(str(p) for p in path)


PHRASES: Mapping[str, str] = {
    "capability": "{a}: capability",
    "cost_no_agreement": "{a}: cost of no agreement",
    "talks_benefit": "{a}: benefit of holding talks",
    "failed_talks_cost": "{a}: cost of talks that fail",
    "prevail": "{a}: chance of prevailing unaided",
    "prevail_later": "{a}: chance of prevailing later",
    "cohesion": "{a}: cohesion",
    "position": "{a}: position",
    "salience": "{a}: salience",
    "at_least": "{a}: the least it would sign",
    "at_most": "{a}: the most it would sign",
}
LENT: Mapping[str, str] = {
    "support": "{g}'s fighting support for {r}",
    "subsidy": "{g}'s subsidy to {r}",
    "leverage": "{g}'s leverage on {r}",
    "inducement": "{g}'s reward to {r} for signing",
}


def _words(scenario: Scenario, path: Path) -> str:
    key, names = str(path[-1]), {a.id: a.name for a in scenario.actors}
    match path:
        case ("actor", int(i), "stand" | "red_line", int(_), _):
            issue = _label(scenario, path).rsplit(".", 1)[-1]
            return f"{PHRASES[key].format(a=scenario.actors[i].name)} on {scenario.issue(issue).name}"
        case ("actor", int(i), _):
            return PHRASES[key].format(a=scenario.actors[i].name)
        case ("backing", int(i), _):
            b = scenario.backings[i]
            return LENT[key].format(g=names[b.giver], r=names[b.receiver])
        case ("tie", int(i), _):
            t = scenario.ties[i]
            return f"{names[t.patron]}'s {'tie to' if key == 'strength' else 'veto over'} {names[t.client]}"
        case ("mediator", "lever", int(i), _) if scenario.mediator:
            m = scenario.mediator
            return f"further round: {LENT[key].format(g=names[m.actor], r=names[m.levers[i].on])}"
        case ("mediator", _) if scenario.mediator:
            return f"{names[scenario.mediator.actor]} as mediator: {key}"
    return f"the talks: {key.replace('_', ' ')}"
