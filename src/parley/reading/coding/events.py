"""Events: who did what to whom, one proposal a predicate that the codebook knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from parley.reading.actors.who import Who
from parley.reading.coding.answers import ANSWERS, JUDGING, answered, of_the_clause
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Codebook
from parley.reading.coding.contexts import contexts
from parley.reading.coding.facing import DOERS, TWO_SIDED, Facing
from parley.reading.coding.harm import harms
from parley.reading.coding.making import TALKING, Coded, event_of
from parley.reading.coding.match import Match, Matcher
from parley.reading.coding.results import mere_result, told_again
from parley.reading.coding.second import second
from parley.reading.document import Document, Token
from parley.terms.bodies import Event
from parley.terms.enums import Root

_HARMING = frozenset({Root.ASSAULT, Root.COERCE, Root.PROTEST, Root.MOBILIZE, Root.OTHER})
_FRIENDLY = frozenset({Root.SUPPORT, Root.AID, Root.COOPERATE})
"""Acts that set nobody at odds."""
_OF_WORDS = frozenset({Root.REQUEST, Root.ACCUSE})
"""Acts whose object is what is said, not to whom it is done: "demanded an apology"."""


def events(doc: Document, book: Codebook, args: Arguments, learned: bool = True) -> Iterator[Coded]:
    """Every event of a report, in the order of its words, each with the harm that it did.

    The rules are heard first, and what is `learned` from coded passages adds what they pass over.
    """
    sides = Facing(doc, args.cast)
    matcher = Matcher(doc, book, args)
    ruled = list(_found(matcher, sides))
    heard = sorted((*ruled, *(second(matcher, sides, ruled) if learned else ())), key=lambda c: c.head.i)
    earlier = [(c.head, c.event.actors) for c in heard]
    found = {c.head.i: _at_the_other(_answering(doc, c, earlier[:n], args.who), sides) for n, c in enumerate(heard)}
    for c in found.values():
        harm = harms(doc, c.frame, args.who, found) if c.event.type in _HARMING else ()
        around = contexts(doc, c.head)
        yield replace(c, event=replace(c.event, contexts=around, harm=harm)) if around or harm else c


def _answering(doc: Document, c: Coded, earlier: Sequence[tuple[Token, tuple[str, ...]]], who: Who) -> Coded:
    """An answer to what was put forward just before, with who did so."""
    if c.event.type not in JUDGING or c.event.recipients:
        return c
    whose = of_the_clause(doc, c.frame, c.event.actors, who)
    if not whose and c.event.type in ANSWERS:
        whose = answered(doc, c.frame, c.event.actors, earlier)
    return replace(c, event=replace(c.event, recipients=whose)) if whose else c


def _at_the_other(c: Coded, sides: Facing) -> Coded:
    """An act that names nobody whom it is aimed at, with the other of the two sides that the whole report is about."""
    elsewhere = c.event.type is Root.ASSAULT and c.event.object is not None  # "shelled the village"
    aimed = () if c.event.recipients or elsewhere else sides.opposed(c.event.type, c.event.actors)
    return replace(c, event=replace(c.event, recipients=aimed)) if aimed else c


def _found(matcher: Matcher, sides: Facing) -> Iterator[Coded]:
    """Events as they are met; last, whom a truce of no named sides binds, when all have been heard of."""
    doc, args = matcher.doc, matcher.args
    coded: dict[int, Root] = {}
    bare: list[tuple[Token, Match]] = []
    for t in doc.tokens:
        best = matcher.of(t)
        if best is None or mere_result(doc, t, coded):
            continue
        matches = (m for m in chain((best,), matcher.others(t)) if not told_again(doc, t, m, coded))
        tried = ((m, event_of(doc, m, args, sides)) for m in matches)
        found, event = next(((m, e) for m, e in tried if e is not None), (None, None))
        if found is not None and event is not None:
            coded[t.i] = event.type
            told = event
            if event.type in TWO_SIDED and (event.object is None or event.type in _OF_WORDS):
                event = _across(event, t, sides)
            if (event.mode != "third-party" or event.recipients) and not _denied_meeting(doc, t, event.type):
                sides.met(t, event.actors, event.recipients, plain=event == told and event.type not in _FRIENDLY)
            yield Coded(t, event, found.entry.id, found.frame)
        elif best.entry.reciprocal and best.entry.code is Root.RETREAT and t.pos == "NOUN":
            bare.append((t, best))
    both = sides.at_odds() if bare else ()
    for t, m in bare if both else ():
        yield Coded(t, Event(m.entry.code, m.entry.mode, None, both, ()), m.entry.id, m.frame)


def _denied_meeting(doc: Document, t: Token, code: Root) -> bool:
    """As in "denied that they had *met*": no summit told after it is of those two."""
    return code in TALKING and any(up.lemma == "deny" and up.pos == "VERB" for up in doc.path_up(t))


def _across(event: Event, t: Token, sides: Facing) -> Event:
    """An act with the other side that its own words leave out, where it is plain which."""
    if len(event.actors) == 1 and not event.recipients:
        return replace(event, recipients=sides.of(t, event.actors, event.type))
    if event.recipients and not event.actors and t.pos == "NOUN":
        return replace(event, actors=sides.of(t, event.recipients, event.type, DOERS))
    return event
