"""Which statements and talks stand, and each form's list, in an order that does not depend on input order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TypeVar

from parley.terms.bodies import Event, Judgement, Position, Role, StatementBody, Tie, actors_in
from parley.terms.enums import DecisionState
from parley.terms.facts import counts_as_fact
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk
from parley.terms.values import Date

UNDATED = "9999"
"""Sorts after every ISO day."""

_NONE: Mapping[str, str | None] = MappingProxyType({})

Told = TypeVar("Told", Statement, Talk)


def is_fact(statement: Statement) -> bool:
    """Whether a statement counts as a fact: `counts_as_fact`, applied to what it holds."""
    return counts_as_fact(statement.status, statement.reality)


def _stands(told: Statement | Talk) -> bool:
    return told.decision is None or told.decision.state is not DecisionState.REJECTED


def day_key(date: Date | None) -> tuple[str, str]:
    """Sorts dates by their first known day, then their last; undated last."""
    if date is None:
        return UNDATED, UNDATED
    return date.start or date.end or UNDATED, date.end or UNDATED


def in_order(told: tuple[Told, ...], published: Mapping[str, str | None] = _NONE) -> tuple[Told, ...]:
    """By date, undated last, then by where they are first told: reports by day of publication (id to ISO day)."""

    def order(t: Told) -> tuple[tuple[str, str], list[tuple[str, str, int]], str]:
        first = sorted((published.get(m.report) or UNDATED, m.report, m.start) for m in t.mentions)[:1]
        return day_key(t.date), first, t.id

    return tuple(sorted(told, key=order))


def _published(slice: Slice) -> dict[str, str | None]:  # noqa: A002 - the contract's own word
    return {r.id: r.published for r in slice.reports}


def statements(slice: Slice) -> tuple[Statement, ...]:  # noqa: A002 - the contract's own word
    """The statements that nobody has rejected, in order."""
    return in_order(tuple(s for s in slice.statements if _stands(s)), _published(slice))


def rejected(slice: Slice) -> int:  # noqa: A002
    """How many statements and talks of the slice a person has rejected."""
    gone = [s for s in slice.statements if not _stands(s)]
    return len(gone) + sum(not _stands(t) for t in slice.talks)


def talks(slice: Slice) -> tuple[Talk, ...]:  # noqa: A002
    """The talks that nobody has rejected, by date, undated last."""
    return in_order(tuple(t for t in slice.talks if _stands(t)), _published(slice))


def _with_body(slice: Slice, body: type[StatementBody]) -> tuple[Statement, ...]:  # noqa: A002
    return tuple(s for s in statements(slice) if isinstance(s.body, body))


def facts(slice: Slice) -> tuple[Statement, ...]:  # noqa: A002
    """The events that count as facts; nothing contested, denied, claimed, alleged, planned or undone is among them."""
    return tuple(s for s in _with_body(slice, Event) if is_fact(s))


def ties(slice: Slice) -> tuple[Statement, ...]:  # noqa: A002
    """The ties between actors, whatever their status."""
    return _with_body(slice, Tie)


def positions(slice: Slice) -> tuple[Statement, ...]:  # noqa: A002
    """The positions that actors take, whatever their status."""
    return _with_body(slice, Position)


def roles(slice: Slice) -> tuple[Statement, ...]:  # noqa: A002
    """The offices that persons hold, whatever their status."""
    return _with_body(slice, Role)


def judgements(slice: Slice) -> tuple[Statement, ...]:  # noqa: A002
    """What is made of talks and events, and by whom."""
    return _with_body(slice, Judgement)


def what_rests_on(slice: Slice, report: str) -> tuple[Statement, ...]:  # noqa: A002
    """The statements that no other report tells: what would go if this report were withdrawn."""
    return tuple(s for s in statements(slice) if {m.report for m in s.mentions} == {report})


def actors_of_talk(talk: Talk) -> tuple[str, ...]:
    """Every actor id of a talk: parties, delegates, mediators, hosts, each once."""
    sides = [a for p in talk.parties for a in (p.actor, *p.delegates)]
    return tuple(dict.fromkeys([*sides, *talk.mediators, *talk.hosts]))


def named(slice: Slice) -> dict[str, int]:  # noqa: A002
    """How many statements and talks name each actor, by id."""
    counts: dict[str, int] = {}
    of_statements = (actors_in(s.body) for s in statements(slice))
    of_talks = (actors_of_talk(t) for t in talks(slice))
    for ids in (*of_statements, *of_talks):
        for actor in ids:
            counts[actor] = counts.get(actor, 0) + 1
    return counts


def reports_of(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """The reports in which something is told, each once, in order of mention."""
    return tuple(dict.fromkeys(m.report for m in mentions))
