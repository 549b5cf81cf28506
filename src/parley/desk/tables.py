"""Tables: rows of plain values, ready for a terminal, JSON or a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parley.formats.columns import voiced
from parley.terms.slice import Slice
from parley.terms.values import Date, Place, Voice

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """A titled table. `columns` are the keys of its rows when written as JSON; `narrow` those that matter most."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    narrow: tuple[str, ...]

    def as_objects(self) -> list[dict[str, Cell]]:
        """The rows as objects."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def names(slice: Slice, ids: Iterable[str | None]) -> str:  # noqa: A002 - the contract's own word
    """The names of some actors, as a list; unnamed ones are passed over."""
    return ", ".join(slice.name_of(i) for i in ids if i)


def day(date: Date | None) -> str:
    """A date as one day, an interval, or "".

    >>> from parley.terms.enums import DateBasis
    >>> day(Date("2022-01-09", "2022-01-10", "9 to 10 January", DateBasis.STATED))
    '2022-01-09…2022-01-10'
    """
    if date is None:
        return ""
    if date.start == date.end:
        return date.start or ""
    return f"{date.start or ''}…{date.end or ''}"


def where(places: Iterable[Place]) -> str:
    """The names of places, as a list."""
    return ", ".join(dict.fromkeys(p.name for p in places))


def voices(slice: Slice, heard: Iterable[Voice]) -> str:  # noqa: A002
    """Who says so and how: "the report asserts; X denies (via Y)". Each speaker once for each stance."""
    return "; ".join(dict.fromkeys(voiced(v, slice) for v in heard))
