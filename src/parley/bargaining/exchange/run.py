"""Trades one after the other, the most gainful first, until none is left.

After Stokman and van Oosten (1994) and Stokman and Thomson, "Winners and Losers in the European Union" (2004), with the
equal division of gains of the exchange model. Written anew from its mathematics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from parley.bargaining.exchange.arena import Arena, Pairs, arena, pairs
from parley.bargaining.exchange.terms import Terms, terms
from parley.bargaining.inputs import Array
from parley.bargaining.version import MODELS
from parley.terms.outlook import Method, Trade

LEAST_GAIN = 1e-9
SOURCE = "Stokman and van Oosten 1994; equal gains"


@dataclass(frozen=True, slots=True)
class ExchangeRun:
    """All trades in their order, the outcomes before and after (issues,), and where the actors have come to stand."""

    method: Method
    exchanges: tuple[Trade, ...]
    before: Array
    after: Array
    positions: Array


def exchanges(
    actors: Sequence[str],
    issues: Sequence[str],
    positions: Array,
    saliences: Array,
    capabilities: Array,
    *,
    stop: bool = False,
    most: int = 10_000,
) -> ExchangeRun:
    """Every trade with a gain; arrays have shape (actors, issues), NaN marks no position.

    Who trades with whom is decided once, by the first positions. `stop` keeps an outcome from being shifted past the
    position of who asked for it. Raises ValueError for shapes that differ, an issue without weight, a single issue.
    """
    a = arena(positions, saliences, capabilities)
    possible, places, made = pairs(a), a.positions.copy(), list[Trade]()
    while len(made) < most:
        offered = terms(a, possible, places, stop)
        at = _best(a, possible, offered, places)
        if at is None:
            break
        made.append(_realised(a, possible, offered, at, places, actors, issues))
    parameters = (("gains", "equal"), ("outcomes stop at who asked", str(stop)), ("trades at most", str(most)))
    method = Method("exchange across issues", SOURCE, False, parameters, 0, MODELS)
    before, after = a.outcomes(a.positions), a.outcomes(places)
    return ExchangeRun(method, tuple(made), before, after, np.where(np.isnan(positions), np.nan, places))


def _best(a: Arena, possible: Pairs, offered: Terms, places: Array) -> int | None:
    """The most gainful trade; of those alike the one that serves the others best, then that of the weightier actors."""
    if not len(offered.gain) or offered.gain.max() < LEAST_GAIN:
        return None
    alike: list[int] = np.flatnonzero(offered.gain == offered.gain.max()).tolist()
    if len(alike) == 1:
        return alike[0]
    heft = a.weights.sum(axis=1)
    ranked = [
        (round(_others(a, possible, offered, k, places), 9), round(heft[possible.i[k]] + heft[possible.j[k]], 9), -k)
        for k in alike
    ]
    return -max(ranked)[2]


def _others(a: Arena, possible: Pairs, offered: Terms, k: int, places: Array) -> float:
    """What a trade brings all but the two who make it, by the distance of outcomes from first positions."""
    issues = [possible.p[k], possible.q[k]]
    now = a.outcomes(places)[issues]
    then = now + np.array([offered.shift_p[k], offered.shift_q[k]])
    ideals = a.positions[:, issues]
    gained = (a.saliences[:, issues] * (np.abs(now - ideals) - np.abs(then - ideals))).sum(axis=1)
    gained[[possible.i[k], possible.j[k]]] = 0
    return float(gained.sum())


def _realised(
    a: Arena, possible: Pairs, offered: Terms, k: int, places: Array, actors: Sequence[str], issues: Sequence[str]
) -> Trade:
    """The trade as a value; `places` is moved on."""
    i, j, p, q = (int(x[k]) for x in (possible.i, possible.j, possible.p, possible.q))
    others = _others(a, possible, offered, k, places)
    moves = (offered.shift_q[k] * a.totals[q] / a.weights[i, q], offered.shift_p[k] * a.totals[p] / a.weights[j, p])
    places[i, q] += moves[0]
    places[j, p] += moves[1]
    gain = float(offered.gain[k])
    return Trade(actors[i], issues[q], actors[j], issues[p], gain, (float(moves[0]), float(moves[1])), others)
