"""How many statements and talks of each kind began in each month: kept beside them, so that nobody counts a million."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, func, select

from parley.record.chunks import Keyed, insert_many
from parley.record.engines import insert
from parley.record.tables import HELD, TALLIES
from parley.terms.enums import DecisionState

Kind = tuple[str, str, str, str, int, int]
"""Form, month, status, reality, whether it is a fact, whether a person rejected it."""
NO_MONTH = ""
_KIND = ("form", "month", "status", "reality", "fact", "rejected")
_COLUMNS = ("form", "month", "status", "reality", "fact", "decision")
_HELD_AS = itemgetter(*_COLUMNS)
_OF_HELD = Keyed(select(*(HELD.c[c] for c in _COLUMNS)), HELD.c.n)


def count_in(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
    """Count rows of `held` that come in."""
    _add(connection, Counter(_kind(*_HELD_AS(r)) for r in rows))


def count_out(connection: Connection, numbers: Iterable[int]) -> None:
    """Count no more what is about to go, by its numbers."""
    gone = Counter(_kind(*row) for row in _OF_HELD.rows(connection, numbers))
    _add(connection, {kind: -many for kind, many in gone.items()})


def tallied(connection: Connection, by: Column[Any], *where: ColumnElement[bool]) -> dict[str, int]:
    """How many are counted, by one of the columns of `tallies`; what is none of them is left out."""
    asked = select(by, func.sum(TALLIES.c.many)).where(*where).group_by(by)
    return {str(key): int(many) for key, many in connection.execute(asked) if many}


def _kind(form: str, month: str | None, status: str, reality: str, fact: int, decision: str | None) -> Kind:
    return form, month or NO_MONTH, status, reality, fact, int(decision == DecisionState.REJECTED.value)


def _add(connection: Connection, counts: Mapping[Kind, int]) -> None:
    made = insert(connection, TALLIES)
    more = made.on_conflict_do_update(index_elements=_KIND, set_={"many": TALLIES.c.many + made.excluded.many})
    rows = [{**dict(zip(_KIND, kind, strict=True)), "many": n} for kind, n in sorted(counts.items())]
    insert_many(connection, TALLIES, rows, more)
