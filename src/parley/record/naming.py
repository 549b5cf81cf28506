"""Actors and who stands for whom, as readings tell of them: each wording once, and what it touches joined anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, select

from parley.joining.actors import under_one_name, united
from parley.joining.log import Log
from parley.joining.renaming import renamed_affiliation
from parley.joining.words import fold
from parley.record.chunks import chunks, insert_new
from parley.record.dissolving import dissolve_actors
from parley.record.engines import insert
from parley.record.recalling import Recall
from parley.record.tables import (
    ACTOR_TELLINGS,
    ACTORS,
    AFFILIATION_TELLINGS,
    PENDING_ACTORS,
    TOLD_ACTORS,
    TOLD_AFFILIATIONS,
)
from parley.record.wiring import read_rows, written
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation


def tell_actors(connection: Connection, told: Iterable[tuple[Actor, int]]) -> None:
    """Note whom which reading tells of; an actor told of in new words is to be united anew."""
    by_actor: dict[Actor, set[int]] = defaultdict(set)
    for a, reading in told:
        by_actor[a].add(reading)
    by_text = {written(a): (a, readings) for a, readings in by_actor.items()}
    known = _ids(connection, ACTOR_TELLINGS, by_text)
    new = [text for text in by_text if text not in known]
    if new:
        connection.execute(ACTOR_TELLINGS.insert(), [{"actor": by_text[t][0].id, "json": t} for t in new])
        touch_actors(connection, (by_text[t][0].id for t in new))
        known |= _ids(connection, ACTOR_TELLINGS, new)
    _note(connection, TOLD_ACTORS, ((id_, r) for text, id_ in known.items() for r in by_text[text][1]))


def tell_affiliations(connection: Connection, recall: Recall, told: Iterable[tuple[Affiliation, int]]) -> None:
    """Note who stands for whom by which reading; whatever a new affiliation touches is to be joined anew."""
    by_affiliation: dict[Affiliation, set[int]] = defaultdict(set)
    for a, reading in told:
        by_affiliation[a].add(reading)
    by_text = {written(a): (a, readings) for a, readings in by_affiliation.items()}
    known = _ids(connection, AFFILIATION_TELLINGS, by_text)
    new = [text for text in by_text if text not in known]
    if new:
        connection.execute(AFFILIATION_TELLINGS.insert(), [{"json": text} for text in new])
        known |= _ids(connection, AFFILIATION_TELLINGS, new)
        _touch(connection, recall, [by_text[text][0] for text in new])
    _note(connection, TOLD_AFFILIATIONS, ((id_, r) for text, id_ in known.items() for r in by_text[text][1]))


def untell(connection: Connection, recall: Recall, reading: int) -> None:
    """Forget what a reading told of actors and who stands for whom, where no other reading tells the same."""
    _touch(connection, recall, _forget(connection, TOLD_AFFILIATIONS, AFFILIATION_TELLINGS, reading))
    touch_actors(connection, (a.id for a in _forget(connection, TOLD_ACTORS, ACTOR_TELLINGS, reading)))


def touch_actors(connection: Connection, actors: Iterable[str]) -> None:
    """Note that some actors are to be united anew."""
    rows = [{"actor": a} for a in dict.fromkeys(actors)]
    if rows:
        connection.execute(insert(connection, PENDING_ACTORS).on_conflict_do_nothing(), rows)


def settle_actors(connection: Connection, log: Log) -> None:
    """Unite anew the actors of which something was told that was not known."""
    pending = list(connection.execute(select(PENDING_ACTORS.c.actor)).scalars())
    if not pending:
        return
    into = {log.renamed.get(a, a) for a in pending}
    alike = into | {a for a, to in log.renamed.items() if to in into}
    told: list[Actor] = [a for a in log.actors if a.id in alike]
    c = ACTOR_TELLINGS.c
    for some in chunks(alike):
        told += read_rows(connection, ACTOR_TELLINGS, select(c.id, c.json).where(c.actor.in_(some)))
    for some in chunks(alike | set(pending)):
        connection.execute(delete(ACTORS).where(ACTORS.c.id.in_(some)))
    now = under_one_name(united(told), log)
    if now:
        connection.execute(ACTORS.insert(), [{"id": a.id, "folded": folded(a.name), "json": written(a)} for a in now])
    connection.execute(delete(PENDING_ACTORS))


def folded(name: str) -> str:
    """A name without case and diacritics, of which UTF-8 has room for every sign."""
    return fold(name).encode("utf-8", "replace").decode("utf-8")


def _touch(connection: Connection, recall: Recall, changed: Sequence[Affiliation]) -> None:
    """Take apart what is told of those who stand for others by other ways than before."""
    if not changed:
        return
    log = recall.log(connection)
    below: dict[str, set[str]] = defaultdict(set)
    for a in (*recall.affiliations(connection), *(renamed_affiliation(c, log.renamed) for c in changed)):
        below[a.whom].add(a.who)
    todo = [log.renamed.get(a.who, a.who) for a in changed]
    seen = set(todo)
    while todo:
        new = below[todo.pop()] - seen
        seen |= new
        todo += new
    dissolve_actors(connection, seen)


def _ids(connection: Connection, table: Table, texts: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(texts):
        asked = select(table.c.json, table.c.id).where(table.c.json.in_(some))
        found.update((text, id_) for text, id_ in connection.execute(asked))
    return found


def _note(connection: Connection, table: Table, told: Iterable[tuple[int, int]]) -> None:
    insert_new(connection, table, [{"telling": t, "reading": reading} for t, reading in sorted(told)])


def _forget(connection: Connection, told: Table, tellings: Table, reading: int) -> list[Any]:
    """Delete a reading's tellings; the values of those that no other reading tells."""
    ids = list(connection.execute(select(told.c.telling).where(told.c.reading == reading)).scalars())
    connection.execute(delete(told).where(told.c.reading == reading))
    lost: list[Any] = []
    for some in chunks(ids):
        still = exists().where(told.c.telling == tellings.c.id)  # one other is enough: of a state thousands tell alike
        kept = set(connection.execute(select(tellings.c.id).where(tellings.c.id.in_(some), still)).scalars())
        gone = [i for i in some if i not in kept]
        lost += read_rows(connection, tellings, select(tellings.c.id, tellings.c.json).where(tellings.c.id.in_(gone)))
        connection.execute(delete(tellings).where(tellings.c.id.in_(gone)))
    return lost
