"""Who stands at the two ends of a tie: themselves, or the states whose seats are named for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.reading.actors.cast import text_of
from parley.reading.coding.arguments import Arguments
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import people
from parley.reading.predicates.frames import Frame
from parley.terms.enums import ActorType

Actors = tuple[str, ...]
_WITHIN = frozenset({"in", "at", "from", "inside", "near"})
"""Prepositions after which a seat is but a place."""

_WILL = frozenset({
    "intention", "motive", "aim", "plan", "policy", "role", "rise", "refusal", "power",
    "presence", "design", "willingness", "reluctance", "failure", "behaviour", "behavior", "conduct", "stance",
    "position", "attitude", "move", "decision", "claim", "demand", "rule", "hand", "push",
})  # fmt: skip
"""What somebody wants, is or does, in which he is trusted or not."""
_FEARED = frozenset({
    "influence", "sway", "clout", "dominance", "hegemony", "ambition", "expansionism", "ascendancy", "encroachment",
})  # fmt: skip
"""What makes a rival of whoever has it, by wordings of its own."""
_RULING = frozenset({"leadership", "government", "regime", "authority", "establishment", "junta", "ruler", "elite"})
_PARTISAN = frozenset({"REB", "MIL", "PTY", "SPY", "LEG", "UAF", "GOV", "COP", "CRM"})
"""Sectors of people who stand for or against others as such: fighters and officials, not experts and families."""


def named(args: Arguments, tokens: Iterable[Token], place: str = "") -> Actors:
    """The actors that phrases mean; a seat means its state: "loyal to Klow", but not "an office in Klow"."""
    seats = place not in _WITHIN
    return tuple(dict.fromkeys(a for t in tokens for a in _one(args, t, seats)))


def regions(args: Arguments, tokens: Iterable[Token]) -> Actors:
    """Places that stand where an actor would: "Klow has tense relations with the army"."""
    known = args.cast.located
    spans = (known[t.i] for t in tokens if t.pos == "PROPN" and t.i in known and t.i not in args.cast.covered)
    names = (text_of(args.doc.tokens[s[0] : s[1]]) for s in spans)
    return tuple(dict.fromkeys(args.cast.coin(n, ActorType.REGION) for n in names))


def at_first(args: Arguments, frame: Frame, places: Iterable[str], but: Actors = (), seats: bool = True) -> Actors:
    """The actors at the first of these places that has any beside those left out: never merely the owners of a thing.

    `seats` says whether a seat may mean its state: who rules a town does not rule the country.
    """
    for place in places:
        if place == "owner":
            found = args.at(frame, place)
        elif place == "object-owner":
            found = owners(args, frame.objects)
        else:
            found = named(args, tokens_at(frame, place), place if seats else "in")
        found = tuple(a for a in found if a not in but)
        if found:
            return found
    return ()


def tokens_at(frame: Frame, place: str) -> tuple[Token, ...]:
    """The words at a grammatical place of a frame."""
    match place:
        case "subject":
            return frame.subjects
        case "object":
            return frame.objects
        case "indirect":
            return frame.indirect
    return frame.after(*place.split())


def owners(args: Arguments, tokens: Iterable[Token]) -> Actors:
    """Whose things are, or what they are a share of: "most of Chad's oil"."""
    return tuple(dict.fromkeys(a for t in tokens for x in (t, *shares(args.doc, t)) for a in args.owners_of(x)))


def whose_will(args: Arguments, tokens: Iterable[Token]) -> Actors:
    """Whose doing or intent a thing is: "wary of Chad's plans", "of the ambitions of Chad"; not "of a book of Hess"."""
    doc = args.doc
    willed = (t for t in tokens if t.lemma not in _FEARED and (t.lemma in _WILL or doc.kids(t, "poss")))
    return owners(args, (t for t in willed if t.lemma in _WILL or not shares_any(doc, t)))


def shares_any(doc: Document, t: Token) -> bool:
    """Whether something follows a word's "of"."""
    return next(shares(doc, t), None) is not None


def shares(doc: Document, t: Token) -> Iterator[Token]:
    """What a measure is a measure of: "most of its *oil*"."""
    yield from (o for p in doc.kids(t, "prep") if p.lower == "of" for o in doc.kids(p, "pobj"))


def unnamed_at(args: Arguments, frame: Frame, places: Iterable[str]) -> Actors:
    """People whom nothing names but what they are, at the first of these places that has any: "forces loyal to"."""
    for place in places:
        if place not in {"owner", "object-owner"}:
            found = args.unnamed_of(t for t in tokens_at(frame, place) if _takes_sides(t))
            if found:
                return found
    return ()


def seat_of(args: Arguments, t: Token) -> Actors:
    """The state whose seat a word is, where a report takes it for nobody."""
    return _seat(args, t.text) if t.tag.startswith("NN") and t.text[:1].isupper() else ()


def _takes_sides(t: Token) -> bool:
    known = people().get(t.lemma) or people().get(t.lower)
    return known is not None and known.sector in _PARTISAN


def _one(args: Arguments, t: Token, seats: bool) -> Actors:
    if t.lower in {"that", "those"} and t.dep == "pobj":  # "its case with that of Chad"
        return named(args, shares(args.doc, t))
    found = _whose_rule(args, t) or _before_semicolon(args, t)
    if not seats:
        return found
    if not found:
        return seat_of(args, t)
    return tuple(x for a in found for x in (_region_as_state(args, a) or (a,)))


def _before_semicolon(args: Arguments, t: Token) -> Actors:
    """As in "Chad backs the army; Niger and Mali": whom the parser joins over a semicolon belongs elsewhere."""
    doc = args.doc
    over = [c for c in doc.kids(t, "conj") if c.i > t.i and ";" in doc.text[t.end : c.start]]
    beyond = {a for c in over for a in args.who.of(c)}
    return tuple(a for a in args.who.of(t) if a not in beyond)


def _whose_rule(args: Arguments, t: Token) -> Actors:
    """As in "the clerical leadership in Chad": the state that is led."""
    if t.lemma not in _RULING:
        return ()
    within = (o for p in args.doc.kids(t, "prep") if p.lower == "in" for o in args.doc.kids(p, "pobj"))
    states = (a for o in within for a in (args.who.of(o) or _seat(args, o.text)))
    return tuple(a for a in states if args.cast.type_of(a) is ActorType.STATE)[:1]


def _region_as_state(args: Arguments, actor: str) -> Actors:
    if args.cast.type_of(actor) not in {ActorType.REGION, ActorType.PERSON}:
        return ()
    return _seat(args, args.cast.actors[actor].name)


def _seat(args: Arguments, word: str) -> Actors:
    state = args.cast.gazetteer.seat(word)
    return (args.cast.entry(state),) if state else ()
