"""A report withdrawn: a tombstone stays, its text and all that was found in it is gone, from the file as well."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, cast

from sqlalchemy import Connection, delete, select, update

from parley.joining.log import GROUPING, Log
from parley.record.chunks import chunks
from parley.record.keeping import drop, row_of
from parley.record.naming import untell
from parley.record.recalling import Recall
from parley.record.tables import ANSWERS, DECISIONS, PROPOSALS, READINGS, REPORTS
from parley.record.wiring import read, read_rows, written
from parley.record.words import unindex_report
from parley.terms.enums import ReportState
from parley.terms.log import Decision
from parley.terms.report import Report

AGAIN = "it was withdrawn, and the withdrawal was taken back: read it again"


def withdraw(connection: Connection, recall: Recall, report: str, by: Decision | None) -> None:
    """Take a report's text away, with what rests on it, and what the log quotes of it."""
    found = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == report)).scalar()
    if found is None:
        return
    held: Report = read(REPORTS, report, found)
    _redact(connection, report)
    clear(connection, recall, [report])
    why = by.why if by is not None else None
    _put(connection, recall.log(connection), replace(tombstone(held), why=why))
    recall.forget()


def clear(connection: Connection, recall: Recall, reports: Iterable[str]) -> None:
    """Take away all that rests on some reports, and what a search finds of their texts; their own rows stay."""
    for some in chunks(reports):
        drop(connection, connection.execute(select(PROPOSALS.c.n).where(PROPOSALS.c.report.in_(some))).scalars())
        for reading in connection.execute(select(READINGS.c.id).where(READINGS.c.report.in_(some))).scalars().all():
            untell(connection, recall, reading)
        for table in (READINGS, ANSWERS):  # answers quote them
            connection.execute(delete(table).where(table.c.report.in_(some)))
        for held in read_rows(connection, REPORTS, select(REPORTS.c.id, REPORTS.c.json).where(REPORTS.c.id.in_(some))):
            if held.text is not None:
                unindex_report(connection, held)


def tombstone(report: Report) -> Report:
    """What stays of a withdrawn report: that there was one, whose, of which day, and the hash of its text.

    Titles and addresses go too: an address often spells the title out.
    """
    return replace(
        report,
        title=None,
        url=None,
        text=None,
        state=ReportState.WITHDRAWN,
        appearances=tuple(replace(a, url=None) for a in report.appearances),
    )


def lift(connection: Connection, log: Log, report: str) -> None:
    """A withdrawal taken back: the text is gone, but it may be read again."""
    found = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == report)).scalar()
    if found is not None:
        held = cast(Report, read(REPORTS, report, found))
        _put(connection, log, replace(held, state=ReportState.UNREAD, why=AGAIN))


def _put(connection: Connection, log: Log, report: Report) -> None:
    connection.execute(update(REPORTS).where(REPORTS.c.id == report.id).values(**row_of(report, log)))


def _redact(connection: Connection, report: str) -> None:
    """The log keeps who decided what and when; the words of a withdrawn report go from it."""
    ids = set(connection.execute(select(PROPOSALS.c.id).where(PROPOSALS.c.report == report)).scalars())
    for d in read_rows(connection, DECISIONS, select(DECISIONS.c.seq, DECISIONS.c.json)):
        now = redacted(d, report, ids)
        if now != d:
            connection.execute(update(DECISIONS).where(DECISIONS.c.seq == d.seq).values(json=written(now)))


def redacted(d: Decision, report: str, proposals: set[str]) -> Decision:
    """A decision without the words of a report; merges and splits hold none."""
    if d.action in GROUPING:
        return d
    own = d.target == report or d.target in proposals or _of_report(d.new, report)
    if own:
        return replace(d, old=None, new=None)
    return replace(d, old=_without(d.old, report), new=_without(d.new, report))


def _of_report(value: object, report: str) -> bool:
    return isinstance(value, Mapping) and value.get("kind") == "proposal" and value.get("report") == report


def _without(value: Any, report: str) -> Any:
    """A value whose quotes of a report are left out."""
    if isinstance(value, Mapping):
        inner = {k: _without(v, report) for k, v in value.items()}
        if inner.get("report") == report and "quote" in inner:
            return {**inner, "quote": None, "start": None, "end": None}
        return inner
    return [_without(v, report) for v in value] if isinstance(value, list | tuple) else value
