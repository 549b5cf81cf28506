"""What SQLite and PostgreSQL call by different names; all else that queries say is the same for both."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Connection, Dialect, TableClause
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

POSTGRESQL = "postgresql"


def on_server(connection: Connection) -> bool:
    """Whether a connection leads to a PostgreSQL server, not to a file."""
    return connection.dialect.name == POSTGRESQL


def insert(connection: Connection, table: TableClause) -> sqlite.Insert | postgresql.Insert:
    """An insertion that can say what is to be done about rows that are there already."""
    return insert_by(connection.dialect, table)


def insert_by(dialect: Dialect, table: TableClause) -> sqlite.Insert | postgresql.Insert:
    """The same in an engine's dialect."""
    return postgresql.insert(table) if dialect.name == POSTGRESQL else sqlite.insert(table)


class position(GenericFunction[int]):  # noqa: N801 - named as it is asked for
    """Where a text stands in another one, from 1; 0 where it does not."""

    type = BigInteger()
    inherit_cache = True


@compiles(position, "sqlite")
def _instr(element: Any, compiler: Any, **more: Any) -> str:
    return f"instr({compiler.process(element.clauses, **more)})"


@compiles(position, POSTGRESQL)
def _strpos(element: Any, compiler: Any, **more: Any) -> str:
    return f"strpos({compiler.process(element.clauses, **more)})"
