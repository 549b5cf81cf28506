"""The offers that each actor faces, and the one it takes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.challenge.rules import ChallengeRules, Pick
from parley.bargaining.inputs import Array


def moved(rules: ChallengeRules, positions: Array, own: Array, seen: Array) -> Array:
    """Where each actor moves, shape (draws, actors).

    `own` and `seen` (draws, actors, actors) are what it expects of challenging each other one, and of being challenged.
    A confrontation that it would lose takes it to the other's place, a compromise part of the way; it takes
    confrontations before compromises, and before capitulations. Of offers alike, the lower place.
    """
    mine, theirs = positions[:, :, None], positions[:, None, :]
    there = np.broadcast_to(theirs, own.shape)
    pressed = (seen > 0) & (own < 0)
    part = np.divide(-own, seen, out=np.zeros_like(own), where=pressed)
    between = mine + (theirs - mine) * part
    cost = np.abs(between - mine)
    if rules.pick is Pick.LOWEST:
        cost = np.divide(mine * -own + theirs * seen, seen - own, out=np.zeros_like(own), where=pressed)
    kinds = [((own > 0) & (seen > own), there, np.abs(theirs - mine)), (pressed & (part < 1), between, cost)]
    if rules.yielding:
        kinds.append((pressed & (part > 1), there, np.abs(theirs - mine)))
    after = positions.copy()
    for offered, place, price in reversed(kinds):
        after = np.where(offered.any(axis=2), _cheapest(offered, place, price), after)
    return after


def _cheapest(offered: NDArray[np.bool_], place: Array, price: Array) -> Array:
    cost = np.where(offered, price, np.inf)
    least = cost == cost.min(axis=2, keepdims=True)
    found: Array = np.where(offered & least, place, np.inf).min(axis=2)
    return found
