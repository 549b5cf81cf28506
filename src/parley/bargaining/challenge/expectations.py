"""Chances of winning, expected utilities and attitudes to risk; arrays run over draws first.

Bueno de Mesquita, "The Predictioneer's Game" models, in the form of Scholz, Calbert and Smith, "Unravelling Bueno de
Mesquita's Group Decision Model", Journal of Theoretical Politics (2011), with chances of keeping the status quo at 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.challenge.rules import Winning
from parley.bargaining.inputs import Array

MANY = 32
"""From this many actors on, voters are counted draw by draw."""


def midpoints(positions: Array) -> NDArray[np.intp]:
    """h[d, i, j]: how many actors stand at or below the middle between i and j, shape (draws, actors, actors)."""
    ranked = np.sort(positions, axis=1)
    middle = (positions[:, :, None] + positions[:, None, :]) / 2
    if positions.shape[1] >= MANY:
        return np.stack([np.searchsorted(x, m, side="right") for x, m in zip(ranked, middle, strict=True)])
    below = np.zeros(middle.shape, dtype=np.intp)
    for k in range(positions.shape[1]):
        below += ranked[:, k, None, None] <= middle
    return below


def chances(rule: Winning, positions: Array, apart: Array, below: NDArray[np.intp], ballots: Array) -> Array:
    """P[d, i, j]: the chance that i beats j, shape (draws, actors, actors); 0 where both stand at one place.

    `apart` are distances over the range and `below` the `midpoints`, shaped alike; `ballots[d, k, a]` is voter k's
    weight times the distance to a as it sees it. Voters on one side of the middle between two actors all prefer the
    one on that side, so that sums along sorted voters give the votes of every pair.
    """
    order = np.argsort(positions, axis=1, kind="stable")
    added = np.zeros((len(ballots), ballots.shape[1] + 1, ballots.shape[2]))
    np.cumsum(np.take_along_axis(ballots, order[:, :, None], axis=1), axis=1, out=added[:, 1:])
    at_other = np.take_along_axis(added, below, axis=1)
    left = at_other - at_other.transpose(0, 2, 1)
    total = added[:, -1]
    right = total[:, None, :] - total[:, :, None] - left
    votes = np.maximum(0, np.where(positions[:, :, None] < positions[:, None, :], left, right))
    cast = votes + votes.transpose(0, 2, 1)
    whole = cast if rule is Winning.PAIR else cast.sum(axis=(1, 2), keepdims=True)
    won: Array = np.divide(votes, whole, out=np.zeros_like(votes), where=(whole > 0) & (apart > 0))
    return won


def expected(apart: Array, saliences: Array, risks: Array, won: Array) -> tuple[Array, Array]:
    """What i expects of challenging j, and takes j to expect of challenging i; each (draws, actors, actors).

    Both by i's attitude to risk. The salience of the one challenged is the chance that it resists.
    """
    power = risks[:, :, None]
    near, far = np.maximum(0, 0.5 - apart / 2) ** power, (0.5 + apart / 2) ** power
    lost, best = 4 * (far - near), 4 * (0.5**power - near)
    own = best - saliences[:, None, :] * (1 - won) * lost
    seen = best - saliences[:, :, None] * (1 - won.transpose(0, 2, 1)) * lost
    return own, seen


def attitudes(apart: Array, saliences: Array, won: Array) -> Array:
    """Each actor's attitude to risk, 1/2 (bold) to 2 (timid), shape (draws, actors), from how others would press it.

    `won` are the chances that neutral voters give. Where all are pressed alike, 1.
    """
    own = apart * 2 * (1 - saliences[:, None, :] * (1 - won) * 2)
    pressed = own.sum(axis=1) - np.diagonal(own, axis1=1, axis2=2)
    high, low = pressed.max(axis=1, keepdims=True), pressed.min(axis=1, keepdims=True)
    spread = high - low
    place = np.divide(2 * pressed - high - low, spread, out=np.zeros_like(pressed), where=spread > 1e-12)
    risks: Array = (1 - place / 3) / (1 + place / 3)
    return risks
