"""A proposal with all that joining asks of it worked out once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache
from typing import Any

from parley.joining.acts import LASTING, Sides, act_of, sides_of
from parley.joining.links import judged
from parley.joining.time import Interval, interval_of, ordinal
from parley.joining.words import content_words, stem
from parley.terms.bodies import Event, Judgement, Role, TalkBody, Tie
from parley.terms.enums import Form, Outcome, Reality
from parley.terms.report import Report
from parley.terms.rows import OWN_EVENT
from parley.terms.statement import Proposal, by_model

_set = object.__setattr__
Order = tuple[bool, str, str, int, str]
STATES = frozenset({Form.TIE, Form.POSITION, Form.ROLE})
"""Forms that hold for a while rather than occur."""


class Footing(Enum):
    """Where a telling puts its thing: done, off, still to come, or left open."""

    REAL = "real"
    OFF = "off"
    COMING = "coming"
    OPEN = "open"


_BY_REALITY = {
    Reality.HAPPENED: Footing.REAL,
    Reality.ONGOING: Footing.REAL,
    Reality.DID_NOT_HAPPEN: Footing.OFF,
    Reality.PLANNED: Footing.COMING,
    Reality.POSSIBLE: Footing.COMING,
    Reality.THREATENED: Footing.COMING,
    Reality.UNKNOWN: Footing.OPEN,
}
_BY_OUTCOME = {
    Outcome.AGREEMENT: Footing.REAL,
    Outcome.PARTIAL: Footing.REAL,
    Outcome.NO_RESULT: Footing.REAL,
    Outcome.ONGOING: Footing.REAL,
    Outcome.PLANNED: Footing.COMING,
    Outcome.POSSIBLE: Footing.COMING,
    Outcome.REFUSED: Footing.OFF,
    Outcome.CANCELLED: Footing.OFF,
    Outcome.DID_NOT_HAPPEN: Footing.OFF,
    Outcome.UNKNOWN: Footing.REAL,
}
_OUTCOME_OF = {
    Reality.PLANNED: Outcome.PLANNED,
    Reality.THREATENED: Outcome.POSSIBLE,
    Reality.POSSIBLE: Outcome.POSSIBLE,
    Reality.DID_NOT_HAPPEN: Outcome.DID_NOT_HAPPEN,
}


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """One proposal as joining sees it. `published` is an ordinal day; `day` the ISO day to judge actors by.

    What only comparisons ask for is worked out when it is first asked for, and kept: who merely puts together what was
    joined before never asks.
    """

    proposal: Proposal
    order: Order
    published: int | None
    day: str | None
    footing: Footing
    by_model: bool
    act: tuple[str, ...] = field(init=False, repr=False)
    sides: Sides = field(init=False, repr=False)
    time: Interval | None = field(init=False, repr=False)
    head: str = field(init=False, repr=False)
    object: frozenset[str] = field(init=False, repr=False)
    timeless: bool = field(init=False, repr=False)
    table: str | None = field(init=False, repr=False)
    """The reader of the table of which it is a row of its own, where it is one: two such rows are two things."""

    def __getattr__(self, name: str) -> Any:
        if name not in _ON_ASKING:
            raise AttributeError(name)
        value = _ON_ASKING[name](self.proposal)
        _set(self, name, value)
        return value

    @property
    def report(self) -> str:
        """The report that it is told in."""
        return self.proposal.report

    @property
    def words(self) -> frozenset[str]:
        """The words of its quote that carry content: worked out when asked for, for few pairs come down to them."""
        return _words_of(self.proposal.quote)


_words_of = lru_cache(maxsize=4_000)(content_words)


def outcome_told(body: TalkBody, reality: Reality) -> Outcome:
    """A talk's outcome as one telling has it; where it names none, what its reality says of it.

    Of talks that are only planned, possible or not held, no ending is told, whatever is hoped of them.
    """
    if _BY_OUTCOME[body.outcome] is Footing.REAL:
        return _OUTCOME_OF.get(reality, body.outcome)
    return body.outcome


def footing_of_outcome(outcome: Outcome) -> Footing:
    """Where an outcome puts a talk; one of which the outcome is not told was held."""
    return _BY_OUTCOME[outcome]


def order_of(proposal: Proposal, published: str | None) -> Order:
    """Where a proposal stands among all: by report date, undated last, then report id, then start."""
    return (published is None, published or "", proposal.report, proposal.start, proposal.id)


def telling_of(proposal: Proposal, reports: Mapping[str, Report], held_by: Mapping[str, str]) -> Telling:
    """A proposal's telling; `held_by` leads from proposals joined already to what holds them."""
    report = reports.get(proposal.report)
    published = report.published if report else None
    told = Telling(
        proposal=proposal,
        order=order_of(proposal, published),
        published=ordinal(published),
        day=(proposal.date.start if proposal.date else None) or published,
        footing=_footing_of(proposal),
        by_model=by_model(proposal),
    )
    return leading(told, held_by)


def leading(told: Telling, held_by: Mapping[str, str]) -> Telling:
    """A telling of a judgement as one of what holds that which it is about; any other as it is."""
    body = told.proposal.body
    if not isinstance(body, Judgement) or not held_by:
        return told
    return replace(told, proposal=replace(told.proposal, body=judged(body, held_by)))


def _footing_of(proposal: Proposal) -> Footing:
    if isinstance(proposal.body, TalkBody):
        return _BY_OUTCOME[outcome_told(proposal.body, proposal.reality)]
    return _BY_REALITY[proposal.reality]


def _head_of(proposal: Proposal) -> str:
    start, end = proposal.head.start - proposal.start, proposal.head.end - proposal.start
    return stem(proposal.quote[max(start, 0) : max(end, 0)])


def _object_of(proposal: Proposal) -> frozenset[str]:
    body = proposal.body
    return content_words(body.object.text) if isinstance(body, Event) and body.object else frozenset()


def _is_timeless(proposal: Proposal) -> bool:
    body = proposal.body
    return isinstance(body, Role) or (isinstance(body, Tie) and body.relation in LASTING)


def _table_of(proposal: Proposal) -> str | None:
    return proposal.reader if any(t.stage == OWN_EVENT for t in proposal.trace[:1]) else None


_ON_ASKING: Mapping[str, Callable[[Proposal], Any]] = {
    "act": lambda p: act_of(p.body),
    "sides": lambda p: sides_of(p.body),
    "time": lambda p: interval_of(p.date),
    "head": _head_of,
    "object": _object_of,
    "timeless": _is_timeless,
    "table": _table_of,
}
