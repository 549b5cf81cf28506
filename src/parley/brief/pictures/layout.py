"""Where the boxes of a network go: springs from a fixed circle, then boxes pushed apart. Nothing is random."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (n, 2): x and y of each box's middle."""

_ROUNDS = 300
_GAP = (56.0, 34.0)
"""Free room between boxes, across and down."""


def _circle(n: int) -> Points:
    angle = np.pi / 7 + 2 * np.pi * np.arange(n) / max(n, 1)
    return np.stack([np.cos(angle), np.sin(angle)], axis=1)


def springs(n: int, edges: Sequence[tuple[int, int]]) -> Points:
    """Middles in about the unit square, by Fruchterman and Reingold's forces (1991), cooled over fixed rounds."""
    at = _circle(n)
    if n < 3:
        return at
    pull = np.zeros((n, n))
    for a, b in edges:
        pull[a, b] = pull[b, a] = 1.0
    length = 1.6 / np.sqrt(n)
    for heat in np.linspace(0.2, 0.002, _ROUNDS):
        away = at[:, None, :] - at[None, :, :]
        distance = np.maximum(np.linalg.norm(away, axis=2), 0.01)
        force = length**2 / distance**2 - pull * distance / length
        move = (away * force[:, :, None]).sum(axis=1) - 1.6 * at
        size = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        at = at + move / size * np.minimum(size, heat)
    return at


def spread(middles: Points, sizes: Points, rounds: int = 400) -> Points:
    """Middles moved until no two boxes (`sizes`, shape (n, 2): width and height) overlap or nearly touch."""
    at = middles.copy()
    for _ in range(rounds):
        away = at[:, None, :] - at[None, :, :]
        least = (sizes[:, None, :] + sizes[None, :, :]) / 2 + np.array(_GAP)
        over = least - np.abs(away)
        hit = (over > 0.01).all(axis=2) & ~np.eye(len(at), dtype=bool)
        if not hit.any():
            break
        for i, j in zip(*np.nonzero(np.triu(hit)), strict=True):
            _push(at, i, j, least[i, j])
    return at


def _push(at: Points, i: int, j: int, least: Points) -> None:
    """Move two boxes apart along the axis that needs the shorter way."""
    away = at[i] - at[j]
    over = least - np.abs(away)
    if (over <= 0).any():
        return
    axis = int(over[1] <= over[0])
    way = 1.0 if away[axis] >= 0 else -1.0
    at[i, axis] += way * over[axis] / 2
    at[j, axis] -= way * over[axis] / 2


def place(sizes: Points, edges: Sequence[tuple[int, int]], width: float, height: float) -> Points:
    """Middles of boxes of the given sizes in a picture about `width` by `height`, its left upper box near (0, 0)."""
    at = springs(len(sizes), edges)
    reach = np.maximum(at.max(axis=0) - at.min(axis=0), 1e-6)
    room = np.maximum(np.array([width, height]) - sizes.max(axis=0), 1.0)
    at = (at - at.min(axis=0)) / reach * room
    at = spread(at, sizes)
    corner = (at - sizes / 2).min(axis=0)
    return np.asarray(at - corner)
