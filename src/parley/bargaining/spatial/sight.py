"""How good each outcome looks to each actor, given its attitude to risk."""

from __future__ import annotations

import numpy as np

from parley.bargaining.inputs import Array
from parley.bargaining.spatial.rules import RiskGuess, RiskRange, Rules
from parley.bargaining.spatial.voting import preferred

OWN_SHARE = {
    RiskGuess.NONE: 1.0,
    RiskGuess.ONE_THIRD: 2 / 3,
    RiskGuess.HALF: 0.5,
    RiskGuess.TWO_THIRDS: 1 / 3,
    RiskGuess.FULL: 0.0,
}
"""The part of one's own attitude in what one takes another's to be."""


def distances(ideals: Array, saliences: Array, places: Array) -> Array:
    """The distance that each actor sees from its ideal to each place, shape (actors, places), 0 to 1.

    `ideals` and `saliences` have shape (actors, issues), `places` (places, issues); each issue counts by salience.
    An actor to whom nothing matters sees no distance.
    """
    squares = saliences**2
    total = squares.sum(axis=1, keepdims=True)
    share = np.divide(squares, total, out=np.zeros_like(squares), where=total > 0)
    apart = (ideals[:, None, :] - places[None, :, :]) ** 2
    seen: Array = np.sqrt((share[:, None, :] * apart).sum(axis=2))
    return seen


def utility(distance: Array, risk: Array | float) -> Array:
    """(1 − d)(1 + dR), 1 at no distance and 0 at full; straight beyond. Arguments broadcast."""
    calm, bent = bends(distance)
    worth: Array = calm + bent * risk
    return worth


def bends(distance: Array) -> tuple[Array, Array]:
    """The two parts of a utility: what it is without regard to risk, and what each unit of risk adds."""
    calm = 1 - distance
    return calm, calm * np.minimum(distance, 1)


def attitudes(rules: Rules, capabilities: Array, distance: Array) -> Array:
    """Each actor's attitude to risk, shape (actors,): the safer its place in a vote by capability, the bolder.

    Where all places are alike likely nobody is bold or timid: 0.
    """
    p = preferred(rules.voting, rules.victory, rules.balance, capabilities, utility(distance, 0.0))
    low, spread = p.min(), p.max() - p.min()
    if spread < 1e-12:
        return np.zeros_like(p)
    place: Array = (p - low) / spread
    match rules.risk_range:
        case RiskRange.MIN:
            return place
        case RiskRange.MID:
            return 1.5 * place - 0.5
        case RiskRange.MAX:
            return 2 * place - 1


def guessed(rules: Rules, risks: Array, viewer: int) -> Array:
    """What one actor takes everybody's attitude to be, shape (actors,)."""
    own = OWN_SHARE[rules.risk_guess]
    taken: Array = own * risks[viewer] + (1 - own) * risks
    return taken
