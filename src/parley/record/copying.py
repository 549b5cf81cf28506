"""A copy of a record without some of its reports: what it would be had they never been read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, Engine, delete, select

from parley.record.addresses import shown
from parley.record.appending import take_effect
from parley.record.chunks import chunks
from parley.record.engines import POSTGRESQL
from parley.record.keeping import drop, into
from parley.record.naming import untell
from parley.record.opening import clearly, opened, writing
from parley.record.recalling import Recall
from parley.record.states import decisions_without, outlets_of
from parley.record.store import Record
from parley.record.tables import ASSIGNMENTS, DECISIONS, PROPOSALS, READINGS, REPORT_NAMES, REPORTS
from parley.record.transfer import copied
from parley.record.wiring import read_rows, written
from parley.record.words import unindex_report


def copy_without(path: str, reports: Iterable[str], place: Path) -> Record:
    """A record's copy at `place`, a file that is not there yet, from which some reports and all they tell are gone.

    Only what they touch is joined anew; what comes out is what joining everything else at once makes. Of the log, the
    decisions about what is gone go too. Raises RecordError.
    """
    source = opened(path, make=False)
    try:
        with clearly(shown(path)):
            _copy(source, place)
    finally:
        source.dispose()
    engine = opened(str(place), make=False)
    try:
        with clearly(str(place)), writing(engine) as connection:
            _take_out(connection, Recall(), frozenset(reports))
    finally:
        engine.dispose()
    made = Record.open_existing(place)
    made.settle()
    return made


def _copy(source: Engine, place: Path) -> None:
    if source.dialect.name == POSTGRESQL:
        made = opened(str(place), make=True)
        try:
            copied(source, made, str(place))
        finally:
            made.dispose()
        return
    with closing(source.raw_connection()) as held, closing(sqlite3.connect(place)) as target:
        driver = held.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.backup(target)


def _take_out(connection: Connection, recall: Recall, reports: frozenset[str]) -> None:
    before = recall.log(connection)
    kept = decisions_without(connection, recall.decisions, reports, reports | outlets_of(connection, reports))
    for some in chunks(reports):
        texts = read_rows(connection, REPORTS, select(REPORTS.c.id, REPORTS.c.json).where(REPORTS.c.id.in_(some)))
        drop(connection, connection.execute(select(PROPOSALS.c.n).where(PROPOSALS.c.report.in_(some))).scalars().all())
        own = select(READINGS.c.id).where(READINGS.c.report.in_(some))
        for reading in connection.execute(own).scalars().all():
            untell(connection, recall, reading)
        for report in texts:
            if report.text is not None:
                unindex_report(connection, report)
        for column in (READINGS.c.report, REPORT_NAMES.c.report, ASSIGNMENTS.c.report, REPORTS.c.id):
            _delete(connection, column, some)
    recall.forget()
    if kept != recall.decisions:
        connection.execute(delete(DECISIONS))
        into(connection, DECISIONS, [{"seq": d.seq, "target": d.target, "json": written(d)} for d in kept])
        take_effect(connection, recall, before, recall.log(connection))


def _delete(connection: Connection, column: ColumnElement[str], ids: Iterable[str]) -> None:
    connection.execute(delete(column.table).where(column.in_(list(ids))))
