"""The record as it was on a day, or as it would be without some reports: joined anew from what is left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from parley.joining import join
from parley.joining.log import log_of
from parley.record.asking import EVERYTHING, PERSON, as_decided, last_reader
from parley.record.chunks import chunks
from parley.record.recalling import Recall
from parley.record.tables import (
    ACTOR_TELLINGS,
    AFFILIATION_TELLINGS,
    PROPOSALS,
    READINGS,
    REPORTS,
    TOLD_ACTORS,
    TOLD_AFFILIATIONS,
)
from parley.record.wiring import read_rows
from parley.record.withdrawing import redacted
from parley.terms.log import Decision
from parley.terms.report import Report
from parley.terms.slice import Slice


def state(connection: Connection, recall: Recall, before: str | None, without: frozenset[str]) -> Slice:
    """All that was first read, and decided, before a moment in ISO form, and rests on other reports than these.

    What a report alone tells of actors goes with it. A report that was read anew since counts as it is read now.
    """
    recall.log(connection)
    readings = _readings(connection, before, without)
    proposals = _of(connection, PROPOSALS, PROPOSALS.c.reading, readings)
    decisions = log_without(connection, recall, without, before)
    log = log_of(decisions)
    reports = [as_decided(r, log) for r in _reports(connection, readings, before, without)]
    joined = join(
        proposals,
        reports,
        _told(connection, TOLD_ACTORS, ACTOR_TELLINGS, readings),
        _told(connection, TOLD_AFFILIATIONS, AFFILIATION_TELLINGS, readings),
        decisions,
    )
    return Slice(
        reports=tuple(sorted(reports, key=lambda r: (r.published is None, r.published or "", r.id))),
        actors=joined.actors,
        affiliations=joined.affiliations,
        proposals=tuple(sorted((*proposals, *log.added), key=lambda p: (p.report, p.start, p.end, p.id))),
        statements=joined.statements,
        talks=joined.talks,
        merge_proposals=joined.merge_proposals,
        decisions=decisions,
        ratings=log.ratings,
        reader=last_reader(connection),
        asked=EVERYTHING,
    )


def log_without(
    connection: Connection, recall: Recall, without: frozenset[str], before: str | None = None
) -> tuple[Decision, ...]:
    """The log up to a moment without what is about some reports, or about outlets that printed no others."""
    recall.log(connection)
    earlier = [d for d in recall.decisions if before is None or d.at < before]
    return _decisions_without(connection, earlier, without, without | _outlets_of(connection, without))


def _outlets_of(connection: Connection, without: frozenset[str]) -> frozenset[str]:
    """The outlets that printed none but the reports left out: a rating would name them."""
    if not without:
        return frozenset()
    held: list[Report] = read_rows(connection, REPORTS, select(REPORTS.c.id, REPORTS.c.json))
    kept = {r.publisher for r in held if r.id not in without}
    return frozenset(r.publisher for r in held if r.publisher and r.publisher not in kept)


def _readings(connection: Connection, before: str | None, without: frozenset[str]) -> list[int]:
    """The numbers of the readings that count; what people added comes with their decisions."""
    c = READINGS.c
    where: list[ColumnElement[bool]] = [c.reader != PERSON]
    if before is not None:
        where.append(c.at < before)
    rows = connection.execute(select(c.id, c.report).where(*where))
    return [n for n, report in rows if report not in without]


def _of(connection: Connection, table: Table, column: ColumnElement[Any], keys: Iterable[int]) -> list[Any]:
    found: list[Any] = []
    for some in chunks(keys):
        found += read_rows(connection, table, select(table.c.id, table.c.json).where(column.in_(some)))
    return found


def _told(connection: Connection, told: Table, tellings: Table, readings: Iterable[int]) -> list[Any]:
    ids: set[int] = set()
    for some in chunks(readings):
        ids.update(connection.execute(select(told.c.telling).where(told.c.reading.in_(some))).scalars())
    return _of(connection, tellings, tellings.c.id, ids)


def _reports(
    connection: Connection, readings: Iterable[int], before: str | None, without: frozenset[str]
) -> list[Report]:
    held: list[Report] = read_rows(connection, REPORTS, select(REPORTS.c.id, REPORTS.c.json))
    read: set[str] = set()
    for some in chunks(readings):
        read.update(connection.execute(select(READINGS.c.report).where(READINGS.c.id.in_(some))).scalars())
    return [r for r in held if r.id not in without and (before is None or r.id in read)]


def _decisions_without(
    connection: Connection, decisions: Iterable[Decision], without: frozenset[str], gone: frozenset[str]
) -> tuple[Decision, ...]:
    """A log without what is about some reports, or about what is called as one of `gone`, and without their words."""
    kept = [d for d in decisions if d.target not in gone]
    for report in sorted(without) if kept else ():
        own = set(connection.execute(select(PROPOSALS.c.id).where(PROPOSALS.c.report == report)).scalars())
        kept = [redacted(d, report, own) for d in kept if d.target not in own]
    return tuple(kept)
