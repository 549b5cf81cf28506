"""The terms of a trade: how far each side moves so that both gain alike.

Stokman and van Oosten, "The Exchange of Voting Positions" (1994): an actor's gain is the shift of the outcome that it
wants, times what the issue matters to it, less the same for what it gives.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.exchange.arena import Arena, Pairs
from parley.bargaining.inputs import Array


@dataclass(frozen=True, slots=True)
class Terms:
    """For each pair: the gain of either side, and the shifts of the outcomes on p and q; 0 where nothing is traded.

    Signs say the direction; the moves follow from the shifts.
    """

    gain: Array
    shift_p: Array
    shift_q: Array


def terms(a: Arena, pairs: Pairs, positions: Array, stop: bool = False) -> Terms:
    """The terms for all pairs where the actors have come to stand at `positions` (actors, issues).

    What is asked for stays the first position of who asks. With `stop`, no outcome is shifted past it.
    """
    i, j, p, q = pairs.i, pairs.j, pairs.p, pairs.q
    way_p, way_q = np.sign(a.positions[i, p] - a.positions[j, p]), np.sign(a.positions[j, q] - a.positions[i, q])
    room_p = (a.positions[i, p] - positions[j, p]) * way_p
    room_q = (a.positions[j, q] - positions[i, q]) * way_q
    most_p, most_q = room_p * a.weights[j, p] / a.totals[p], room_q * a.weights[i, q] / a.totals[q]
    if stop:
        now = a.outcomes(positions)
        most_p = np.minimum(most_p, (a.positions[i, p] - now[p]) * way_p)
        most_q = np.minimum(most_q, (a.positions[j, q] - now[q]) * way_q)
    both_p, both_q = a.saliences[i, p] + a.saliences[j, p], a.saliences[i, q] + a.saliences[j, q]
    p_first = most_p * (both_p / both_q) <= most_q * (1 + 1e-12)
    shift_p = np.where(p_first, most_p, most_q * (both_q / both_p))
    shift_q = np.where(p_first, most_p * (both_p / both_q), most_q)
    gain = a.saliences[i, p] * shift_p - a.saliences[i, q] * shift_q
    open_ = (most_p > 1e-12) & (most_q > 1e-12)
    return Terms(
        np.where(open_, gain, 0.0), np.where(open_, shift_p * way_p, 0.0), np.where(open_, shift_q * way_q, 0.0)
    )


def best_terms(saliences: tuple[float, float], others: tuple[float, float], most: tuple[float, float]) -> float:
    """The most that one side can gain if the other is to lose nothing.

    `saliences` are its own on what it gets and on what it gives, `others` the other side's on the same, `most` the
    largest shifts of the two outcomes.

    >>> best_terms((90, 10), (50, 60), (250 / 7, 100 / 7))
    1400.0
    """
    got = min(most[0], most[1] * others[1] / others[0])
    given = min(most[1], got * others[0] / others[1])
    return round(saliences[0] * got - saliences[1] * given, 10)
