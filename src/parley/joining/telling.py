"""A proposal with all that joining asks of it worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from parley.joining.acts import LASTING, Sides, act_of, sides_of
from parley.joining.links import judged
from parley.joining.time import Interval, interval_of, ordinal
from parley.joining.words import content_words, stem
from parley.terms.bodies import Event, Judgement, Role, TalkBody, Tie
from parley.terms.enums import Form, Outcome, Reality
from parley.terms.report import Report
from parley.terms.rows import OWN_EVENT
from parley.terms.statement import Proposal, by_model

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
    """One proposal as joining sees it. `published` is an ordinal day; `day` the ISO day to judge actors by."""

    proposal: Proposal
    order: Order
    act: tuple[str, ...]
    sides: Sides
    time: Interval | None
    published: int | None
    day: str | None
    footing: Footing
    head: str
    object: frozenset[str]
    timeless: bool
    table: str | None = None
    """The reader of the table of which it is a row of its own, where it is one: two such rows are two things."""
    by_model: bool = False

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
    start, end = proposal.head.start - proposal.start, proposal.head.end - proposal.start
    body = proposal.body
    told = Telling(
        proposal=proposal,
        order=order_of(proposal, published),
        act=act_of(body),
        sides=sides_of(body),
        time=interval_of(proposal.date),
        published=ordinal(published),
        day=(proposal.date.start if proposal.date else None) or published,
        footing=_footing_of(proposal),
        head=stem(proposal.quote[max(start, 0) : max(end, 0)]),
        object=content_words(body.object.text) if isinstance(body, Event) and body.object else frozenset(),
        timeless=isinstance(body, Role) or (isinstance(body, Tie) and body.relation in LASTING),
        table=proposal.reader if any(t.stage == OWN_EVENT for t in proposal.trace[:1]) else None,
        by_model=by_model(proposal),
    )
    return leading(told, held_by)


def leading(told: Telling, held_by: Mapping[str, str]) -> Telling:
    """A telling of a judgement as one of what holds that which it is about; any other as it is."""
    body = told.proposal.body
    if not isinstance(body, Judgement) or not held_by:
        return told
    now = judged(body, held_by)
    return replace(told, proposal=replace(told.proposal, body=now), act=act_of(now))


def _footing_of(proposal: Proposal) -> Footing:
    if isinstance(proposal.body, TalkBody):
        return _BY_OUTCOME[outcome_told(proposal.body, proposal.reality)]
    return _BY_REALITY[proposal.reality]
