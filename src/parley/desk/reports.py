"""Reports: reading files into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from parley.desk.readers import reader_for
from parley.desk.reading import read_in_turn
from parley.desk.records import parted, plainly
from parley.desk.second import Heard, read_second
from parley.intake import LeftOut, gather
from parley.record import Record, RecordError
from parley.terms.chat import ChatServer
from parley.terms.enums import Handling, ReportState
from parley.terms.layers import Reading, Warning  # noqa: A004 - the contract's own word
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report

Progress = Callable[[str, int, int | None], None]
"""Told what is under way, how many are done, and of how many (None while that is not known)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of what was given: reports read now, known already, unread, and what was left out.

    `heard` is what a second reader made of them, where one was asked.
    """

    read: int
    known: int
    unread: tuple[Report, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Warning, ...]
    heard: Heard | None = None

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return not self.left_out and not self.unread


def silent(doing: str, done: int, of: int | None) -> None:
    """Tells nobody."""


def read_into(
    record: Record,
    paths: Sequence[Path],
    among: Sequence[Reader],
    stdin: bytes | None = None,
    progress: Progress = silent,
    handling: Handling = Handling.OPEN,
    second: ChatServer | None = None,
) -> Taken:
    """Read files, folders and standard input into a record, each report kept as soon as it is read.

    What the same reader has read before is passed over; another outlet that printed it is noted. Reports in a language
    that no reader reads are kept, marked `unread`. `handling` says who may see what is new. With `second`, a second
    reader asks this server about all that is open among them: whoever calls has seen to it that this was agreed to.
    Raises AmissError where the record's file cannot be written.
    """
    seen = count(1)
    intake = gather(list(paths), stdin, lambda path: progress(f"taking in {path.name}", next(seen), None))
    with plainly():
        held = {r.id for r in intake.reports if _is_known(record, r, among)}
        record.seen_again(r for r in intake.reports if r.id in held)
        new = [_handled(r, handling) for r in intake.reports if r.id not in held]
        kept = list(_kept(record, read_in_turn(map(Asked, new), among), among, _counter(progress, len(new))))
        record.settle()
    readings = [r for r in kept if isinstance(r, Reading)]
    ids = [r.id for r in intake.reports]
    heard = read_second(record, ids, among, second, progress) if second is not None else None
    told = set(heard.read) if heard is not None else set()
    unread = tuple(r.report for r in readings if r.report.state is ReportState.UNREAD and r.report.id not in told)
    return Taken(
        read=len(readings) - len(unread),
        known=len(held),
        unread=unread,
        left_out=(*intake.left_out, *(r for r in kept if isinstance(r, LeftOut))),
        warnings=tuple(w for r in readings for w in r.warnings),
        heard=heard,
    )


def _handled(report: Report, handling: Handling) -> Report:
    return report if handling is Handling.OPEN else replace(report, handling=handling)


def _is_known(record: Record, report: Report, among: Sequence[Reader]) -> bool:
    reader = reader_for(report.language, among)
    return reader is not None and record.has_read(report.id, reader.info, report.sha256)


def _counter(progress: Progress, of: int) -> Callable[[int], None]:
    return lambda done: progress("reading", done, of)


def _kept(
    record: Record, items: Iterable[Reading | LeftOut], among: Sequence[Reader], tell: Callable[[int], None]
) -> Iterator[Reading | LeftOut]:
    """Readings as they come, each kept before it is passed on; one that the record refuses is left out."""
    tell(0)
    for done, item in enumerate(items, 1):
        yield _kept_one(record, item, among) if isinstance(item, Reading) else item
        tell(done)


def _kept_one(record: Record, reading: Reading, among: Sequence[Reader]) -> Reading | LeftOut:
    reader = reader_for(reading.report.language, among) or among[0]
    try:
        record.add([reading], reader.info)
    except RecordError as e:
        if e.__cause__ is not None:  # the database's fault, not this report's: the next would fail as well
            raise
        what, remedy = parted(str(e))
        return LeftOut(reading.report.title or reading.report.id, what, remedy)
    return reading
