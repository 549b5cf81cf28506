"""A scale of days onto 0..1 in which long stretches where nothing begins or ends are drawn short."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is the record's own word for an interval
from itertools import pairwise

_EMPTY = 0.22
"""A stretch is drawn short if nothing begins or ends in it and it takes more than this share of the whole."""
_SHORT = 0.07
"""The share of the picture that a shortened stretch takes."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between ticks."""
_DAYS = (1, 2, 7, 14)


@dataclass(frozen=True, slots=True)
class Scale:
    """Days (proleptic ordinals) `at` and where they lie, `to`, from 0 to 1; `breaks` are the shortened stretches."""

    at: tuple[int, ...]
    to: tuple[float, ...]
    breaks: tuple[tuple[int, int], ...] = ()

    def place(self, day: float) -> float:
        """Where a day lies, from 0 to 1; days outside the scale lie at its ends."""
        for (a, b), (x, y) in zip(pairwise(self.at), pairwise(self.to), strict=True):
            if day <= b:
                return x + (y - x) * max(day - a, 0) / (b - a)
        return 1.0

    @property
    def length(self) -> int:
        """The days that are drawn in full."""
        return self.at[-1] - self.at[0] - sum(b - a for a, b in self.breaks)


def scale_of(intervals: Sequence[tuple[int, int]]) -> Scale:
    """A scale that holds all intervals of ordinals, first and last day each, with a little room at either end."""
    edges = sorted({d for a, b in intervals for d in (a, b + 1)})
    gaps = list(pairwise(edges))
    breaks = _breaks(gaps, edges[-1] - edges[0]) if len(gaps) > 2 else []
    full = edges[-1] - edges[0] - sum(b - a for a, b in breaks)
    room = max(1, round(full * 0.03))
    first, last = max(edges[0] - room, 1), min(edges[-1] + room, Day.max.toordinal())
    at = sorted({first, *(d for gap in breaks for d in gap), last})
    unit = (1 - _SHORT * len(breaks)) / max(last - first - sum(b - a for a, b in breaks), 1)
    to = [0.0]
    for a, b in pairwise(at):
        to.append(to[-1] + (_SHORT if (a, b) in breaks else unit * (b - a)))
    return Scale(tuple(at), (*to[:-1], 1.0), tuple(breaks))


def _breaks(gaps: list[tuple[int, int]], whole: int) -> list[tuple[int, int]]:
    """The longest gaps first, each measured against what is left once the longer ones are short; at most five."""
    out: list[tuple[int, int]] = []
    for a, b in sorted(gaps, key=lambda g: g[0] - g[1])[:5]:
        if b - a > max(_EMPTY * whole, 3):
            out.append((a, b))
            whole -= b - a
    return sorted(out)


def _month_starts(first: int, last: int, step: int) -> list[int]:
    a, b = Day.fromordinal(first), Day.fromordinal(last)
    aligned = -(-max(a.year * 12 + a.month - 1, 12) // step) * step
    days = (Day(m // 12, m % 12 + 1, 1).toordinal() for m in range(aligned, b.year * 12 + b.month, step))
    return [d for d in days if first <= d <= last]


def _candidates(scale: Scale, most: int) -> list[int]:
    """Even days or months, as many as the days drawn in full have room for; none in a shortened stretch."""
    full = [(a, b) for a, b in pairwise(scale.at) if (a, b) not in scale.breaks]
    for step in _DAYS:
        if scale.length / step <= most:
            return [d for a, b in full for d in range(a + 1, b + 1, step)]
    step = next((m for m in _STEPS if scale.length / (30.4 * m) <= most), _STEPS[-1])
    return [d for a, b in full for d in _month_starts(a, b, step)]


def ticks(scale: Scale, most: int = 5) -> list[int]:
    """Days to be marked: where a shortened stretch begins or ends, then even days or months, none too close."""
    starts = [d for gap in scale.breaks for d in gap]
    chosen: list[int] = []
    for day in [*starts, *_candidates(scale, most)]:
        x = scale.place(day)
        if x <= 0.86 and all(abs(x - scale.place(c)) > 0.17 for c in chosen):
            chosen.append(day)
    return sorted(chosen)
