"""Ties told by what somebody does, feels or is: "depends on", "is wary of", "its distrust of"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.predication import VERBAL, carrier, predication
from parley.reading.coding.tie_ends import Actors, at_first, named, owners, shares, tokens_at, unnamed_at, whose_will
from parley.reading.coding.tiebook import TieWording
from parley.reading.coding.wording import noun_text
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of, is_passive, subjects_of
from parley.terms.enums import Relation

_LASTING = frozenset({
    "long", "once", "formerly", "previously", "traditionally", "historically", "always", "consistently", "still",
    "openly", "actively", "steadfastly", "staunchly", "repeatedly", "secretly", "covertly", "quietly", "tacitly",
    "largely", "heavily", "routinely", "regularly", "initially", "originally",
})  # fmt: skip
_OF_PLACES = frozenset({Relation.GOVERNS, Relation.PART_OF, Relation.MEMBER_OF})
"""Relations to places as such, where a seat does not mean its state."""
_GOING_ON = frozenset({"continue", "keep", "remain"})
"""Verbs under which an infinitive tells of what lasts: "continues to arm"."""
_PERFECT = frozenset({"has", "have", "had", "'ve", "having"})
_STRETCHES = frozenset({"year", "decade", "century", "generation", "month", "war", "era", "period", "reign"})
"""What something lasted for: "for years", "during the war"."""
_WHILE = frozenset({"for", "during", "throughout", "over"})
_NO = frozenset({"no", "little", "few", "scant", "neither", "scarce"})
_AIMING = frozenset({
    "want", "seek", "try", "aim", "vow", "strive", "work", "plot", "hope", "intend", "attempt", "continue", "wish",
    "swear", "conspire", "struggle", "fight", "move",
})  # fmt: skip
_BENT = frozenset({"determined", "bent", "keen", "eager", "anxious", "committed", "trying", "sworn", "desperate"})
_KEPT_UP = frozenset({
    "economy", "military", "army", "budget", "industry", "survival", "currency", "security", "government", "regime",
    "state", "force", "treasury", "agriculture", "leadership", "grid",
})  # fmt: skip
"""What of somebody's depends on others as he does."""
_RULE = frozenset({"government", "regime", "rule", "leadership", "president", "authority", "junta", "power"})
"""What is somebody's so much that it is he whom it is done to."""
_ENJOYING = frozenset({"enjoy", "have", "receive", "retain", "get", "keep", "attract", "draw", "command"})
_THANKS = frozenset({"with", "to", "under", "through"})
"""Prepositions under which what is lent serves the clause's subject: "with its backing", "thanks to its help"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Who stands so to whom, for which goods; `lacking` where it is told that there is little or none of it."""

    from_: Actors
    to: Actors
    verb: Token | None
    goods: Actors = ()
    lacking: bool = False


def deed(doc: Document, t: Token, wording: TieWording, words: tuple[str, ...], args: Arguments) -> Deed | None:
    """The tie that a word tells by what its subject or owner does; `words` are the others of its phrase."""
    if t.dep in {"amod", "compound"} and t.pos in {"VERB", "NOUN"}:
        return None
    frame = _with_phrase(doc, predication(doc, t), words)
    if not _stands(doc, t, wording, frame):
        return None
    lacking = _little(doc, t, words)
    if lacking and wording.lacking is None:
        return None
    seats = wording.relation not in _OF_PLACES
    from_ = at_first(args, frame, wording.from_, seats=seats) or _shared_agent(doc, t, args)
    to = at_first(args, frame, wording.to, from_, seats)
    goods = _goods(doc, frame, wording)
    if not to and wording.goods:
        to, goods = _through_goods(frame, wording, args)
    if not to and wording.owned:
        to = whose_will(args, (o for p in wording.to for o in tokens_at(frame, p)))
    if not from_ and wording.relation is Relation.DEPENDS_ON:
        from_ = owners(args, (s for s in frame.subjects if s.lemma in _KEPT_UP))
    if not to and len(from_) > 1 and _each_other(doc, frame, wording):
        from_, to = from_[:1], from_[1:]
    if seats:
        to = to or (unnamed_at(args, frame, wording.to) if from_ else ())
        from_ = from_ or (unnamed_at(args, frame, wording.from_) if to else ())
    return Deed(from_, to, carrier(doc, t) or frame.via, goods, lacking)


