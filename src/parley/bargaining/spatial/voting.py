"""Votes, coalitions, chances of victory, and the balance over all options.

KTAB, the KAPSARC Toolkit for Behavioral Analysis (Wise, Lester and Efird 2015): the chance that one option beats
another is the share of the votes cast for it, and a probability over all options follows from those in pairs.
"""

from __future__ import annotations

import numpy as np

from parley.bargaining.inputs import Array
from parley.bargaining.spatial.rules import Balance, Victory, Voting

LEAST_COALITION = 1e-8
INDIFFERENT = 1e-8
"""The gain of utility from which a binary vote counts in full."""
SURE = 1.1
"""Under binary victory, the ratio of strengths from which the stronger surely wins."""
POWERS = {Victory.LINEAR: 1, Victory.SQUARE: 2, Victory.QUARTIC: 4, Victory.OCTIC: 8}
STEPS = 100_000
"""The most steps towards a Markov balance; it is reached after far fewer."""


def vote(rule: Voting, weight: Array, gain: Array, out: Array | None = None) -> Array:
    """The vote (above 0 for the first option) of actors with a weight and a gain of utility; arguments broadcast."""
    votes: Array = np.multiply(weight, _shaped(rule, gain), out=out)
    return votes


def _shaped(rule: Voting, gain: Array) -> Array:
    match rule:
        case Voting.PROPORTIONAL:
            return gain
        case Voting.BINARY:
            return np.clip(gain / INDIFFERENT, -1, 1)
        case Voting.MIXED:
            return 0.8 * gain + 0.2 * np.clip(gain / INDIFFERENT, -1, 1)
        case Voting.CURVED:
            return 0.5 * gain + 0.5 * gain**3
        case Voting.CUBIC:
            return gain**3
        case Voting.LOSS_AVERSE:
            return np.where(gain < 0, gain, gain * (2 / 3))


def coalitions(rule: Voting, weight: Array, utility: Array) -> Array:
    """C[i, j]: the votes for option i against j, shape (options, options).

    `weight` has shape (actors,), `utility` (actors, options). A vote is cast once for each pair, on the later option
    against the earlier; that matters for the loss-averse rule alone.
    """
    found = np.full((utility.shape[1], utility.shape[1]), LEAST_COALITION)
    for i in range(1, len(found)):
        votes = vote(rule, weight[:, None], utility[:, i, None] - utility[:, :i])
        net, cast = votes.sum(axis=0), np.abs(votes).sum(axis=0)
        found[i, :i] += (cast + net) / 2
        found[:i, i] += (cast - net) / 2
    return found


def chances(rule: Victory, coalition: Array) -> Array:
    """P[i, j]: the chance that option i beats j, from the coalitions of both, shape (options, options)."""
    if rule is Victory.BINARY:
        share = coalition / (coalition + coalition.T)
        return np.clip((share * (SURE + 1) - 1) / (SURE - 1), 0, 1)
    strength = (coalition / coalition.max()) ** POWERS[rule]
    won: Array = strength / (strength + strength.T)
    return won


def balance(rule: Balance, won: Array, coalition: Array) -> Array:
    """A probability for each option, shape (options,), that sums to 1."""
    match rule:
        case Balance.CONDITIONAL:
            return _conditional(won)
        case Balance.MARKOV_UNIFORM:
            return _markov(won, np.full_like(won, 1 / len(won)), 1e-6)
        case Balance.MARKOV_INCENTIVE:
            incentive = coalition * won
            np.fill_diagonal(incentive, LEAST_COALITION / 2 + 1e-10)
            return _markov(won, incentive / incentive.sum(axis=0), 1e-8)


def _conditional(won: Array) -> Array:
    """The chance of beating every other option in turn, in proportion; by logarithms, as it can be minute."""
    with np.errstate(divide="ignore"):
        logs = np.log(won).sum(axis=1)
    best = logs.max()
    raw = np.exp(logs - best) if np.isfinite(best) else np.ones_like(logs)
    probability: Array = raw / raw.sum()
    return probability


def _markov(won: Array, challenged: Array, close: float) -> Array:
    """Where challenges leave a standing option; `challenged[i, j]` is how often i is what challenges j."""
    p = np.full(len(won), 1 / len(won))
    for _ in range(STEPS):
        flow = p[:, None] * challenged.T
        q = (won * (flow + flow.T)).sum(axis=1)
        p, before = (p + q) / 2, p
        if np.abs(p - before).max() < close:
            break
    return p


def preferred(voting: Voting, victory: Victory, rule: Balance, weight: Array, utility: Array) -> Array:
    """The probability of each option, shape (options,); `weight` (actors,), `utility` (actors, options)."""
    coalition = coalitions(voting, weight, utility)
    return balance(rule, chances(victory, coalition), coalition)
