"""Events: who did what to whom, one proposal a predicate that the codebook knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from parley.reading.coding.answers import ANSWERS, answered
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Codebook
from parley.reading.coding.contexts import contexts
from parley.reading.coding.facing import DOERS, TWO_SIDED, Facing
from parley.reading.coding.harm import harms
from parley.reading.coding.making import event_of
from parley.reading.coding.match import Match, Matcher
from parley.reading.coding.results import mere_result, told_by_subject
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame
from parley.terms.bodies import Event
from parley.terms.enums import Root

_TALKING = frozenset({Root.CONSULT, Root.AGREE})
"""Acts that are on something, which is no side of them."""
_HARMING = frozenset({Root.ASSAULT, Root.COERCE, Root.PROTEST, Root.MOBILIZE, Root.OTHER})
_STOPPING = frozenset({
    "suspend", "halt", "cut", "end", "stop", "freeze", "cancel", "withhold", "block", "scrap", "discontinue",
    "terminate", "withdraw", "deny", "refuse", "slash", "reduce", "delay", "curtail", "drop", "lose", "abandon",
    "halve", "trim", "pare", "lower", "shrink",
})  # fmt: skip
_FRIENDLY = frozenset({Root.SUPPORT, Root.AID, Root.COOPERATE})
"""Acts that set nobody at odds."""
_SPOKEN_OF = frozenset({Root.ACCUSE, Root.PROTEST, Root.REQUEST})
"""Acts that may be about what was done to somebody, who then is not whom they are aimed at."""
_OF_WORDS = frozenset({Root.REQUEST, Root.ACCUSE})
"""Acts whose object is what is said, not to whom it is done: "demanded an apology"."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event at a head word; `rule` is the entry that coded it."""

    head: Token
    event: Event
    rule: str
    frame: Frame


def events(doc: Document, book: Codebook, args: Arguments) -> Iterator[Coded]:
    """Every event of a report, in the order of its words, each with the harm that it did."""
    sides = Facing(doc, args.cast)
    heard = sorted(_found(doc, book, args, sides), key=lambda c: c.head.i)
    earlier = [(c.head, c.event.actors) for c in heard]
    found = {c.head.i: _at_the_other(_answering(doc, c, earlier[:n]), sides) for n, c in enumerate(heard)}
    for c in found.values():
        harm = harms(doc, c.frame, args.who, found) if c.event.type in _HARMING else ()
        yield replace(c, event=replace(c.event, contexts=contexts(doc, c.head), harm=harm))


def _answering(doc: Document, c: Coded, earlier: Sequence[tuple[Token, tuple[str, ...]]]) -> Coded:
    """An answer to what was put forward just before, with who did so."""
    open_ = c.event.type in ANSWERS and not c.event.recipients
    whose = answered(doc, c.frame, c.event.actors, earlier) if open_ else ()
    return replace(c, event=replace(c.event, recipients=whose)) if whose else c


def _at_the_other(c: Coded, sides: Facing) -> Coded:
    """An act that names nobody whom it is aimed at, with the other of the two sides that the whole report is about."""
    elsewhere = c.event.type is Root.ASSAULT and c.event.object is not None  # "shelled the village"
    aimed = () if c.event.recipients or elsewhere else sides.opposed(c.event.type, c.event.actors)
    return replace(c, event=replace(c.event, recipients=aimed)) if aimed else c


def _found(doc: Document, book: Codebook, args: Arguments, sides: Facing) -> Iterator[Coded]:
    """Events as they are met; last, whom a truce of no named sides binds, when all have been heard of."""
    coded: dict[int, Root] = {}
    bare: list[tuple[Token, Match]] = []
    matcher = Matcher(doc, book, args)
    for t in doc.tokens:
        best = matcher.of(t)
        if best is None or mere_result(doc, t, coded):
            continue
        matches = (m for m in chain((best,), matcher.others(t)) if not _passed(doc, t, m, coded))
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
    return code in _TALKING and any(up.lemma == "deny" and up.pos == "VERB" for up in doc.path_up(t))


def _across(event: Event, t: Token, sides: Facing) -> Event:
    """An act with the other side that its own words leave out, where it is plain which."""
    if len(event.actors) == 1 and not event.recipients:
        return replace(event, recipients=sides.of(t, event.actors, event.type))
    if event.recipients and not event.actors and t.pos == "NOUN":
        return replace(event, actors=sides.of(t, event.recipients, event.type, DOERS))
    return event


def _passed(doc: Document, t: Token, m: Match, coded: dict[int, Root]) -> bool:
    again = _told_by_verb(t, m, coded) or told_by_subject(m, coded) or _protest_about(t, m, coded)
    return again or _stopped(doc, t, m.entry.code)


def _stopped(doc: Document, t: Token, code: Root) -> bool:
    """As in "would suspend aid": help that is stopped is not given."""
    stops = t.dep in {"dobj", "nsubjpass"} and doc.head(t).lemma in _STOPPING
    return stops and t.pos == "NOUN" and code in {Root.AID, Root.SUPPORT, Root.COOPERATE}


def _told_by_verb(t: Token, found: Match, coded: dict[int, Root]) -> bool:
    """As in "signed a deal", "attacked in a raid": a noun that repeats the act of its own verb."""
    return t.pos == "NOUN" and t.dep in {"dobj", "nsubjpass", "pobj"} and coded.get(t.head) is found.entry.code


def _protest_about(t: Token, found: Match, coded: dict[int, Root]) -> bool:
    """As in "marched, *protesting* the arrest", "marched to *demand* his release": why they marched, no other act."""
    again = found.entry.code in _SPOKEN_OF and coded.get(t.head) is Root.PROTEST
    return again and t.dep in {"advcl", "xcomp"} and t.tag in {"VBG", "VB"}
