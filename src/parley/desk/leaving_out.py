"""What remains if a source is left out: the record as it would be had its reports never been read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from parley.desk.amiss import AmissError, near
from parley.desk.records import plainly
from parley.record import Record

MOST = 1000
"""Reports among whose names one that is meant is looked for."""


@contextmanager
def left_out(record: Record, names: Iterable[str]) -> Iterator[Record]:
    """A copy of a record without some reports, named by id or by outlet. Raises AmissError for a name of neither."""
    reports = reports_named(record, names)
    with TemporaryDirectory(prefix="parley-rest-") as folder:
        with plainly():
            rest = record.without(reports, Path(folder) / "rest.db")
        with rest:
            yield rest


def reports_named(record: Record, names: Iterable[str]) -> frozenset[str]:
    """The ids of the reports that are called so, or that outlets of these names published. Raises AmissError."""
    found: set[str] = set()
    with plainly():
        for name in names:
            own = record.reports_of(name)
            if not own:
                raise AmissError(f"the record holds no report of {name!r}", _remedy(record, name))
            found |= own
    return frozenset(found)


def _remedy(record: Record, name: str) -> str:
    listed = [x.report for x in record.listed_reports(MOST)]
    close = near(name, {x for r in listed for x in (r.id, r.publisher) if x})
    return f"Did you mean {close}?" if close else "Type a report's id or an outlet's name in full."
