"""What hangs together: sets that grow into one where a pair joins them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets of anything; what was never named is a set of its own."""

    def __init__(self, pairs: Iterable[tuple[T, T]] = ()) -> None:
        self._above: dict[T, T] = {}
        for a, b in pairs:
            self.join(a, b)

    def leader(self, one: T) -> T:
        """The one that stands for a set: the same for all in it."""
        above = self._above
        while one in above:
            higher = above[one]
            if higher in above:
                above[one] = above[higher]
            one = higher
        return one

    def join(self, a: T, b: T) -> None:
        """Make one set of two."""
        x, y = self.leader(a), self.leader(b)
        if x != y:
            self._above[y] = x

    def sets(self, among: Iterable[T]) -> list[list[T]]:
        """The sets of some things, in the order in which those are given."""
        found: dict[T, list[T]] = defaultdict(list)
        for one in among:
            found[self.leader(one)].append(one)
        return list(found.values())
