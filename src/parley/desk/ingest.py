"""A corpus into a record: what `parley read` would have kept, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from parley import corpus
from parley.corpus import Part, Recalled, Same
from parley.desk.corpus import plainly
from parley.desk.records import parted
from parley.desk.records import plainly as record_plainly
from parley.desk.reports import Progress, silent
from parley.intake import LeftOut
from parley.record import Record, RecordError
from parley.terms.layers import Reading
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo

AT_ONCE = 100
"""Readings of one transaction."""
NOBODY = ReaderInfo("none", "0", "")
"""Stands for the reader of reports that none has read."""


@dataclass(slots=True)
class Ingested:
    """What became of the parts: reports and proposals that are new, reports known before, copies, and what was refused.

    `copies` are reports whose text came in under another: where they were printed is noted there.
    """

    parts: int = 0
    reports: int = 0
    proposals: int = 0
    known: int = 0
    copies: int = 0
    left_out: tuple[LeftOut, ...] = ()


def ingest(folder: Path, record: Record, progress: Progress = silent) -> Ingested:
    """Take the parts of a corpus into a record, in batches; what it holds already adds nothing.

    One text is kept once, whichever part it stands in, as when all were given to `parley read` together.
    Raises AmissError where a part is damaged or the record cannot be written.
    """
    done = Ingested()
    with plainly(), record_plainly():
        parts = corpus.some_parts_in(folder)
        same = corpus.same_texts(parts, folder)
        for number, part in enumerate(parts, 1):
            _take(record, part, same, done)
            record.settle()
            done.parts += 1
            progress("keeping parts", number, len(parts))
    return done


def _take(record: Record, part: Part, same: Same, done: Ingested) -> None:
    wanted = _wanted(record, part, same)
    known: list[Report] = []
    for new, some in groupby(_kept(part, same, wanted, known, done), key=lambda r: r.reader or NOBODY):
        batch: list[Reading] = []
        for r in some:
            batch.append(r.reading)
            if len(batch) == AT_ONCE:
                _add(record, batch, new, done)
                batch = []
        _add(record, batch, new, done)
    done.known += record.seen_again(known)


def _wanted(record: Record, part: Part, same: Same) -> Callable[[str, ReaderInfo | None, str], bool]:
    def wanted(report: str, reader: ReaderInfo | None, sha256: str) -> bool:
        lead = same.of.get((part.name, report))
        if lead is not None and lead != (part.name, report):
            return False
        return reader is None or not record.has_read(report, reader, sha256)

    return wanted


def _kept(
    part: Part, same: Same, wanted: Callable[[str, ReaderInfo | None, str], bool], known: list[Report], done: Ingested
) -> Iterator[Recalled]:
    """The readings to keep; reports that are held already are put into `known`."""
    for r in corpus.recalled(part, wanted):
        key = (part.name, r.reading.report.id)
        if same.of.get(key, key) != key:
            done.copies += 1
            continue
        copies = same.copies.get(key, ())
        report = corpus.as_one(r.reading.report, copies) if copies else r.reading.report
        if r.whole:
            yield replace(r, reading=replace(r.reading, report=report))
        else:
            known.append(report)


def _add(record: Record, batch: list[Reading], reader: ReaderInfo, done: Ingested) -> None:
    """Keep a batch; where the record refuses it, one by one, so that one report costs that one only."""
    if not batch:
        return
    try:
        added = record.add(batch, reader, AT_ONCE)
    except RecordError as e:
        if e.__cause__ is not None:  # the database's fault, not a report's: the next would fail as well
            raise
        if len(batch) == 1:
            report = batch[0].report
            done.left_out = (*done.left_out, LeftOut(report.title or report.id, *parted(str(e))))
            return
        for reading in batch:
            _add(record, [reading], reader, done)
        return
    done.reports += added.reports
    done.proposals += added.proposals
    done.known += added.already
