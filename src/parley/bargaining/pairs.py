"""Two changes at once: pairs of inputs that together turn a conclusion over where neither would alone.

Looked for from the corners of every two inputs' scales inwards: the smallest such changes that a coarse search finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.claims import margins
from parley.bargaining.inputs import Array, Draws, Input, middles
from parley.terms.outlook import Overturn
from parley.terms.scenario import Scenario

NEAREST, STEPS, HALVINGS, KEPT, BLOCK = 10, 12, 30, 5, 10_000

Pair = tuple[Overturn, Overturn]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Search:
    """One conclusion's column among the margins, and on which side of 0 it stands at mid-range (1 or −1)."""

    scenario: Scenario
    inputs: tuple[Input, ...]
    column: int
    side: float

    def over(self, which: Places, values: Array) -> NDArray[np.bool_]:
        """Whether the conclusion is turned over where two inputs have other values; both of shape (rows, 2)."""
        parts = [
            _margins(self.scenario, self.inputs, which[k : k + BLOCK], values[k : k + BLOCK])[:, self.column]
            for k in range(0, len(which), BLOCK)
        ]
        return np.concatenate(parts) * self.side <= 0


def _margins(scenario: Scenario, inputs: tuple[Input, ...], which: Places, values: Array) -> Array:
    rows = np.tile(middles(inputs), (len(which), 1))
    rows[np.arange(len(which))[:, None], which] = values
    return margins(scenario, Draws(inputs, rows))


def pairs(
    scenario: Scenario, inputs: tuple[Input, ...], at_middle: Array, columns: Sequence[int], alone: Sequence[set[int]]
) -> dict[int, tuple[Pair, ...]]:
    """For each of these conclusions the smallest pairs; `alone` are the inputs that turn it over by themselves."""
    one, other = np.triu_indices(len(inputs), 1)
    which = np.repeat(np.stack([one, other], axis=-1), 4, axis=0)
    ends = np.array([[x.floor, x.ceiling] for x in inputs])
    corner = np.tile([[0, 0], [0, 1], [1, 0], [1, 1]], (len(one), 1))
    values = ends[which, corner]
    parts = [
        _margins(scenario, inputs, which[k : k + BLOCK], values[k : k + BLOCK])[:, list(columns)]
        for k in range(0, len(which), BLOCK)
    ]
    found = np.concatenate(parts) if parts else np.empty((0, len(columns)))
    made = {}
    for n, c in enumerate(columns):
        side = 1.0 if at_middle[c] > 0 else -1.0
        single = np.isin(which, list(alone[c])).any(axis=1)
        turned = (found[:, n] * side <= 0) & ~single
        made[c] = _nearest(Search(scenario, inputs, c, side), which[turned], values[turned])
    return made


def _nearest(search: Search, which: Places, corners: Array) -> tuple[Pair, ...]:
    if not len(which):
        return ()
    rough = _halved(search, which, corners)
    best = np.argsort(_sizes(search, which, rough), kind="stable")[: 4 * NEAREST]
    _, first = np.unique(which[best], axis=0, return_index=True)
    chosen = best[np.sort(first)][:NEAREST]
    which, far = which[chosen], _inwards(search, which[chosen], corners[chosen], rough[chosen])
    sizes: list[float] = _sizes(search, which, far).tolist()
    order = sorted(range(len(which)), key=lambda k: (round(sizes[k], 9), [search.inputs[i].label for i in which[k]]))
    return tuple((_turn(search, which[k, 0], far[k, 0]), _turn(search, which[k, 1], far[k, 1])) for k in order[:KEPT])


def _sizes(search: Search, which: Places, values: Array) -> Array:
    """Both changes over their whole scales, summed, shape (rows,)."""
    whole = np.array([x.whole for x in search.inputs])
    total: Array = (np.abs(values - middles(search.inputs)[which]) / whole[which]).sum(axis=1)
    return total


def _halved(search: Search, which: Places, far: Array) -> Array:
    """The nearest place that turns it over, on the way from the middle to one that does."""
    near = middles(search.inputs)[which]
    for _ in range(HALVINGS):
        half = (near + far) / 2
        over = search.over(which, half)[:, None]
        near, far = np.where(over, near, half), np.where(over, half, far)
    return far


def _inwards(search: Search, which: Places, corners: Array, rough: Array) -> Array:
    """Of places between the middle and the corner the one that turns it over for the smallest change of both."""
    share = np.linspace(0, 1, STEPS)
    steps = np.stack(np.meshgrid(share, share, indexing="ij"), axis=-1).reshape(-1, 2)
    middle = middles(search.inputs)[which]
    places = middle[:, None, :] + steps[None] * (corners - middle)[:, None, :]
    rows = np.repeat(which, len(steps), axis=0)
    flat = places.reshape(-1, 2)
    sizes = np.where(search.over(rows, flat), _sizes(search, rows, flat), np.inf).reshape(len(which), -1)
    found = places[np.arange(len(which)), sizes.argmin(axis=1)]
    better = sizes.min(axis=1) < _sizes(search, which, rough)
    return _halved(search, which, np.where(better[:, None], found, rough))


def _turn(search: Search, i: np.intp, then: float) -> Overturn:
    x = search.inputs[int(i)]
    now = x.quantity.middle
    within = x.quantity.low <= then <= x.quantity.high
    return Overturn(x.label, x.words, now, float(then), abs(float(then) - now) / x.whole, bool(within))
