"""An export taken in, in one transaction: into an empty record exactly, into a filled one as a merge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from parley.record.arriving import Arrivals, Taken
from parley.record.errors import RecordError
from parley.record.imported import note_part
from parley.record.merging import Merging
from parley.record.recalling import Recall
from parley.record.restoring import Exactly
from parley.record.tables import ASSIGNMENTS, DECISIONS, FORECASTS, PARTS, REPORTS, SNAPSHOTS
from parley.terms.kept import Counts
from parley.terms.slice import ReaderInfo

_CUT = "the export ends before its last line, which counts what it holds: it was cut off. Copy it, or export it, again."


def take_in(connection: Connection, recall: Recall, values: Iterable[Any], reader: ReaderInfo, at: str) -> Taken:
    """Keep what an export holds; its values come in the order of the contract, `at` is now.

    Raises RecordError for what contradicts itself, or contradicts what is held; then nothing is to be kept.
    """
    arrivals = Arrivals(reader, at)
    taken = Taken(_is_empty(connection))
    kind = Exactly if taken.exactly else Merging
    keeper = kind(connection, recall, taken, at)
    counts: Counts | None = None
    for value in _complete(arrivals, values):
        if isinstance(value, Counts):
            counts = value
        else:
            keeper.take(value)
    if counts is None and arrivals.says_who_read:
        raise RecordError(_CUT)
    keeper.finish(arrivals)
    if arrivals.withheld:
        taken.told.append(f"{len(arrivals.withheld)} reports come without their texts, and were passed over.")
    taken.whole = counts is not None and counts.whole
    taken.left_out = counts.left_out if counts is not None else ()
    if not taken.whole:
        note_part(connection, taken.left_out)
    return taken


def _complete(arrivals: Arrivals, values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        yield from arrivals.take(value)
    yield from arrivals.rest()


def _is_empty(connection: Connection) -> bool:
    tables = (REPORTS, DECISIONS, FORECASTS, SNAPSHOTS, ASSIGNMENTS, PARTS)
    return all(connection.execute(select(t).limit(1)).first() is None for t in tables)
