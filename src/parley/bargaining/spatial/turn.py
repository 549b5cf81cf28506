"""One turn of the spatial model: challenges, bargains, a vote on each table, and new positions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.inputs import Array
from parley.bargaining.spatial.bargains import Bargain, queued
from parley.bargaining.spatial.challenges import ALIKE, Challenges, challenges
from parley.bargaining.spatial.rules import Choice, Rules
from parley.bargaining.spatial.sight import attitudes, distances, utility
from parley.bargaining.spatial.voting import preferred

SAME = 1e-3
"""Positions nearer than this on the scale of 0 to 1 count as one option."""


@dataclass(frozen=True, slots=True)
class Actors:
    """What does not change from turn to turn: capabilities (actors,) and saliences (actors, issues), each 0 to 1."""

    capabilities: Array
    saliences: Array

    @property
    def pressing(self) -> Array:
        """How much all issues together matter to each actor, shape (actors,), at most 1."""
        total: Array = self.saliences.sum(axis=1)
        return total

    @property
    def weights(self) -> Array:
        """Capability × salience, shape (actors,)."""
        return self.capabilities * self.pressing


@dataclass(frozen=True, slots=True)
class State:
    """Where all stand at a turn, and how they see it; `probability` is of each actor's position, shape (actors,)."""

    positions: Array
    risks: Array
    distance: Array
    probability: Array


def state_of(rules: Rules, actors: Actors, positions: Array, ideals: Array) -> State:
    """The state at given positions and ideals, both (actors, issues), 0 to 1."""
    distance = distances(ideals, actors.saliences, positions)
    risks = attitudes(rules, actors.capabilities, distance)
    return State(positions, risks, distance, _probability(rules, actors, positions, utility(distance, risks[:, None])))


def _probability(rules: Rules, actors: Actors, positions: Array, worth: Array) -> Array:
    """The probability of each actor's position among the different ones; of several within reach, the last one's."""
    near = np.sqrt(((positions[:, None, :] - positions[None, :, :]) ** 2).sum(axis=2)) < SAME
    options: list[int] = []
    for i in range(len(positions)):
        if not near[i, options].any():
            options.append(i)
    p = preferred(rules.voting, rules.victory, rules.balance, actors.capabilities, worth[:, options])
    last = len(options) - 1 - near[:, options][:, ::-1].argmax(axis=1)
    found: Array = p[last]
    return found


def moved(
    rules: Rules, actors: Actors, state: State, ideals: Array, lots: np.random.Generator
) -> tuple[Array, Challenges]:
    """The positions after one turn, shape (actors, issues), and the challenges that led to them."""
    c = challenges(rules, actors.weights, actors.pressing, state.distance, state.risks, state.positions)
    tables = queued(rules, actors.weights, state.positions, actors.saliences, c)
    after = state.positions.copy()
    worth = utility(state.distance, state.risks[:, None])
    for k, table in enumerate(tables):
        if table:
            p = _vote(rules, actors, state, ideals, worth, table)
            after[k] = _adopted(rules, p, [state.positions[k], *(b.own(k) for b in table)], lots)
    return after, c


def _vote(rules: Rules, actors: Actors, state: State, ideals: Array, worth: Array, table: list[Bargain]) -> Array:
    """The probability of leaving things as they are and of each bargain by a vote of all, shape (1 + bargains,)."""
    as_it_is = worth.sum(axis=1)
    ends = [b.initiator for b in table], [b.receiver for b in table]
    there = [np.stack([b.first for b in table]), np.stack([b.second for b in table])]
    change = sum(
        utility(distances(ideals, actors.saliences, t), state.risks[:, None]) - worth[:, who]
        for who, t in zip(ends, there, strict=True)
    )
    options = np.column_stack([as_it_is, as_it_is[:, None] + change]) / len(worth)
    return preferred(rules.voting, rules.victory, rules.balance, actors.capabilities, options)


def _adopted(rules: Rules, p: Array, places: list[Array], lots: np.random.Generator) -> Array:
    """Where an actor goes: by its own place in the likeliest bargain; of those alike, as things are, or the lowest."""
    if rules.choice is Choice.BY_LOT:
        return places[int(lots.choice(len(p), p=p))]
    alike = np.flatnonzero(p >= p.max() - ALIKE).tolist()
    return places[0] if 0 in alike else min((places[i] for i in alike), key=tuple)
