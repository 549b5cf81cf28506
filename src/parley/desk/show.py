"""What can be shown as a table, by the word that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from parley.desk import actors, claims, statements, talks
from parley.desk.noun import Noun
from parley.desk.tables import Table
from parley.terms.slice import Slice

TABLES: Mapping[Noun, Callable[[Slice], Table]] = {
    Noun.TALKS: talks.table,
    Noun.CLAIMS: claims.table,
    Noun.ACTORS: actors.table,
    Noun.TIES: statements.ties,
    Noun.EVENTS: statements.events,
    Noun.POSITIONS: statements.positions,
    Noun.JUDGEMENTS: statements.judgements,
    Noun.ROLES: statements.roles,
}


def table_of(noun: Noun, slice: Slice) -> Table:  # noqa: A002 - the contract's own word
    """The table of one noun over a slice."""
    return TABLES[noun](slice)
