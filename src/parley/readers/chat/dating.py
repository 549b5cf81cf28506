"""When and where, from an item of an answer: as the first reader reads the same words, else as the model says."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from parley.readers.chat.fields import Item
from parley.readers.chat.wording import first_in, plain
from parley.terms.enums import DateBasis, PlaceRole
from parley.terms.layers import Reading
from parley.terms.values import Date, Place, Span

_YEAR = re.compile(r"\b\d{4}\b")


def date_of(item: Item, first: Reading | None) -> Date | None:
    """The date, if its words stand in the passage; those that make no interval of days are no date."""
    given = item.fields.get("date")
    at = _standing(item, given.get("text") if isinstance(given, Mapping) else None)
    if at is None or not isinstance(given, Mapping):
        return None
    for m in first.dates if first else ():
        if at.meets(Span(m.start, m.end)):
            return m.date
    start, end = _day(given.get("start")), _day(given.get("end"))
    words = plain(at, item.text)
    if start is None or (end is not None and end < start):
        return None
    return Date(start, end or start, words, DateBasis.STATED if _YEAR.search(words) else DateBasis.RELATIVE)


def places_of(item: Item, first: Reading | None) -> tuple[Place, ...]:
    """The place, if the passage names it: as the first reader knows it, else by its name alone."""
    at = _standing(item, item.fields.get("place"))
    if at is None:
        return ()
    for m in first.places if first else ():
        if at.meets(Span(m.start, m.end)):
            return (m.place,)
    name = plain(at, item.text)
    return (Place(name, PlaceRole.AT, text=name),)


def _standing(item: Item, words: Any) -> Span | None:
    return first_in(words, item.text, item.near) if isinstance(words, str) else None


def _day(value: Any) -> str | None:
    """An ISO day; anything else is none."""
    if not isinstance(value, str) or len(value) != len("2022-01-31"):
        return None
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        return None
