"""Whether a mediator's counsel is believed: bias as a source of trust.

After Kydd, "Which Side Are You On?" (2003). The closed form is Parley's own, in keeping with that paper's logic: a
mediator that shares b of the advised party's gain and loses w if there is no agreement observes whether the other
side is weak, and errs with chance μ. It tells the truth about weakness only if b ≥ b* = μw / ((1 − μ) c_H − c_L),
and about resolve only if b ≥ −w / c_L.
"""

from __future__ import annotations

import numpy as np

from parley.bargaining.contest import Contest, ends_of_cost
from parley.bargaining.inputs import Array, Draws
from parley.terms.scenario import Scenario


def bias_needed(error: Array, stake: Array, cost_low: Array, cost_high: Array) -> Array:
    """b*: the least bias at which counsel to give way is believed; inf where no bias suffices."""
    gain = (1 - error) * cost_high - cost_low
    needed: Array = np.divide(error * stake, gain, out=np.full_like(gain, np.inf), where=gain > 0)
    return needed


def credible(bias: Array, error: Array, stake: Array, cost_low: Array, cost_high: Array) -> Array:
    """1 where both of the mediator's reports would be truthful, otherwise 0; shape as given."""
    weak = bias >= bias_needed(error, stake, cost_low, cost_high)
    resolved = bias * cost_low >= -stake
    return (weak & resolved).astype(np.float64)


def credibility(scenario: Scenario, draws: Draws, c: Contest) -> Array | None:
    """Credibility in each draw, shape (draws,); None where the scenario does not say enough.

    It needs two parties and a mediator with the party it advises, its bias, stake and error. What the mediator knows
    more of is the other party's own cost of no agreement: weak is the high end of its range, resolved the low end.
    """
    m = scenario.mediator
    if m is None or m.bias is None or m.stake is None or m.error is None or len(scenario.contenders) != 2:
        return None
    parties = [a.id for a in scenario.contenders]
    if m.advises not in parties:
        return None
    other = 1 - parties.index(m.advises)
    low, high = ends_of_cost(scenario, c, other)
    drawn = [draws.get("mediator", key) for key in ("bias", "error", "stake")]
    return credible(drawn[0], drawn[1], drawn[2], low, high)
