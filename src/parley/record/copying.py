"""A record without some of its reports: what it would be had they never been read."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from sqlalchemy import Connection, Engine, delete

from parley.record.appending import take_effect
from parley.record.chunks import chunks
from parley.record.engines import POSTGRESQL
from parley.record.keeping import into
from parley.record.recalling import Recall
from parley.record.states import log_without
from parley.record.tables import ASSIGNMENTS, DECISIONS, REPORT_NAMES, REPORTS
from parley.record.transfer import copied
from parley.record.wiring import written
from parley.record.withdrawing import clear


def copy(source: Engine, target: Engine, name: str) -> None:
    """Fill an empty record's file with another record: from a file page by page, from a server row by row.

    `name` is what the empty one is called in messages. Raises RecordError.
    """
    if source.dialect.name == POSTGRESQL:
        copied(source, target, name)
        return
    with closing(source.raw_connection()) as held, closing(target.raw_connection()) as made:
        ours, theirs = held.driver_connection, made.driver_connection
        assert isinstance(ours, sqlite3.Connection)
        assert isinstance(theirs, sqlite3.Connection)
        ours.backup(theirs)


def take_out(connection: Connection, recall: Recall, reports: frozenset[str]) -> None:
    """Take reports out of a record, with all that they alone tell and their words in the log; what is left is pending.

    Of the log, the decisions about what is gone go too.
    """
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
