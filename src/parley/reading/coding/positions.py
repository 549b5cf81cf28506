"""Positions: what an actor wants on an issue, how strongly, on which condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.assemble import Context, proposal
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.conditions import condition_of, only_then, sets_condition, words_of
from parley.reading.coding.position_parts import NOBODY, actors_of, issue_of
from parley.reading.coding.predication import VERBAL, carrier, is_past, neither, predication
from parley.reading.coding.stances import StanceWording
from parley.reading.coding.wordbook import Wordbook
from parley.reading.coding.wording import kept, spaced
from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of, subjects_of
from parley.terms.bodies import Position
from parley.terms.enums import ActorType, Form, Intensity, PositionStance, Reality
from parley.terms.statement import Proposal

_STRONGLY = frozenset({
    "strongly", "firmly", "fiercely", "adamantly", "categorically", "vehemently", "staunchly", "resolutely", "totally",
    "flatly", "absolutely", "vigorously", "deeply", "bitterly", "completely", "utterly", "repeatedly", "desperately",
    "outright", "fully", "steadfastly", "urgently", "unequivocally", "implacably", "stubbornly", "consistently",
})  # fmt: skip
_MILDLY = frozenset(
    {"reluctantly", "mildly", "slightly", "somewhat", "cautiously", "tepidly", "grudgingly", "tentatively", "partly"}
)
_WILL = frozenset({"will", "'ll", "wo", "shall", "would", "'d"})
_CAN = frozenset({"can", "could", "ca"})
_OPEN = frozenset({"may", "might", "could", "can", "should", "must"})
_SURMISING = frozenset({"suspect", "imagine", "fear"})
_BLAMING = frozenset({"accuse", "charge", "blame", "condemn", "criticise", "criticize", "denounce"})
_MAKING = frozenset({"convince", "persuade", "force", "compel", "oblige", "coax", "induce", "pressure", "get"})
_SAYING = frozenset({"say", "know", "thank", "add", "note", "stress", "emphasise", "emphasize", "remind", "mention"})
_DEEDS = frozenset({
    "death", "killing", "murder", "attack", "bombing", "massacre", "assassination", "raid", "shooting", "strike",
    "explosion", "blast", "kidnapping", "abduction", "beheading", "ambush", "slaughter", "crime", "atrocity",
})  # fmt: skip
_NO_MATTER = {
    PositionStance.FOR: _SAYING, PositionStance.AGAINST: _DEEDS,
    PositionStance.INDIFFERENT: frozenset[str](), PositionStance.CONDITIONAL: frozenset[str](),
}  # fmt: skip
"""What is merely to be said, and single deeds that are condemned: neither is a matter on which to stand."""
_WRECKING = frozenset(
    {"disrupt", "derail", "sabotage", "block", "prevent", "thwart", "boycott", "obstruct", "scrap", "wreck", "scuttle"}
)
"""Verbs that turn round what is wanted: who wants to disrupt an election is against it."""
_NOS = frozenset({"no", "little"})
_TURNED = {PositionStance.FOR: PositionStance.AGAINST, PositionStance.AGAINST: PositionStance.FOR}
_TOLD = frozenset({Reality.HAPPENED, Reality.ONGOING})
_LEADING = frozenset({"to", "that", "for", "about", "on", "whether"})


@dataclass(frozen=True, slots=True)
class _Taken:
    """A position taken at a verb; `whose` are the words for each actor."""

    head: Token
    verb: Token | None
    body: Position
    rule: str
    lasting: bool


def positions(doc: Document, at: Context, args: Arguments) -> Iterator[Proposal]:
    """Every position that a report tells, one an actor and word, in the order of its words."""
    book = at.books.positions
    used: set[int] = set()
    words = book.words
    for t in (t for t in doc.tokens if t.dep == "advcl" or t.lemma in words or t.lower in words):
        told = _worded(doc, t, book, at, args) if book.of(t) else ()
        refused = _refused(doc, t, at, args) if t.dep == "advcl" else ()
        for taken in (*told, *refused):
            if taken.head.i in used:
                continue
            used.add(taken.head.i)
            past = taken.verb is not None and not taken.lasting and is_past(doc, taken.verb)
            reality = Reality.HAPPENED if past else Reality.ONGOING
            yield proposal(at, Form.POSITION, taken.head, taken.body, taken.rule, reality=reality, judged_at=taken.verb)


def _worded(doc: Document, t: Token, book: Wordbook[StanceWording], at: Context, args: Arguments) -> Iterator[_Taken]:
    for _, wording in book.fitting(doc, t):
        taken = list(_taken(doc, t, wording, at, args))
        if taken:
            yield from taken
            return


def _taken(doc: Document, t: Token, wording: StanceWording, at: Context, args: Arguments) -> Iterator[_Taken]:
    if (
        t.dep in {"amod", "compound"}
        or _names(t, args)
        or (wording.needs and not wording.needs & {k.lower for k in doc.subtree(t)})
    ):
        return
    frame = predication(doc, t)
    verb = carrier(doc, t)
    issue = issue_of(doc, frame, wording, args)
    if issue is None:
        return
    deed = issue.lemma in _NO_MATTER[wording.stance] and t.lemma not in {"oppose", "opposed"}
    if _imputed(doc, verb or t, args) or deed or (wording.must and not _must(doc, issue)):
        return
    condition = condition_of(doc, verb or t, t, issue)
    stance = _stance(doc, t, verb, wording, at, condition)
    if stance is None:
        return
    inside = kept(doc, issue, [condition] if condition is not None else ())
    known = at.books.issues.of(inside)
    if wording.known and known is None:
        return
    if wording.must and negated(doc, issue):
        stance = _TURNED[PositionStance.FOR]
    if known is not None and wording.stance is PositionStance.FOR and issue.lemma in _WRECKING:
        stance = _TURNED.get(stance, stance)
    words = _without_leading(doc, inside)
    body = Position(
        "", words, known, stance, _intensity(doc, t, verb, wording), words_of(doc, condition) if condition else None
    )
    wanting = actors_of(doc, frame, wording, at, args)
    if known is None:
        wanting = [(word, a) for word, a in wanting if _in_public_life(a, args)]
    for n, (word, actor) in enumerate(wanting):
        yield _Taken(t if n == 0 else word, verb, replace(body, actor=actor), wording.id, wording.act)


def _must(doc: Document, t: Token) -> bool:
    """As in "said that the vote must be held", "cannot be held", "has to": what is said is what is wanted."""
    if t.pos not in VERBAL or any(s.lower in {"it", "there"} for s in doc.kids(t, "nsubj", "expl")):
        return False
    auxiliaries = {k.lower for k in doc.kids(t, "aux")}
    if auxiliaries & {"must", "should", "ought"} or (auxiliaries & _CAN and negated(doc, t)):
        return True
    return t.lemma in {"have", "need"} and any(k.tag == "TO" for c in doc.kids(t, "xcomp") for k in doc.kids(c, "aux"))


def _in_public_life(actor: str, args: Arguments) -> bool:
    """Whether what somebody wants is of interest whatever it is: not a private person's wish to be famous."""
    told = args.cast.actors.get(actor)
    return told is None or told.type is not ActorType.PERSON or told.sector is not None


