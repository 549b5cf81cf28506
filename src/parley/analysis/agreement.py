"""How far coders agree: Krippendorff's alpha for named categories, with an interval.

Krippendorff, K. (2019). Content Analysis, 4th ed., chapter 12: the canonical form, from the matrix of coincidences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from random import Random

Unit = Mapping[str, Hashable]
"""What each coder made of one thing; who did not code it is not in it."""
DRAWS, SEED, LEVEL = 1000, 1, 0.95


@dataclass(frozen=True, slots=True)
class Agreement:
    """Alpha (1 is full agreement, 0 what chance would give, less is worse) over so many units that two or more coded.

    `low` and `high` hold it in 95 of 100 draws of as many units. None where the coders used one value only: then there
    is nothing to disagree about, and agreement cannot be told from chance.
    """

    units: int
    alpha: float | None
    low: float | None
    high: float | None


def agreement(units: Iterable[Unit], draws: int = DRAWS, seed: int = SEED) -> Agreement:
    """Alpha with its interval, by drawing units again and again with a fixed seed."""
    shared = [tuple(u.values()) for u in units if len(u) > 1]
    chance = Random(seed)
    drawn = (alpha([chance.choice(shared) for _ in shared]) for _ in range(draws if shared else 0))
    spread = sorted(a for a in drawn if a is not None)
    tail = (1 - LEVEL) / 2
    low, high = (spread[int(at * (len(spread) - 1))] if spread else None for at in (tail, 1 - tail))
    return Agreement(len(shared), alpha(shared), low, high)


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Alpha of values, unit by unit; None where there is no second value to tell them from.

    >>> alpha([("a", "a"), ("b", "b")])
    1.0
    """
    together: Counter[tuple[Hashable, Hashable]] = Counter()
    for values in units:
        for pair in permutations(values, 2):
            together[pair] += 1 / (len(values) - 1)  # type: ignore[assignment]
    of: Counter[Hashable] = Counter()
    for (a, _), n in together.items():
        of[a] += n
    total = sum(of.values())
    apart = sum(n for (a, b), n in together.items() if a != b)
    by_chance = (total * total - sum(n * n for n in of.values())) / (total - 1) if total > 1 else 0
    return 1 - apart / by_chance if by_chance else None
