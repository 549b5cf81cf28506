"""What is new between two states of a record: talks, outcomes that moved, what is newly contested or denied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from parley.analysis.standing import is_fact, statements, talks
from parley.terms.enums import Status
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk


class New(StrEnum):
    """What kind of change, in the order in which they are told."""

    TALK = "new talk"
    OUTCOME = "outcome moved"
    CONTESTED = "newly contested"
    DENIED = "newly denied"
    FACT = "newly a fact"
    NO_FACT = "no fact any more"
    REALITY = "reality moved"
    STATUS = "status moved"
    STATEMENT = "new statement"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is new: the id that it has now (that it had, where it is gone), and the value before and after."""

    new: New
    id: str
    before: str | None = None
    after: str | None = None


_ORDER = tuple(New)
_BY_STATUS = {Status.CONTESTED: New.CONTESTED, Status.DENIED: New.DENIED}


def changes(old: Slice, new: Slice) -> tuple[Change, ...]:
    """What is new, by kind, each kind in the order of time. Ids lead on: what was merged since is not gone."""
    found = [*_of_talks(old, new), *_of_statements(old, new)]
    return tuple(sorted(found, key=lambda c: _ORDER.index(c.new)))


def _of_talks(old: Slice, new: Slice) -> Iterator[Change]:
    was = {m.proposal: t for t in talks(old) for m in t.mentions}
    for t in talks(new):
        before = _first(t, was)
        if not isinstance(before, Talk):
            yield Change(New.TALK, t.id, None, t.outcome.value)
        elif before.outcome is not t.outcome:
            yield Change(New.OUTCOME, t.id, before.outcome.value, t.outcome.value)
    now = {m.proposal for t in talks(new) for m in t.mentions}
    yield from (Change(New.GONE, t.id, t.outcome.value) for t in talks(old) if not _leads(t, now))


def _of_statements(old: Slice, new: Slice) -> Iterator[Change]:
    was = {m.proposal: s for s in statements(old) for m in s.mentions}
    for s in statements(new):
        before = _first(s, was)
        if not isinstance(before, Statement):
            yield Change(_BY_STATUS.get(s.status, New.STATEMENT), s.id, None, s.status.value)
        else:
            yield from _moved(before, s)
    now = {m.proposal for s in statements(new) for m in s.mentions}
    yield from (Change(New.GONE, s.id, s.status.value) for s in statements(old) if not _leads(s, now))


def _moved(before: Statement, now: Statement) -> Iterator[Change]:
    """How a statement's standing moved: the strongest word for it, once; its reality besides."""
    if before.status is not now.status:
        fact = New.FACT if is_fact(now) else New.NO_FACT if is_fact(before) else New.STATUS
        yield Change(_BY_STATUS.get(now.status, fact), now.id, before.status.value, now.status.value)
    if before.reality is not now.reality:
        yield Change(New.REALITY, now.id, before.reality.value, now.reality.value)


def _first(told: Statement | Talk, was: Mapping[str, Statement | Talk]) -> Statement | Talk | None:
    """What held the earliest of its mentions that was held at all."""
    return next((was[m.proposal] for m in told.mentions if m.proposal in was), None)


def _leads(told: Statement | Talk, now: set[str]) -> bool:
    return any(m.proposal in now for m in told.mentions)
