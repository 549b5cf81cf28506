"""A model's word alone makes no fact where the first reader hears none.

A language model can be talked into things by the very text that it reads; a reader by rules cannot. So where a model's
proposal would count as a fact, the first reader must hear that word told by the report itself, as done or under way.
"""

from __future__ import annotations

from dataclasses import replace

from parley.readers.chat.bodies import coded
from parley.terms.enums import Reality, Stance
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.layers import Attribution, Predicate, Reading
from parley.terms.statement import HELD_BACK, Proposal
from parley.terms.values import REPORT, Span, Trace, Voice


def careful(p: Proposal, first: Reading | None) -> Proposal:
    """The proposal, held to the first reader's reality and voices where that hears no fact at its word.

    What that reader made of the word counts first, then how it reads the verb, then whose words it stands in. A word
    that it does not read at all is passed on as alleged. Without a first reader, the contract alone decides.
    """
    if first is None or not _is_fact(p.reality, p.voices):
        return p
    own = next((x for x in first.proposals if x.form is p.form and x.head.meets(p.head)), None)
    verb = own or _predicate(p, first)
    if verb is not None:
        at = verb.head if isinstance(verb, Proposal) else Span(verb.start, verb.end)
        fact = _is_fact(verb.reality, verb.voices)
        return p if fact else _held(p, verb.reality, verb.voices, first, at)
    said = _attribution(p, first)
    if said is not None:
        return _held(p, p.reality, (Voice(p.report, said.source.who, said.stance),), first, said.cue)
    return _held(p, p.reality, (Voice(p.report, REPORT, Stance.ALLEGES),), first, p.head)


def _is_fact(reality: Reality, voices: tuple[Voice, ...]) -> bool:
    return counts_as_fact(status_of(voices), reality)


def first_name(first: Reading) -> str:
    """Who the first reader is; its proposals say so, where it made any."""
    return next((p.reader for p in first.proposals), "the first reader")


def _held(p: Proposal, reality: Reality, voices: tuple[Voice, ...], first: Reading, at: Span) -> Proposal:
    why = f"the model has it {p.reality}, {status_of(p.voices)}; held to {first_name(first)}"
    trace = (*p.trace, Trace(HELD_BACK, why, at.start, at.end))
    return replace(p, reality=reality, voices=voices, body=coded(p.body, reality, voices), trace=trace)


def _predicate(p: Proposal, first: Reading) -> Predicate | None:
    """What the first reader says of the very word; only verbs have an entry."""
    at = (x for x in first.predicates if x.start < p.head.end and p.head.start < x.end)
    return next(at, None)


def _attribution(p: Proposal, first: Reading) -> Attribution | None:
    """Somebody's words in which the head word stands, the innermost of several; a question or a doubt is one too."""
    around = [a for a in first.attributions if a.content.holds(p.head) and a.cue != p.head]
    return min(around, key=lambda a: a.content.end - a.content.start, default=None)
