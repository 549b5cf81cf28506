"""Records on a PostgreSQL server: connecting, making and bringing up to date, one writer at a time.

What SQLite does by its file is done here by the server's own means. Whoever writes holds the record's advisory lock
from the beginning of the transaction to its end; whoever reads sees the record as it was when reading began.
"""

from __future__ import annotations

import time
from importlib import resources
from importlib.util import find_spec
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from parley.record.addresses import EXAMPLE, url_of
from parley.record.errors import RecordError
from parley.record.translating import own_statements, translated

PATIENCE = 60
"""Seconds to wait while another one writes, or for a server that went away to come back."""
PAUSE = 0.5
"""Seconds between two tries to reach it."""
_NAME = "parley"
_AWAY = ("08", "57P")
"""SQLSTATEs, by their beginnings, of a connection that failed or a server that goes down or comes up."""
_NO_USE_WAITING = ("authentic", "does not exist", "password", "pg_hba", "role ")
_COMING = "the database system is"
_LOCK = "SELECT pg_advisory_xact_lock(hashtext('parley'), hashtext(current_schema()::text))"
_MISSING = "pip install 'parley[postgres]'"


def connected(address: str) -> Engine:
    """An engine over a record's database; nothing is asked of it yet. Raises RecordError."""
    url = url_of(address)
    if not url.database:
        raise RecordError(f"the address names no database. Write it so: {EXAMPLE}")
    if find_spec("psycopg") is None:
        raise RecordError(f"records on PostgreSQL need a driver that is not installed. Install it: {_MISSING}")
    engine = create_engine(
        url,
        paramstyle="format",
        isolation_level="REPEATABLE READ",
        pool_pre_ping=True,
        connect_args={"application_name": _NAME, "connect_timeout": 10, "client_encoding": "utf8"},
    )
    event.listen(engine, "do_connect", _Patient())
    event.listen(engine, "begin", _begin)
    return engine


class _Patient:
    """Connects; a server that was reached before, or is just coming up, is tried again for a while."""

    def __init__(self) -> None:
        self._reached = False

    def __call__(self, dialect: Any, _record: object, words: Any, named: Any) -> Any:
        begun = time.monotonic()
        while True:
            try:
                made = dialect.connect(*words, **named)
            except dialect.dbapi.OperationalError as e:
                comes = self._reached or _COMING in str(e)
                if not (is_away(e) and comes) or time.monotonic() > begun + PATIENCE:
                    raise
                time.sleep(PAUSE)
            else:
                self._reached = True
                return made


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("bare", False):
        return
    if options.get("writes", False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
        connection.exec_driver_sql(_LOCK)


WRITES = {"writes": True, "isolation_level": "READ COMMITTED"}
"""Of a transaction that writes: each of its statements sees what the writers before it left, the lock's holder all."""
BARE = {"bare": True, "isolation_level": "AUTOCOMMIT"}
REWRITTEN = ("reports", "proposals", "decisions", "report_words", "proposal_words", "answers", "snapshots", "actors")
"""The tables that hold words of reports."""


def rewrite(connection: Connection) -> None:
    """Write the tables that hold words anew, so that what was deleted is in none of the server's files of them."""
    for table in (*REWRITTEN, "actor_tellings", "affiliation_tellings"):
        connection.exec_driver_sql(f"VACUUM (FULL) {table}")


def steps_for(number: int, shared: list[str]) -> list[str]:
    """A migration's statements for PostgreSQL."""
    folder = resources.files("parley.record") / "migrations" / "postgresql"
    own = [f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.startswith(f"{number:04}_")]
    return list(translated(shared, [s for text in own for s in own_statements(text)]))


def is_away(error: BaseException | None) -> bool:
    """Whether a driver's error says that the server is not to be reached, or went away in the midst."""
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return str(state).startswith(_AWAY)
    words = str(error)
    return type(error).__name__ == "OperationalError" and not any(w in words for w in _NO_USE_WAITING)


def is_lost(error: DBAPIError) -> bool:
    """Whether a database's error means that the connection is gone."""
    return error.connection_invalidated or is_away(error.orig)


_REMEDIES = {
    "28P01": "the server does not take this user's password. Put the right one into ~/.pgpass or PGPASSWORD.",
    "28000": "the server does not let this user in from here. Have its administrator allow it (pg_hba.conf).",
    "3D000": "there is no such database on the server. Make it: createdb NAME",
    "42501": "this user may not do that there. Have the database's owner grant it, or name a database of your own.",
    "25006": "this database may only be read. Have it opened for writing, or work on a copy.",
    "55P03": "another program has been writing for long. Wait until it is done and try again.",
    "53100": "the server's disk is full. Make room there and run the same command again: what was kept stays kept.",
    "53300": "the server has no connection left. Close some programs, or have max_connections raised.",
    "54000": "an id or a name is too long for the server. Shorten it, or keep the record in a file.",
    "3F000": "the schema that the address names does not exist. Make it: CREATE SCHEMA …",
    "22021": "a text that is kept as it is holds a sign that PostgreSQL has no room for. Mend it, or use a file.",
    "40001": "another program changed the same meanwhile. Run the same command again.",
    "40P01": "the server ended this in favour of another program. Run the same command again.",
}
_WORDS = {
    "password authentication failed": _REMEDIES["28P01"],
    "no password supplied": _REMEDIES["28P01"],
    "no pg_hba.conf entry": _REMEDIES["28000"],
    "Peer authentication failed": _REMEDIES["28000"],
    'role "': "the server knows no such user. Name one in the address, or have it made: createuser NAME",
    'database "': _REMEDIES["3D000"],
    "NUL": _REMEDIES["22021"],
}


def said(error: DBAPIError) -> str:
    """What the server refused, with what to do."""
    reason = " ".join(str(error.orig).split())
    known = _REMEDIES.get(getattr(error.orig, "sqlstate", None) or "")
    remedy = known or next((r for word, r in _WORDS.items() if word in reason), None)
    if remedy is None and is_lost(error):
        remedy = "the server cannot be reached. Check host and port and that it runs, then run the same command again."
    return f"{remedy or 'the database refused this.'} ({reason})"
