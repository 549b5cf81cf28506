"""Counts over time, and search: what is answered without making a single statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, func, or_, select

from parley.record.asking import conditions
from parley.record.tables import HELD, REPORT_NUMBERS
from parley.record.words import reports_saying
from parley.terms.enums import DecisionState, Form
from parley.terms.slice import Filter

Period = Literal["year", "month", "day"]
_LENGTH: dict[str, int] = {"year": 4, "month": 7, "day": 10}


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
    period = func.substr(HELD.c.starts, 1, _LENGTH[by]) if by == "day" else HELD.c.month
    stands = or_(HELD.c.decision.is_(None), HELD.c.decision != DecisionState.REJECTED.value)
    told = HELD.c.form.in_([Form.EVENT.value, Form.TALK.value])
    until = [HELD.c.month <= asked.until[:7]] if asked.until else []
    query = (
        select(period, HELD.c.form, HELD.c.fact, func.count())
        .where(HELD.c.month.is_not(None), told, stands, *until, *conditions(asked))
        .group_by(HELD.c.form, period, HELD.c.fact)
    )
    counts: dict[str, list[int]] = {}
    for at, form, fact, many in connection.execute(query):
        row = counts.setdefault(at[: _LENGTH[by]], [0, 0, 0])
        row[0 if form == Form.TALK else 1] += many
        row[2] += many if fact and form == Form.EVENT else 0
    return tuple(Tally(at, *counts[at]) for at in sorted(counts))


def reports_with(connection: Connection, words: str, many: int) -> tuple[str, ...]:
    """The ids of the first reports that hold all of some words, or words that begin so."""
    saying = reports_saying(words)
    if saying is None:
        return ()
    asked = select(REPORT_NUMBERS.c.report).where(REPORT_NUMBERS.c.n.in_(saying.limit(many)))
    return tuple(connection.execute(asked.order_by(REPORT_NUMBERS.c.n)).scalars())
