"""Reading again: every report that a record holds by the readers of today, and what that changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.desk.readers import reader_for
from parley.desk.reading import read_in_turn
from parley.desk.records import plainly
from parley.desk.reports import Progress, silent
from parley.desk.second import Heard, read_second
from parley.desk.tables import Table
from parley.record import Orphan, Record
from parley.terms.chat import ChatServer
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report
from parley.terms.statement import Proposal
from parley.terms.wire import to_plain

COLUMNS = ("report", "what", "form", "quote", "fields")
FOUND, LOST, OTHERWISE = "found now", "found no more", "read otherwise"
_PASSED_OVER = frozenset({"trace", "confidence", "reader", "sentence"})
"""Fields of which a change is no change of what is said."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a newer reading makes of one place: `what` is FOUND, LOST or OTHERWISE, `fields` those that differ."""

    report: str
    what: str
    proposal: Proposal
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Again:
    """How many reports were read again or needed not be, what changed, and which decisions rest on nothing."""

    read: int
    known: int
    changes: tuple[Change, ...]
    orphans: tuple[Orphan, ...]
    heard: Heard | None = None

    @property
    def table(self) -> Table:
        """The changes as a table."""
        rows = tuple(
            (c.report, c.what, c.proposal.form.value, c.proposal.quote, ", ".join(c.fields)) for c in self.changes
        )
        return Table("What changed", COLUMNS, rows, COLUMNS)


def read_again(
    record: Record, among: Sequence[Reader], progress: Progress = silent, second: ChatServer | None = None
) -> Again:
    """Read every report of a record whose text it has, unless the very same reader has read it already.

    With `second`, a second reader asks its server about those that are open. Decisions stay with the words that they
    were made about. Raises AmissError where the file cannot be written.
    """
    with plainly():
        due, known = _due(record, among)
        changes: list[Change] = []
        for done, item in enumerate(read_in_turn(map(Asked, due), among), 1):
            if isinstance(item, Reading):
                changes += _kept(record, item, among)
            progress("reading again", done, len(due))
        ids = [r.id for r in record.texts()] if second is not None else []
        heard = read_second(record, ids, among, second, progress) if second is not None else None
        return Again(len(due), known, tuple(changes), record.orphans(), heard)


def _due(record: Record, among: Sequence[Reader]) -> tuple[list[Report], int]:
    due: list[Report] = []
    known = 0
    for report in record.texts():
        reader = reader_for(report.language, among)
        if reader is None or record.has_read(report.id, reader.info):
            known += 1
        else:
            due.append(report)
    return due, known


def _kept(record: Record, reading: Reading, among: Sequence[Reader]) -> Iterator[Change]:
    reader = reader_for(reading.report.language, among)
    if reader is None:
        return
    before = {p.id: p for p in record.proposals(reading.report.id) if _made_by(p, reader)}
    record.add([reading], reader.info)
    yield from changes(before, {p.id: p for p in reading.proposals})


def _made_by(p: Proposal, reader: Reader) -> bool:
    """Whether a reader, of whatever version, made a proposal: it is named first in its `reader`."""
    return p.reader == reader.info.name or p.reader.startswith(f"{reader.info.name} ")


def changes(before: Mapping[str, Proposal], after: Mapping[str, Proposal]) -> Iterator[Change]:
    """What differs between two readings of one report, in the order of its text."""
    for p in sorted({**before, **after}.values(), key=lambda p: (p.start, p.end, p.id)):
        old, new = before.get(p.id), after.get(p.id)
        if old is None or new is None:
            yield Change(p.report, FOUND if old is None else LOST, p)
        elif fields := _differing(old, new):
            yield Change(p.report, OTHERWISE, new, fields)


def _differing(a: Proposal, b: Proposal) -> tuple[str, ...]:
    x, y = to_plain(a), to_plain(b)
    return tuple(f for f in y if f not in _PASSED_OVER and x.get(f) != y[f])
