"""Stability: a state from which no side would move, under four ideas of how far the others are reckoned with.

Fang, Hipel and Kilgour (1993): Nash stability (rational), general and symmetric metarationality, and sequential
stability. A side is held back from an improvement if the others, in any legal sequence of moves (nobody moves twice in
a row), can answer with something that it likes no better than where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.graph.moves import ConflictGraph, Moves, improvements
from parley.bargaining.inputs import Array
from parley.bargaining.version import MODELS
from parley.terms.outlook import Method

CONCEPTS = ("Nash", "GMR", "SMR", "SEQ")
SOURCE = "Fang, Hipel and Kilgour 1993"


@dataclass(frozen=True, slots=True)
class Stability:
    """For each concept: which states are stable for each side, (sides, states), and which for all."""

    method: Method
    stable: Mapping[str, NDArray[np.bool_]]

    def equilibria(self, concept: str) -> tuple[int, ...]:
        """The states that are stable for every side under a concept, counted from 0."""
        return tuple(np.flatnonzero(self.stable[concept].all(axis=0)).tolist())


def stability(graph: ConflictGraph) -> Stability:
    """All four concepts for every state and side."""
    parts = [_of_side(graph, i, [improvements(graph, k) for k in range(len(graph.sides))]) for i in _sides(graph)]
    stable = {c: np.stack([p[c] for p in parts]) for c in CONCEPTS}
    parameters = (("sides", str(len(graph.sides))), ("states", str(graph.states)))
    return Stability(Method("graph model", SOURCE, False, parameters, 0, MODELS), stable)


def _sides(graph: ConflictGraph) -> range:
    return range(len(graph.sides))


def _of_side(graph: ConflictGraph, i: int, better: Sequence[Moves]) -> dict[str, NDArray[np.bool_]]:
    worth, others = graph.payoffs[i], [k for k in _sides(graph) if k != i]
    escape = np.append(worth, -np.inf)[graph.moves[i]].max(axis=1)
    moves, credible = [graph.moves[k] for k in others], [better[k] for k in others]
    answers = {
        "GMR": lowest_reached(worth, moves),
        "SMR": lowest_reached(np.maximum(worth, escape), moves),
        "SEQ": lowest_reached(worth, credible),
    }
    # no improvement at all, or an answer to each that leaves the side where it stands or below
    found = {"Nash": (better[i] == graph.states).all(axis=1)}
    for concept, low in answers.items():
        found[concept] = (np.append(low, -np.inf)[better[i]] <= worth[:, None]).all(axis=1)
    return found


def lowest_reached(worth: Array, moves: Sequence[Moves]) -> Array:
    """The lowest worth of all states that a legal sequence of one or more moves reaches, shape (states,); inf if none.

    `moves` has one table for each of those who may move. Works back from what one more move reaches until nothing
    changes, for each state and last mover.
    """
    count = len(worth)
    ends = np.append(worth, np.inf)
    after = [np.full(count + 1, np.inf) for _ in moves]
    by_each = [ends[m].min(axis=1) for m in moves]
    while True:
        nexts = [_others(by_each, k, count) for k in range(len(moves))]
        changed = any((n < a).any() for n, a in zip(nexts, after, strict=True))
        if not changed:
            return np.min(by_each, axis=0) if by_each else np.full(count, np.inf)
        after = nexts
        by_each = [np.minimum(ends, a)[m].min(axis=1) for m, a in zip(moves, after, strict=True)]


def _others(by_each: Sequence[Array], k: int, count: int) -> Array:
    """What the movers other than k reach from each state, with inf for no state at the end."""
    rest = [b for j, b in enumerate(by_each) if j != k]
    lowest = np.min(rest, axis=0) if rest else np.full(count, np.inf)
    return np.append(lowest, np.inf)