def feared(doc: Document, t: Token, wording: TieWording, args: Arguments) -> Deed | None:
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
            return Deed(args.who.of_all(subjects), whose, up) if said & wording.needs else None
    return None


def aimed(doc: Document, t: Token, wording: TieWording, args: Arguments) -> Deed | None:
    """As in "wants to topple the government of Chad": who seeks it, and against whom; that it is sought holds."""
    up = doc.head(t)
    if t.dep != "xcomp" or not (up.lemma in _AIMING or up.lower in _BENT) or any(k.lower == "not" for k in doc.kids(t)):
        return None
    frame = predication(doc, t)
    if wording.objects and not wording.objects & {*_heads(doc, frame.objects), *_actor_word(args, frame)}:
        return None
    ruled = (o for o in frame.objects if o.lemma in _RULE or wording.objects)
    to = named(args, frame.objects) or owners(args, ruled)
    return Deed(named(args, subjects_of(doc, t)), to, up if up.pos in VERBAL else carrier(doc, up))


def _actor_word(args: Arguments, frame: Frame) -> tuple[str, ...]:
    return ("actor",) if args.who.of_all(frame.objects) else ()


def lent(doc: Document, t: Token, args: Arguments) -> Deed:
    """As in "with Chad's backing, the rebels", "enjoy Chadian support": whose it is, and the subject that has it."""
    owner = named(args, doc.kids(t, "poss")) or args.owners_of(t)
    up = doc.head(t)
    if any(p.lower in {"for", "to"} for p in doc.kids(t, "prep")):
        return Deed((), (), None)
    if t.dep == "dobj" and up.lemma in _ENJOYING:
        return Deed(owner, named(args, subjects_of(doc, up)), up)
    if t.dep == "pobj" and up.lower in _THANKS:
        verb = next((x for x in doc.path_up(up) if x.pos in VERBAL), None)
        if verb is not None:
            subjects = subjects_of(doc, verb)
            return Deed(owner, named(args, subjects) or args.unnamed_of(subjects), verb)
    return Deed((), (), None)


def _with_phrase(doc: Document, frame: Frame, words: tuple[str, ...]) -> Frame:
    """A frame with what hangs on the nouns of its phrase: "under the umbrella *of Chad*", "gets most *of its oil*"."""
    nouns = [o for _, found in frame.preps for o in found if o.lemma in words or o.lower in words]
    nouns += [x for o in frame.objects for x in (*shares(doc, o), *_joined(doc, o))]
    more = tuple(p for o in nouns if o.pos == "NOUN" for p in frame_of(doc, o).preps if p not in frame.preps)
    owned = tuple(k for o in nouns for k in doc.kids(o, "poss") if o.lemma in words)
    return replace(frame, preps=(*frame.preps, *more), owners=(*frame.owners, *owned)) if more or owned else frame


def _set_off(doc: Document, prep: Token, args: Arguments) -> Token | None:
    """Whom a phrase describes: its noun, or the name that a comma parts it from; of several the first."""
    whom = doc.head(prep)
    if whom.pos in {"NOUN", "PROPN"} and whom.i < prep.i:
        return whom
    found = args.cast.covered.get(prep.i - 2) if prep.i > 1 and doc.tokens[prep.i - 1].text == "," else None
    if found is None or found.last != prep.i - 1:
        return None
    whom = doc.tokens[found.head]
    while whom.dep == "conj" and doc.head(whom).pos in {"NOUN", "PROPN"}:
        whom = doc.head(whom)
    return whom


