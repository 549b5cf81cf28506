"""What each actor expects of challenging each other one, and whom it picks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.inputs import Array
from parley.bargaining.spatial.rules import Commitment, Rules
from parley.bargaining.spatial.sight import bends, guessed
from parley.bargaining.spatial.voting import vote

LEAST_SIDE = 1e-10
WORTH_WHILE = 1e-5
"""An expected gain below this starts no challenge."""
ALIKE = 1e-12
"""What differs by no more than this differs by rounding only."""


@dataclass(frozen=True, slots=True)
class Challenges:
    """Whom each actor challenges, shape (actors,), −1 for nobody; the gain it expects, and the chance that it wins.

    `chance[i, j]` is what i itself takes its chance against j to be; (actors, actors), as is `gain`.
    """

    target: NDArray[np.intp]
    gain: Array
    chance: Array


def challenges(
    rules: Rules, weights: Array, pressing: Array, distance: Array, risks: Array, positions: Array
) -> Challenges:
    """All actors' challenges. Of targets that promise the same, the one that stands lowest, issue by issue.

    `weights` (actors,) are capability × salience, `pressing` (actors,) the salience of all issues together, `distance`
    (actors, actors) from each actor's ideal to each place, `risks` (actors,) the attitudes to risk; `positions`
    (actors, issues) settle ties.
    """
    count = len(weights)
    gain, chance = np.empty((count, count)), np.empty((count, count))
    calm, bent = bends(distance)
    seen, *scratch = (np.empty_like(distance) for _ in range(4))
    for i in range(count):
        np.multiply(bent, guessed(rules, risks, i)[:, None], out=seen)
        seen += calm
        chance[i] = _chance(rules, weights, seen, i, scratch)
        gain[i] = _gain(seen[i], chance[i], pressing, i)
    reachable = gain.copy()
    np.fill_diagonal(reachable, -np.inf)
    ranked = np.lexsort(positions.T[::-1])
    alike = reachable >= reachable.max(axis=1, keepdims=True) - ALIKE
    best = ranked[alike[:, ranked].argmax(axis=1)]
    worth = reachable[np.arange(count), best] > WORTH_WHILE
    return Challenges(np.where(worth, best, -1), gain, chance)


def _gain(seen: Array, chance: Array, pressing: Array, i: int) -> Array:
    """The expected gain of i over all targets: a target resists as far as the issues matter to it."""
    stands, yields = seen[i] + seen, 2 * seen[i]
    contest = chance * yields + (1 - chance) * 2 * seen
    gain: Array = (1 - pressing) * yields + pressing * contest - stands
    return gain


def _chance(rules: Rules, weights: Array, seen: Array, i: int, scratch: list[Array]) -> Array:
    """The chance that i beats each other actor, shape (actors,): both sides' own strength, and third parties'."""
    own = vote(rules.voting, weights[i], seen[i, i] - seen[i])
    others = vote(rules.voting, weights, seen[:, i] - np.diagonal(seen))
    side = LEAST_SIDE + np.maximum(0, own) + np.maximum(0, others)
    against = LEAST_SIDE + np.maximum(0, -own) + np.maximum(0, -others)
    if rules.commitment is not Commitment.SEMI:
        # either side leaves a third party with the same, so that it votes for neither
        return _share(side, against)
    joined = _third_parties(rules, weights, seen, i, side, against, scratch)
    joined[i] = 0
    np.fill_diagonal(joined, 0)
    net = joined.sum(axis=0)
    both = np.abs(joined, out=joined).sum(axis=0)
    return _share(side + (both + net) / 2, against + (both - net) / 2)


def _share(one: Array, other: Array) -> Array:
    share: Array = one / (one + other)
    return share


def _third_parties(
    rules: Rules, weights: Array, seen: Array, i: int, side: Array, against: Array, scratch: list[Array]
) -> Array:
    """The votes of third parties, shape (third parties, targets), above 0 for i.

    Each weighs what it would be left with on either side, by the chances p as its own vote would make them: on i's
    2uᵢ + u with p, else 3uⱼ; on j's 3uᵢ with p, else 2uⱼ + u. The arrays in `scratch` are written over.
    """
    leaning, swayed, wins = scratch
    np.subtract(seen[:, i, None], seen, out=leaning)
    leaning = vote(rules.voting, weights[:, None], leaning, out=leaning)
    np.abs(leaning, out=swayed)
    np.add(leaning, swayed, out=wins)
    wins /= 2
    wins += side
    swayed += side + against
    wins /= swayed
    home = np.diagonal(seen)[:, None]
    difference = np.subtract(2 * home - seen[:, i, None], seen, out=leaning)
    difference *= wins
    difference += seen
    difference -= home
    return vote(rules.voting, weights[:, None], difference, out=difference)
