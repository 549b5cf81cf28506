"""The outlook of a scenario: all models, their figures, their words, and what would overturn them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from parley.bargaining import wording
from parley.bargaining.claims import Claim, claims
from parley.bargaining.compromise import arena, weighted_mean, weighted_median
from parley.bargaining.estimative import estimative
from parley.bargaining.inputs import Array, Draws, draw
from parley.bargaining.methods import Run
from parley.bargaining.predictive import predicted
from parley.bargaining.resolve import refusal_risk
from parley.bargaining.second import second_opinions, trades
from parley.bargaining.sensitivity import Sensitivity, sensitivity
from parley.bargaining.solution import Solution, solve
from parley.bargaining.version import MODELS
from parley.terms.outlook import (
    Assumption,
    BargainingRange,
    Chance,
    Compromise,
    Conclusion,
    Gain,
    Gains,
    Index,
    Outlook,
    Part,
    Spread,
)
from parley.terms.scenario import Scenario
from parley.terms.scenario_faults import faults_of

SEED = 1
DRAWS = 10_000


def outlook(scenario: Scenario, draws: int = DRAWS, seed: int = SEED) -> Outlook:
    """What the talks of a scenario can yield. The same scenario, draws and seed give the same outlook.

    Raises ValueError for a scenario that cannot be modelled, or for fewer than one draw.
    """
    for fault in faults_of(scenario):
        raise ValueError(f"{'.'.join(str(p) for p in fault.path)}: {fault.what}; {fault.remedy}")
    if draws < 1:
        raise ValueError(f"{draws} draws are none; ask for 1 or more")
    run, drawn = Run(seed, draws), draw(scenario, draws, seed)
    solved = solve(scenario, drawn)
    compromises = tuple(compromise(scenario, i.id, drawn, run) for i in scenario.issues)
    bargaining, gained = bargaining_range(scenario, solved, run), gains(scenario, solved, run)
    likely = chance(drawn, solved, run)
    found, tested = conclusions(scenario, drawn, solved)
    seconds, traded = second_opinions(scenario, drawn, run), trades(scenario, drawn)
    made = Outlook(
        title=scenario.title,
        question=scenario.question,
        as_of=scenario.as_of,
        seed=seed,
        draws=draws,
        version=MODELS,
        compromises=compromises,
        bargaining=bargaining,
        gains=gained,
        chance=likely,
        indices=tuple(_indices(scenario, solved, run)),
        conclusions=found,
        confidence=wording.confidence(*_sourced(drawn, found[0])),
        words=(),
        cautions=tuple(_cautions(claims(scenario, solved), found, tested)),
        inputs=inputs_as_assumed(drawn),
        second_opinions=seconds,
        trades=traded,
    )
    return replace(made, words=tuple(wording.on_outlook(made, scenario)))


def compromise(scenario: Scenario, issue: str, draws: Draws, run: Run) -> Compromise:
    """The compromise and the median on one issue."""
    positions, weights = arena(scenario, issue, draws)
    mean, median = weighted_mean(positions, weights), weighted_median(positions, weights)
    outcomes = predicted(mean, run.seed, issue)
    spreads = spread(mean), spread(median), spread(outcomes)
    told, ends = scenario.issue(issue), (scenario.issue(issue).zero_means, scenario.issue(issue).hundred_means)
    return Compromise(run.compromise(), issue, told.name, *spreads, shares=_shares(outcomes), ends=ends)


def _shares(outcomes: Array) -> tuple[float, ...]:
    """The share of draws in each twentieth of the scale of 0 to 100."""
    counts, _ = np.histogram(outcomes, bins=20, range=(0, 100))
    return tuple(float(c) / len(outcomes) for c in counts)


def bargaining_range(scenario: Scenario, s: Solution, run: Run) -> BargainingRange:
    """The range between the parties as it stands."""
    open_ = s.bounds.margin >= -1e-12
    return BargainingRange(
        method=run.bargaining(len(scenario.contenders)),
        issue=scenario.contested,
        parties=tuple(a.id for a in scenario.contenders),
        prevail=tuple(spread(s.contest.chances[:, p]) for p in range(len(scenario.contenders))),
        low=spread(s.bounds.low),
        high=spread(s.bounds.high),
        width=spread(s.bounds.high - s.bounds.low),
        signable=float(open_.mean()),
        deal=spread(s.deal, open_) if open_.any() else None,
        wants_more=_wants_more(scenario, s),
        cut=(spread(s.bounds.signable_low), spread(s.bounds.signable_high)),
    )


def _wants_more(scenario: Scenario, s: Solution) -> str | None:
    """Of two parties, the one that stands higher on the contested issue on average."""
    first, *others = s.contest.positions.mean(axis=0)
    return scenario.contenders[int(first < others[0])].id if len(others) == 1 else None


def gains(scenario: Scenario, s: Solution, run: Run) -> Gains:
    """The payoffs of every actor."""
    rows = tuple(
        Gain(
            a.id,
            a.name,
            spread(p.failure),
            spread(p.agreement),
            spread(p.talks),
            spread(p.from_failure),
            float(p.spoiler.mean()),
        )
        for a, p in zip(scenario.actors, s.stakes, strict=True)
    )
    return Gains(run.gains(), rows)


def chance(draws: Draws, s: Solution, run: Run) -> Chance | None:
    """The chance of an agreement; None where the scenario names no base rate. The middle figure is the mean."""
    if s.chance is None:
        return None
    mean, bounds = float(s.chance.mean()), spread(s.chance)
    terms = tuple((name, float(term.mean())) for name, term in s.evidence.terms())
    base = spread(draws.get("scenario", "base_rate"))
    return Chance(run.chance(), base, terms, Spread(bounds.low, mean, bounds.high), estimative(mean))


def conclusions(scenario: Scenario, draws: Draws, s: Solution) -> tuple[tuple[Conclusion, ...], Sensitivity]:
    """Every conclusion in the form that holds in most draws."""
    found = claims(scenario, s)
    drawn: Array = np.stack([c.margin for c in found], axis=-1)
    tested = sensitivity(scenario, draws, drawn)
    made = []
    for i, c in enumerate(found):
        share = float((c.margin > 0).mean())
        above = share >= 0.5
        statement, held = (c.holds, share) if above else (c.fails, 1 - share)
        turns = tested.swings[i], tested.overturns[i], tested.pairs[i]
        made.append(Conclusion(c.id, statement, held, estimative(held), *turns, holds_above=above))
    return tuple(made), tested


def spread(values: Array, where: NDArray[np.bool_] | None = None) -> Spread:
    """The tenth, fiftieth and ninetieth of a hundred draws."""
    low, middle, high = np.quantile(values if where is None else values[where], [0.1, 0.5, 0.9])
    return Spread(float(low), float(middle), float(high))


def _indices(scenario: Scenario, s: Solution, run: Run) -> Iterator[Index]:
    names = ("hurt of the party that hurts least", "a way out", "spokesmen, the weakest")
    values = (s.ripe.hurt, s.ripe.way_out, s.ripe.spokesmen)
    parts = tuple(Part(n, _mean_spread(v)) for n, v in zip(names, values, strict=True))
    remark = "A way out is the share of draws in which something could be signed."
    yield Index(run.ripeness(), "ripeness", _mean_spread(s.ripe.index), parts, remark)
    if s.credibility is not None:
        remark = "The share of draws in which the mediator's counsel to give way would be believed."
        yield Index(run.credibility(), "mediator credibility", _mean_spread(s.credibility), (), remark)
    if len(scenario.contenders) == 2:
        yield _resolve(scenario, s, run)


def _resolve(scenario: Scenario, s: Solution, run: Run) -> Index:
    """The risk that either party, asking what serves it best, asks more than the other will bear."""
    risks = [refusal_risk(scenario, s.contest, asking) for asking in (0, 1)]
    parts = tuple(Part(f"{a.name} asks", _mean_spread(r)) for a, r in zip(scenario.contenders, risks, strict=True))
    remark = "Each party knows its own cost of no agreement, and of the other's only the range."
    worst = np.maximum(risks[0], risks[1])
    return Index(run.resolve(), "risk of asking too much", _mean_spread(worst), parts, remark)


def _mean_spread(values: Array) -> Spread:
    """A spread whose middle is the mean: the median of a yes and no would hide the share."""
    bounds = spread(values)
    return Spread(bounds.low, float(values.mean()), bounds.high)


def _sourced(draws: Draws, headline: Conclusion) -> tuple[float, float]:
    """The shares of the headline's swings that come from numbers which statements give, or only chose the range of."""
    moved = {s.input: abs(s.at_high - s.at_low) for s in headline.swings}
    if not sum(moved.values()):
        moved = {x.label: 1.0 for x in draws.inputs}
    total = sum(moved.values())
    shares = [0.0, 0.0]
    for x in draws.inputs:
        if x.quantity.source:
            shares[bool(x.quantity.assumption)] += moved.get(x.label, 0.0) / total
    return shares[0], shares[1]


def _cautions(possible: tuple[Claim, ...], found: tuple[Conclusion, ...], tested: Sensitivity) -> Iterator[str]:
    yield "Shares of draws say how firmly a conclusion stands over the assumed ranges; they are not chances of events."
    yield "On 190 issues of the European Union no refinement tried did better than a plain weighted mean."
    yield "Forecasts of mediation are weak; read the outlook as what follows from its assumptions."
    for c, said, middle in zip(found, possible, tested.at_middle, strict=True):
        if (c.statement == said.holds) != bool(middle > 0):
            yield f"At mid-range the models say otherwise than in most draws: {c.statement}."


def inputs_as_assumed(draws: Draws) -> tuple[Assumption, ...]:
    """Every number with its range and what it rests on."""
    return tuple(
        Assumption(x.label, x.words, q.low, q.high, q.grounds, q.source is None, q.source)
        for x in draws.inputs
        for q in (x.quantity,)
    )
