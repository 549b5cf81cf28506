"""The challenge model over a set number of rounds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.challenge.expectations import attitudes, chances, expected, midpoints
from parley.bargaining.challenge.offers import moved
from parley.bargaining.challenge.rules import ChallengeRules
from parley.bargaining.compromise import weighted_mean, weighted_median
from parley.bargaining.inputs import Array
from parley.bargaining.version import MODELS
from parley.terms.outlook import Method

ROUNDS = 10
SOURCE = "after Bueno de Mesquita 1994, in the form of Scholz, Calbert and Smith 2011"
BLOCK = 100_000
"""How many numbers are worked on at once."""


@dataclass(frozen=True, slots=True)
class ChallengeRun:
    """Positions at each round (rounds + 1, actors), and their weighted mean and median (rounds + 1,).

    `risks` are the exponents of each round (rounds, actors). Silent actors stay where they were; theirs are NaN.
    """

    method: Method
    positions: Array
    means: Array
    medians: Array
    risks: Array


def challenge(
    positions: Array, saliences: Array, capabilities: Array, rules: ChallengeRules | None = None, rounds: int = ROUNDS
) -> ChallengeRun:
    """Run the model; arrays have shape (actors,), positions on any scale, saliences 0 to 1.

    Ends early where nobody moves. Raises ValueError where fewer than two actors have weight, or shapes differ.
    """
    made = rules or ChallengeRules()
    if positions.ndim != 1 or not positions.shape == saliences.shape == capabilities.shape:
        raise ValueError("positions, saliences and capabilities must each have shape (actors,)")
    if (saliences < 0).any() or (saliences > 1).any() or (capabilities < 0).any():
        raise ValueError("saliences must be 0 to 1, capabilities 0 or more")
    heard = saliences * capabilities > 0
    if heard.sum() < 2:
        raise ValueError("fewer than two actors have weight; give two of them capability and salience")
    steps, risks = [positions[heard]], []
    weights = saliences[heard] * capabilities[heard]
    span = np.ptp(steps[0])
    while len(steps) <= rounds and span > 0:
        after, exponents = _round(made, steps[-1][None], saliences[None, heard], weights[None], np.array([span]))
        risks.append(exponents[0])
        if (after[0] == steps[-1]).all():
            break
        steps.append(after[0])
    places = np.repeat(positions[None, :].astype(np.float64), len(steps), axis=0)
    places[:, heard] = np.stack(steps)
    exponents = np.full((len(risks), len(positions)), np.nan)
    exponents[:, heard] = np.array(risks).reshape(len(risks), int(heard.sum()))
    means, medians = (f(places[:, heard], np.broadcast_to(weights, (len(steps), len(weights)))) for f in BALANCES)
    parameters = (*made.parameters(), ("rounds at most", str(rounds)))
    return ChallengeRun(
        Method("challenge model", SOURCE, False, parameters, 0, MODELS), places, means, medians, exponents
    )


BALANCES = (weighted_mean, weighted_median)


def rounds_of(
    positions: Array, saliences: Array, weights: Array, rules: ChallengeRules | None = None, rounds: int = ROUNDS
) -> Array:
    """Where the actors stand after the last round, for many draws at once: all arrays (draws, actors).

    An actor without weight in a draw stays where it is and is not heard.
    """
    made, last = rules or ChallengeRules(), positions.astype(np.float64)
    heard, which = np.unique(weights > 0, axis=0, return_inverse=True)
    for voices, group in zip(heard, range(len(heard)), strict=True):
        rows = np.flatnonzero(which == group)
        size = max(1, BLOCK // max(1, voices.sum()) ** 2)
        for part in np.split(rows, range(size, len(rows), size)):
            cells = np.ix_(part, voices)
            last[cells] = _after(made, last[cells], saliences[cells], weights[cells], rounds)
    return last


def _after(rules: ChallengeRules, positions: Array, saliences: Array, weights: Array, rounds: int) -> Array:
    """Positions after the last round, all actors heard; (draws, actors)."""
    span = np.ptp(positions, axis=1) if positions.shape[1] else np.ones(len(positions))
    span, places = np.where(span > 0, span, 1.0), positions
    for _ in range(rounds if positions.shape[1] > 1 else 0):
        places = _round(rules, places, saliences, weights, span)[0]
    return places


def _round(
    rules: ChallengeRules, positions: Array, saliences: Array, weights: Array, span: Array
) -> tuple[Array, Array]:
    """Positions after one round and the risk exponents in it, each (draws, actors)."""
    order = np.argsort(positions, axis=1, kind="stable")
    x, s, w = (np.take_along_axis(v, order, axis=1) for v in (positions, saliences, weights))
    apart = np.abs(x[:, :, None] - x[:, None, :]) / span[:, None, None]
    below, heft = midpoints(x), w[:, :, None]
    risks = attitudes(apart, s, chances(rules.winning, below, heft * apart))
    won = chances(rules.winning, below, heft * apart ** risks[:, :, None])
    places = moved(rules, x, *expected(apart, s, risks, won))
    back = np.argsort(order, axis=1, kind="stable")
    return np.take_along_axis(places, back, axis=1), np.take_along_axis(risks, back, axis=1)
