"""How good yes-or-no forecasts were, once their outcomes are known: Brier and logarithmic scores, and calibration."""

from __future__ import annotations

import math
from collections.abc import Sequence

from parley.terms.outlook import Band, Scores

BANDS = 10
"""Bands of probability in which what was said is held against what came."""
FEW = 30
"""Forecasts below which a score is said to be of few. Our own limit: there is no sharp one."""
_Z = 1.959964
"""Standard normal quantile of a 95% interval."""

Judged = tuple[float, bool]
"""A probability given, strictly between 0 and 1, and whether it came true."""


def brier(judged: Sequence[Judged]) -> float:
    """The mean squared error of the probabilities, 0 (best) to 1; half gives 0.25 (Brier 1950, for two outcomes).

    >>> brier([(0.5, True), (0.5, False)]), round(brier([(0.9, True)]), 4)
    (0.25, 0.01)
    """
    return sum((p - came) ** 2 for p, came in judged) / len(judged)


def log_score(judged: Sequence[Judged]) -> float:
    """The mean of −ln of the probability given to what came, 0 (best) upward; half gives 0.69 (Good 1952).

    >>> round(log_score([(0.5, True)]), 3), round(log_score([(0.9, False)]), 3)
    (0.693, 2.303)
    """
    return -sum(math.log(p if came else 1 - p) for p, came in judged) / len(judged)


def wilson(came: int, n: int) -> tuple[float, float]:
    """The 95% interval of a share, `came` of `n` (Wilson 1927); all of 0 to 1 where n is 0.

    >>> [round(v, 3) for v in wilson(0, 10)], [round(v, 3) for v in wilson(5, 10)]
    ([0.0, 0.278], [0.237, 0.763])
    """
    if n == 0:
        return 0.0, 1.0
    share, spare = came / n, _Z**2 / n
    middle = (share + spare / 2) / (1 + spare)
    reach = _Z * math.sqrt(share * (1 - share) / n + spare / (4 * n)) / (1 + spare)
    return max(middle - reach, 0.0), min(middle + reach, 1.0)


def scores(judged: Sequence[Judged], open_: int = 0) -> Scores:
    """Every score of some forecasts; `open_` others have no outcome yet. Raises ValueError for none, or for 0 or 1."""
    if not judged:
        raise ValueError("no forecast has an outcome yet; enter one")
    if any(not 0 < p < 1 for p, _ in judged):
        raise ValueError("a probability of 0 or 1 cannot be scored; give one between them")
    n, came = len(judged), sum(c for _, c in judged)
    share = came / n
    bands = tuple(b for i in range(BANDS) if (b := _band(judged, i)).n)
    return Scores(n, open_, came, brier(judged), log_score(judged), share * (1 - share), bands, n < FEW)


def _band(judged: Sequence[Judged], i: int) -> Band:
    """The forecasts of one band; a boundary belongs to the band above it."""
    inside = [(p, c) for p, c in judged if min(int(p * BANDS + 1e-9), BANDS - 1) == i]
    n, came = len(inside), sum(c for _, c in inside)
    said = sum(p for p, _ in inside) / n if n else 0.0
    return Band(i / BANDS, (i + 1) / BANDS, n, came, said, *wilson(came, n))
