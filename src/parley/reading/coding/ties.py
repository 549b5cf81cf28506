"""Ties: how actors stand to each other, by the codebook of ties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.reading.assemble import Context, proposal
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.bonds import Bond, bond
from parley.reading.coding.holding import holds
from parley.reading.coding.judgements_judges import judged_by, regarded
from parley.reading.coding.predication import VERBAL, carrier, predication
from parley.reading.coding.standings import standing
from parley.reading.coding.tiebook import Tiebook, TieWording
from parley.reading.coding.wording import noun_text
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, is_passive, subjects_of
from parley.terms.bodies import Tie
from parley.terms.enums import Form, How, Relation
from parley.terms.statement import Proposal

Actors = tuple[str, ...]
_LASTING = frozenset(
    {
        "long",
        "once",
        "formerly",
        "previously",
        "traditionally",
        "historically",
        "always",
        "consistently",
        "still",
        "openly",
        "actively",
        "steadfastly",
        "staunchly",
    }
)

_MUTUAL = frozenset({
    Relation.ALLIED, Relation.FRIENDLY, Relation.AFFINITY, Relation.KIN, Relation.HOSTILE, Relation.RIVAL,
    Relation.MIXED,
})  # fmt: skip
"""What two may be to each other."""
_GOING_ON = frozenset({"continue", "keep", "remain"})
"""Verbs under which an infinitive tells of what lasts: "continues to arm"."""


@dataclass(frozen=True, slots=True)
class _Found:
    body: Tie
    verb: Token | None
    rule: str


def ties(doc: Document, at: Context, args: Arguments) -> Iterator[Proposal]:
    """Every tie that a report tells, one a word, in the order of its words."""
    book = at.books.ties
    for t in (t for t in book.wordings.met(doc) if not _is_name(t, args)):
        for _, wording in book.wordings.fitting(doc, t):
            found = _read(doc, t, wording, book, args)
            if found is None:
                continue
            reality = holds(doc, at, t, found.verb)
            if reality is not None:
                made = proposal(at, Form.TIE, t, found.body, found.rule, reality=reality, judged_at=found.verb)
                held = regarded(doc, t) if wording.kind == "standing" else None
                yield made if held is None else judged_by(at, made, held.judges, args)
            break


def _is_name(t: Token, args: Arguments) -> bool:
    """Whether a word is but a part of a name: the Muslim Brotherhood is no brotherhood of its own."""
    found = args.cast.covered.get(t.i)
    return found is not None and found.how in {How.NAME, How.ALIAS} and t.tag in {"NNP", "NNPS"}


def _read(doc: Document, t: Token, wording: TieWording, book: Tiebook, args: Arguments) -> _Found | None:
    match wording.kind:
        case "standing":
            from_, to = standing(doc, t, args, wording.relation in _MUTUAL)
            found = _found(wording, (to, from_) if wording.swap else (from_, to), carrier(doc, t))
        case "bond":
            found = _of_bond(wording, bond(doc, t, wording, book, args))
        case "prefixed":
            found = _found(wording, _prefixed(doc, t, args), None)
        case "sided":
            found = _found(wording, _sided(doc, t, args), None)
        case "feared":
            found = _feared(doc, t, wording, args)
        case _:
            found = _deed(doc, t, wording, args)
    return found


def _found(wording: TieWording, ends: tuple[Actors, Actors], verb: Token | None, goods: Actors = ()) -> _Found | None:
    from_, to = ends
    to = tuple(a for a in to if a not in from_)
    if not (from_ and to) or wording.relation is None:
        return None
    return _Found(Tie(from_, to, wording.relation, wording.sign, goods), verb, wording.id)


def _of_bond(wording: TieWording, found: Bond | None) -> _Found | None:
    if found is None:
        return None
    return _Found(Tie(found.from_, found.to, found.relation, found.sign), found.verb, wording.id)


def _deed(doc: Document, t: Token, wording: TieWording, args: Arguments) -> _Found | None:
    if t.dep in {"amod", "compound"} and t.pos in {"VERB", "NOUN"}:
        return None
    frame = predication(doc, t)
    if wording.objects and not wording.objects & set(_heads(doc, frame.objects)):
        return None
    if wording.needs and not wording.needs & {k.lower for k in doc.subtree(t)}:
        return None
    if wording.settled and not _settled(doc, t, frame):
        return None
    verb = carrier(doc, t)
    from_ = _at_first(args, frame, wording.from_)
    to, goods = _at_first(args, frame, wording.to), _goods(doc, frame, wording)
    if not to and wording.goods:
        to, goods = _through_goods(frame, wording, args)
    return _found(wording, (from_, to), verb, goods)


def _heads(doc: Document, objects: Iterable[Token]) -> Iterator[str]:
    """What things are: their lemma, and of what a measure is ("most of its gas")."""
    for o in objects:
        yield o.lemma
        yield from (x.lemma for p in doc.kids(o, "prep") if p.lower == "of" for x in doc.kids(p, "pobj"))


def _feared(doc: Document, t: Token, wording: TieWording, args: Arguments) -> _Found | None:
    """As in "wary of their growing influence": the ends are who is wary, and whose influence it is."""
    of = (o for p in doc.kids(t, "prep") if p.lower == "of" for o in doc.kids(p, "pobj"))
    whose = tuple(a for k in (*doc.kids(t, "poss"), *of) for a in args.who.of(k))
    for up in doc.path_up(t):
        if up.pos in VERBAL:
            subjects = subjects_of(doc, up)
            said = {
                k.lower
                for k in (up, *doc.kids(up, "acomp", "xcomp"), *(k for s in subjects for k in doc.kids(s, "amod")))
            }
            return _found(wording, (args.who.of_all(subjects), whose), up) if said & wording.needs else None
    return None


def _at_first(args: Arguments, frame: Frame, places: Iterable[str]) -> Actors:
    """The actors at the first of these places that has any: themselves, never merely the owners of a thing there."""
    for place in places:
        found = args.at(frame, place) if place == "owner" else args.who.of_all(_tokens(frame, place))
        if found:
            return found
    return ()


def _tokens(frame: Frame, place: str) -> tuple[Token, ...]:
    match place:
        case "subject":
            return frame.subjects
        case "object":
            return frame.objects
    return frame.after(*place.split())


def _settled(doc: Document, t: Token, frame: Frame) -> bool:
    """A lasting state: the present or perfect tense, or a word that says how long; not one act told in the past."""
    if {k.lower for k in doc.kids(t, "advmod")} & _LASTING:
        return True
    auxiliaries = {k.lower for k in doc.kids(t, "aux")}
    if auxiliaries == {"to"}:
        return doc.head(t).lemma in _GOING_ON
    if t.tag == "VBD" and not auxiliaries:
        return False
    return not is_passive(doc, t) or t.dep in {"acl", "relcl"} or bool(auxiliaries) or bool(frame.subjects)


def _goods(doc: Document, frame: Frame, wording: TieWording) -> Actors:
    found = [o for place in wording.goods for o in frame.after(place)]
    return tuple(noun_text(doc, g) for o in found for g in (o, *_joined(doc, o)))


def _joined(doc: Document, t: Token) -> Iterator[Token]:
    for c in doc.kids(t, "conj"):
        yield c
        yield from _joined(doc, c)


def _through_goods(frame: Frame, wording: TieWording, args: Arguments) -> tuple[Actors, Actors]:
    """As in "depends on Chad's oil": on Chad, for oil."""
    for place in wording.to:
        for o in _tokens(frame, place):
            owners = args.owners_of(o)
            if owners:
                return owners, (o.lower,)
    return (), ()


def _prefixed(doc: Document, t: Token, args: Arguments) -> tuple[Actors, Actors]:
    """As in "Iran-backed fighters": who backs, and whom."""
    up = doc.head(t)
    if t.dep not in {"amod", "compound", "nmod"} or up.pos not in {"NOUN", "PROPN"} or t.i == 0:
        return (), ()
    hyphen = doc.tokens[t.i - 1].text in {"-", "–"}
    before = args.cast.covered.get(t.i - (2 if hyphen else 1))
    if before is None or before.last > t.i or before.how is How.PRONOUN:
        return (), ()
    if not hyphen and (t.lower == "armed" or not before.modifier) and doc.tokens[before.head].dep != "npadvmod":
        return (), ()
    named = args.cast.by_head.get(up.i)
    to = named.actors if named is not None and named.first >= t.i - 3 else args.who.of(up)
    return before.actors, tuple(a for a in to if a not in before.actors)


def _sided(doc: Document, t: Token, args: Arguments) -> tuple[Actors, Actors]:
    """As in "the pro-Iranian militia": who is so, and for or against whom."""
    if t.i + 2 >= len(doc.tokens) or doc.tokens[t.i + 1].text not in {"-", "–"}:
        return (), ()
    whom = args.cast.covered.get(t.i + 2)
    up = doc.head(t)
    while up.dep in {"compound", "amod", "nmod"} and up.i < doc.head(up).i:
        up = doc.head(up)
    who = args.cast.by_head.get(up.i)
    if whom is None or who is None or who is whom or up.i <= t.i + 2:
        return (), ()
    return who.actors, tuple(a for a in whom.actors if a not in who.actors)