def _imputed(doc: Document, verb: Token, args: Arguments) -> bool:
    """As in "is suspected of seeking war", "convinced them to accept": what others surmise, or make somebody do.

    What a named accuser says of somebody stays the accuser's to say.
    """
    for up in doc.path_up(verb):
        if up.lemma in _MAKING:
            return verb.dep in {"xcomp", "ccomp", "pcomp"}
        if up.lemma in _BLAMING:
            return verb.dep == "pcomp" and not args.who.of_all(frame_of(doc, up).subjects)
        if up.lemma in _SURMISING:
            return verb.dep == "pcomp"
        if up.dep not in {"prep", "pcomp"}:
            return False
    return False


def _stance(
    doc: Document, t: Token, verb: Token | None, wording: StanceWording, at: Context, condition: Token | None
) -> PositionStance | None:
    """The stance that the words come to with their negation, modality and condition; None where they come to none."""
    if verb is None:
        return wording.stance
    modals = {k.lower for k in doc.kids(verb, "aux")}
    built_in = bool(wording.needs & _NOS)
    no = _unwanted(doc, t, verb) and not built_in
    made = at.commitment(verb).reality
    if modals & _OPEN and not (no and modals & _CAN and condition):
        return None
    if not modals & _WILL and made not in _TOLD and not ((no or built_in) and made is Reality.DID_NOT_HAPPEN):
        return None
    if "would" in modals and "have" in modals:
        return None  # what somebody would have wanted he did not
    if "would" in modals and condition is None and not no and t.lemma not in {"like", "prefer", "welcome"}:
        return None
    stance = wording.negated if no else wording.stance
    if stance is None:
        return None
    return PositionStance.CONDITIONAL if condition is not None else stance


