"""The bargaining range: what every party prefers to no agreement, and the deal that Nash bargaining finds there.

Fearon, "Rationalist Explanations for War" (1995): with p the chance that A prevails and c the costs of conflict, both
sides prefer any share of A in [p − c_A, p + c_B] to fighting on. Outside support, subsidies, leverage, inducements
and vetoes enter as Parley's own operationalisation, and so does the form for more than two parties: each party
signs what is worth at least its lottery over the winners' positions, less its cost. For two parties the two agree.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.contest import Contest, position
from parley.bargaining.inputs import Array, Draws
from parley.terms.scenario import Scenario

LEAST_SPAN = 1e-9
"""Parties nearer than this (on 0 to 100) have nothing to divide; keeps shares finite."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The range in each draw, on the issue's scale of 0 to 100; every array has shape (draws,) but `reserve`."""

    low: Array
    high: Array
    """`low` and `high` uncut: high below low is a closed range."""
    signable_low: Array
    signable_high: Array
    """The same cut with the parties' positions, red lines and vetoes."""
    span: Array
    """X: the distance between the outermost parties."""
    reserve: Array
    """(draws, parties): d, the worth of no agreement net of rewards for signing, in shares."""
    margin: Array
    """Points of room on the tightest issue: at or above 0 something can be signed."""
    options: tuple[float, ...] = ()
    """The only outcomes there are, where the issue cannot be divided."""


def payoffs(ideal: Array, outcome: Array, span: Array) -> Array:
    """1 − |x − z| / X, the linear loss; arguments broadcast."""
    worth: Array = 1 - np.abs(ideal - outcome) / span
    return worth


def reservation_values(c: Contest, span: Array) -> Array:
    """dᵢ = Σⱼ pⱼ uᵢ(xⱼ) − Cᵢ − rewards for signing; shape (draws, parties)."""
    worth = payoffs(c.positions[:, :, None], c.positions[:, None, :], span[:, None, None])
    lottery = (worth * c.chances[:, None, :]).sum(axis=-1)
    reserve: Array = lottery - c.costs - c.inducements
    return reserve


def bounds(scenario: Scenario, draws: Draws, c: Contest) -> Bounds:
    """The range of one contest, uncut and signable. A party at an end bounds the range from its own side only."""
    first, last = c.positions.min(axis=-1), c.positions.max(axis=-1)
    span = np.maximum(last - first, LEAST_SPAN)
    reserve = reservation_values(c, span)
    reach = span[:, None] * (1 - reserve)
    low = np.where(c.positions > first[:, None], c.positions - reach, -np.inf).max(axis=-1)
    high = np.where(c.positions < last[:, None], c.positions + reach, np.inf).min(axis=-1)
    low, high = np.maximum(low, -1e9), np.minimum(high, 1e9)
    veto_low, veto_high = _vetoes(scenario, draws, span)
    signable_low = np.maximum.reduce([low, first, c.floor, veto_low])
    signable_high = np.minimum.reduce([high, last, c.ceiling, veto_high])
    options = next((i.options for i in scenario.issues if i.id == scenario.contested), ())
    room = _room(signable_low, signable_high, options)
    return Bounds(low, high, signable_low, signable_high, span, reserve, np.minimum(room, c.elsewhere), options)


def _room(low: Array, high: Array, options: tuple[float, ...]) -> Array:
    """The width of what can be signed; of an indivisible issue, how well its best option fits between the bounds."""
    fits = [np.minimum(high - o, o - low) for o in options]
    room: Array = np.max(fits, axis=0) if fits else high - low
    return room


def _vetoes(scenario: Scenario, draws: Draws, span: Array) -> tuple[Array, Array]:
    """What patrons with a binding veto leave: u(z) at least the veto, where the tie reaches its threshold."""
    low, high = np.full(draws.count, -np.inf), np.full(draws.count, np.inf)
    places = {a.id: i for i, a in enumerate(scenario.actors)}
    for i, t in enumerate(scenario.ties):
        if t.veto:
            ideal = position(scenario, places[t.patron], scenario.contested, draws)
            reach = span * (1 - draws.get("tie", i, "veto"))
            binds = draws.get("tie", i, "strength") >= t.threshold
            low = np.maximum(low, np.where(binds, ideal - reach, -np.inf))
            high = np.minimum(high, np.where(binds, ideal + reach, np.inf))
    return low, high


def deal(c: Contest, b: Bounds, power: Array | None = None) -> Array:
    """The Nash solution within the signable part, shape (draws,); `power` (parties,) sums to 1, equal if not given.

    z* maximises Σ βᵢ ln(uᵢ(z) − dᵢ) (Nash 1950; Kalai 1977 for unequal β). Where nothing can be signed: the middle of
    the gap, where both sides fall equally short. That is Parley's own way to speak of the deal that failed.
    """
    beta = np.full(c.positions.shape[-1], 1 / c.positions.shape[-1]) if power is None else power
    inner = _two_sided(c, b, beta) if len(beta) == 2 else _many_sided(c, b, beta)
    short = (b.signable_low + b.signable_high) / 2
    signable = b.signable_low <= b.signable_high
    within = np.minimum(np.maximum(inner, b.signable_low), b.signable_high)
    settled: Array = np.where(signable, within, short)
    return _best_option(c, b, beta) if b.options else settled


def _best_option(c: Contest, b: Bounds, beta: Array) -> Array:
    """Of the options that fit, the one with the highest Nash product; where none does, the one that fits best."""
    options = np.array(b.options)
    scores = []
    for o in b.options:
        z = np.full_like(b.low, o)
        fit = np.minimum(b.signable_high - z, z - b.signable_low)
        scores.append(np.where(fit >= -1e-12, _log_product(z, c, b, beta), fit - 1e9))
    chosen: Array = options[np.argmax(scores, axis=0)]
    return chosen


def _two_sided(c: Contest, b: Bounds, beta: Array) -> Array:
    """The closed form: the surplus is split in shares β, starting from the other side's reservation value."""
    upper = np.where(c.positions[:, 0] > c.positions[:, 1], beta[0], beta[1])
    split: Array = b.low + upper * (b.high - b.low)
    return split


def _many_sided(c: Contest, b: Bounds, beta: Array) -> Array:
    """Golden section on the concave log product, all draws at once."""
    golden = (np.sqrt(5) - 1) / 2
    low, high = b.signable_low.copy(), np.maximum(b.signable_high, b.signable_low)
    for _ in range(60):
        left, right = high - golden * (high - low), low + golden * (high - low)
        better = _log_product(left, c, b, beta) > _log_product(right, c, b, beta)
        low, high = np.where(better, low, left), np.where(better, right, high)
    middle: Array = (low + high) / 2
    return middle


def _log_product(z: Array, c: Contest, b: Bounds, beta: Array) -> Array:
    surplus = payoffs(c.positions, z[:, None], b.span[:, None]) - b.reserve
    product: Array = (beta * np.log(np.maximum(surplus, 1e-300))).sum(axis=-1)
    return product
