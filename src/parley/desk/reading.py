"""Reading without a record: one text, or many in turn."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from parley.desk.overlays import overlays
from parley.desk.project import pipeline_meant
from parley.desk.readers import readers
from parley.intake import LeftOut, language_of
from parley.joining import join
from parley.readers.choosing import reader_for, unread
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report, report_of
from parley.terms.slice import Joined, Slice


class ReadingWarning(UserWarning):
    """A stage of reading failed on a report: what it would have found is missing."""


def read(text_or_report: str | Report, *, pipeline: str | None = None, codebook: Sequence[Path] = ()) -> Slice:
    """What a text says: its statements, talks and actors, joined, with the proposals that they rest on.

    A report in a language that no installed reader reads comes back `unread`, with `why`.
    `codebook` are files of entries to lay over the codebook, after those that `parley.toml` in this folder names.
    A stage that fails loses its own result only, with a ReadingWarning that says where.
    Raises `parley.desk.amiss.AmissError` where no reader starts, or an entry cannot be used.
    """
    report = text_or_report if isinstance(text_or_report, Report) else _report(text_or_report)
    among = readers(pipeline_meant(pipeline), codebook=overlays(codebook))
    reading = next(r for r in read_in_turn([Asked(report)], among) if isinstance(r, Reading))
    for w in reading.warnings:
        warnings.warn(f"{w.report}, {w.stage}: {w.message}", ReadingWarning, stacklevel=2)
    reader = reader_for(report.language, among) or among[0]
    return slice_of(reading, reader)


def _report(text: str) -> Report:
    return report_of(text, language=language_of(text))


def slice_of(reading: Reading, reader: Reader) -> Slice:
    """One reading as a slice."""
    joined = join_one(reading)
    return Slice(
        reports=(reading.report,),
        actors=joined.actors,
        affiliations=joined.affiliations,
        proposals=reading.proposals,
        statements=joined.statements,
        talks=joined.talks,
        merge_proposals=joined.merge_proposals,
        reader=reader.info,
    )


def join_one(reading: Reading) -> Joined:
    """What the proposals of one report say together."""
    return join(reading.proposals, [reading.report], reading.actors, reading.affiliations)


def read_in_turn(asked: Iterable[Asked | LeftOut], among: Sequence[Reader]) -> Iterator[Reading | LeftOut]:
    """Readings of many reports, streaming and in their order; what intake left out is passed through in its place.

    Neighbours in one language go to their reader together, so that it can batch them.
    """
    for which, group in groupby(asked, key=lambda item: _which(item, among)):
        reader = among[which] if which is not None and which >= 0 else None
        if reader is not None:
            yield from reader.read_all(item for item in group if isinstance(item, Asked))
        else:
            yield from (item if isinstance(item, LeftOut) else Reading(unread(item.report, among)) for item in group)


def _which(item: Asked | LeftOut, among: Sequence[Reader]) -> int | None:
    """The number of the reader for an item: -1 where none reads its language, None for what was left out."""
    if isinstance(item, LeftOut):
        return None
    reader = reader_for(item.report.language, among)
    return next((i for i, r in enumerate(among) if r is reader), -1)
