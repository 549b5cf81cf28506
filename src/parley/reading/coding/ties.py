"""Ties: how actors stand to each other, by the codebook of ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.assemble import Context, proposal
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.bonds import bond
from parley.reading.coding.holding import holds
from parley.reading.coding.judgements_judges import judged_by, regarded
from parley.reading.coding.predication import carrier, is_past
from parley.reading.coding.standings import standing
from parley.reading.coding.tie_deeds import Deed, aimed, deed, feared, lent, placed
from parley.reading.coding.tie_ends import Actors
from parley.reading.coding.tie_prefixes import prefixed, sided
from parley.reading.coding.tiebook import Tiebook, TieWording
from parley.reading.document import Document, Token
from parley.terms.bodies import Tie
from parley.terms.enums import ActorType, Form, How, Reality, Relation
from parley.terms.statement import Proposal

_MUTUAL = frozenset({
    Relation.ALLIED, Relation.FRIENDLY, Relation.AFFINITY, Relation.KIN, Relation.HOSTILE, Relation.RIVAL,
    Relation.MIXED,
})  # fmt: skip
"""What two may be to each other."""
_OF_BODIES = frozenset({Relation.PART_OF, Relation.MEMBER_OF})
"""What nobody is of a person."""
_Told = tuple[int, int | Relation, Actors, Actors]


@dataclass(frozen=True, slots=True)
class _Found:
    """A tie as found; `lacking` is what it is instead where its verb is negated."""

    body: Tie
    verb: Token | None
    wording: TieWording


def ties(doc: Document, at: Context, args: Arguments) -> Iterator[Proposal]:
    """Every tie that a report tells, in the order of its words; what one sentence says twice is one."""
    book = at.books.ties
    told: set[_Told] = set()
    for t in (t for t in book.wordings.met(doc) if not _is_name(t, args)):
        found = next(_tried(doc, at, t, book, args), None)
        if found is None:
            continue
        made, tie = found
        keys = _told(t, tie)
        if keys[0] not in told:
            yield made
        told.update(keys)


def _told(t: Token, tie: Tie) -> tuple[_Told, ...]:
    """What makes two tellings of a sentence one: ends and sign, for what has none the relation; both ways if mutual."""
    kind = tie.sign or tie.relation
    there, back = (t.sentence, kind, tie.from_, tie.to), (t.sentence, kind, tie.to, tie.from_)
    return (there, back) if tie.relation in _MUTUAL else (there,)


def _tried(doc: Document, at: Context, t: Token, book: Tiebook, args: Arguments) -> Iterator[tuple[Proposal, Tie]]:
    for words, wording in book.wordings.fitting(doc, t):
        if any(k.lower not in words for k in doc.kids(t, "prt")):
            continue  # who runs somebody over does not run him
        found = _read(doc, t, wording, words, book, args)
        reality = holds(doc, at, t, found.verb) if found is not None else None
        if found is None or reality is None:
            continue
        if reality is Reality.DID_NOT_HAPPEN and wording.lacking is not None:
            body = _turned(found.body, wording.lacking)
            past = found.verb is not None and is_past(doc, found.verb)
            found, reality = replace(found, body=body), Reality.HAPPENED if past else Reality.ONGOING
        if wording.only_lacking and found.body.relation is wording.relation:
            continue
        made = proposal(at, Form.TIE, t, found.body, wording.id, reality=reality, judged_at=found.verb)
        held = regarded(doc, t) if wording.kind in {"standing", "regarded"} else None
        yield (made if held is None else judged_by(at, made, held.judges, args)), found.body


def _turned(tie: Tie, lacking: Relation) -> Tie:
    """What it comes to where there is none of it: who does not trust is wary."""
    return replace(tie, relation=lacking, sign=-1)


def _is_name(t: Token, args: Arguments) -> bool:
    """Whether a word is but a part of a name: the Muslim Brotherhood is no brotherhood of its own."""
    found = args.cast.covered.get(t.i)
    return found is not None and found.how in {How.NAME, How.ALIAS} and t.tag in {"NNP", "NNPS"}


def _read(
    doc: Document, t: Token, wording: TieWording, words: tuple[str, ...], book: Tiebook, args: Arguments
) -> _Found | None:
    match wording.kind:
        case "regarded" if regarded(doc, t) is None:
            found = None
        case "standing" | "regarded":
            from_, to = standing(doc, t, args, wording.relation in _MUTUAL)
            found = _found(wording, (to, from_) if wording.swap else (from_, to), carrier(doc, t), args)
        case "bond":
            between = bond(doc, t, wording, book, args)
            found = None if between is None else _Found(between.tie, between.verb, wording)
        case "prefixed":
            found = _found(wording, prefixed(doc, t, args), None, args)
        case "sided":
            found = _found(wording, sided(doc, t, args), None, args)
        case "feared":
            found = _of_deed(wording, feared(doc, t, wording, args), args)
        case "aimed":
            found = _of_deed(wording, aimed(doc, t, wording, args), args)
        case "placed":
            found = _of_deed(wording, placed(doc, t, wording, args), args)
        case "lent":
            given = lent(doc, t, args)
            ends = (given.to, given.from_) if wording.swap else (given.from_, given.to)
            found = _found(wording, ends, given.verb, args)
        case _:
            found = _of_deed(wording, deed(doc, t, wording, words, args), args)
    return found


def _of_deed(wording: TieWording, found: Deed | None, args: Arguments) -> _Found | None:
    if found is None:
        return None
    made = _found(wording, (found.from_, found.to), found.verb, args, found.goods)
    if made is None or not found.lacking or wording.lacking is None:
        return made
    return replace(made, body=_turned(made.body, wording.lacking))


def _found(
    wording: TieWording, ends: tuple[Actors, Actors], verb: Token | None, args: Arguments, goods: Actors = ()
) -> _Found | None:
    from_, to = ends
    to = tuple(a for a in to if a not in from_)
    if not (from_ and to) or wording.relation is None:
        return None
    if wording.relation in _OF_BODIES and any(args.cast.type_of(a) is ActorType.PERSON for a in to):
        return None
    relation, sign = wording.relation, wording.sign
    if relation is Relation.KIN and any(args.cast.type_of(a) is ActorType.STATE for a in (*from_, *to)):
        relation, sign = Relation.FRIENDLY, 1  # states are each other's brothers in a manner of speaking
    return _Found(Tie(from_, to, relation, sign, goods), verb, wording)