def placed(doc: Document, t: Token, wording: TieWording, args: Arguments) -> Deed | None:
    """As in "Klow and Strelsau, at odds over the dam": what stands beside those who are so."""
    prep = doc.head(t)
    whom = _set_off(doc, prep, args)
    if t.dep != "pobj" or prep.lower not in wording.needs or whom is None:
        return None
    who, others = named(args, (whom,)), named(args, frame_of(doc, t).after(*wording.to))
    return Deed(who, others, None) if others else Deed(who[:1], who[1:], None)


def _stands(doc: Document, t: Token, wording: TieWording, frame: Frame) -> bool:
    """Whether the words about it are those that the wording asks for, and it tells of what lasts where it must."""
    if wording.objects and not wording.objects & set(_heads(doc, frame.objects)):
        return "name" in wording.objects and any(o.pos == "PROPN" for o in frame.objects)
    if wording.needs and not wording.needs & {k.lower for k in doc.subtree(t)}:
        return "lasting" in wording.needs and _lasts(doc, t)
    if wording.habitual and any(k.lower in _PERFECT for k in doc.kids(t, "aux")) and not _lasts(doc, t):
        return False
    return not (wording.settled or wording.habitual) or _settled(doc, t, frame)


def _each_other(doc: Document, frame: Frame, wording: TieWording) -> bool:
    """As in "are at odds", "distrust each other": whether several who are so are so to one another."""
    there = [o for p in wording.to for o in tokens_at(frame, p)]
    if any(o.lower in {"other", "another"} and {k.lower for k in doc.kids(o, "det")} & {"each", "one"} for o in there):
        return True
    return wording.mutual and not there


def _heads(doc: Document, objects: Iterable[Token]) -> Iterator[str]:
    """What things are: their lemma, those joined to them, and of what a measure is ("most of its gas")."""
    for o in (x for first in objects for x in (first, *_joined(doc, first))):
        yield o.lemma
        yield from (x.lemma for x in shares(doc, o))


def _shared_agent(doc: Document, t: Token, args: Arguments) -> Actors:
    """As in "armed and funded by Chad": who does the second does the first."""
    if t.tag not in {"VBN", "JJ"} or doc.kids(t, "agent", "dobj"):
        return ()
    agents = (o for c in _joined(doc, t) for k in doc.kids(c, "agent") for o in doc.kids(k, "pobj"))
    return named(args, agents)


def _little(doc: Document, t: Token, words: tuple[str, ...]) -> bool:
    """Whether what a phrase is about is told to be little or none: "has *no* faith in"."""
    nouns = [k for k in doc.kids(t, "dobj", "attr") if k.lemma in words or k.lower in words]
    nouns += [t] if t.pos == "NOUN" else []
    return any(k.lower in _NO for o in nouns for k in doc.kids(o, "det", "amod"))


def _settled(doc: Document, t: Token, frame: Frame) -> bool:
    """A lasting state: the present or perfect tense, or a word that says how long; not one act told in the past."""
    if _lasts(doc, t):
        return True
    auxiliaries = {k.lower for k in doc.kids(t, "aux")}
    if auxiliaries == {"to"}:
        up = doc.head(t)
        return up.lemma in _GOING_ON or (up.lemma == "use" and up.tag == "VBD" and not doc.kids(up, "dobj"))
    if t.tag == "VBD" and not auxiliaries and t.lower != t.lemma:
        return False
    return not is_passive(doc, t) or t.dep in {"acl", "relcl"} or bool(auxiliaries) or bool(frame.subjects)


def _lasts(doc: Document, t: Token) -> bool:
    """As in "has long", "repeatedly", in "backed them for years", "has done so since 1998", "throughout the war"."""
    if {k.lower for k in doc.kids(t, "advmod")} & _LASTING:
        return True
    for p in doc.kids(t, "prep"):
        if p.lower == "since":
            return True
        if p.lower in _WHILE and any(o.lemma in _STRETCHES for o in doc.kids(p, "pobj")):
            return True
    return False


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
        for o in tokens_at(frame, place):
            found = args.owners_of(o)
            if found:
                return found, (o.lower,)
    return (), ()
