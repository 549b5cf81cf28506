"""The tables of statements and talks, made anew from all proposals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, update

from parley.joining import join
from parley.joining.telling import Footing, footing_of_outcome
from parley.joining.time import FIRST, LAST, interval_of
from parley.joining.words import fold
from parley.record.keeping import into
from parley.record.tables import (
    ACTORS,
    ACTORS_TOLD,
    AFFILIATIONS,
    AFFILIATIONS_TOLD,
    HELD,
    HELD_ACTORS,
    HELD_VOICES,
    JOINED,
    JOINING,
    MENTIONS,
    MERGE_PROPOSALS,
    PROPOSALS,
    REPORTS,
)
from parley.record.wiring import read_rows, written
from parley.terms.bodies import Event, Judgement, Role, Tie, actors_in
from parley.terms.enums import Form, Outcome, Reality
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.slice import Joined
from parley.terms.statement import Statement, Talk
from parley.terms.values import Date

_REALITY = {Footing.REAL: Reality.HAPPENED, Footing.OFF: Reality.DID_NOT_HAPPEN, Footing.COMING: Reality.PLANNED}
_OF_OUTCOME = {Outcome.ONGOING: Reality.ONGOING, Outcome.POSSIBLE: Reality.POSSIBLE, Outcome.UNKNOWN: Reality.UNKNOWN}


def is_stale(connection: Connection) -> bool:
    """Whether proposals came in that are not joined yet."""
    return bool(connection.execute(select(JOINING.c.stale)).scalar())


def rebuild(connection: Connection) -> Joined:
    """Join all proposals and put what comes of it in the place of what was there."""
    joined = join(
        read_rows(connection, PROPOSALS, select(PROPOSALS.c.id, PROPOSALS.c.json)),
        read_rows(connection, REPORTS, select(REPORTS.c.id, REPORTS.c.json)),
        _told_once(connection, ACTORS_TOLD),
        _told_once(connection, AFFILIATIONS_TOLD),
    )
    for table in JOINED:
        connection.execute(delete(table))
    _write(connection, joined)
    connection.execute(update(JOINING).values(stale=0))
    return joined


def _told_once(connection: Connection, table: Table) -> list[Any]:
    """What many readings tell in the same words, once; a damaged row is named by the first reading that tells it."""
    return read_rows(connection, table, select(func.min(table.c.reading), table.c.json).group_by(table.c.json))


def _write(connection: Connection, joined: Joined) -> None:
    held: Sequence[Statement | Talk] = (*joined.statements, *joined.talks)
    into(connection, ACTORS, ({"id": a.id, "json": written(a)} for a in joined.actors))
    rows = ({"place": n, "json": written(a)} for n, a in enumerate(joined.affiliations))
    into(connection, AFFILIATIONS, rows)
    into(connection, HELD, (_row(n, h) for n, h in enumerate(held)))
    into(connection, HELD_ACTORS, ({"held": h.id, "actor": a} for h in held for a in named_in(h)))
    into(connection, HELD_VOICES, (v for h in held for v in _voices(h)))
    mentions = ({"proposal": m.proposal, "held": h.id, "report": m.report} for h in held for m in h.mentions)
    into(connection, MENTIONS, mentions)
    into(connection, MERGE_PROPOSALS, ({"id": m.id, "json": written(m)} for m in joined.merge_proposals))


def named_in(held: Statement | Talk) -> tuple[str, ...]:
    """The actors that a statement or talk names, each once."""
    if isinstance(held, Statement):
        return actors_in(held.body)
    sides = [a for p in held.parties for a in (p.actor, *p.delegates)]
    return tuple(dict.fromkeys([*sides, *held.mediators, *held.hosts]))


def _row(place: int, held: Statement | Talk) -> dict[str, Any]:
    starts, ends = days_of(held.date)
    return {
        "id": held.id,
        "place": place,
        "form": (held.form if isinstance(held, Statement) else Form.TALK).value,
        **(_own(held) if isinstance(held, Statement) else _own_talk(held)),
        "starts": starts,
        "ends": ends,
        "words": words_of(held),
        "json": written(held),
    }


def _own(s: Statement) -> dict[str, Any]:
    match s.body:
        case Event():
            kind: str | None = s.body.type.value
        case Tie():
            kind = s.body.relation.value
        case Judgement():
            kind = s.body.verdict.value
        case Role():
            kind = s.body.office
        case _:
            kind = s.body.issue_id or s.body.issue
    return {"type": kind, "reality": s.reality.value, "status": s.status.value, "fact": int(s.fact)}


def _own_talk(t: Talk) -> dict[str, Any]:
    """A talk's outcome as a reality, and the status that its voices give it, so that one filter serves both."""
    reality = _OF_OUTCOME.get(t.outcome) or _REALITY[footing_of_outcome(t.outcome)]
    status = status_of(t.voices)
    fact = int(counts_as_fact(status, reality))
    return {"type": t.outcome.value, "reality": reality.value, "status": status.value, "fact": fact}


def days_of(date: Date | None) -> tuple[str | None, str | None]:
    """A date's first and last ISO day; None where it is open or unknown."""
    span = interval_of(date)
    if span is None:
        return None, None
    start = None if span.start == FIRST else dt.date.fromordinal(span.start).isoformat()
    return start, None if span.end == LAST else dt.date.fromordinal(span.end).isoformat()


def words_of(held: Statement | Talk) -> str:
    """The words by which it is found, folded: its quotes, and a talk's title and agenda."""
    own = (held.title, *held.agenda) if isinstance(held, Talk) else ()
    text = " ".join([*(m.quote for m in held.mentions), *own])
    return fold(text).encode("utf-8", "replace").decode("utf-8")


def _voices(held: Statement | Talk) -> Iterator[dict[str, Any]]:
    for v in held.voices:
        for who in (v.who, *v.via):
            yield {"held": held.id, "report": v.report, "who": who, "stance": v.stance.value}
