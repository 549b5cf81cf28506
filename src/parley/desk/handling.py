"""Who may see what: reports that are restricted or whose source is sensitive stay out unless asked for by name."""

from __future__ import annotations

from collections.abc import Iterable

from parley.desk.records import plainly
from parley.formats.redacting import redacted
from parley.record import Record
from parley.terms.enums import Handling
from parley.terms.slice import Slice


def shareable(record: Record, include: Iterable[Handling] = (), redact: bool = False) -> Slice:
    """A whole record without the reports that are marked, but for those kinds of marks that are named.

    What is left is joined anew: what only they tell is gone, what others tell too stands as those tell it. With
    `redact`, what only they tell stays as codes, without quotes, names of sources and anything in words.
    """
    with plainly():
        whole = record.slice()
        hidden = withheld(whole, include)
        if not hidden:
            return whole
        safe = record.state(without=hidden)
    return redacted(whole, safe, hidden) if redact else safe


def withheld(whole: Slice, include: Iterable[Handling] = ()) -> frozenset[str]:
    """The ids of the reports that are marked otherwise than open and than these."""
    shown = {Handling.OPEN, *include}
    return frozenset(r.id for r in whole.reports if r.handling not in shown)
