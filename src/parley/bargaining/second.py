"""Second opinions on where each issue would end, from models that share the compromise's inputs.

They are shown beside the headline, never in its place: on the same example such models differ more among themselves
than from the plain mean, and on real decisions none has been shown to do better.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from parley.bargaining.challenge import ChallengeRules, rounds_of
from parley.bargaining.challenge.run import ROUNDS
from parley.bargaining.challenge.run import SOURCE as CHALLENGE
from parley.bargaining.compromise import weighted_mean
from parley.bargaining.exchange import exchanges
from parley.bargaining.inputs import Array, Draws, middles, one_at_a_time
from parley.bargaining.methods import Run
from parley.bargaining.spatial import spatial
from parley.terms.outlook import SecondOpinion, Spread, Swing, Trades
from parley.terms.scenario import Scenario

CHALLENGE_DRAWS = 500
"""Of the draws, how many the challenge model is run over; the spatial model takes too long to be drawn at all."""


@dataclass(frozen=True, slots=True)
class Panel:
    """All actors on all issues: positions (NaN where none), saliences, (draws, actors, issues); capabilities."""

    positions: Array
    saliences: Array
    capabilities: Array


def panel(scenario: Scenario, draws: Draws) -> Panel:
    """The actors of each draw."""
    shape = (draws.count, len(scenario.actors), len(scenario.issues))
    positions, saliences, capabilities = np.full(shape, np.nan), np.zeros(shape), np.zeros(shape[:2])
    for i, a in enumerate(scenario.actors):
        capabilities[:, i] = draws.get("actor", i, "capability")
        for j, s in enumerate(a.stands):
            q = [issue.id for issue in scenario.issues].index(s.issue)
            positions[:, i, q] = draws.get("actor", i, "stand", j, "position")
            saliences[:, i, q] = draws.get("actor", i, "stand", j, "salience")
    return Panel(positions, saliences, capabilities)


def second_opinions(scenario: Scenario, draws: Draws, run: Run) -> tuple[SecondOpinion, ...]:
    """The challenge model and the spatial model on each issue."""
    return (*_challenges(scenario, draws, run), *_spatial(scenario, draws, run))


def challenged(scenario: Scenario, draws: Draws) -> Array:
    """Where the weights balance after the last round of the challenge model, shape (draws, issues)."""
    p = panel(scenario, draws)
    weights = p.saliences * p.capabilities[:, :, None]
    places = np.where(np.isnan(p.positions), 0.0, p.positions)
    ends = [
        weighted_mean(rounds_of(places[:, :, q], p.saliences[:, :, q], weights[:, :, q]), weights[:, :, q])
        for q in range(len(scenario.issues))
    ]
    return np.stack(ends, axis=-1)


def _challenges(scenario: Scenario, draws: Draws, run: Run) -> Iterator[SecondOpinion]:
    few = Draws(draws.inputs, draws.values[:CHALLENGE_DRAWS])
    drawn, middle = challenged(scenario, few), challenged(scenario, Draws(draws.inputs, middles(draws.inputs)[None, :]))
    touching = np.array([i for i, x in enumerate(draws.inputs) if _weighs(x.path)], dtype=np.intp)
    inputs = [draws.inputs[i] for i in touching]
    at_low, at_high = (
        challenged(scenario, one_at_a_time(draws.inputs, np.array(values), touching))
        for values in ([x.quantity.low for x in inputs], [x.quantity.high for x in inputs])
    )
    made = replace(run, draws=few.count).method(
        "challenge model", CHALLENGE, False, *ChallengeRules().parameters(), ("rounds", str(ROUNDS))
    )
    for q, issue in enumerate(scenario.issues):
        low, mid, high = np.nanquantile(drawn[:, q], [0.1, 0.5, 0.9])
        spread = Spread(float(low), float(mid), float(high))
        swings = [
            Swing(x.label, x.words, float(at_low[r, q]), float(at_high[r, q]), 0.0)
            for r, x in enumerate(inputs)
            if abs(at_high[r, q] - at_low[r, q]) > 1e-9
        ]
        ordered = tuple(sorted(swings, key=lambda s: (-abs(s.at_high - s.at_low), s.input)))
        yield SecondOpinion(made, issue.id, issue.name, float(middle[0, q]), spread, few.count, ordered)


def _weighs(path: tuple[str | int, ...]) -> bool:
    return path[0] == "actor" and path[-1] in ("position", "salience", "capability")


def _spatial(scenario: Scenario, draws: Draws, run: Run) -> Iterator[SecondOpinion]:
    """All issues at once, at mid-range; where an actor's saliences sum to more than 1 they are brought to 1."""
    p = panel(scenario, Draws(draws.inputs, middles(draws.inputs)[None, :]))
    positions, saliences, capabilities = p.positions[0], p.saliences[0], p.capabilities[0]
    total = saliences.sum(axis=1, keepdims=True)
    if ((capabilities > 0) & (total[:, 0] > 0)).sum() < 2:
        return
    shares = saliences / np.maximum(1, total)
    done = spatial(np.where(np.isnan(positions), 50.0, positions), shares, capabilities, seed=run.seed)
    ends = weighted_mean(done.positions[-1].T, (capabilities[:, None] * saliences).T)
    for q, issue in enumerate(scenario.issues):
        yield SecondOpinion(done.method, issue.id, issue.name, float(ends[q]), None, 1)


def trades(scenario: Scenario, draws: Draws) -> Trades | None:
    """The trades across issues at mid-range; None where there is one issue, or no weight on one."""
    p = panel(scenario, Draws(draws.inputs, middles(draws.inputs)[None, :]))
    weights = p.saliences[0] * p.capabilities[0][:, None]
    if len(scenario.issues) < 2 or (weights.sum(axis=0) <= 0).any():
        return None
    ids = [i.id for i in scenario.issues]
    power = np.repeat(p.capabilities[0][:, None], len(ids), axis=1)
    done = exchanges([a.id for a in scenario.actors], ids, p.positions[0], p.saliences[0], power)
    outcomes = tuple((i, float(b), float(a)) for i, b, a in zip(ids, done.before, done.after, strict=True))
    return Trades(done.method, done.exchanges, outcomes)
