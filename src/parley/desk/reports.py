"""Reports: reading files into a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from parley.desk.readers import reader_for
from parley.desk.reading import read_in_turn
from parley.intake import LeftOut, gather
from parley.record import Record
from parley.terms.enums import ReportState
from parley.terms.layers import Reading, Warning  # noqa: A004 - the contract's own word
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report

BATCH = 64
"""Readings kept in one go: a run that is killed loses at most these."""

Progress = Callable[[str, int, int | None], None]
"""Told what is under way, how many are done, and of how many (None while that is not known)."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of what was given: reports read now, known already, unread, and what was left out."""

    read: int
    known: int
    unread: tuple[Report, ...]
    left_out: tuple[LeftOut, ...]
    warnings: tuple[Warning, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing was left out."""
        return not self.left_out and not self.unread


def _silent(doing: str, done: int, of: int | None) -> None:
    """Tells nobody."""


def read_into(
    record: Record,
    paths: Sequence[Path],
    among: Sequence[Reader],
    stdin: bytes | None = None,
    progress: Progress = _silent,
) -> Taken:
    """Read files, folders and standard input into a record; what it has read before by the same reader is passed over.

    Reports in a language that no reader reads are kept, marked `unread`.
    """
    seen = iter(range(1, 1 << 62))
    intake = gather(list(paths), stdin, lambda path: progress(f"taking in {path.name}", next(seen), None))
    new = [r for r in intake.reports if not _is_known(record, r, among)]
    readings = list(_kept(record, read_in_turn(map(Asked, new), among), among, len(new), progress))
    unread = tuple(r.report for r in readings if r.report.state is ReportState.UNREAD)
    return Taken(
        read=len(readings) - len(unread),
        known=len(intake.reports) - len(new),
        unread=unread,
        left_out=tuple(intake.left_out),
        warnings=tuple(w for r in readings for w in r.warnings),
    )


def _is_known(record: Record, report: Report, among: Sequence[Reader]) -> bool:
    reader = reader_for(report.language, among)
    return reader is not None and record.has_read(report.id, reader.info)


def _kept(
    record: Record, items: Iterable[Reading | LeftOut], among: Sequence[Reader], of: int, progress: Progress
) -> Iterator[Reading]:
    """Readings as they come, each kept in the record before it is passed on."""
    readings = (r for r in items if isinstance(r, Reading))
    done = 0
    while batch := list(islice(_told(readings, done, of, progress), BATCH)):
        for reader in among:
            own = [r for r in batch if (reader_for(r.report.language, among) or among[0]) is reader]
            if own:
                record.add(own, reader.info)
        done += len(batch)
        yield from batch


def _told(readings: Iterator[Reading], done: int, of: int, progress: Progress) -> Iterator[Reading]:
    progress("reading", done, of)
    for n, reading in enumerate(readings, done + 1):
        progress("reading", n, of)
        yield reading
