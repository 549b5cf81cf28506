"""The grammatical places of what is judged, about a word that judges."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.coding.predication import VERBAL, carrier, predication
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame

_POINTING = frozenset({"it", "this", "that"})


def at_place(doc: Document, t: Token, frame: Frame, place: str) -> Iterator[Token]:
    """The words at a grammatical place, as a judgement's wording names it (see `judgements_book`)."""
    up = doc.head(t)
    match place:
        case "subject" if t.dep != "amod":
            yield from frame.subjects
        case "above":
            yield from subjects_above(doc, t)
        case "as":
            yield from subjects_above(doc, t) if up.lower == "as" else ()
        case "object":
            yield from frame.objects
        case "owner":
            yield from frame.owners
        case "itself":
            yield t
        case "sentence":
            yield from _root_before(doc, t) if any(s.lower in _POINTING for s in frame.subjects) else ()
        case "attr":
            yield from doc.kids(up, "attr") if t.dep == "nsubj" else ()
        case "head" if t.dep == "amod":
            yield up
        case "told":
            graded = t.dep == "advmod" and up.pos in {"ADJ", "ADV"} and up.i == t.i + 1
            if not graded and (t.dep in {"advmod", "advcl"} or up.dep == "prep"):
                yield from _clause_of(doc, doc.head(up) if up.dep == "prep" else up)
        case "content" | "infinitive":
            yield from _completing(doc, t, infinitive=place == "infinitive")
        case _:
            yield from _after(doc, t, frame, place)


def _root_before(doc: Document, t: Token) -> Iterator[Token]:
    """What the sentence before turns on, of which "it" or "this" is said."""
    if t.sentence:
        yield from (w for w in doc.words(doc.sentences[t.sentence - 1]) if w.head == w.i and w.pos in VERBAL)


def _clause_of(doc: Document, t: Token) -> Iterator[Token]:
    """The verb of the clause that a word completes: "turned out to be fruitless" is one clause."""
    verb = t if t.pos in VERBAL else carrier(doc, t)
    while verb is not None and verb.dep == "xcomp" and doc.head(verb).pos in VERBAL:
        verb = doc.head(verb)
    if verb is not None:
        yield verb


def subjects_above(doc: Document, t: Token) -> tuple[Token, ...]:
    """The subject of the verb above: "the talks made limited progress", "ended without a breakthrough"."""
    for up in doc.path_up(t):
        if up.pos in VERBAL:
            return predication(doc, up).subjects
        if up.dep not in {"prep", "pobj", "dobj", "conj"}:
            return ()
    return ()


def _completing(doc: Document, t: Token, *, infinitive: bool) -> Iterator[Token]:
    verb = carrier(doc, t)
    of_verb = doc.kids(verb, "xcomp") if verb is not None and verb.i != t.i else []
    clauses = ("xcomp", "ccomp") if t.pos in VERBAL else ("acl", "relcl", "xcomp", "ccomp")
    for k in (*doc.kids(t, *clauses), *of_verb):
        to = any(x.lower == "to" for x in doc.kids(k, "aux"))
        if k.pos in VERBAL and k.i > t.i and (to or not infinitive):
            yield k


def _after(doc: Document, t: Token, frame: Frame, place: str) -> Iterator[Token]:
    words = place.split()
    verb = carrier(doc, t)
    for p in (k for w in {t.i, frame.head.i, verb.i if verb else t.i} for k in doc.kids(doc.tokens[w], "prep")):
        if p.lower in words:
            yield from doc.kids(p, "pcomp", "pobj")
    yield from frame.after(*words)
