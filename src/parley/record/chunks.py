"""Many keys asked for at once, a query's worth at a time; many rows written at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from operator import itemgetter
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Dialect, Select, TableClause, bindparam
from sqlalchemy.sql.dml import Insert

from parley.record.engines import insert, insert_by

T = TypeVar("T", int, str)
CHUNK = 500
"""Keys asked for in one query."""
_SIZES = (10, 70, CHUNK)
"""Keys for which a query's text is made; fewer are filled up with the last one."""


def chunks(keys: Iterable[T]) -> Iterator[list[T]]:
    """Keys, each once and in order, in lists that a query can take.

    >>> list(chunks([2, 1, 2]))
    [[1, 2]]
    """
    rest = iter(sorted(set(keys)))
    while some := list(islice(rest, CHUNK)):
        yield some


class Keyed:
    """A query for the rows in which a column is one of many keys. It is to have no other values of its own.

    Its text is made once, and the driver is given the keys as they are: for many keys, making the query anew each time
    costs more than answering it.
    """

    def __init__(self, asked: Select[Any], column: Column[Any]) -> None:
        self._asked = asked
        self._column = column
        self._texts: dict[tuple[str, int], str] = {}

    def rows(self, connection: Connection, keys: Iterable[T]) -> Iterator[Any]:
        """The rows of all keys."""
        for some in chunks(keys):
            size = next(s for s in _SIZES if s >= len(some))
            filled = tuple(some + some[-1:] * (size - len(some)))
            yield from connection.exec_driver_sql(self._text(connection, size), filled).all()

    def _text(self, connection: Connection, size: int) -> str:
        key = connection.dialect.name, size
        if key not in self._texts:
            places: list[Any] = [bindparam(f"key_{i}") for i in range(size)]
            made = self._asked.where(self._column.in_(places)).compile(dialect=connection.dialect)
            self._texts[key] = str(made)
        return self._texts[key]


def insert_many(
    connection: Connection, table: TableClause, rows: Sequence[Mapping[str, Any]], made: Insert | None = None
) -> None:
    """Insert rows of one shape, by `made` where something is to be done about those that are there already.

    The statement is made once and the driver is given plain tuples: a third quicker than row by row.
    """
    if not rows:
        return
    columns = tuple(rows[0])
    told = (made if made is not None else insert(connection, table)), connection.dialect, columns
    _write(connection, *_told(*told), rows)


def _told(made: Insert, dialect: Dialect, columns: tuple[str, ...]) -> tuple[str, Sequence[str]]:
    """An insertion's text, and the order in which it takes its values."""
    sql = made.compile(dialect=dialect, column_keys=list(columns))
    return str(sql), sql.positiontup or columns


@lru_cache(maxsize=200)
def _told_new(table: TableClause, dialect: Dialect, columns: tuple[str, ...]) -> tuple[str, Sequence[str]]:
    """The same of one that leaves what is there as it is; made once, for it is told for each report."""
    return _told(insert_by(dialect, table).on_conflict_do_nothing(), dialect, columns)


def _write(connection: Connection, sql: str, order: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> None:
    values = map(itemgetter(*order), rows) if len(order) > 1 else ((row[order[0]],) for row in rows)
    connection.exec_driver_sql(sql, list(values))


def insert_new(connection: Connection, table: TableClause, rows: Sequence[Mapping[str, Any]]) -> None:
    """The same; those that are there already are left as they are."""
    if rows:
        _write(connection, *_told_new(table, connection.dialect, tuple(rows[0])), rows)
