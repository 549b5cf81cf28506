"""Talks that the talkbook has no words for, out of the events: two political sides that consult each other talk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_episodes import POLITICAL, Sides
from parley.reading.coding.talk_features import place_of
from parley.reading.coding.talk_mentions import FAR, TalkMention
from parley.reading.coding.talk_prospects import OF_REALITY, Standing
from parley.reading.coding.talkbook import TalkWording
from parley.reading.document import Document, Token
from parley.terms.bodies import Event
from parley.terms.enums import ActorType, Outcome, Reality, Root
from parley.terms.statement import Proposal
from parley.terms.values import Trace

Actors = tuple[str, ...]
_POLITICAL = POLITICAL | {ActorType.IGO}
_NONE: frozenset[str] = frozenset()
CONSULTING = TalkWording(
    "consult", "meeting", (), False, False, _NONE, _NONE, _NONE, False, None, None, None, ("", "", "", ""), ""
)
"""What stands for a word of the talkbook where an event of type CONSULT tells of the talk."""
_GREETING = frozenset({"shake", "embrace", "hug", "kiss", "greet", "clasp", "handshake", "salute"})
"""Who greets somebody need not talk with him."""
_IDLE = frozenset({Reality.POSSIBLE, Reality.UNKNOWN})
"""What might be is no talk that anybody had in mind, where no word for a talk says so."""


def with_events(
    doc: Document, at: Context, args: Arguments, events: Sequence[Proposal], named: Sequence[TalkMention], sides: Sides
) -> tuple[TalkMention, ...]:
    """The same tellings, those without sides with the sides of their event, and one for each event that has none.

    A visit, a call or a mediator's errand names no talk by itself. Where a sentence tells of a talk with sides, its
    events are of that.
    """
    met = {p.head.start: p for p in events if isinstance(p.body, Event) and p.body.type is Root.CONSULT}
    told = tuple(_with_sides(m, met, args, sides) for m in named)
    taken = {m.head.sentence for m in told if len(m.parties) > 1 or m.sides}
    heads = {m.head.i for m in told}
    out = list(told)
    for p in met.values():
        t = doc.word_at(p.head.start)
        mention = _mention(at, t, p, args, sides) if t.sentence not in taken and t.i not in heads else None
        if mention is not None:
            taken.add(t.sentence)
            out.insert(next((n for n, m in enumerate(out) if m.head.i > t.i), len(out)), mention)
    return tuple(out)


def _with_sides(m: TalkMention, met: Mapping[int, Proposal], args: Arguments, sides: Sides) -> TalkMention:
    p = met.get(m.head.start)
    if p is None or len(m.parties) > 1 or m.sides:
        return m
    parties = _parts(p, args, sides)
    return replace(m, parties=parties) if parties else m


def _parts(p: Proposal, args: Arguments, sides: Sides) -> Actors:
    """The sides of an event; none where they are not two that are known."""
    assert isinstance(p.body, Event)
    known = tuple(a for a in (*p.body.actors, *p.body.recipients) if args.cast.type_of(a) in _POLITICAL)
    return known if p.body.mode is None and sides.several(known) else ()


def _mention(at: Context, t: Token, p: Proposal, args: Arguments, sides: Sides) -> TalkMention | None:
    parties = _parts(p, args, sides)
    if not parties or p.reality in _IDLE or t.lemma in _GREETING:
        return None
    outcome = OF_REALITY.get(p.reality, Outcome.UNKNOWN)
    return TalkMention(
        head=t, wording=CONSULTING, standing=Standing(p.reality, outcome, t), parties=parties, mediators=(),
        hosts=(), date=p.date, place=place_of(at, t, None, False), format=None, level=None, round=None, agenda=(),
        points=True, reach=FAR, sides=False, trip=False, also=False, fresh=False, former=False, within=None,
        fired=(Trace("talk", CONSULTING.id, t.start, t.end),),
    )  # fmt: skip
