"""Ripeness: whether the parties hurt, see a way out, and can speak for their own.

After Zartman, "The Timing of Peace Initiatives" (2001); turning it into numbers is Parley's own. The index is the
product of the weakest hurt, the way out and the weakest spokesman: what is missing is not made good by the rest.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.bargaining.contest import Contest
from parley.bargaining.inputs import Array, Draws
from parley.terms.scenario import Scenario

AMPLE_HURT = 0.25
"""Share of what is at stake at which a party hurts in full."""


@dataclass(frozen=True, slots=True)
class Ripeness:
    """The components and their product, each of shape (draws,), 0 to 1."""

    hurt: Array
    way_out: Array
    spokesmen: Array

    @property
    def index(self) -> Array:
        """The product of the three."""
        return self.hurt * self.way_out * self.spokesmen


def ripeness(scenario: Scenario, draws: Draws, c: Contest, margin: Array) -> Ripeness:
    """Ripeness in each draw. `margin` (draws,) is the room to sign; there is a way out (1) where it is at least 0.

    A party's hurt is its cost of no agreement less what waiting would win it (its later less its present chance); a
    quarter of what is at stake counts in full, as it does for room to sign.
    """
    waiting = np.maximum(0, c.later - c.chances)
    hurt = np.clip((c.costs - waiting).min(axis=-1) / AMPLE_HURT, 0, 1)
    places = [i for i, a in enumerate(scenario.actors) if a.contender]
    cohesion = np.stack([draws.get("actor", i, "cohesion", default=1.0) for i in places], axis=-1)
    return Ripeness(hurt, (margin >= 0).astype(np.float64), cohesion.min(axis=-1))
