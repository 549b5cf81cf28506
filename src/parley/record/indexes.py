"""The full-text indexes by each engine's own means: FTS5 in SQLite, tsvector and GIN in PostgreSQL.

Both are asked for the same: all of some words, each as the beginning of one. FTS5 parts and folds a text itself;
PostgreSQL is given the words already parted and folded, so that no language's rules of its own have a say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, String, TableClause, column, literal, select, table, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import NullType

from parley.joining.words import fold
from parley.record.chunks import insert_many
from parley.record.engines import POSTGRESQL, on_server

OF_REPORTS = table("report_words", column("rowid"), column("words", String))
OF_PROPOSALS = table("proposal_words", column("rowid"), column("words", String))
LONGEST = 255
"""Letters of a word that PostgreSQL's index tells apart; it takes no word of more than two thousand bytes."""
ROOM = 1_000_000
"""Bytes of different words that one text has room for in PostgreSQL's index."""
_PIECE = re.compile(r"[^\W_]+")


def put_in(connection: Connection, index: TableClause, told: Mapping[int, str]) -> None:
    """Let texts be found by their words, under these numbers."""
    if on_server(connection):
        sql = f"INSERT INTO {index.name} (rowid, words) VALUES (%s, array_to_tsvector(%s::text[]))"
        connection.exec_driver_sql(sql, [(n, lexemes(words)) for n, words in told.items()])
    else:
        insert_many(connection, index, [{"rowid": n, "words": words} for n, words in told.items()])


def take_out(connection: Connection, index: TableClause, told: Mapping[int, str]) -> None:
    """Let them be found no more; what SQLite's index holds of them goes when it is tidied. Texts are as they came."""
    if on_server(connection):
        connection.exec_driver_sql(f"DELETE FROM {index.name} WHERE rowid = ANY(%s)", (list(told),))
    else:
        sql = text(f"INSERT INTO {index.name} ({index.name}, rowid, words) VALUES ('delete', :n, :w)")
        connection.execute(sql, [{"n": n, "w": words} for n, words in told.items()])


def tidy(connection: Connection) -> None:
    """Rewrite the indexes without what was taken out of them; PostgreSQL's hold nothing of it."""
    if not on_server(connection):
        for index in (OF_REPORTS, OF_PROPOSALS):
            connection.execute(text(f"INSERT INTO {index.name} ({index.name}) VALUES ('optimize')"))


def lexemes(words: str) -> list[str]:
    """A text's different words, folded, as PostgreSQL's index holds them.

    >>> lexemes("Émile met Emile's envoy")
    ['emile', 'envoy', 'met', 's']
    """
    found = sorted({w[:LONGEST] for w in _PIECE.findall(fold(words))})
    # Each takes its bytes and four more. In a text without end the longest words, which are least like words, stay out.
    if sum(len(w.encode()) + 4 for w in found) <= ROOM:
        return found
    kept, room = [], ROOM
    for word in sorted(found, key=len):
        room -= len(word.encode()) + 4
        if room < 0:
            break
        kept.append(word)
    return sorted(kept)


def saying(index: TableClause, words: Iterable[str]) -> Select[tuple[int]]:
    """The numbers of the texts that hold all of some folded words, or words that begin so, in order."""
    some = list(words)
    fts5 = " ".join(f'"{w}"*' for w in some)
    pieces = [p[:LONGEST] for w in some for p in _PIECE.findall(w)]
    tsquery = " & ".join(f"'{p}':*" for p in pieces)
    return select(index.c.rowid).where(_holds(index.c.words, literal(fts5), literal(tsquery))).order_by(index.c.rowid)


class _holds(GenericFunction[Any]):  # noqa: N801 - named as it is asked for
    """Whether an index's words are as the first text says to FTS5, the second to PostgreSQL."""

    type = NullType()  # of a boolean SQLAlchemy would ask SQLite whether it equals 1, of which MATCH knows nothing
    inherit_cache = True


@compiles(_holds, "sqlite")
def _match(element: Any, compiler: Any, **more: Any) -> str:
    words, fts5, _ = element.clauses
    return f"{words.table.name} MATCH {compiler.process(fts5, **more)}"


@compiles(_holds, POSTGRESQL)
def _at_at(element: Any, compiler: Any, **more: Any) -> str:
    words, _, tsquery = element.clauses
    return f"{compiler.process(words, **more)} @@ CAST({compiler.process(tsquery, **more)} AS tsquery)"
