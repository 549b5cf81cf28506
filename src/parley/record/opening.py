"""Opening a record: made or brought up to date by numbered migrations, refused where it is none of ours."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from parley.record import server
from parley.record.addresses import is_address, shown
from parley.record.engines import on_server
from parley.record.errors import DamagedRowError, LostError, RecordError
from parley.record.tables import SCHEMA_VERSION
from parley.terms.unswept import unswept

PRODUCT = "parley"
PATIENCE = 30_000
"""Milliseconds to wait while another process writes."""
CACHE = 32_000
"""Kilobytes of the file kept in memory."""
SMALL_CACHE = 4_000
"""The same for who goes through a whole record once: what was read is not asked for again."""
MEMORY = ":memory:"
"""The path of a record that is in no file."""
_HEADER = b"SQLite format 3\x00"
_COMMENT = re.compile(r"--[^\n]*|/\*.*?\*/", re.DOTALL)


def migrations() -> list[tuple[int, str]]:
    """The migrations' numbers and SQL, in order."""
    folder = resources.files("parley.record") / "migrations"
    found = sorted(f.name for f in folder.iterdir() if f.name.endswith(".sql"))
    return [(int(name.split("_")[0]), (folder / name).read_text(encoding="utf-8")) for name in found]


def opened(place: str, make: bool) -> Engine:
    """An engine over a record that is of this version, in a file or at an address. Raises RecordError.

    With `make`, a missing or empty file or database becomes a new record; without, it is refused. What may only be read
    is opened for reading.
    """
    return _opened_server(place, make) if is_address(place) else _opened_file(place, make)


def _opened_server(address: str, make: bool) -> Engine:
    """Only a record that is new or of an older form is written to: who may only read it can read it."""
    place = shown(address)
    engine = server.connected(address)
    try:
        with clearly(place):
            with engine.begin() as connection:
                at = _version(connection, set(inspect(connection).get_table_names()), place, make)
            if at != migrations()[-1][0]:
                with writing(engine) as connection:
                    _bring_up_to_date(connection, place, make)
    except RecordError:
        engine.dispose()
        raise
    return engine


def _opened_file(path: str, make: bool) -> Engine:
    _look_at(path, make)
    if may_only_be_read(path):
        return _opened_to_read(path)
    engine = create_engine(URL.create("sqlite", database=path))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    try:
        with clearly(path), writing(engine) as connection:
            _bring_up_to_date(connection, path, make)
    except RecordError:
        engine.dispose()
        raise
    return engine


def may_only_be_read(path: str) -> bool:
    """Whether a record's file is there, with something in it, and may not be written."""
    file = Path(path)
    if path == MEMORY or is_address(path) or not file.exists() or not file.stat().st_size:
        return False
    return not os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _opened_to_read(path: str) -> Engine:
    """An engine that never writes. What another program is writing beside the file can only be seen where it may."""
    beside = Path(f"{path}-wal")
    settled = not beside.exists() or beside.stat().st_size == 0
    place = f"file:{quote(str(Path(path).resolve()))}?mode=ro{'&immutable=1' if settled else ''}"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(place, uri=True), poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    try:
        with clearly(path), engine.begin() as connection:
            at = _version(connection, set(inspect(connection).get_table_names()), path, make=False)
            _refuse_newer(at, path)
            if at < migrations()[-1][0]:
                raise RecordError(f"{path}: was written by an older Parley, and may not be written. Work on a copy.")
    except RecordError:
        engine.dispose()
        raise
    return engine


def _look_at(path: str, make: bool) -> None:
    """Refuse, before SQLite touches it, what cannot be a record."""
    file = Path(path)
    if path == MEMORY or (make and not file.exists() and file.parent.is_dir()):
        return
    if not file.exists():
        there = "its folder does not exist" if not file.parent.is_dir() else "there is no such record"
        raise RecordError(f"{path}: {there}. Check the path, or make a record with `parley read`.")
    try:
        with file.open("rb") as opened_file:
            header = opened_file.read(len(_HEADER))
    except OSError as e:
        raise RecordError(f"{path}: cannot be read ({e.strerror}). Name a file that you may read and write.") from e
    if header != _HEADER and (header or not make):
        raise RecordError(f"{path}: is not a record of Parley. It is left untouched; name another file.")


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """A fresh connection waits for others, writes ahead, and leaves beginning to `_begin`."""
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE}")


