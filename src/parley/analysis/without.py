"""A slice without some sources: what is left of each statement when they are not heard."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from parley.terms.facts import counts_as_fact, status_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk


def without(slice: Slice, reports: AbstractSet[str]) -> Slice:  # noqa: A002 - the contract's own word
    """The statements and talks that other reports tell too, with the voices that are left.

    What was joined stays joined, and dates and places stay as they were put together: for the record as it would be
    had the reports never been read, join it anew (`parley.desk.leaving_out`).

    >>> without(Slice(), frozenset({"r1"})) == Slice()
    True
    """
    left = (_statement(s, reports) for s in slice.statements)
    talked = (_talk(t, reports) for t in slice.talks)
    return replace(
        slice,
        reports=tuple(r for r in slice.reports if r.id not in reports),
        proposals=tuple(p for p in slice.proposals if p.report not in reports),
        statements=tuple(s for s in left if s is not None),
        talks=tuple(t for t in talked if t is not None),
    )


def _statement(s: Statement, reports: AbstractSet[str]) -> Statement | None:
    mentions = tuple(m for m in s.mentions if m.report not in reports)
    voices = tuple(v for v in s.voices if v.report not in reports)
    if not mentions or not voices:
        return None
    status = status_of(voices)
    return replace(s, mentions=mentions, voices=voices, status=status, fact=counts_as_fact(status, s.reality))


def _talk(t: Talk, reports: AbstractSet[str]) -> Talk | None:
    mentions = tuple(m for m in t.mentions if m.report not in reports)
    voices = tuple(v for v in t.voices if v.report not in reports)
    return replace(t, mentions=mentions, voices=voices) if mentions and voices else None
