"""Mediation that was offered and turned down: an attempt at talks, which ended so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.coding.denials import sentence_at
from parley.reading.document import Document
from parley.terms.bodies import Event, TalkBody
from parley.terms.enums import Outcome, Reality, Root
from parley.terms.facts import REAL
from parley.terms.statement import Proposal

_OPEN = frozenset({Outcome.POSSIBLE, Outcome.PLANNED})
_ON = 1
"""Sentences on in which the answer may be told."""


def refused_offers(doc: Document, talks: Sequence[Proposal], events: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same talks; one that a mediator only offered, and a side then turned down, was refused."""
    return tuple(_refused(t) if any(_turns_down(doc, e, t) for e in events) else t for t in talks)


def _refused(t: Proposal) -> Proposal:
    assert isinstance(t.body, TalkBody)
    return replace(t, reality=Reality.DID_NOT_HAPPEN, body=replace(t.body, outcome=Outcome.REFUSED))


def _turns_down(doc: Document, e: Proposal, t: Proposal) -> bool:
    """Whether an act is a refusal, by a side of the talk, of who would have brought it about."""
    if not isinstance(t.body, TalkBody) or t.body.outcome not in _OPEN or not isinstance(e.body, Event):
        return False
    since = sentence_at(doc, e.head.start) - sentence_at(doc, t.head.start)
    after = since <= _ON and e.head.start > t.head.start
    parties = {p.actor for p in t.body.parties}
    by_a_side = bool(set(e.body.actors) & parties) and bool(set(e.body.recipients) & {*t.body.mediators, *t.body.hosts})
    return after and by_a_side and e.body.type is Root.REJECT and e.reality in REAL
