"""The layers beside the statements: predicates, attributions, mentions of actors, dates and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.reading.actors.cast import Cast
from parley.reading.assemble import Context
from parley.reading.coding.voicing import voices_of
from parley.reading.commitment.calculus import Cue
from parley.reading.commitment.credits import credits_of
from parley.reading.commitment.denying import denied_things
from parley.reading.commitment.local import negated
from parley.reading.commitment.signatures import lexicon
from parley.reading.commitment.speaking import speakers_of
from parley.reading.dates import DateFound
from parley.reading.document import Document, Token
from parley.reading.places import PlaceFound
from parley.terms.enums import Stance
from parley.terms.facts import factuality, status_of
from parley.terms.layers import ActorMention, Attribution, DateMention, PlaceMention, Predicate, Source
from parley.terms.values import Span

_VERBS = frozenset({"VERB", "AUX"})


def predicates(doc: Document, at: Context) -> Iterator[Predicate]:
    """Every verb of the text, coded or not, with its reality, voices and factuality."""
    for t in doc.tokens:
        if t.pos == "VERB":
            made = at.commitment(t)
            voices = voices_of(at.report, doc, t, made, at.who, at.quotes)
            certain = factuality(status_of(voices), made.reality)
            yield Predicate(at.report, t.start, t.end, made.reality, voices, certain)


def attributions(doc: Document, at: Context) -> Iterator[Attribution]:
    """Every word that opens a voice, with who is heard and all that is said there, in the order of the text."""
    opened: dict[int, tuple[Cue, list[Token]]] = {}
    for t in doc.tokens:
        for cue in at.commitment(t).cues if t.pos in _VERBS else ():
            opened.setdefault(cue.word.i, (cue, []))[1].extend(_said(doc, cue, t))
    for q in at.quotes:
        if word := q.cue or next(iter(q.speakers), None):
            cue = Cue(word, Stance.ASSERTS, q.speakers, "quotation")
            opened.setdefault(word.i, (cue, []))[1].extend(doc.tokens[q.first : q.last])
    for verb, noun in denied_things(doc, lexicon()):
        stance = Stance.DOUBTS if negated(doc, verb) else Stance.DENIES
        denial = Cue(verb, stance, speakers_of(doc, verb), "denied thing")
        opened.setdefault(verb.i, (denial, []))[1].extend(doc.subtree(noun))
    for c in credits_of(doc):
        cue = Cue(c.name[-1], Stance.ASSERTS, (c.name[-1],), "credit")
        opened.setdefault(c.name[-1].i, (cue, []))[1].extend(doc.tokens[c.first : c.last])
    for _, (cue, said) in sorted(opened.items()):
        if said:
            yield Attribution(at.report, _source(doc, cue, at), cue.word.span, _stretch(said), cue.stance)


def _said(doc: Document, cue: Cue, t: Token) -> Iterable[Token]:
    """The words that a cue embeds, those of one predicate: all below the cue where it stands above, else the clause."""
    top = t
    for up in doc.path_up(t):
        if up.i == cue.word.i:
            return doc.subtree(top)
        top = up
    aside = {x.i for x in doc.subtree(cue.word)}
    return [x for x in doc.subtree(t) if x.i not in aside]


def _source(doc: Document, cue: Cue, at: Context) -> Source:
    if not cue.speakers:
        return Source(None, None, None)
    phrase = doc.subtree(cue.speakers[0])
    who = at.who.of_all(cue.speakers)
    return Source(phrase[0].start, phrase[-1].end, who[0] if who else None)


def _stretch(words: Iterable[Token]) -> Span:
    told = [t for t in words if t.pos != "PUNCT"] or list(words)
    return Span(min(t.start for t in told), max(t.end for t in told))


def mentions(report: str, doc: Document, cast: Cast) -> Iterator[ActorMention]:
    """Every stretch that names an actor, one for each actor that it names."""
    for f in sorted(cast.found, key=lambda f: (f.first, f.last)):
        span = doc.span(f.first, f.last)
        yield from (ActorMention(report, span.start, span.end, a, f.how) for a in f.actors)


def dates(report: str, doc: Document, found: Iterable[DateFound]) -> Iterator[DateMention]:
    """Every expression of time that could be resolved."""
    for f in found:
        span = doc.span(f.first, f.last)
        yield DateMention(report, span.start, span.end, span.of(doc.text), f.date)


def places(report: str, doc: Document, found: Iterable[PlaceFound]) -> Iterator[PlaceMention]:
    """Every name of a place."""
    for f in found:
        span = doc.span(f.first, f.last)
        yield PlaceMention(report, span.start, span.end, span.of(doc.text), f.place)
