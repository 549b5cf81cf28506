"""A model is never less careful than the first reader: what that hears as claimed, planned or denied is no fact.

A language model can be talked into things by the very text that it reads; a reader by rules cannot. So where a model's
proposal would count as a fact, the first reader's word on the same word of the text is heard as well.
"""

from __future__ import annotations

from dataclasses import replace

from parley.terms.bodies import Event
from parley.terms.enums import Reality
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.layers import Attribution, Predicate, Reading
from parley.terms.plover import plover_of
from parley.terms.statement import HELD_BACK, Proposal
from parley.terms.values import Span, Trace, Voice


def careful(p: Proposal, first: Reading | None) -> Proposal:
    """The proposal, with the first reader's reality and voices where that holds its word for no fact."""
    if first is None or not counts_as_fact(status_of(p.voices), p.reality):
        return p
    word = _predicate(p, first)
    if word is not None and not counts_as_fact(status_of(word.voices), word.reality):
        return _held(p, word.reality, word.voices, first, Span(word.start, word.end))
    said = _attribution(p, first) if word is None else None
    if said is not None:
        voice = Voice(p.report, said.source.who, said.stance)
        return _held(p, p.reality, (voice,), first, said.cue)
    return p


def first_name(first: Reading) -> str:
    """Who the first reader is; its proposals say so, where it made any."""
    return next((p.reader for p in first.proposals), "the first reader")


def _held(p: Proposal, reality: Reality, voices: tuple[Voice, ...], first: Reading, at: Span) -> Proposal:
    body = p.body
    if isinstance(body, Event):
        body = replace(body, plover=plover_of(body.type, body.mode, reality, status_of(voices)))
    why = f"the model has it {p.reality}, {status_of(p.voices)}; held to {first_name(first)}"
    trace = (*p.trace, Trace(HELD_BACK, why, at.start, at.end))
    return replace(p, reality=reality, voices=voices, body=body, trace=trace)


def _predicate(p: Proposal, first: Reading) -> Predicate | None:
    """What the first reader says of the very word; only verbs have an entry."""
    at = (x for x in first.predicates if x.start < p.head.end and p.head.start < x.end)
    return next(at, None)


def _attribution(p: Proposal, first: Reading) -> Attribution | None:
    """Somebody's words in which the head word stands, the innermost of several; a question or a doubt is one too."""
    around = [a for a in first.attributions if a.content.holds(p.head) and a.cue != p.head]
    return min(around, key=lambda a: a.content.end - a.content.start, default=None)
