"""Forecasts of European Union decisions: the plain mean, what was tried to better it, and its interval."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from benchmarks.bargaining_checks import Case, Row
from numpy.typing import NDArray

from parley.bargaining.calibration import crps
from parley.bargaining.challenge import challenge
from parley.bargaining.compromise import weighted_mean
from parley.bargaining.inputs import Array
from parley.bargaining.predictive import mixture
from parley.bargaining.spatial import spatial

POWERS = (0.0, 0.125, 0.25, 0.375, 0.5)
CARES = (1.0, 1.5, 2.0, 2.5, 3.0)
RESAMPLES = 4000
DEVELOPMENT = 190
"""How many outcomes the known figures are of."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One issue with an outcome: positions, saliences and GDP, each (actors,), and the proposal it belongs to."""

    proposal: str
    positions: Array
    saliences: Array
    gdp: Array
    outcome: float

    def mean(self, care: float = 1.0, power: float = 0.5) -> float:
        """The mean weighted by salience and GDP, each to a power."""
        return float(weighted_mean(self.positions, self.saliences**care * self.gdp**power))


def decisions(case: Case) -> list[Decision]:
    """Issues with an outcome. A salience that is missing is taken to be the others' mean; the least is 1."""
    return [_decision(c) for c in case["cases"] if c["published_result"]["outcome"] is not None]


def _decision(c: dict[str, Any]) -> Decision:
    actors = [a for a in c["actors"] if a["position"] is not None]
    known = [a["salience"] for a in actors if a["salience"] is not None]
    usual = float(np.mean(known))
    saliences = np.array([usual if a["salience"] is None else max(a["salience"], 1.0) for a in actors])
    x, gdp = (np.array([a[k] for a in actors], dtype=float) for k in ("position", "capability_gdp"))
    return Decision(c["proposal"], x, saliences, gdp, float(c["published_result"]["outcome"]))


def rows(case: Case) -> Iterator[Row]:
    """All figures of the table on one half of the decisions."""
    told = decisions(case)
    proposals = np.array([d.proposal for d in told])
    outcomes, plain = np.array([d.outcome for d in told]), np.array([d.mean() for d in told])
    missed = np.abs(plain - outcomes)
    said = f"{missed.mean():.2f} {_interval(missed, proposals)}"
    note = f"n = {len(told)} in {len(set(proposals))} proposals"
    yield Row(
        f"DEU III ({note}): MAE of the mean",
        said,
        "22.93 to .05 (development half)",
        abs(missed.mean() - 22.93) <= 0.05,
    )
    score, cover = _distribution(told, proposals, plain, outcomes)
    yield Row(
        "DEU III: CRPS of the 50/50 mixture",
        f"{score:.2f}",
        "16.14 to .05 (development half)",
        abs(score - 16.14) <= 0.05,
    )
    yield Row("DEU III: cover of the 80% interval", f"{cover:.1%}", "75-85%", 0.75 <= cover <= 0.85)
    yield from _variants(told, proposals, missed, outcomes)
    yield from _second_opinions(told, proposals, missed, outcomes)


def _near(figure: float, known: float, told: Sequence[Decision]) -> bool | None:
    """Whether a figure is the known one; None on other decisions than those that it is known of."""
    return abs(figure - known) <= 0.05 if len(told) == DEVELOPMENT else None


def _distribution(
    told: Sequence[Decision], proposals: NDArray[Any], plain: Array, outcomes: Array
) -> tuple[float, float]:
    """CRPS of the mixture and cover of the outer deciles of mirrored errors; of each, errors of other proposals."""
    scores, inside = [], []
    for d, at, own in zip(told, plain, proposals, strict=True):
        errors = (outcomes - plain)[proposals != own]
        values, weights = mixture(d.positions, d.saliences * np.sqrt(d.gdp), at, errors)
        scores.append(crps(values, weights, d.outcome))
        reach = np.quantile(np.abs(errors), 0.8)
        inside.append(max(0.0, at - reach) <= d.outcome <= min(100.0, at + reach))
    return float(np.mean(scores)), float(np.mean(inside))


def _variants(told: Sequence[Decision], proposals: NDArray[Any], missed: Array, outcomes: Array) -> Iterator[Row]:
    """Each refinement, fitted to all proposals but one and tried on that one; kept only if surely better."""
    better = []
    for name, cares, powers in (
        ("power of GDP", (1.0,), POWERS),
        ("power of salience", CARES, (0.5,)),
        ("powers of both", CARES, POWERS),
    ):
        tried = np.array([[d.mean(a, b) for d in told] for a in cares for b in powers])
        gain = missed - np.abs(_left_out(tried, proposals, outcomes) - outcomes)
        better.append(_bounds(gain, proposals)[0] > 0)
        yield Row(
            f"DEU III: gain over the mean, {name} fitted",
            f"{gain.mean():+.2f} {_interval(gain, proposals)}",
            "> 0, or the mean kept",
        )
    kept = "a fitted weight is better" if any(better) else "no interval is above 0: the plain mean is kept"
    yield Row("DEU III: headline outcome", kept, "> 0, or the mean kept", True)


def _second_opinions(
    told: Sequence[Decision], proposals: NDArray[Any], missed: Array, outcomes: Array
) -> Iterator[Row]:
    """Where the weights balance after the last turn of each model, against where they do at first."""
    for name, ends in (("spatial model", _spatial_end), ("challenge model", _challenge_end)):
        gain = missed - np.abs(np.array([ends(d) for d in told]) - outcomes)
        yield Row(f"DEU III: gain over the mean, {name}", f"{gain.mean():+.2f} {_interval(gain, proposals)}", "")


def _spatial_end(d: Decision) -> float:
    run = spatial(d.positions[:, None], d.saliences[:, None] / 100, np.sqrt(d.gdp))
    return float(weighted_mean(run.positions[-1, :, 0], d.saliences * np.sqrt(d.gdp)))


def _challenge_end(d: Decision) -> float:
    return float(challenge(d.positions, d.saliences / 100, np.sqrt(d.gdp)).means[-1])


def _left_out(tried: Array, proposals: NDArray[Any], outcomes: Array) -> Array:
    """For each proposal the forecasts of the variant, of (variants, issues), that errs least on all others."""
    errors, chosen = np.abs(tried - outcomes), np.empty_like(outcomes)
    for p in set(proposals):
        own = proposals == p
        chosen[own] = tried[errors[:, ~own].mean(axis=1).argmin(), own]
    return chosen


def _bounds(values: Array, proposals: NDArray[Any]) -> tuple[float, float]:
    """A 95% interval of the mean by drawing whole proposals anew."""
    names = sorted(set(proposals))
    sums = np.array([values[proposals == p].sum() for p in names])
    counts = np.array([(proposals == p).sum() for p in names])
    drawn = np.random.default_rng(1).integers(0, len(names), (RESAMPLES, len(names)))
    low, high = np.quantile(sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1), [0.025, 0.975])
    return float(low), float(high)


def _interval(values: Array, proposals: NDArray[Any]) -> str:
    low, high = _bounds(values, proposals)
    return f"[{low:.2f}, {high:.2f}]"
