"""A copy of a record without some of its reports: what it would be had they never been read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, delete

from parley.record.appending import take_effect
from parley.record.chunks import chunks
from parley.record.keeping import into
from parley.record.opening import clearly, opened, writing
from parley.record.recalling import Recall
from parley.record.states import log_without
from parley.record.store import Record
from parley.record.tables import ASSIGNMENTS, DECISIONS, REPORT_NAMES, REPORTS
from parley.record.wiring import written
from parley.record.withdrawing import clear


def copy_without(path: str, reports: Iterable[str], place: Path) -> Record:
    """A record's copy at `place`, a file that is not there yet, from which some reports and all they tell are gone.

    Only what they touch is joined anew; what comes out is what joining everything else at once makes. Of the log, the
    decisions about what is gone go too. Raises RecordError.
    """
    source = opened(path, make=False)
    try:
        with clearly(path):
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
    with closing(source.raw_connection()) as held, closing(sqlite3.connect(place)) as target:
        driver = held.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.backup(target)


def _take_out(connection: Connection, recall: Recall, reports: frozenset[str]) -> None:
    before = recall.log(connection)
    kept = log_without(connection, recall, reports)
    clear(connection, recall, reports)
    for some in chunks(reports):
        for column in (REPORT_NAMES.c.report, ASSIGNMENTS.c.report, REPORTS.c.id):
            connection.execute(delete(column.table).where(column.in_(some)))
    recall.forget()
    if kept != recall.decisions:
        connection.execute(delete(DECISIONS))
        into(connection, DECISIONS, [{"seq": d.seq, "target": d.target, "json": written(d)} for d in kept])
        take_effect(connection, recall, before, recall.log(connection))