def _names(t: Token, args: Arguments) -> bool:
    """Whether a word is part of how an actor is called: "opposing factions" oppose nothing."""
    found = args.cast.covered.get(t.i)
    return found is not None and found.head != t.i


def _unwanted(doc: Document, t: Token, verb: Token | None) -> bool:
    return any(negated(doc, w) or neither(doc, w) for w in {t, verb or t})


def _intensity(doc: Document, t: Token, verb: Token | None, wording: StanceWording) -> Intensity:
    about = {k.lower for w in (t, verb) if w is not None for k in doc.kids(w, "advmod")}
    if wording.negated is PositionStance.INDIFFERENT and _unwanted(doc, t, verb):
        return Intensity.LOW
    if about & _STRONGLY:
        return Intensity.HIGH
    return Intensity.LOW if about & _MILDLY else wording.intensity


def _without_leading(doc: Document, inside: list[Token]) -> str:
    while len(inside) > 1 and inside[0].lower in _LEADING:
        inside = inside[1:]
    return spaced(doc.text[inside[0].start : inside[-1].end])


def _refused(doc: Document, t: Token, at: Context, args: Arguments) -> Iterator[_Taken]:
    """As in "will not take in refugees unless …": what is refused until a condition is met, on an issue of the list."""
    if t.dep != "advcl" or not sets_condition(doc, t):
        return
    verb = doc.head(t)
    while verb.dep == "conj" and doc.head(verb).pos in VERBAL:
        verb = doc.head(verb)
    top = _top(doc, verb)
    modals = {k.lower for k in doc.kids(top, "aux")}
    refused = negated(doc, top) or only_then(doc, t)
    if not refused or not modals & (_WILL | _CAN) or verb.pos not in VERBAL:
        return
    inside = [x for x in kept(doc, verb, [t]) if x.i >= verb.i]
    known = at.books.issues.of(inside)
    actors = [a for s in subjects_of(doc, top) for a in args.who.of(s) if args.cast.type_of(a) not in NOBODY]
    if known is None or len(actors) != 1:
        return
    words = spaced(doc.text[inside[0].start : inside[-1].end])
    body = Position(actors[0], words, known, PositionStance.CONDITIONAL, Intensity.HIGH, words_of(doc, t))
    yield _Taken(verb, top, body, "refused-unless", True)


def _top(doc: Document, verb: Token) -> Token:
    """The verb that bears the modal and the negation: "will not be able to take in"."""
    up = doc.head(verb)
    if verb.dep == "xcomp" and up.pos == "ADJ":
        return doc.head(up) if doc.head(up).pos in VERBAL else verb
    if verb.dep == "xcomp" and up.pos in VERBAL:
        return up
    return verb