def _begin(connection: Connection) -> None:
    """Writers queue from the start: a reader that turns writer half-way could be refused at once."""
    options = connection.get_execution_options()
    if options.get("bare", False):
        return
    writes = options.get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def going_through(engine: Engine) -> Iterator[Connection]:
    """One transaction that reads a whole record once, and keeps little of the file in memory meanwhile."""
    with engine.begin() as connection:
        if on_server(connection):
            yield connection
            return
        connection.exec_driver_sql(f"PRAGMA cache_size = -{SMALL_CACHE}")
        try:
            yield connection
        finally:
            connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE}")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: all of it, or nothing."""
    with engine.connect() as connection, unswept():
        writer = connection.execution_options(**(server.WRITES if on_server(connection) else {"writes": True}))
        with writer.begin():
            yield writer


def rewrite(engine: Engine) -> None:
    """Write the file anew, so that what was deleted is nowhere in it, nor in the log that lies beside it."""
    with engine.connect() as connection:
        if on_server(connection):
            server.rewrite(connection.execution_options(**server.BARE))
            return
        bare = connection.execution_options(bare=True)
        bare.exec_driver_sql("VACUUM")
        bare.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def clearly(path: str) -> Iterator[None]:
    """What the database refuses or no longer holds whole, said with the file and what to do."""
    try:
        yield
    except DamagedRowError as e:
        raise RecordError(f"{path}: {e}") from e
    except DBAPIError as e:
        if isinstance(e.orig, sqlite3.Error):
            raise RecordError(f"{path}: {_said(str(e.orig))}") from e
        kind = LostError if server.is_lost(e) else RecordError
        raise kind(f"{path}: {server.said(e)}") from e


def _said(reason: str) -> str:
    remedies = {
        "locked": "another program has been writing for long. Wait until it is done and try again.",
        "readonly": "the file may not be written. Change its permissions, or work on a copy.",
        "full": "the disk is full. Make room and run the same command again: what was kept stays kept.",
        "malformed": "the file is damaged. Put a copy back, or read the reports into a new record.",
        "not a database": "the file is damaged or no database. Put a copy back, or name another file.",
        "unable to open": "the file cannot be opened. Check its path and permissions.",
    }
    remedy = next((r for word, r in remedies.items() if word in reason), None)
    return f"{remedy or 'the database refused this.'} ({reason})"


def _bring_up_to_date(connection: Connection, path: str, make: bool) -> None:
    names = set(inspect(connection).get_table_names())
    steps = migrations()
    at = _version(connection, names, path, make)
    _refuse_newer(at, path)
    for number, sql in steps:
        if number > at:
            shared = statements_in(sql)
            for statement in server.steps_for(number, shared) if on_server(connection) else shared:
                connection.exec_driver_sql(statement, execution_options={"no_parameters": True})
            connection.execute(SCHEMA_VERSION.delete())
            connection.execute(SCHEMA_VERSION.insert().values(product=PRODUCT, version=number))


def _refuse_newer(at: int, path: str) -> None:
    latest = migrations()[-1][0]
    if at > latest:
        raise RecordError(
            f"{path}: was written by a newer Parley (form {at}; this one knows up to {latest}). "
            "Upgrade Parley with pip, or name another file."
        )


def statements_in(sql: str) -> list[str]:
    """A migration's statements. A semicolon inside a comment, a text or a trigger's body ends none.

    Raises ValueError where the last one is not ended.
    """
    found: list[str] = []
    begun = ""
    for part in sql.split(";")[:-1]:
        begun += f"{part};"
        if sqlite3.complete_statement(begun):
            found.append(begun.strip())
            begun = ""
    rest = begun + sql.rsplit(";", 1)[-1]
    if _COMMENT.sub("", rest).strip():
        raise ValueError(f"a migration's last statement is not ended by a semicolon: {rest.strip()[:60]!r}")
    return found


def _version(connection: Connection, names: set[str], path: str, make: bool) -> int:
    """The number of the last migration that a file has seen; 0 for a new one."""
    if not names and make:
        return 0
    if not names and on_server(connection):
        raise RecordError(f"{path}: the database holds no record yet. Make one: parley read PATH… --record ADDRESS")
    if "schema_version" in names and {"product", "version"} <= _columns(connection):
        row = connection.execute(select(SCHEMA_VERSION)).mappings().first()
        if row is not None and row["product"] == PRODUCT:
            return int(row["version"])
    raise RecordError(f"{path}: is a database, but no record of Parley. It is left untouched; name another file.")


def _columns(connection: Connection) -> set[str]:
    return {c["name"] for c in inspect(connection).get_columns("schema_version")}
