"""How firmly the conclusions stand: one input at a time, over the draws, and the nearest change that turns one over.

The share of a margin's variance that goes with one input is the first-order Sobol index (Sobol' 1993; Saltelli and
others 2010), estimated from the draws themselves by binning that input (Plischke and others 2013). Elementary effects
(Morris 1991) tell besides how far one input's effect depends on the others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.claims import ON_AGREEMENT, ids_of, margins
from parley.bargaining.elementary import elementary
from parley.bargaining.inputs import Array, Draws, Input, middles, one_at_a_time
from parley.bargaining.pairs import Pair, pairs
from parley.terms.outlook import Overturn, Swing
from parley.terms.scenario import Scenario

GRID, HALVINGS, BINS = 101, 40, 20


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """For each conclusion, in their order: its swings, widest first, and its overturns, smallest change first."""

    swings: tuple[tuple[Swing, ...], ...]
    overturns: tuple[tuple[Overturn, ...], ...]
    at_middle: Array
    """The margins with every input at mid-range, shape (conclusions,)."""
    pairs: tuple[tuple[Pair, ...], ...]
    """Changes of two inputs at once, smallest first; looked for on whether there can be an agreement only."""


def sensitivity(scenario: Scenario, draws: Draws, drawn: Array) -> Sensitivity:
    """Tornado, main effects and overturns; `drawn` are the margins over the draws, shape (draws, conclusions)."""
    at_middle = margins(scenario, Draws(draws.inputs, middles(draws.inputs)[None, :]))[0]
    turns = _overturns(scenario, draws.inputs, at_middle)
    return Sensitivity(
        _swings(scenario, draws, drawn), turns, at_middle, _pairs(scenario, draws.inputs, at_middle, turns)
    )


def _pairs(
    scenario: Scenario, inputs: tuple[Input, ...], at_middle: Array, turns: tuple[tuple[Overturn, ...], ...]
) -> tuple[tuple[Pair, ...], ...]:
    columns = [c for c, name in enumerate(ids_of(scenario)) if name in ON_AGREEMENT]
    places = {x.label: i for i, x in enumerate(inputs)}
    alone = [{places[t.input] for t in found} for found in turns]
    made = pairs(scenario, inputs, at_middle, columns, alone)
    return tuple(made.get(c, ()) for c in range(len(at_middle)))


def main_effects(draws: Draws, drawn: Array) -> Array:
    """First-order shares of variance, shape (inputs, conclusions), 0 to 1, less the share that bins have by chance."""
    size = draws.count // BINS
    effects = np.zeros((len(draws.inputs), drawn.shape[1]))
    total = drawn.var(axis=0)
    if size == 0:
        return effects
    for i, x in enumerate(draws.inputs):
        if x.quantity.low < x.quantity.high:
            order = np.argsort(draws.values[:, i], kind="stable")[: size * BINS]
            between = drawn[order].reshape(BINS, size, -1).mean(axis=1).var(axis=0)
            share = np.divide(between, total, out=np.zeros_like(total), where=total > 1e-18)
            effects[i] = np.clip((share - 1 / size) / (1 - 1 / size) if size > 1 else share, 0, 1)
    return effects


def _swings(scenario: Scenario, draws: Draws, drawn: Array) -> tuple[tuple[Swing, ...], ...]:
    inputs, which = draws.inputs, np.arange(len(draws.inputs))
    at_low = margins(scenario, one_at_a_time(inputs, np.array([x.quantity.low for x in inputs]), which))
    at_high = margins(scenario, one_at_a_time(inputs, np.array([x.quantity.high for x in inputs]), which))
    effects, steps = main_effects(draws, drawn), elementary(inputs, partial(margins, scenario))
    return tuple(
        _tornado(inputs, at_low[:, c], at_high[:, c], effects[:, c], steps.mean[:, c], steps.uneven[:, c])
        for c in range(drawn.shape[1])
    )


def _tornado(
    inputs: tuple[Input, ...], low: Array, high: Array, effects: Array, mean: Array, uneven: Array
) -> tuple[Swing, ...]:
    made = [
        Swing(x.label, x.words, float(low[i]), float(high[i]), float(effects[i]), float(mean[i]), float(uneven[i]))
        for i, x in enumerate(inputs)
        if abs(high[i] - low[i]) > 1e-9 or effects[i] > 0.01 or mean[i] > 1e-9
    ]
    return tuple(sorted(made, key=lambda s: (-abs(s.at_high - s.at_low), -s.effect, s.input)))


def _overturns(scenario: Scenario, inputs: tuple[Input, ...], at_middle: Array) -> tuple[tuple[Overturn, ...], ...]:
    """Look along each input's whole scale for the nearest value that turns each conclusion over; close in on it."""
    grid = np.stack([np.linspace(x.floor, x.ceiling, GRID) for x in inputs])
    which = np.repeat(np.arange(len(inputs)), GRID)
    found = margins(scenario, one_at_a_time(inputs, grid.ravel(), which)).reshape(len(inputs), GRID, -1)
    flipped = (found > 0) != (at_middle > 0)
    near, far, rows, columns = _brackets(inputs, grid, flipped)
    holds = at_middle[columns] > 0
    for _ in range(HALVINGS if len(rows) else 0):
        half = (near + far) / 2
        over = (margins(scenario, one_at_a_time(inputs, half, rows))[np.arange(len(rows)), columns] > 0) != holds
        near, far = np.where(over, near, half), np.where(over, half, far)
    return _sorted_overturns(inputs, far, rows, columns, len(at_middle))


def _brackets(
    inputs: tuple[Input, ...], grid: Array, flipped: NDArray[np.bool_]
) -> tuple[Array, Array, NDArray[np.intp], NDArray[np.intp]]:
    """For each (input, conclusion) that flips: a value that does not yet, and the nearest grid value that does."""
    middle = middles(inputs)[:, None]
    distance = np.abs(grid - middle)[:, :, None]
    nearest = np.where(flipped, distance, np.inf).argmin(axis=1)
    rows, columns = np.nonzero(flipped.any(axis=1))
    far = grid[rows, nearest[rows, columns]]
    step = (grid[rows, 1] - grid[rows, 0]) * np.sign(middles(inputs)[rows] - far)
    back = far + step
    past = np.sign(middles(inputs)[rows] - back) != np.sign(step)
    return np.where(past, middles(inputs)[rows], back), far, rows, columns


def _sorted_overturns(
    inputs: tuple[Input, ...], then: Array, rows: NDArray[np.intp], columns: NDArray[np.intp], count: int
) -> tuple[tuple[Overturn, ...], ...]:
    found: list[list[Overturn]] = [[] for _ in range(count)]
    for value, i, c in zip(then, rows, columns, strict=True):
        x = inputs[i]
        size = abs(float(value) - x.quantity.middle) / x.whole
        within = x.quantity.low <= value <= x.quantity.high
        found[c].append(Overturn(x.label, x.words, x.quantity.middle, float(value), size, bool(within)))
    return tuple(tuple(sorted(f, key=lambda o: (o.size, o.input))) for f in found)
