"""Option form: each side takes or leaves its options; a state says yes or no to each.

Howard, *Paradoxes of Rationality* (1971); preferences by ordered statements after Peng, Hipel and Kilgour (1997).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.graph.moves import ConflictGraph, Moves
from parley.bargaining.inputs import Array

MOST_OPTIONS = 16

Choices = NDArray[np.bool_]
"""Shape (states, options): which options are taken in each state."""


class Way(StrEnum):
    """Which way an option can be changed: both, only taken (no way back), or only given up."""

    BOTH = "both"
    TAKE = "fwd"
    DROP = "back"


@dataclass(frozen=True, slots=True)
class Option:
    """Something that one side can do or leave."""

    side: str
    name: str
    way: Way = Way.BOTH


def matching(states: Choices, pattern: str) -> NDArray[np.bool_]:
    """Which states fit a pattern such as "YN-": yes, no and either, option by option.

    Raises ValueError for another letter or length.
    """
    if len(pattern) != states.shape[1] or set(pattern) - set("YN-"):
        raise ValueError(f"{pattern!r} is no pattern; give one of Y, N and - for each of {states.shape[1]} options")
    said = [i for i, letter in enumerate(pattern) if letter != "-"]
    fits: NDArray[np.bool_] = (states[:, said] == np.array([pattern[i] == "Y" for i in said], dtype=bool)).all(axis=1)
    return fits


def states_of(options: Sequence[Option], infeasible: Sequence[str] = ()) -> Choices:
    """All states but those that fit an infeasible pattern; the first option changes fastest.

    Raises ValueError for more than 16 options.
    """
    if not 0 < len(options) <= MOST_OPTIONS:
        raise ValueError(f"{len(options)} options; give 1 to {MOST_OPTIONS}")
    states = (np.arange(2 ** len(options))[:, None] >> np.arange(len(options)) & 1).astype(bool)
    out = np.zeros(len(states), dtype=bool)
    for pattern in infeasible:
        out |= matching(states, pattern)
    return states[~out]


def by_priority(states: Choices, statements: Sequence[str]) -> Array:
    """Payoffs from statements, the most important first: a state that meets one beats all that only meet later ones."""
    worth = np.zeros(len(states))
    for pattern in statements:
        worth = 2 * worth + matching(states, pattern)
    return worth


def from_options(
    options: Sequence[Option], states: Choices, payoffs: Mapping[str, Sequence[float] | Array]
) -> ConflictGraph:
    """A conflict graph in which a side moves by changing any of its own options at once, each as far as its way allows.

    `payoffs` name the sides, in their order. Raises ValueError where an option is nobody's.
    """
    for o in options:
        if o.side not in payoffs:
            raise ValueError(f"the option {o.name!r} belongs to {o.side!r}, which has no payoffs")
    place = np.full(2 ** len(options), len(states), dtype=np.intp)
    codes = (states * (1 << np.arange(len(options)))).sum(axis=1)
    place[codes] = np.arange(len(states))
    moves = tuple(_moves(options, states, codes, place, side) for side in payoffs)
    worth = np.array([np.asarray(p, dtype=np.float64) for p in payoffs.values()])
    if worth.shape != (len(payoffs), len(states)):
        raise ValueError(f"give each side a payoff for each of the {len(states)} states")
    return ConflictGraph(tuple(payoffs), moves, worth)


def _moves(
    options: Sequence[Option], states: Choices, codes: NDArray[np.intp], place: NDArray[np.intp], side: str
) -> Moves:
    own = [i for i, o in enumerate(options) if o.side == side]
    allowed = np.ones((len(states), 2 ** len(own)), dtype=bool)
    subsets = np.arange(2 ** len(own))
    flips = np.zeros(len(subsets), dtype=np.intp)
    for bit, i in enumerate(own):
        changed = (subsets >> bit & 1).astype(bool)
        flips |= changed << i
        stuck = {Way.BOTH: np.zeros(len(states), bool), Way.TAKE: states[:, i], Way.DROP: ~states[:, i]}[options[i].way]
        allowed &= ~(stuck[:, None] & changed[None, :])
    ends = place[codes[:, None] ^ flips[None, :]]
    return np.where(allowed, ends, len(states))[:, 1:] if len(own) else np.full((len(states), 1), len(states))
