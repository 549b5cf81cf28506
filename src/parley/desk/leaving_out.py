"""What remains if a source is left out: the record as it would be had its reports never been read."""

from __future__ import annotations

from collections.abc import Iterable

from parley.desk.amiss import AmissError, near
from parley.desk.records import plainly
from parley.record import Record


def left_out(record: Record, names: Iterable[str]) -> Record:
    """A record in memory without some reports, named by id or by outlet. Raises AmissError for a name of neither."""
    wanted = list(names)
    with plainly():
        reports = record.slice().reports
        known = {w: {r.id for r in reports if w in (r.id, r.publisher)} for w in wanted}
        for w, found in known.items():
            if not found:
                close = near(w, {x for r in reports for x in (r.id, r.publisher) if x})
                remedy = f"Did you mean {close}?" if close else "Type a report's id or an outlet's name in full."
                raise AmissError(f"the record holds no report of {w!r}", remedy)
        rest = Record.open(":memory:")
        rest.load(record.state(without={i for found in known.values() for i in found}))
    return rest
