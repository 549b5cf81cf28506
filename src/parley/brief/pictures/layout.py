"""Where the boxes of a network go: springs from a fixed circle, then boxes pushed apart. Nothing is random."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""Shape (n, 2): x and y of each box's middle."""

_ROUNDS = 300
_AIR = 8.0
"""Free room between a box and a line that passes it."""
_LANE = 18.0
"""What each further line between the same two boxes takes to either side."""
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


def clear(middles: Points, sizes: Points, edges: Sequence[tuple[int, int]], rounds: int = 40) -> Points:
    """Middles moved, box by box, off the lines between other boxes, so that no line seems to lead to a box it passes.

    Boxes that lie on a line are pushed aside from it; where there is no room, some may stay.
    """
    at = middles.copy()
    lanes = Counter((min(e), max(e)) for e in edges)
    for _ in range(rounds):
        moved = False
        for (a, b), n in lanes.items():
            for k in range(len(at)):
                air = _AIR + (n - 1) * _LANE
                if k not in (a, b) and (push := _aside(at[a], at[b], at[k], sizes[k], air)) is not None:
                    at[k] += push
                    moved = True
        if not moved:
            break
        at = spread(at, sizes)
    return at


def _aside(a: Points, b: Points, middle: Points, size: Points, air: float) -> Points | None:
    """How far to push a box that the line from `a` to `b` crosses; None where it does not."""
    way = b - a
    long = float(np.linalg.norm(way))
    if long < 1:
        return None
    across = np.array([-way[1], way[0]]) / long
    along = float(np.dot(middle - a, way)) / long
    if not 0 < along < long:
        return None
    off = float(np.dot(middle - a, across))
    need = float(np.abs(across) @ size) / 2 + air
    if abs(off) >= need:
        return None
    return np.asarray(across * (1.0 if off >= 0 else -1.0) * (need - abs(off)))


def place(sizes: Points, edges: Sequence[tuple[int, int]], width: float, height: float) -> Points:
    """Middles of boxes of the given sizes in a picture about `width` by `height`, its left upper box near (0, 0)."""
    at = springs(len(sizes), edges)
    reach = np.maximum(at.max(axis=0) - at.min(axis=0), 1e-6)
    room = np.maximum(np.array([width, height]) - sizes.max(axis=0), 1.0)
    at = (at - at.min(axis=0)) / reach * room
    at = clear(spread(at, sizes), sizes, edges)
    corner = (at - sizes / 2).min(axis=0)
    return np.asarray(at - corner)
