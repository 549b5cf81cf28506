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
    """h[d, i, j]: how many actors stand at or below the middle between i and j, shape (draws, actors, actors).

    Positions must rise along each row, here and below.
    """
    middle = (positions[:, :, None] + positions[:, None, :]) / 2
    if positions.shape[1] >= MANY:
        return np.stack([np.searchsorted(x, m, side="right") for x, m in zip(positions, middle, strict=True)])
    below = np.zeros(middle.shape, dtype=np.intp)
    for k in range(positions.shape[1]):
        below += positions[:, k, None, None] <= middle
    return below


def chances(rule: Winning, below: NDArray[np.intp], ballots: Array) -> Array:
    """P[d, i, j]: the chance that i beats j, shape (draws, actors, actors); 0 where both stand at one place.

    `below` are the `midpoints`; `ballots[d, k, a]` is voter k's weight times the distance to a as it sees it. Voters on
    one side of the middle between two actors all prefer the one on that side, so that sums along the line of voters
    give the votes of every pair.
    """
    added = np.zeros((len(ballots), ballots.shape[1] + 1, ballots.shape[2]))
    np.cumsum(ballots, axis=1, out=added[:, 1:])
    at_other = np.take_along_axis(added, below, axis=1)
    left = np.triu(at_other - at_other.transpose(0, 2, 1))
    total = added[:, -1]
    right = np.triu(total[:, :, None] - total[:, None, :] + left)
    votes = np.maximum(left, 0) + np.maximum(right, 0).transpose(0, 2, 1)
    if rule is Winning.ALL_PAIRS:
        whole = 2 * votes.sum(axis=(1, 2), keepdims=True)
        return _over(votes, whole, whole > 0)
    cast = votes + votes.transpose(0, 2, 1)
    return _over(votes, cast, cast > 1e-14 * total.max())


def _over(votes: Array, whole: Array, where: NDArray[np.bool_]) -> Array:
    share: Array = np.divide(votes, whole, out=np.zeros_like(votes), where=where)
    return share


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
