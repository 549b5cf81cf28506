"""What can be shown as a table, by the word that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from parley.desk import actors, claims, statements, talks
from parley.desk.leaving_out import left_out
from parley.desk.noun import Noun
from parley.desk.records import Wanted, filter_of, part_of, plainly
from parley.desk.tables import Table
from parley.record import Page, Record
from parley.terms.enums import Form
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

FORMS: Mapping[Noun, frozenset[Form]] = {
    Noun.TALKS: frozenset({Form.TALK}),
    Noun.CLAIMS: frozenset(Form) - {Form.TALK},
    Noun.TIES: frozenset({Form.TIE}),
    Noun.EVENTS: frozenset({Form.EVENT}),
    Noun.POSITIONS: frozenset({Form.POSITION}),
    Noun.JUDGEMENTS: frozenset({Form.JUDGEMENT}),
    Noun.ROLES: frozenset({Form.ROLE}),
}
"""What a table is made of; that of actors is counted among everything."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A table, and whether the record holds more than it shows."""

    table: Table
    cut: bool


def shown(record: Record, noun: Noun, wanted: Wanted, most: int) -> Shown:
    """The table of one noun; of a great record only the first rows, by day. 0 is all of them.

    Raises AmissError for an unknown actor or a day that is none.
    """
    if wanted.without:
        with left_out(record, wanted.without) as rest:
            return shown(rest, noun, replace(wanted, without=()), most)
    if not most or not record.holds_more_than(most):
        return Shown(table_of(noun, part_of(record, wanted)), cut=False)
    if noun is Noun.ACTORS:
        with plainly():
            table = actors.listed(record.most_named(filter_of(record, wanted), most + 1))
    else:
        page = Page(most + 1, disputed=noun is Noun.CLAIMS)
        table = table_of(noun, part_of(record, wanted, FORMS[noun], page))
    return Shown(replace(table, rows=table.rows[:most]), cut=len(table.rows) > most)


def table_of(noun: Noun, slice: Slice) -> Table:  # noqa: A002 - the contract's own word
    """The table of one noun over a slice."""
    return TABLES[noun](slice)
