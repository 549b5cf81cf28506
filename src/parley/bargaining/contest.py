"""The parties' contest as arrays: positions, chances of prevailing, costs, and what they will not sign."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.inputs import Array, Draws
from parley.terms.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Contest:
    """All arrays run over draws first; `parties` over the contenders in their order.

    `floor` and `ceiling` are the red lines on the contested issue (−inf, inf where none), `elsewhere` the room that
    red lines leave on the tightest of the other issues (inf where none), in points of 0 to 100.
    """

    positions: Array
    """(draws, parties), 0 to 100 on the contested issue."""
    chances: Array
    """(draws, parties), of prevailing with outside support; each row sums to 1."""
    later: Array
    """(draws, parties), the same once `prevail_later` holds; equal to `chances` where no shift is expected."""
    costs: Array
    """(draws, parties), C: own cost − subsidies + leverage, in shares of what is at stake."""
    brought: Array
    """(draws, parties), the part of `costs` that others bring about: leverage − subsidies."""
    inducements: Array
    """(draws, parties), rewards for signing, in the same shares."""
    floor: Array
    ceiling: Array
    elsewhere: Array


def contest(scenario: Scenario, draws: Draws, further: bool = False) -> Contest:
    """The contest as it stands; `further` adds what the mediator could bring to bear in a further round."""
    places = [i for i, a in enumerate(scenario.actors) if a.contender]
    subsidies = _lent(scenario, draws, "subsidy")
    leverage, inducements = _lent(scenario, draws, "leverage"), _lent(scenario, draws, "inducement")
    if further:
        leverage = leverage + _levers(scenario, draws, "leverage")
        inducements = inducements + _levers(scenario, draws, "inducement")
    unaided = np.stack([draws.get("actor", i, "prevail") for i in places], axis=-1)
    own = np.stack([draws.get("actor", i, "cost_no_agreement") for i in places], axis=-1)
    later = np.stack([draws.get("actor", i, "prevail_later", default=np.nan) for i in places], axis=-1)
    support = _lent(scenario, draws, "support")
    floor, ceiling = _red_lines(scenario, scenario.contested, draws)
    return Contest(
        positions=np.stack([position(scenario, i, scenario.contested, draws) for i in places], axis=-1),
        chances=chances_of_prevailing(unaided + support),
        later=chances_of_prevailing(np.where(np.isnan(later), unaided, later) + support),
        costs=own + (leverage - subsidies),
        brought=leverage - subsidies,
        inducements=inducements,
        floor=floor,
        ceiling=ceiling,
        elsewhere=_elsewhere(scenario, draws),
    )


def chances_of_prevailing(strengths: Array) -> Array:
    """Each party's strength over the sum of all: the contest form with exponent 1 (Tullock 1980; Hirshleifer 1989).

    Shape (…, parties) in and out. Where nobody has any strength the chances are equal.
    """
    total = strengths.sum(axis=-1, keepdims=True)
    even = np.full_like(strengths, 1 / strengths.shape[-1])
    chances: Array = np.divide(strengths, total, out=even, where=total > 0)
    return chances


def ends_of_cost(scenario: Scenario, c: Contest, party: int) -> tuple[Array, Array]:
    """A party's total cost in each draw, were its own part at the low and at the high end of its range."""
    own = scenario.contenders[party].cost_no_agreement
    low, high = (own.low, own.high) if own else (0.0, 0.0)
    return low + c.brought[:, party], high + c.brought[:, party]


def position(scenario: Scenario, actor: int, issue: str, draws: Draws) -> Array:
    """An actor's drawn position on an issue, shape (draws,); NaN where it has none."""
    for j, s in enumerate(scenario.actors[actor].stands):
        if s.issue == issue:
            return draws.get("actor", actor, "stand", j, "position")
    return np.full(draws.count, np.nan)


def _lent(scenario: Scenario, draws: Draws, what: str) -> Array:
    columns = [np.zeros(draws.count) for _ in scenario.contenders]
    for p, party in enumerate(scenario.contenders):
        for i, b in enumerate(scenario.backings):
            if b.receiver == party.id:
                columns[p] = columns[p] + draws.get("backing", i, what)
    return np.stack(columns, axis=-1)


def _levers(scenario: Scenario, draws: Draws, what: str) -> Array:
    columns = [np.zeros(draws.count) for _ in scenario.contenders]
    for p, party in enumerate(scenario.contenders):
        for i, lever in enumerate(scenario.mediator.levers if scenario.mediator else ()):
            if lever.on == party.id:
                columns[p] = columns[p] + draws.get("mediator", "lever", i, what)
    return np.stack(columns, axis=-1)


def _red_lines(scenario: Scenario, issue: str, draws: Draws) -> tuple[Array, Array]:
    floor, ceiling = np.full(draws.count, -np.inf), np.full(draws.count, np.inf)
    for i, a in enumerate(scenario.actors):
        for j, line in enumerate(a.contender.red_lines if a.contender else ()):
            if line.issue == issue:
                at = ("actor", i, "red_line", j)
                floor = np.maximum(floor, draws.get(*at, "at_least", default=-np.inf))
                ceiling = np.minimum(ceiling, draws.get(*at, "at_most", default=np.inf))
    return floor, ceiling


def _elsewhere(scenario: Scenario, draws: Draws) -> Array:
    room = np.full(draws.count, np.inf)
    for issue in scenario.issues:
        if issue.id != scenario.contested:
            floor, ceiling = _red_lines(scenario, issue.id, draws)
            room = np.minimum(room, ceiling - floor)
    return room
