"""Lists a page at a time: reports, actors, what is newest, what two actors share; each answered by the tables alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from parley.record.asking import as_decided, conditions
from parley.record.chunks import chunks
from parley.record.engines import position
from parley.record.recalling import Recall
from parley.record.tables import (
    ACTORS,
    DECISIONS,
    HELD,
    HELD_ACTORS,
    HELD_DECISIONS,
    MENTIONS,
    PROPOSALS,
    READINGS,
    REPORTS,
)
from parley.record.wiring import read
from parley.terms.actor import Actor
from parley.terms.enums import DecisionState, Form, Handling
from parley.terms.report import Report
from parley.terms.slice import Filter

UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class ListedReport:
    """A report with how many proposals were found in it."""

    report: Report
    found: int


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor with how many statements and talks name it."""

    actor: Actor
    named: int


def _stands() -> ColumnElement[bool]:
    return or_(HELD.c.decision.is_(None), HELD.c.decision != DecisionState.REJECTED.value)


def newest(connection: Connection, asked: Filter, many: int, after: int = 0, disputed: bool = False) -> list[int]:
    """The numbers of what a filter means and nobody rejected, the latest day first, the undated last."""
    more = [HELD.c.plain == 0, HELD.c.form != Form.TALK.value] if disputed else []
    undated = HELD.c.day == UNDATED
    meant: Select[Any] = select(HELD.c.n).where(_stands(), *more, *conditions(asked))
    dated: list[int] = list(connection.execute(_backwards(meant.where(~undated), many, after)).scalars())
    if len(dated) == many:
        return dated
    have = int(connection.execute(select(func.count()).select_from(meant.where(~undated).subquery())).scalar_one())
    rest = meant.where(undated).order_by(HELD.c.n).limit(many - len(dated)).offset(max(after - have, 0))
    return [*dated, *connection.execute(rest).scalars()]


def _backwards(meant: Select[Any], many: int, after: int) -> Select[Any]:
    return meant.order_by(HELD.c.day.desc(), HELD.c.last_day.desc()).limit(many).offset(after)


def how_many(connection: Connection, asked: Filter, disputed: bool = False) -> int:
    """How many statements and talks a filter means, without those that people rejected."""
    more = [HELD.c.plain == 0, HELD.c.form != Form.TALK.value] if disputed else []
    counted = select(func.count()).select_from(HELD).where(_stands(), *more, *conditions(asked))
    return int(connection.execute(counted).scalar_one())


def disputed_by_status(connection: Connection, asked: Filter) -> dict[str, int]:
    """How many of what is no plain fact a filter means, by status; without talks and what people rejected."""
    disputed = (HELD.c.plain == 0, HELD.c.form != Form.TALK.value, _stands())
    counted = select(HELD.c.status, func.count()).where(*disputed, *conditions(asked)).group_by(HELD.c.status)
    return {str(status): int(n) for status, n in connection.execute(counted)}


def reports_listed(connection: Connection, recall: Recall, many: int, after: int = 0) -> tuple[ListedReport, ...]:
    """So many reports, the latest published first, those without a day last."""
    c = REPORTS.c
    order = (c.published.is_(None), c.published.desc(), c.id)
    rows = connection.execute(select(c.id, c.json).order_by(*order).limit(many).offset(after)).all()
    return _with_counts(connection, [as_decided(read(REPORTS, i, text), recall.log(connection)) for i, text in rows])


def reports_since(connection: Connection, recall: Recall, at: str, many: int) -> tuple[int, tuple[ListedReport, ...]]:
    """How many reports were first read after a moment in ISO form, and the last of them."""
    new = select(READINGS.c.report, func.min(READINGS.c.at).label("at")).group_by(READINGS.c.report).subquery()
    total = int(connection.execute(select(func.count()).select_from(new).where(new.c.at > at)).scalar_one())
    last = select(new.c.report).where(new.c.at > at).order_by(new.c.at.desc(), new.c.report).limit(many)
    ids = list(connection.execute(last).scalars())
    rows = connection.execute(select(REPORTS.c.id, REPORTS.c.json).where(REPORTS.c.id.in_(ids))).all()
    known = {i: as_decided(read(REPORTS, i, text), recall.log(connection)) for i, text in rows}
    return total, _with_counts(connection, [known[i] for i in ids if i in known])


def _with_counts(connection: Connection, reports: Sequence[Report]) -> tuple[ListedReport, ...]:
    found: Counter[str] = Counter()
    for some in chunks(r.id for r in reports):
        asked = select(PROPOSALS.c.report, func.count()).where(PROPOSALS.c.report.in_(some))
        for report, n in connection.execute(asked.group_by(PROPOSALS.c.report)):
            found[report] = n
    return tuple(ListedReport(r, found[r.id]) for r in reports)


