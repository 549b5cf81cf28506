"""The one table of priors from which a drafted scenario takes what the record does not say in numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from parley.terms.scenario import Quantity


@dataclass(frozen=True, slots=True)
class Prior:
    """A range and why it is that wide; `name` is its place in the table."""

    name: str
    low: float
    high: float
    reason: str

    def quantity(self, source: str | None = None) -> Quantity:
        """The range as a number of a scenario; `source` is the statement that chose this row, if one did."""
        return Quantity(self.low, self.high, source, f"{self.reason} (prior {self.name})")

    def mirrored(self) -> Prior:
        """The same range seen from the other end of a scale of 0 to 100."""
        return Prior(self.name, 100 - self.high, 100 - self.low, self.reason)


@cache
def table() -> Mapping[str, Prior]:
    """All priors by name, such as `cost.hurt`."""
    text = files("parley.bargaining.draft").joinpath("priors.toml").read_text("utf-8")
    return {
        f"{kind}.{row}": Prior(f"{kind}.{row}", float(given["low"]), float(given["high"]), given["reason"])
        for kind, rows in tomllib.loads(text).items()
        for row, given in rows.items()
    }


def prior(kind: str, row: str) -> Prior:
    """One prior. Raises KeyError where the table has none."""
    return table()[f"{kind}.{row}"]
