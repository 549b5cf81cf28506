"""The timeline: dated talks, events and ties as intervals of days, the undated apart at the end."""

from __future__ import annotations

from dataclasses import dataclass

from parley.analysis.standing import UNDATED, is_fact, statements, talks
from parley.terms.bodies import Event, Tie
from parley.terms.enums import Form, Reality, Status
from parley.terms.facts import counts_as_fact, reality_of_outcome, status_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk
from parley.terms.values import Date


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the timeline. `start` and `end` are ISO days or None; `id` is the statement's or talk's.

    `open`: it goes on, with no known end. `exact`: a single day. `fact` as `counts_as_fact` says; for a talk,
    that it is reported or admitted, and its outcome says that it took place.
    """

    id: str
    form: Form
    date: Date | None
    start: str | None
    end: str | None
    open: bool
    status: Status
    reality: Reality
    fact: bool

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.start is not None and self.start == self.end

    @property
    def dated(self) -> bool:
        """Whether any day is known."""
        return self.start is not None or self.end is not None


def talk_was_held(talk: Talk) -> bool:
    """Whether a report, or a party against its interest, says that a talk was held."""
    return counts_as_fact(status_of(talk.voices), reality_of_outcome(talk.outcome))


def _moment(told: Statement | Talk, form: Form, status: Status, reality: Reality, fact: bool) -> Moment:
    date = told.date
    start, end = (date.start, date.end) if date else (None, None)
    is_open = start is not None and end is None
    return Moment(told.id, form, date, start, end, is_open, status, reality, fact)


def _of_talk(talk: Talk) -> Moment:
    status, reality = status_of(talk.voices), reality_of_outcome(talk.outcome)
    return _moment(talk, Form.TALK, status, reality, talk_was_held(talk))


def _order(m: Moment) -> tuple[str, str, bool]:
    return m.start or m.end or UNDATED, m.end or UNDATED, m.form is not Form.TALK


def timeline(slice: Slice) -> tuple[Moment, ...]:  # noqa: A002 - the contract's own word
    """Every talk and event, and every dated tie, in the order of time; the undated come last.

    A day that is not exact stays the interval that the report leaves it. On one day talks come first, then the order
    of telling.
    """
    told = [s for s in statements(slice) if isinstance(s.body, Event) or (isinstance(s.body, Tie) and s.date)]
    moments = [_moment(s, s.form, s.status, s.reality, is_fact(s)) for s in told]
    return tuple(sorted([*moments, *map(_of_talk, talks(slice))], key=_order))
