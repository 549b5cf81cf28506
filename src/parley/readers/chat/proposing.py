"""One item of an answer to one proposal of the contract; what does not stand in the text makes none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from parley.readers.chat.bodies import body_of, coded
from parley.readers.chat.caution import careful
from parley.readers.chat.dating import date_of, places_of
from parley.readers.chat.fields import MOST, Dropped, DroppedError, Item
from parley.readers.chat.naming import Names
from parley.readers.chat.passages import sentence_around
from parley.readers.chat.prompt import PROMPT
from parley.readers.chat.wording import head_in, quoted
from parley.terms.enums import Form, Reality, Stance
from parley.terms.layers import Reading
from parley.terms.report import Report
from parley.terms.statement import MODEL, Proposal, model_proposal_id
from parley.terms.values import REPORT, Span, Trace, Voice

CONFIDENCE = 0.4
"""Of what only a model says: less than the 0.6 of the reader by rules, whose every step can be looked at."""


@dataclass(frozen=True)
class Source:
    """What proposals are made from: the report, who reads it, which model is asked, what the first reader found."""

    report: Report
    reader: str
    model: str
    names: Names
    first: Reading | None = None


def proposal_of(fields: Mapping[str, Any], at: Source, passage: Span) -> Proposal:
    """The proposal that an item makes. Raises DroppedError saying why it makes none."""
    text = at.report.text or ""
    quote, head = _places(Item(fields, text, (), at.names), text, passage)
    sentence = sentence_around(text, quote, head)
    item = Item(fields, text, (quote, sentence, passage), at.names)
    form, reality = item.choice("form", Form), item.choice("reality", Reality)
    places = places_of(item, at.first)
    body = body_of(form, item, head.of(text), places[0] if places else None)
    voices = tuple(dict.fromkeys(_voices(item, at.report.id)))
    made = Proposal(
        id=model_proposal_id(at.report.id, form, head, at.reader),
        report=at.report.id,
        reader=at.reader,
        form=form,
        quote=quote.of(text),
        start=quote.start,
        end=quote.end,
        head=head,
        sentence=sentence,
        trace=(Trace(MODEL, at.model, head.start, head.end), Trace("prompt", PROMPT)),
        confidence=CONFIDENCE,
        reality=reality,
        voices=voices,
        date=date_of(item, at.first),
        places=places,
        links=(),
        body=coded(body, reality, voices),
    )
    return careful(made, at.first)


def _places(item: Item, text: str, passage: Span) -> tuple[Span, Span]:
    """Where the quote stands in the passage, and the head word in the quote."""
    said, word = item.string("quote"), item.string("head")
    if said is None or word is None:
        raise DroppedError(Dropped.SHAPE)
    quote = quoted(said, text, passage)
    if quote is None:
        raise DroppedError(Dropped.QUOTE)
    head = head_in(word, text, quote)
    if head is None:
        raise DroppedError(Dropped.HEAD)
    return quote, head


def _voices(item: Item, report: str) -> Iterator[Voice]:
    """Who says so. A model that names nobody at all has heard nobody, not the report."""
    given = item.fields.get("voices")
    if not isinstance(given, list) or not all(isinstance(v, Mapping) for v in given):
        raise DroppedError(Dropped.SHAPE)
    if not given:
        yield Voice(report, None, Stance.ALLEGES)
    for v in given[:MOST]:
        own = Item(v, item.text, item.near, item.names)
        stance, who = own.choice("stance", Stance), own.string("who")
        if who is None or who.casefold() == REPORT:
            yield Voice(report, REPORT if who else None, stance)
        else:
            yield from (Voice(report, i, stance) for i in own.who(who))
