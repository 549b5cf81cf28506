"""The chance of an agreement: a base rate moved by what the models find. Parley's own.

logit P = logit(base rate) + Σ weight × evidence. The weights are priors, not estimates: they were set once, before any
case was run, and are shown with every result. Mediation outcomes are forecast poorly by any model known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from parley.bargaining.inputs import Array

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {"room to sign": 2.0, "ripeness": 1.0, "mediator credibility": 0.5, "spoilers": -2.0}
)
"""Log-odds for evidence at its full strength of 1."""

AMPLE = 25.0
"""Points of room (of 100) at which room to sign counts in full; so does a gap as wide."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Each term in each draw, shape (draws,): room −1 to 1, ripeness −1 to 1, credibility −1 to 1, spoilers 0 to 1."""

    room: Array
    ripeness: Array
    credibility: Array
    spoilers: Array

    def terms(self) -> tuple[tuple[str, Array], ...]:
        """Each term's name and its log-odds."""
        found = (self.room, self.ripeness, self.credibility, self.spoilers)
        return tuple((name, weight * e) for (name, weight), e in zip(WEIGHTS.items(), found, strict=True))


def evidence(margin: Array, ripe: Array, credible: Array | None, spoilers: Array) -> Evidence:
    """Evidence from the room to sign (points), ripeness (0-1), credibility (0-1; None says nothing) and spoilers."""
    return Evidence(
        room=np.clip(margin / AMPLE, -1, 1),
        ripeness=2 * ripe - 1,
        credibility=np.zeros_like(margin) if credible is None else 2 * credible - 1,
        spoilers=np.clip(spoilers, 0, 1),
    )


def chance(base: Array, found: Evidence) -> Array:
    """The chance of an agreement in each draw, shape (draws,); `base` strictly between 0 and 1."""
    odds = np.log(base / (1 - base))
    for _, term in found.terms():
        odds = odds + term
    probability: Array = 1 / (1 + np.exp(-odds))
    return probability