def actors_listed(connection: Connection, many: int, after: int = 0) -> tuple[tuple[ListedActor, ...], int]:
    """So many actors, the most named first, and how many any statement or talk names in all."""
    times = func.count().label("times")
    counted = select(HELD_ACTORS.c.actor, times).where(HELD_ACTORS.c.shown == 1).group_by(HELD_ACTORS.c.actor)
    every = connection.execute(counted.order_by(times.desc(), HELD_ACTORS.c.actor)).all()
    rows = every[after : after + many]
    known = _actors(connection, [actor for actor, _ in rows])
    return tuple(ListedActor(known[a], n) for a, n in rows if a in known), len(every)


def _actors(connection: Connection, ids: Sequence[str]) -> dict[str, Actor]:
    rows = connection.execute(select(ACTORS.c.id, ACTORS.c.json).where(ACTORS.c.id.in_(ids)))
    return {i: read(ACTORS, i, text) for i, text in rows}


def shared(connection: Connection, one: str, other: str, many: int) -> list[int]:
    """The numbers of the statements and talks that name both of two actors, in the order of days."""
    mine, theirs = HELD_ACTORS.alias(), HELD_ACTORS.alias()
    both = and_(theirs.c.held == mine.c.held, theirs.c.actor == other, theirs.c.shown == 1)
    asked = (
        select(HELD.c.n)
        .join(mine, mine.c.held == HELD.c.n)
        .join(theirs, both)
        .where(mine.c.actor == one, mine.c.shown == 1, _stands())
    )
    return list(connection.execute(asked.order_by(HELD.c.day, HELD.c.last_day).limit(many)).scalars())


def last_seq(connection: Connection, proposal: str) -> int:
    """The number of the last decision on what holds a proposal; 0 where nobody decided on it."""
    held = select(MENTIONS.c.held).join(PROPOSALS, PROPOSALS.c.n == MENTIONS.c.n).where(PROPOSALS.c.id == proposal)
    asked = select(func.max(HELD_DECISIONS.c.seq)).where(HELD_DECISIONS.c.held.in_(held))
    return int(connection.execute(asked).scalar() or 0)


def mark(connection: Connection) -> tuple[int, int, str, int]:
    """What changes when anything was read or decided: counts, the last reading and the last decision."""
    reports = connection.execute(select(func.count()).select_from(REPORTS)).scalar_one()
    read_now = connection.execute(select(func.count(), func.max(READINGS.c.again))).one()
    seq = connection.execute(select(func.max(DECISIONS.c.seq))).scalar()
    return int(reports), int(read_now[0]), str(read_now[1] or ""), int(seq or 0)


def reports_of(connection: Connection, recall: Recall, name: str) -> frozenset[str]:
    """The id of the report that is called so; where none is, of those that an outlet of this name published."""
    if connection.execute(select(REPORTS.c.id).where(REPORTS.c.id == name)).first() is not None:
        return frozenset({name})  # found by its key: to look for outlets is to go through all reports
    likely = position(REPORTS.c.json, json.dumps(name)) > 0
    return frozenset(r.id for r in _among(connection, recall, likely, "publisher") if name == r.publisher)


def reports_marked(connection: Connection, recall: Recall) -> frozenset[str]:
    """The ids of the reports that are marked otherwise than open."""
    return frozenset(marks(connection, recall))


def marks(connection: Connection, recall: Recall) -> dict[str, Handling]:
    """How each report that is not open is to be handled."""
    likely = position(REPORTS.c.json, f'"handling": {json.dumps(Handling.OPEN.value)}') == 0
    found = _among(connection, recall, likely, "handling")
    return {r.id: r.handling for r in found if r.handling is not Handling.OPEN}


def _among(connection: Connection, recall: Recall, likely: ColumnElement[bool], field: str) -> list[Report]:
    """The reports that are likely by their row alone, and those of which a person set a field right."""
    log = recall.log(connection)
    told = [target for target, ds in log.on.items() if any(d.field == field for d in ds)]
    c = REPORTS.c
    rows: dict[str, str] = dict(connection.execute(select(c.id, c.json).where(likely)).all())
    for some in chunks(told):
        rows.update((i, text) for i, text in connection.execute(select(c.id, c.json).where(c.id.in_(some))))
    return [as_decided(read(REPORTS, i, text), log) for i, text in rows.items()]
