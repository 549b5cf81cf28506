"""What the dates stage hands on: one expression of time, where it stands, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from parley.terms.values import Date


@dataclass(frozen=True, slots=True)
class DateFound:
    """An expression of time: tokens `first` up to, not with, `last`.

    `bound` is "", "since", "until", "after" or "before": which side of `date` is open. `repeated` marks what
    happens again and again. `anchor` is the token of the noun or verb that the date leans on ("since the
    takeover"), and `offset` how many days it lies from it ("two days after the vote": 2), None where not told.
    """

    first: int
    last: int
    date: Date
    bound: str = ""
    repeated: bool = False
    anchor: int | None = None
    offset: int | None = None
