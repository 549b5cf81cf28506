"""Which model each figure comes from, and whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from parley.bargaining.chance import AMPLE, WEIGHTS
from parley.bargaining.version import MODELS
from parley.terms.outlook import Method


@dataclass(frozen=True, slots=True)
class Run:
    """The seed and number of draws that all results of one outlook share."""

    seed: int
    draws: int

    def method(self, name: str, source: str, own: bool, *parameters: tuple[str, str]) -> Method:
        """A method with this run's seed and draws and the models' version."""
        return Method(name, source, own, (*parameters, ("draws", str(self.draws))), self.seed, MODELS)

    def compromise(self) -> Method:
        """The compromise model and the weighted median."""
        source = "Achen 2006 (compromise model); Black 1948 (median); interval: errors on DEU III, Parley's own use"
        return self.method("compromise", source, True, ("weight", "capability × salience"))

    def bargaining(self, parties: int) -> Method:
        """The bargaining range and the Nash solution in it."""
        source = "Fearon 1995 (range); Nash 1950 (deal); outside support, leverage and vetoes: Parley's own"
        return self.method("bargaining range", source, True, ("parties", str(parties)), ("power", "equal"))

    def gains(self) -> Method:
        """Who gains."""
        return self.method("who gains", "Parley's own operationalisation", True, ("deal", "Nash, equal power"))

    def chance(self) -> Method:
        """The chance of an agreement."""
        weights = tuple((f"prior weight of {k}", f"{v:g}") for k, v in WEIGHTS.items())
        source = "Parley's own: base rate and evidence, weights are priors"
        return self.method("chance of agreement", source, True, *weights, ("ample room", f"{AMPLE:g}"))

    def ripeness(self) -> Method:
        """Ripeness."""
        return self.method("ripeness", "after Zartman 2001; the numbers are Parley's own", True)

    def resolve(self) -> Method:
        """Uncertain resolve."""
        return self.method("uncertain resolve", "Powell 1999, cost evenly spread over its range", False)

    def credibility(self) -> Method:
        """The mediator's credibility."""
        return self.method("mediator credibility", "after Kydd 2003; the closed form is Parley's own", True)
