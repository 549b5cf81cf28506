"""Joining piece by piece: pending proposals with all that hangs together with them, and nothing else.

What comes out is what joining everything at once makes (tests hold the two together): a part is joined anew whole, and
no pair for which anything speaks leads out of a part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from operator import itemgetter

from sqlalchemy import Connection, Table, delete, select

from parley.joining.cells import Cell, cells_of
from parley.joining.gathering import Gathered, gather
from parley.joining.log import Log
from parley.joining.regrouping import Group
from parley.joining.standing import Standing, affiliations_told
from parley.joining.telling import Telling
from parley.record.chunks import chunks, insert_many
from parley.record.counting import count_in
from parley.record.dissolving import take_apart
from parley.record.naming import settle_actors, tell_affiliations
from parley.record.neighbours import neighbours
from parley.record.recalling import Recall
from parley.record.rows import Row, actors_of, held_in, links_of, row_of, voices_of
from parley.record.tables import (
    CELLS,
    HELD,
    HELD_ACTORS,
    HELD_DECISIONS,
    HELD_LINKS,
    HELD_VOICES,
    MENTIONS,
    PENDING,
    PENDING_ACTORS,
    PROPOSALS,
)
from parley.terms.enums import Form

AT_ONCE = 10_000
"""Proposals joined in one transaction: what bounds memory."""
_DAYS = itemgetter("day", "last_day")


def is_pending(connection: Connection) -> bool:
    """Whether anything came in, or changed, that is not joined yet."""
    waiting = (select(PENDING.c.n).limit(1), select(PENDING_ACTORS.c.actor).limit(1))
    return any(connection.execute(w).first() is not None for w in waiting)


def settle(connection: Connection, recall: Recall) -> bool:
    """Join what is pending, as much as one transaction takes; whether more is left."""
    settle_actors(connection, recall.log(connection))
    numbers = list(connection.execute(select(PENDING.c.n).order_by(PENDING.c.n).limit(AT_ONCE)).scalars())
    if numbers:
        new = recall.tellings(connection, numbers)
        _learn_affiliations(connection, recall, new)
        _join(connection, recall, new)
        for some in chunks(numbers):
            connection.execute(delete(PENDING).where(PENDING.c.n.in_(some)))
    return is_pending(connection)


def _learn_affiliations(connection: Connection, recall: Recall, new: Mapping[int, Telling]) -> None:
    """Who stands for whom by the roles and ties that are told as facts."""
    telling = {n: t for n, t in new.items() if t.proposal.form in (Form.ROLE, Form.TIE)}
    told = {n: found for n, t in telling.items() if (found := list(affiliations_told([t.proposal])))}
    reading: dict[int, int] = {}
    for some in chunks(told):
        asked = select(PROPOSALS.c.n, PROPOSALS.c.reading).where(PROPOSALS.c.n.in_(some))
        reading.update((n, r) for n, r in connection.execute(asked))
    if told:
        tell_affiliations(connection, recall, ((a, reading[n]) for n, found in told.items() for a in found))


def _join(connection: Connection, recall: Recall, new: Mapping[int, Telling]) -> None:
    known = recall.known(connection)
    cells = {n: cells_of(t, known) for n, t in new.items()}
    near = neighbours(connection, recall, new, cells, known)
    older = take_apart(connection, near.parts)
    told = {**new, **recall.tellings(connection, older)}
    found = _gathered(told, near.lonely, known, recall.log(connection))
    number = {t.proposal.id: n for n, t in told.items()}
    own = {n: " ".join(str(cell) for cell, _ in mine) for n, mine in cells.items()}
    _write_held(connection, [*found.statements, *found.talks], number, known)
    _write(connection, MENTIONS, _mentions(found, number, {**older, **own}))
    _write(connection, CELLS, _cells(cells))


def _gathered(told: Mapping[int, Telling], lonely: AbstractSet[int], known: Standing, log: Log) -> Gathered:
    """All tellings in groups; those that nothing is near need not be compared."""
    found = gather([t for n, t in told.items() if n not in lonely], known, log)
    alone = [told[n] for n in sorted(lonely)]
    talks = [Group([t]) for t in alone if t.proposal.form is Form.TALK]
    others = [Group([t]) for t in alone if t.proposal.form is not Form.TALK]
    ids = [t.proposal.id for t in alone]
    held_by = {**found.held_by, **{i: i for i in ids}}
    return Gathered([*found.talks, *talks], [*found.statements, *others], held_by, [*found.parts, *([i] for i in ids)])


def _cells(cells: Mapping[int, Iterable[Cell]]) -> list[Row]:
    rows = [{"cell": cell, "n": n, "seeks": int(seeks)} for n, own in cells.items() for cell, seeks in own]
    return sorted(rows, key=lambda r: r["cell"])


def _mentions(found: Gathered, number: Mapping[str, int], cells: Mapping[int, str]) -> Iterator[Row]:
    for part in found.parts:
        first = min(number[p] for p in part)
        for p in part:
            yield {"n": number[p], "held": number[found.held_by[p]], "part": first, "cells": cells[number[p]]}


def _write_held(connection: Connection, groups: Iterable[Group], number: Mapping[str, int], known: Standing) -> None:
    made = [(number[g.id], g, held_in(g, known)) for g in groups]
    rows = sorted(
        (row_of(n, g, h, known) for n, g, h in made), key=_DAYS
    )  # as the index of days is, each page of it once
    count_in(connection, rows)
    _write(connection, HELD, rows)
    _write(connection, HELD_ACTORS, (r for n, g, h in made for r in actors_of(n, g, h)))
    _write(connection, HELD_VOICES, (r for n, _, h in made for r in voices_of(n, h)))
    _write(connection, HELD_LINKS, (r for n, _, h in made for r in links_of(n, h)))
    decisions = ({"held": n, "seq": d.seq} for n, g, _ in made for d in g.decisions)
    _write(connection, HELD_DECISIONS, decisions)


def _write(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    insert_many(connection, table, list(rows))
