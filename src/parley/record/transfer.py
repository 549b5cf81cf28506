"""A record copied row by row into an empty one, from either engine to either: all of it, checked, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, select

from parley.record.addresses import is_address, shown
from parley.record.chunks import insert_many
from parley.record.engines import on_server
from parley.record.errors import RecordError
from parley.record.opening import clearly, opened, writing
from parley.record.tables import (
    ACTOR_TELLINGS,
    AFFILIATION_TELLINGS,
    METADATA,
    PROPOSALS,
    READINGS,
    REPORTS,
    SCHEMA_VERSION,
    UNINDEXED,
)
from parley.record.wiring import read
from parley.record.words import index_again, index_proposals
from parley.terms.report import hash_of

AT_ONCE = 1_000
"""Rows held in memory at once."""
_FIRST = (REPORTS, READINGS, PROPOSALS, ACTOR_TELLINGS, AFFILIATION_TELLINGS)
"""What others refer to."""
_NUMBERED = (("proposals", "n"), ("report_numbers", "n"), ("forecasts", "seq"))
"""Whose numbers the server counts on from the last one."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A table's rows counted, and the sum of their hashes, which no order changes."""

    rows: int = 0
    hashes: int = 0

    def with_row(self, row: Mapping[str, Any]) -> Sum:
        """With one row more."""
        one = int.from_bytes(sha256(json.dumps(list(row.values())).encode()).digest(), "big")
        return Sum(self.rows + 1, (self.hashes + one) % 2**256)


def copy_record(source: str, target: str) -> dict[str, int]:
    """Copy a record to a place that holds none yet; how many rows of each table were copied and found again.

    Counts and hashes of all rows are compared, and those of the texts. Raises RecordError; then nothing is kept there.
    """
    new = not is_address(target) and not Path(target).exists()
    one = opened(source, make=False)
    try:
        other = opened(target, make=True)
        try:
            with clearly(shown(source)):
                return copied(one, other, shown(target))
        except BaseException:
            other.dispose()
            if new:
                _remove(target)
            raise
        finally:
            other.dispose()
    finally:
        one.dispose()


def _remove(path: str) -> None:
    for name in (path, f"{path}-wal", f"{path}-shm"):
        Path(name).unlink(missing_ok=True)


def copied(source: Engine, target: Engine, name: str) -> dict[str, int]:
    """The same between engines; `name` is the target's. Raises RecordError."""
    with source.begin() as held, clearly(name), writing(target) as new:
        _refuse_filled(new, name)
        sums = {table.name: _copy(held, new, table) for table in _tables()}
        for table in _tables():
            if _sum(new, table) != sums[table.name]:
                raise RecordError(f"{name}: table {table.name} is not as it was. Nothing was kept; copy it again.")
        _index(new, name)
        if on_server(new):
            _count_on(new)
    return {name: s.rows for name, s in sums.items() if s.rows}


def _tables() -> list[Table]:
    left_out = (SCHEMA_VERSION, UNINDEXED)  # the target has its own form, and indexes all
    others = (t for t in METADATA.tables.values() if t not in _FIRST and t not in left_out)
    return [*_FIRST, *sorted(others, key=lambda t: t.name)]


def _refuse_filled(connection: Connection, name: str) -> None:
    if any(connection.execute(select(t).limit(1)).first() is not None for t in _tables()):
        raise RecordError(f"{name}: holds something already. Name a file or a database that is not there, or is empty.")


def _some(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    found = connection.execute(select(table).execution_options(yield_per=AT_ONCE)).mappings()
    yield from ([dict(row) for row in rows] for rows in found.partitions(AT_ONCE))


def _copy(source: Connection, target: Connection, table: Table) -> Sum:
    total = Sum()
    for rows in _some(source, table):
        insert_many(target, table, rows)
        for row in rows:
            total = total.with_row(row)
    return total


def _sum(connection: Connection, table: Table) -> Sum:
    total = Sum()
    for rows in _some(connection, table):
        for row in rows:
            total = total.with_row(row)
    return total


def _index(connection: Connection, name: str) -> None:
    """Let all be found by its words, which each engine keeps in its own way; the texts are checked on the way."""
    for rows in _some(connection, REPORTS):
        reports = [(row["sha256"], read(REPORTS, row["id"], row["json"])) for row in rows]
        for held, report in reports:
            if report.text is not None and hash_of(report.text) != held:
                raise RecordError(f"{name}: the text of report {report.id!r} is not what its sha256 was taken of.")
        index_again(connection, [report for _, report in reports if report.text is not None])
    for rows in _some(connection, PROPOSALS):
        index_proposals(connection, {r["n"]: read(PROPOSALS, r["id"], r["json"]) for r in rows})


def _count_on(connection: Connection) -> None:
    for table, column in _NUMBERED:
        last = connection.execute(select(func.max(METADATA.tables[table].c[column]))).scalar()
        if last is not None:
            connection.execute(select(func.setval(func.pg_get_serial_sequence(table, column), last)))
