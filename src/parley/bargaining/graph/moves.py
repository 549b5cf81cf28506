"""A conflict as a graph: states, who can move from which to which in one step, and how each side ranks them.

Fang, Hipel and Kilgour, *Interactive Decision Making: The Graph Model for Conflict Resolution* (1993).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.inputs import Array

Moves = NDArray[np.intp]
"""Shape (states, most moves): where one side can go from each state; `states` itself (one beyond the last) is none."""


@dataclass(frozen=True, slots=True)
class ConflictGraph:
    """Sides by name, the moves of each, and its payoffs, shape (sides, states): only their order counts."""

    sides: tuple[str, ...]
    moves: tuple[Moves, ...]
    payoffs: Array

    @property
    def states(self) -> int:
        """How many states."""
        return int(self.payoffs.shape[1])


def conflict_graph(
    sides: Sequence[str], payoffs: Sequence[Sequence[float]], moves: Sequence[Mapping[int, Sequence[int]]]
) -> ConflictGraph:
    """A graph from each side's payoff of every state (0, 1, …) and its moves from state to states.

    A move that cannot be taken back is one that is listed one way only. Raises ValueError for a state that is not
    there, a move that stays where it is, or lists of different lengths.
    """
    worth = np.array(payoffs, dtype=np.float64)
    if worth.ndim != 2 or not len(sides) == len(worth) == len(moves):
        raise ValueError("give each side one row of payoffs, all equally long, and its moves")
    count = worth.shape[1]
    for side, own in zip(sides, moves, strict=True):
        for start, ends in own.items():
            if not all(0 <= s < count for s in (start, *ends)) or start in ends:
                raise ValueError(f"{side!r} cannot move from {start} to {list(ends)}; states are 0 to {count - 1}")
    return ConflictGraph(tuple(sides), tuple(_padded(own, count) for own in moves), worth)


def _padded(own: Mapping[int, Sequence[int]], count: int) -> Moves:
    most = max((len(set(ends)) for ends in own.values()), default=0)
    table = np.full((count, max(most, 1)), count, dtype=np.intp)
    for start, ends in own.items():
        table[start, : len(set(ends))] = sorted(set(ends))
    return table


def improvements(graph: ConflictGraph, side: int) -> Moves:
    """A side's moves to states that it ranks higher, in the same form."""
    moves, worth = graph.moves[side], np.append(graph.payoffs[side], -np.inf)
    return np.where(worth[moves] > graph.payoffs[side][:, None], moves, graph.states)
