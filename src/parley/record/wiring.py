"""Values to and from the JSON that the tables keep; a row that no longer makes a value is named."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, Table

from parley.record.errors import DamagedRowError
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.log import Assignment, Decision, Forecast, Snapshot
from parley.terms.report import Report
from parley.terms.statement import Proposal
from parley.terms.wire import from_object, from_plain, to_object, to_plain

_MADE_OF: Mapping[str, tuple[type[Any], ...]] = MappingProxyType(
    {
        "reports": (Report,),
        "proposals": (Proposal,),
        "actor_tellings": (Actor,),
        "actors": (Actor,),
        "affiliation_tellings": (Affiliation,),
        "decisions": (Decision,),
        "snapshots": (Snapshot,),
        "assignments": (Assignment,),
        "forecasts": (Forecast,),
    }
)
"""What each table's `json` is of."""


def written(value: Any) -> str:
    """A value of the contract as JSON in ASCII: a lone surrogate in a text is kept, though UTF-8 has no room for it.

    An affiliation has no line of its own in the contract; its fields are written bare.
    """
    return json.dumps(to_plain(value) if isinstance(value, Affiliation) else to_object(value))


def read(table: Table, key: object, text: str) -> Any:
    """The value that was written in a table's row. Raises DamagedRowError naming table, row and what is amiss."""
    kinds = _MADE_OF[table.name]
    try:
        plain = json.loads(text)
        value = _maker(kinds)(plain)
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise DamagedRowError(table.name, key, str(e) or type(e).__name__) from e
    if not isinstance(value, kinds):
        raise DamagedRowError(table.name, key, f"it holds a {type(value).__name__.lower()}")
    return value


def read_rows(connection: Connection, table: Table, asked: Select[Any]) -> list[Any]:
    """The values of all rows that a query finds; it asks for (key, json). Raises DamagedRowError."""
    return [read(table, key, text) for key, text in connection.execute(asked)]


def _maker(kinds: tuple[type[Any], ...]) -> Callable[[Any], Any]:
    if kinds == (Affiliation,):
        return lambda plain: from_plain(Affiliation, plain, "affiliation")
    return from_object
