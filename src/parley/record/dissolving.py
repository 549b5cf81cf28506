"""What was joined taken apart, to be joined anew: the parts in which something has changed, and no others."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, select

from parley.record.chunks import chunks
from parley.record.counting import count_out
from parley.record.engines import insert
from parley.record.tables import CELLS, HELD, HELD_ACTORS, HELD_VOICES, MENTIONS, OF_HELD, PENDING, PROPOSALS


def dissolve(connection: Connection, numbers: Iterable[int]) -> None:
    """Make pending whatever hangs together with these proposals, and forget what they made."""
    parts: set[int] = set()
    for some in chunks(numbers):
        parts.update(connection.execute(select(MENTIONS.c.part).where(MENTIONS.c.n.in_(some))).scalars())
    members = take_apart(connection, parts)
    cells = [{"at": int(cell), "of": n} for n, own in members.items() for cell in own.split()]
    if cells:
        connection.execute(delete(CELLS).where(CELLS.c.cell == bindparam("at"), CELLS.c.n == bindparam("of")), cells)
    if members:
        connection.execute(insert(connection, PENDING).on_conflict_do_nothing(), [{"n": n} for n in members])


def take_apart(connection: Connection, parts: Iterable[int]) -> dict[int, str]:
    """Forget what whole parts made; their members by number, with their cells, which stay."""
    members: dict[int, str] = {}
    for some in chunks(parts):
        asked = select(MENTIONS.c.n, MENTIONS.c.held, MENTIONS.c.cells).where(MENTIONS.c.part.in_(some))
        rows = connection.execute(asked).all()
        members.update((n, cells) for n, _, cells in rows)
        count_out(connection, (held for _, held, _ in rows))
        for held in chunks(held for _, held, _ in rows):
            for table in OF_HELD:
                connection.execute(delete(table).where(table.c.held.in_(held)))
            connection.execute(delete(HELD).where(HELD.c.n.in_(held)))
        connection.execute(delete(MENTIONS).where(MENTIONS.c.part.in_(some)))
    return members


def dissolve_report(connection: Connection, report: str) -> None:
    """The same for all that a report tells."""
    dissolve(connection, connection.execute(select(PROPOSALS.c.n).where(PROPOSALS.c.report == report)).scalars())


def dissolve_actors(connection: Connection, actors: Iterable[str]) -> None:
    """The same for whatever names one of these actors or lets it speak."""
    held: set[int] = set()
    for some in chunks(actors):
        held.update(connection.execute(select(HELD_ACTORS.c.held).where(HELD_ACTORS.c.actor.in_(some))).scalars())
        held.update(connection.execute(select(HELD_VOICES.c.held).where(HELD_VOICES.c.who.in_(some))).scalars())
    dissolve(connection, held)  # a statement's number is that of its earliest proposal
