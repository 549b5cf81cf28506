"""The spatial model from the first turn to the last.

After the Spatial Model of Politics of KTAB, the KAPSARC Toolkit for Behavioral Analysis (Wise, Lester and Efird,
"An Introduction to the KAPSARC Toolkit for Behavioral Analysis", 2015), which descends from Bueno de Mesquita's
expected-utility model. Written anew from its mathematics.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from parley.bargaining.inputs import Array
from parley.bargaining.spatial.rules import Rules
from parley.bargaining.spatial.turn import Actors, State, moved, state_of
from parley.bargaining.version import MODELS
from parley.terms.outlook import Method

TURNS = 100
STILL = 0.02
"""The run ends where a turn moves all actors together less than this share of what the first turn moved them."""


@dataclass(frozen=True, slots=True)
class SpatialRun:
    """Positions at each turn (turns + 1, actors, issues) on 0 to 100, and their probabilities (turns + 1, actors).

    Silent actors (no capability or no salience) stay where they were; their probability is NaN.
    """

    method: Method
    positions: Array
    probabilities: Array


def spatial(
    positions: Array,
    saliences: Array,
    capabilities: Array,
    rules: Rules | None = None,
    *,
    influence: Array | None = None,
    turns: int = TURNS,
    seed: int = 1,
) -> SpatialRun:
    """Run the model: `positions` (actors, issues) on 0 to 100, `saliences` alike on 0 to 1, `capabilities` (actors,).

    An actor's saliences sum to at most 1. `influence` (actors, actors) is how far an actor's ideal follows where others
    stand, each row summing to at most 1 (its own position if not given). Raises ValueError where these do not hold or
    fewer than two actors have weight.
    """
    made = rules or Rules()
    heard = _heard(positions, saliences, capabilities)
    follows = np.eye(len(positions)) if influence is None else influence
    actors = Actors(capabilities[heard], saliences[heard])
    states = _states(made, actors, positions[heard] / 100, follows[np.ix_(heard, heard)], turns, seed)
    places = np.repeat(positions[None, :, :].astype(np.float64), len(states), axis=0)
    probabilities = np.full(places.shape[:2], np.nan)
    places[:, heard] = np.stack([s.positions for s in states]) * 100
    probabilities[:, heard] = np.stack([s.probability for s in states])
    source = "KTAB's spatial model of politics (Wise, Lester and Efird 2015)"
    parameters = (*made.parameters(), ("turns at most", str(turns)))
    return SpatialRun(Method("spatial model", source, False, parameters, seed, MODELS), places, probabilities)


def _states(rules: Rules, actors: Actors, start: Array, follows: Array, turns: int, seed: int) -> list[State]:
    lots, ideals = np.random.default_rng(seed), start.copy()
    states = [state_of(rules, actors, start, ideals)]
    while len(states) <= turns:
        places, _ = moved(rules, actors, states[-1], ideals, lots)
        ideals = follows @ places + (1 - follows.sum(axis=1, keepdims=True)) * ideals
        states.append(state_of(rules, actors, places, ideals))
        if len(states) > 2 and _apart(states[-1], states[-2]) < STILL * (_apart(states[1], states[0]) + 1e-4):
            break
    return states


def _apart(one: State, other: State) -> float:
    """How far all actors together moved between two states."""
    return float(np.sqrt(((one.positions - other.positions) ** 2).sum(axis=1)).sum())


def _heard(positions: Array, saliences: Array, capabilities: Array) -> NDArray[np.bool_]:
    """Which actors have weight, shape (actors,). Raises ValueError for what cannot be run."""
    if positions.ndim != 2 or positions.shape != saliences.shape or capabilities.shape != positions.shape[:1]:
        raise ValueError(f"{positions.shape}, {saliences.shape} and {capabilities.shape} are not of the same actors")
    if not ((positions >= 0) & (positions <= 100)).all():
        raise ValueError("a position is off the scale; give 0 to 100")
    if (saliences < 0).any() or (saliences.sum(axis=1) > 1 + 1e-6).any() or (capabilities < 0).any():
        raise ValueError("saliences must be 0 or more and sum to at most 1 for each actor, capabilities be 0 or more")
    heard: NDArray[np.bool_] = (capabilities > 0) & (saliences.sum(axis=1) > 0)
    if heard.sum() < 2:
        raise ValueError("fewer than two actors have weight; give two of them capability and salience")
    return heard
