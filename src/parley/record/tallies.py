"""Counts over time, and search: what is answered without making a single statement."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from sqlalchemy import Column, ColumnElement, Connection, Select, func, literal_column, or_, select

from parley.record.asking import conditions, kinds
from parley.record.counting import NO_MONTH
from parley.record.tables import ACTORS, HELD, HELD_ACTORS, HELD_DECISIONS, REPORT_NUMBERS, TALLIES
from parley.record.words import reports_saying
from parley.terms.enums import DecisionState, Form
from parley.terms.slice import Filter

Period = Literal["year", "month", "day"]
_LENGTH: dict[str, int] = {"year": 4, "month": 7, "day": 10}
_COUNTED = (Form.EVENT.value, Form.TALK.value)
_MONTH = "2022-01"
_LAST_OF_MONTH = "-31"
"""Makes of a month a day that none of its days comes after."""
Counts = Select[Any]
"""Rows of period, form, whether they are facts, and how many."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What began in one period (`2022`, `2022-01` or `2022-01-09`): talks, events, and those events that are facts."""

    period: str
    talks: int
    events: int
    facts: int


def timeline(connection: Connection, asked: Filter, by: Period) -> tuple[Tally, ...]:
    """Talks and events that a filter means, counted by the period in which they began; rejected ones are left out.

    Counts count events, never reports. What has no known first day is in no period.
    """
    counts: dict[str, list[int]] = {}
    for query in _queries(asked, by):
        rows: Iterable[Any] = connection.execute(query)
        for at, form, fact, many in rows:
            row = counts.setdefault(at, [0, 0, 0])
            row[0 if form == Form.TALK else 1] += int(many)
            row[2] += int(many) if fact and form == Form.EVENT else 0
    return tuple(Tally(at, *counts[at]) for at in sorted(counts) if any(counts[at]))


def _queries(asked: Filter, by: Period) -> Iterator[Counts]:
    """Counts that make the timeline together: of whole months as they are kept, of the rest row by row."""
    since, until = (asked.since or "")[: len(_MONTH)], (asked.until or "")[: len(_MONTH)]
    by_kind = Filter(forms=asked.forms, realities=asked.realities, statuses=asked.statuses)
    in_months = all(len(day) in (0, len(_MONTH)) for day in (since, until))
    if by == "day" or not in_months or replace(asked, since=None, until=None) != by_kind:
        yield _of_rows(asked, by)
        return
    yield _of_months(asked, by, since, until)
    if since:
        yield _of_rows(asked, by, HELD.c.day <= since + _LAST_OF_MONTH)
    if until:
        yield _of_rows(asked, by, HELD.c.day >= until, HELD.c.day > since + _LAST_OF_MONTH)


def _of_months(asked: Filter, by: Period, since: str, until: str) -> Counts:
    """Whole months after one and before another: all that began in them falls within the days asked for."""
    c = TALLIES.c
    within = [c.month > (since or NO_MONTH), *([c.month < until] if until else [])]
    wanted = [c.form.in_(_COUNTED), c.rejected == 0, *within, *kinds(asked, TALLIES)]
    key = (_begins(c.month, by), c.form, c.fact)
    return select(*key, func.sum(c.many)).where(*wanted).group_by(*key)


def _of_rows(asked: Filter, by: Period, *days: ColumnElement[bool]) -> Counts:
    period = _begins(HELD.c.starts, by)
    stands = or_(HELD.c.decision.is_(None), HELD.c.decision != DecisionState.REJECTED.value)
    wanted = [HELD.c.form.in_(_COUNTED), stands, HELD.c.month.is_not(None), *days, *conditions(asked)]
    key = (period, HELD.c.form, HELD.c.fact)
    return select(*key, func.count()).where(*wanted).group_by(*key)


def _begins(day: Column[Any], by: Period) -> ColumnElement[str]:
    """A day's period; spelled out, for PostgreSQL groups by nothing that has values of its own."""
    return func.substr(day, literal_column("1"), literal_column(str(_LENGTH[by])))


def most_named(connection: Connection, asked: Filter, many: int) -> tuple[tuple[str, int], ...]:
    """The ids of the actors that most of a filter's statements and talks name, and how many do, without rejected ones.

    Of those that equally many name, the first by name without case and diacritics, then by id.
    """
    c, times = HELD_ACTORS.c, func.count()
    decided = select(HELD.c.n).where(HELD.c.n.in_(select(HELD_DECISIONS.c.held)))
    wanted = [c.shown == 1, c.held.not_in(decided.where(HELD.c.decision == DecisionState.REJECTED.value))]
    if asked != Filter():
        wanted.append(c.held.in_(select(HELD.c.n).where(*conditions(asked))))
    named = select(c.actor, times.label("times")).where(*wanted).group_by(c.actor).subquery()
    query = (
        select(named.c.actor, named.c.times)
        .join(ACTORS, ACTORS.c.id == named.c.actor, isouter=True)
        .order_by(named.c.times.desc(), ACTORS.c.folded.nulls_first(), named.c.actor)
    )
    return tuple((actor, int(n)) for actor, n in connection.execute(query.limit(many)))


def reports_with(connection: Connection, words: str, many: int) -> tuple[str, ...]:
    """The ids of the first reports that hold all of some words, or words that begin so."""
    saying = reports_saying(words)
    if saying is None:
        return ()
    asked = select(REPORT_NUMBERS.c.report).where(REPORT_NUMBERS.c.n.in_(saying.limit(many)))
    return tuple(connection.execute(asked.order_by(REPORT_NUMBERS.c.n)).scalars())
