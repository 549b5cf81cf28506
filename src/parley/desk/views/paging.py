"""A page of a long list: where it begins, how many it shows, and of how many."""

from __future__ import annotations

from dataclasses import dataclass

MANY = 50


@dataclass(frozen=True, slots=True)
class Paging:
    """`after` others, `many` at a time, `of` in all.

    >>> Paging(50, 50, 120).next, Paging(50, 50, 120).before, Paging(100, 50, 120).next
    (100, 0, None)
    """

    after: int
    many: int
    of: int

    @property
    def next(self) -> int | None:
        """Where the next page begins, None on the last."""
        there = self.after + self.many
        return there if there < self.of else None

    @property
    def before(self) -> int | None:
        """Where the page before begins, None on the first."""
        return max(self.after - self.many, 0) if self.after > 0 else None
