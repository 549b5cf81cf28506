"""Coded findings to proposals: reality and voices, date and places, quote, trace and id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cache

from parley.reading.actors.who import Who
from parley.reading.coding.books import Books, books
from parley.reading.coding.voicing import voices_of
from parley.reading.commitment.calculus import Commitment
from parley.reading.commitment.quotes import Quotation
from parley.reading.commitment.signatures import lexicon
from parley.reading.dates import DateFound
from parley.reading.document import Document, Token
from parley.terms.bodies import Body, Event
from parley.terms.enums import Form, Reality, Root, Stance
from parley.terms.facts import status_of
from parley.terms.plover import plover_of
from parley.terms.statement import USUAL, Proposal, proposal_id
from parley.terms.values import Date, Place, Trace, Voice

_CLAIMS = frozenset({Stance.ASSERTS, Stance.ADMITS, Stance.ALLEGES})
_TO_COME = frozenset({"would", "will", "modal", "may"})
_STILL = frozenset({Reality.PLANNED, Reality.THREATENED})


@dataclass(frozen=True)
class Context:
    """All that turning findings of one report into proposals needs. `when` and `where` answer for a head token."""

    report: str
    reader: str
    doc: Document
    who: Who
    quotes: tuple[Quotation, ...]
    commitment: Callable[[Token], Commitment]
    when: Callable[[Token], Date | None]
    where: Callable[[Token], tuple[Place, ...]]
    dated: tuple[DateFound, ...] = ()
    books: Books = field(default_factory=books)


def proposal(
    at: Context,
    form: Form,
    head: Token,
    body: Body,
    rule: str,
    *,
    doers: Iterable[str] = (),
    reality: Reality | None = None,
    voices: tuple[Voice, ...] | None = None,
    confidence: float = USUAL,
    judged_at: Token | None = None,
) -> Proposal:
    """A proposal with its head at a word; `judged_at` is the word whose embedding decides, if not the head."""
    word = judged_at or head
    made = _as_made(at.commitment(word), head, body)
    heard = voices_of(at.report, at.doc, word, made, at.who, at.quotes, doers) if voices is None else voices
    held, heard = _polarity(reality or made.reality, heard, frozenset(doers) if _was_negated(made) else frozenset())
    sentence = at.doc.sentence_of(head)
    if isinstance(body, Event):
        body = replace(body, plover=plover_of(body.type, body.mode, held, status_of(heard)))
    return Proposal(
        id=proposal_id(at.report, form, head.span, at.reader),
        report=at.report,
        reader=at.reader,
        form=form,
        quote=at.doc.text[sentence.start : sentence.end],
        start=sentence.start,
        end=sentence.end,
        head=head.span,
        sentence=sentence.span,
        trace=(Trace(form.value, rule, head.start, head.end), *made.trace),
        confidence=confidence,
        reality=held,
        voices=heard,
        date=at.when(head),
        places=at.where(head),
        links=(),
        body=body,
    )


def _as_made(made: Commitment, head: Token, body: Body) -> Commitment:
    """Of "denied allegations by Norway" the charge itself is made: only what it says is denied."""
    charge = isinstance(body, Event) and body.type is Root.ACCUSE and head.pos == "NOUN"
    denied = charge and bool(made.cues) and made.cues[0].stance is Stance.DENIES and made.cues[0].word.i == head.head
    return replace(made, cues=made.cues[1:]) if denied else made


def _was_negated(made: Commitment) -> bool:
    """Whether a predicate is told as not done, by a negation of its own and not as something still to come."""
    fired = {t.rule for t in made.trace}
    return "negated" in fired and fired.isdisjoint(_TO_COME | _promising())


@cache
def _promising() -> frozenset[str]:
    """The signatures of words for what is still to come: "vowed *not* to" denies nothing."""
    return frozenset(s.id for found in lexicon().by_word.values() for s in found if s.makes in _STILL)


def _polarity(reality: Reality, voices: tuple[Voice, ...], doers: frozenset[str]) -> tuple[Reality, tuple[Voice, ...]]:
    """A denial of something not done is told of the thing itself; a denied claim is held in its positive form.

    `doers` are those whose "we did not" denies that they did; none where the negation is of something else.
    """
    if reality is Reality.DID_NOT_HAPPEN and voices and all(v.who in doers and v.stance in _CLAIMS for v in voices):
        return Reality.HAPPENED, tuple(replace(v, stance=Stance.DENIES) for v in voices)
    if reality is Reality.DID_NOT_HAPPEN and voices and all(v.stance is Stance.DENIES for v in voices):
        return Reality.HAPPENED, tuple(
            Voice(v.report, v.who, Stance.ASSERTS, v.via, v.quote, v.start, v.end) for v in voices
        )
    return reality, voices


def unique(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """One proposal an id: the most confident, the first of equals."""
    best: dict[str, Proposal] = {}
    for p in proposals:
        if p.id not in best or p.confidence > best[p.id].confidence:
            best[p.id] = p
    return tuple(best.values())
