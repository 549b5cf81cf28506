"""An export taken into an empty record: every row as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update

from parley.joining.correcting import set_right
from parley.joining.log import Log
from parley.record.arriving import AGAIN, GREATEST, Arrivals, Arrived, Found, Taken
from parley.record.chunks import insert_many
from parley.record.errors import RecordError
from parley.record.keeping import add_proposals, into, row_of
from parley.record.naming import tell_actors, tell_affiliations, touch_actors
from parley.record.recalling import Recall
from parley.record.tables import (
    ASSIGNMENTS,
    DECISIONS,
    FORECASTS,
    READINGS,
    REPORT_NAMES,
    REPORTS,
    SNAPSHOTS,
)
from parley.record.wiring import read, written
from parley.record.words import index_reports
from parley.terms.enums import Action
from parley.terms.log import Assignment, Decision, Forecast, Snapshot
from parley.terms.report import Report

AT_ONCE = 2_000
"""Reports and proposals written in one go."""


class Waiting:
    """New reports with what is their own, written many at once."""

    def __init__(self, connection: Connection, recall: Recall, taken: Taken) -> None:
        self._connection, self._recall, self._taken = connection, recall, taken
        self._some: list[Arrived] = []
        self._many = 0
        self._keys: set[str] = set()

    def add(self, arrived: Arrived) -> None:
        """Write it, now or with others."""
        self._some.append(arrived)
        self._keys |= {arrived.report.id, arrived.report.sha256, *arrived.names}
        self._many += 1 + sum(len(f.proposals) for f in arrived.readings)
        if self._many >= AT_ONCE:
            self.write()

    def knows(self, report: Report) -> bool:
        """Whether one of this id or text is waiting."""
        return bool({report.id, report.sha256} & self._keys)

    def write(self) -> None:
        """Write those that are waiting."""
        some, self._some, self._many = self._some, [], 0
        self._keys.clear()
        if some:
            log = self._recall.log(self._connection)
            insert_many(self._connection, REPORTS, [row_of(a.report, log) for a in some])
            index_reports(self._connection, [a.report for a in some])
            into(self._connection, REPORT_NAMES, ({"name": n, "report": a.report.id} for a in some for n in a.names))
            number = {id(f): n for n, f in numbered(self._connection, some)}
            keep_readings(self._connection, self._recall, [(number[id(f)], a.report.id, f) for a, f in _each(some)])
            self._taken.count("reports", len(some))
            self._taken.count("proposals", sum(len(f.proposals) for _, f in _each(some)))


def _each(some: Iterable[Arrived]) -> Iterator[tuple[Arrived, Found]]:
    return ((a, f) for a in some for f in a.readings)


def numbered(connection: Connection, some: Iterable[Arrived]) -> Iterator[tuple[int, Found]]:
    """Readings with their numbers: their own, or the next ones."""
    last = int(connection.execute(select(func.max(READINGS.c.id))).scalar() or 0)
    for _, f in _each(some):
        yield (f.seq or last + 1), f
        last = max(last, f.seq or last + 1)


def keep_readings(connection: Connection, recall: Recall, readings: Sequence[tuple[int, str, Found]]) -> None:
    """Keep readings that are new, by number and report, with what they found and told."""
    insert_many(connection, READINGS, [_reading_row(n, report, f) for n, report, f in readings])
    told = {p.id: p for _, _, f in readings for p in f.proposals}
    rows = (
        {"id": p.id, "reading": n, "report": p.report, "form": p.form.value, "json": written(p)}
        for n, _, f in readings
        for p in f.proposals
    )
    add_proposals(connection, recall, rows, told)
    tell_actors(connection, ((a, n) for n, _, f in readings for a in f.actors))
    tell_affiliations(connection, recall, ((a, n) for n, _, f in readings for a in f.affiliations))


def _reading_row(n: int, report: str, f: Found) -> Mapping[str, Any]:
    own = {"reader": f.reader.name, "version": f.reader.version, "codebook": f.reader.codebook}
    return {"id": n, "report": report, **own, "at": f.at, "again": f.again}


def keep_bare(connection: Connection, recall: Recall, arrivals: Arrivals, at: str) -> None:
    """Where an export says nothing of its readings: that reports of which nothing is told were read as well."""
    last = int(connection.execute(select(func.max(READINGS.c.id))).scalar() or 0)
    bare = [(last + i, report, Found(0, arrivals.reader, at, at)) for i, report in enumerate(arrivals.bare, 1)]
    keep_readings(connection, recall, bare)
    first = connection.execute(select(func.min(READINGS.c.id))).scalar()
    if first is not None:
        tell_actors(connection, ((a, int(first)) for a in arrivals.untold()))


class Exactly:
    """Takes what arrives into an empty record."""

    def __init__(self, connection: Connection, recall: Recall, taken: Taken, at: str) -> None:
        self._connection, self._recall, self._taken, self._at = connection, recall, taken, at
        self._waiting = Waiting(connection, recall, taken)
        self._seqs: set[int] = set()
        self._given: set[str | int] = set()

    def take(self, value: Any) -> None:
        """Keep a report with what is its own, or an entry of the log or beside it."""
        match value:
            case Arrived():
                self._once(value)
                self._waiting.add(value)
            case Decision():
                self._decision(value)
            case Forecast():
                row = {"id": value.id, "json": written(value)}
                insert_many(self._connection, FORECASTS, [row])
                self._taken.count("forecasts", 1)
            case Snapshot():
                self._taken.count("snapshots", keep_snapshot(self._connection, value))
            case Assignment():
                into(self._connection, ASSIGNMENTS, [assignment_row(value)])
                self._taken.count("assignments", 1)

    def finish(self, arrivals: Arrivals) -> None:
        """Once all is there: what the decisions bear on."""
        self._waiting.write()
        keep_bare(self._connection, self._recall, arrivals, self._at)
        self._recall.forget()
        log = self._recall.log(self._connection)
        _set_days(self._connection, log)
        touch_actors(self._connection, (*(a.id for a in log.actors), *log.renamed, *log.renamed.values()))

    def _once(self, arrived: Arrived) -> None:
        keys: list[str | int] = [arrived.report.id, *(f.seq for f in arrived.readings if f.seq)]
        twice = [k for k in keys if k in self._given] or [k for k in keys if keys.count(k) > 1]
        if twice:
            raise RecordError(f"the report or reading {twice[0]!r} is there twice. {AGAIN}")
        self._given.update(keys)

    def _decision(self, d: Decision) -> None:
        if not 0 < d.seq < GREATEST or d.seq in self._seqs:
            raise RecordError(f"decision {d.seq}: decisions are numbered from 1, each by a number of its own. {AGAIN}")
        self._seqs.add(d.seq)
        insert_many(self._connection, DECISIONS, [{"seq": d.seq, "target": d.target, "json": written(d)}])
        self._taken.count("decisions", 1)


def _set_days(connection: Connection, log: Log) -> None:
    """Days of publication as people have set them right."""
    for target in [t for t, ds in log.on.items() if any(d.action is Action.CORRECT for d in ds)]:
        found = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == target)).scalar()
        if found is not None:
            day = set_right(read(REPORTS, target, found), log.on[target]).published
            connection.execute(update(REPORTS).where(REPORTS.c.id == target).values(published=day))


def keep_snapshot(connection: Connection, s: Snapshot) -> int:
    """Keep a snapshot; how many are new."""
    known = connection.execute(select(SNAPSHOTS.c.id).where(SNAPSHOTS.c.id == s.id)).first() is not None
    into(connection, SNAPSHOTS, [{"id": s.id, "at": s.at, "json": written(s)}])
    return int(not known)


def assignment_row(a: Assignment) -> dict[str, Any]:
    """The row of an assignment."""
    return {"id": a.id, "report": a.report, "coder": a.coder, "json": written(a)}
