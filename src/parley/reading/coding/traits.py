"""What shows of a word that may tell an act, as short strings: what learning weighs.

Traits are about the word itself, what the codebook has for it, what stands at its places, and what hangs beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import Entry
from parley.reading.coding.match import Matcher
from parley.reading.coding.phrases import Phrases
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.reading.predicates.frames import Frame, frame_of
from parley.terms.enums import Root

_HELPING = frozenset({"aux", "neg", "auxpass", "mark"})
_DESCRIBING = frozenset({"det", "poss", "amod", "compound", "nummod"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "relcl", "acl", "pcomp", "conj"})
_OPENERS = frozenset({"mark", "advmod"})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report when its words are weighed: `coded` are the acts that the rules found."""

    matcher: Matcher
    coded: Mapping[int, Root]


def traits(at: Known, t: Token) -> list[str]:
    """The traits of a word that the codebook lists."""
    return [*of_word(at, t), *of_places(at, t)]


def of_word(at: Known, t: Token) -> list[str]:
    """What shows of the word alone, and of what it hangs on."""
    listed = at.matcher.listed(t)
    held = roots_of(listed).items() if listed is not None else ()
    return [*_of_word(at.matcher.doc, t, at.coded), *(f"{how}={root}" for root, how in held)]


def of_places(at: Known, t: Token) -> list[str]:
    """What stands at the word's places, and hangs beside it."""
    doc, args = at.matcher.doc, at.matcher.args
    frame, listed = frame_of(doc, t), at.matcher.listed(t)
    bare = [root for root, how in roots_of(listed).items() if how == "bare"] if listed is not None else []
    return [
        *_at_places(t, frame, args, bare), *_after(t, frame, args), *_beside(doc, t, at.coded),
        *_standing(at, t),
    ]  # fmt: skip


def _standing(at: Known, t: Token) -> Iterator[str]:
    """The types whose phrases stand about a word that the rules passed over: some condition of theirs is not met."""
    if t.i not in at.coded:
        yield from {f"stands={e.code}" for words, e in at.matcher.standing.get(t.i, ()) if words}


def looked_at(doc: Document, t: Token) -> tuple[int, int | None, int]:
    """Whose vectors count for a word: its own, its first object's if it has one, and its head's."""
    objects = frame_of(doc, t).objects
    return t.i, objects[0].i if objects else None, t.head


@cache
def roots_of(listed: Phrases[Entry]) -> dict[str, str]:
    """The types that the codebook has for a word, by itself ("bare") or with other words only ("with")."""
    out: dict[str, str] = {}
    for words, e in listed:
        if not words:
            out[e.code.value] = "bare"
        else:
            out.setdefault(e.code.value, "with")
    return out


def _of_word(doc: Document, t: Token, coded: Mapping[int, Root]) -> Iterator[str]:
    up = doc.head(t)
    rule = coded[t.i].value if t.i in coded else "-"
    yield from (f"pos={t.pos}", f"dep={t.dep}", f"tag={t.tag}", f"rule={rule}", f"lemma={t.lemma}")
    yield from (f"lemma={t.lemma}|rule={rule}", f"up={t.dep}|{up.lemma}", f"uppos={t.dep}|{up.pos}")
    if up.i in coded:
        yield f"upcoded={t.dep}|{coded[up.i].value}"
    if t.dep in _CLAUSES:
        opener = next((k.lemma for k in doc.kids(t, *_OPENERS) if k.i < t.i), "")
        yield f"in={t.dep}|{opener}"


def _at_places(t: Token, frame: Frame, args: Arguments, bare: Collection[str]) -> Iterator[str]:
    """What the subject, the object and the owner are, by themselves and with the types that the word has."""
    subject, object_ = (kind(args, tokens[0] if tokens else None) for tokens in (frame.subjects, frame.objects))
    owner = kind(args, frame.owners[0] if frame.owners else None)
    yield from (f"S={subject}", f"O={object_}", f"SO={subject}|{object_}", f"W={owner}")
    yield from (f"lemma={t.lemma}|S={subject}", f"lemma={t.lemma}|O={object_}")
    for root in bare or ("-",):
        yield from (f"{root}|S={subject}", f"{root}|O={object_}")
    for s in frame.subjects[:1]:
        yield f"subject={s.lemma}"
    for o in frame.objects[:2]:
        yield from (f"object={o.lemma}", f"lemma={t.lemma}|object={o.lemma}")
    if frame.passive:
        yield "passive"


def _after(t: Token, frame: Frame, args: Arguments) -> Iterator[str]:
    """The prepositions, and what follows them."""
    for p, objects in frame.preps:
        yield from (f"prep={p}", f"lemma={t.lemma}|prep={p}")
        for o in objects[:1]:
            yield from (f"prep={p}|{kind(args, o)}", f"follows={o.lemma}")


def _beside(doc: Document, t: Token, coded: Mapping[int, Root]) -> Iterator[str]:
    """What hangs on the word."""
    for k in doc.kids(t):
        if k.dep in _HELPING:
            yield f"{k.dep}={k.lemma}"
        elif k.dep in _DESCRIBING:
            yield from (k.dep, f"{k.dep}={k.lemma}")
        elif k.dep == "prt":
            yield f"prt={t.lemma}|{k.lemma}"
        elif k.dep in _CLAUSES:
            yield from (f"clause={k.dep}", f"clause={k.dep}|{k.lemma}")
        if k.i in coded:
            yield from (f"below={k.dep}", f"below={k.dep}|{coded[k.i].value}")
        if k.dep == "prep" and any(o.i in coded for o in doc.kids(k, "pobj")):
            yield f"below={k.lower}"


def kind(args: Arguments, t: Token | None) -> str:
    """What stands at a place: nothing, an actor's type, people, a pronoun, a place, or a thing."""
    if t is None:
        return "none"
    actors = args.who.of(t)
    if actors:
        return str(args.cast.type_of(actors[0]) or "actor")
    if t.pos == "PRON":
        return "pronoun"
    if t.pos == "NOUN":
        return "people" if t.lemma in people() else "thing"
    return "place" if t.i in args.cast.located else t.pos.lower()
