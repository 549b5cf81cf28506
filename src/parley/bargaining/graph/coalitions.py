"""What several sides can do together: states that all of them rank higher and that they can reach jointly.

Kilgour, Hipel, Fang and Peng, "Coalition Analysis in Group Decision Support" (2001).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.graph.moves import ConflictGraph, Moves


@dataclass(frozen=True, slots=True)
class Improvement:
    """States that a coalition can reach from a state and that each of its members ranks above it, counted from 0."""

    members: tuple[str, ...]
    start: int
    ends: tuple[int, ...]


def coalition_improvements(
    graph: ConflictGraph, members: Sequence[str], starts: Sequence[int] | None = None
) -> tuple[Improvement, ...]:
    """The coalition's improvements from each start (every state if not given) that has any."""
    sides = [graph.sides.index(m) for m in members]
    begun = np.arange(graph.states) if starts is None else np.array(starts, dtype=np.intp)
    got = reached([graph.moves[k] for k in sides], graph.states, begun)
    for k in sides:
        got &= graph.payoffs[k][None, :] > graph.payoffs[k][begun][:, None]
    return tuple(
        Improvement(tuple(members), int(start), tuple(np.flatnonzero(row).tolist()))
        for start, row in zip(begun, got, strict=True)
        if row.any()
    )


def reached(moves: Sequence[Moves], states: int, starts: NDArray[np.intp]) -> NDArray[np.bool_]:
    """What legal sequences of the movers reach from each start, shape (starts, states); nobody moves twice in a row.

    Spreads forward from all starts at once, for each last mover; starts are packed into bits.
    """
    bits = np.zeros((states + 1, -(-len(starts) // 8)), dtype=np.uint8)
    np.bitwise_or.at(bits, (starts, np.arange(len(starts)) // 8), (128 >> np.arange(len(starts)) % 8).astype(np.uint8))
    back = [_predecessors(m, states) for m in moves]
    found = [_spread(bits, b) for b in back]
    while True:
        grown = [f | _spread(_union(found, k, bits), back[k]) for k, f in enumerate(found)]
        if all((g == f).all() for g, f in zip(grown, found, strict=True)):
            break
        found = grown
    union = np.bitwise_or.reduce(found)[:states]
    return np.unpackbits(union, axis=1, count=len(starts)).T.astype(bool)


def _union(found: Sequence[NDArray[np.uint8]], but: int, like: NDArray[np.uint8]) -> NDArray[np.uint8]:
    rest = [f for k, f in enumerate(found) if k != but]
    return np.bitwise_or.reduce(rest) if rest else np.zeros_like(like)


def _spread(at: NDArray[np.uint8], back: Moves) -> NDArray[np.uint8]:
    """What is at the states before each state, put together; the row beyond the last state stays empty."""
    out, taken = np.zeros_like(at), np.empty_like(at[:-1])
    for column in back.T:
        out[:-1] |= np.take(at, column, axis=0, out=taken, mode="clip")
    return out


def _predecessors(moves: Moves, states: int) -> Moves:
    """From where each state can be reached in one move, in the same form as moves."""
    start = np.repeat(np.arange(states), moves.shape[1])
    end = moves.ravel()
    start, end = start[end < states], end[end < states]
    order = np.argsort(end, kind="stable")
    start, end = start[order], end[order]
    rank = np.arange(len(end)) - np.searchsorted(end, end)
    table = np.full((states, int(rank.max(initial=0)) + 1), states, dtype=np.intp)
    table[end, rank] = start
    return table
