"""Positions: what an actor wants on an issue, how strongly, on which condition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.reading.assemble import Context, proposal
from parley.reading.coding import issues, stances
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.conditions import condition_of, sets_condition, words_of
from parley.reading.coding.predication import VERBAL, carrier, finite, is_past, predication
from parley.reading.coding.stances import StanceWording
from parley.reading.coding.wordbook import Wordbook
from parley.reading.coding.wording import kept
from parley.reading.commitment.local import negated
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, subjects_of
from parley.terms.bodies import Position
from parley.terms.enums import ActorType, Form, How, Intensity, PositionStance, Reality
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
_TOLD = frozenset({Reality.HAPPENED, Reality.ONGOING})
_NO_ISSUE = frozenset({"PRON", "NUM", "DET"})
_NAMES = frozenset({How.NAME, How.ALIAS, How.METONYMY, How.PRONOUN, How.TITLE})
_NOBODY = frozenset({ActorType.REGION})
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
    book = stances.shipped()
    used: set[int] = set()
    for t in doc.tokens:
        for taken in (*_worded(doc, t, book, at, args), *_refused(doc, t, args)):
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
    if t.dep in {"amod", "compound"} or (wording.needs and not wording.needs & {k.lower for k in doc.subtree(t)}):
        return
    frame = predication(doc, t)
    verb = carrier(doc, t)
    issue = _issue(doc, frame, wording, args)
    if issue is None:
        return
    condition = condition_of(doc, verb or t, t, issue)
    stance = _stance(doc, t, verb, wording, at, condition)
    if stance is None:
        return
    inside = kept(doc, issue, [condition] if condition is not None else ())
    known = issues.shipped().of(inside)
    if wording.known and known is None:
        return
    words = _without_leading(doc, inside)
    body = Position(
        "", words, known, stance, _intensity(doc, t, verb, wording), words_of(doc, condition) if condition else None
    )
    for n, (word, actor) in enumerate(_actors(doc, frame, wording, args)):
        yield _Taken(t if n == 0 else word, verb, replace(body, actor=actor), wording.id, wording.act)


def _actors(doc: Document, frame: Frame, wording: StanceWording, args: Arguments) -> list[tuple[Token, str]]:
    """Each actor with a word of its own: the first may share the predicate's."""
    for place in wording.actor:
        tokens = (
            frame.subjects if place == "subject" else frame.owners if place == "owner" else frame.after(*place.split())
        )
        found: dict[str, Token] = {}
        for t in tokens:
            for word in (t, *_joined(doc, t)):
                for a in args.who.of(word) or args.owners_of(word):
                    if args.cast.type_of(a) not in _NOBODY:
                        found[a] = word if a in _own(word, args) else found.get(a, word)
        if found:
            return _apart([(word, a) for a, word in found.items()])
    return []


def _own(t: Token, args: Arguments) -> tuple[str, ...]:
    mention = args.cast.by_head.get(t.i)
    return mention.actors if mention is not None else ()


def _apart(found: list[tuple[Token, str]]) -> list[tuple[Token, str]]:
    """Only one actor a word, for each position has a head of its own."""
    words: dict[int, tuple[Token, str]] = {}
    for word, actor in found:
        words.setdefault(word.i, (word, actor))
    return list(words.values())


def _joined(doc: Document, t: Token) -> Iterator[Token]:
    for c in doc.kids(t, "conj"):
        if c.pos not in VERBAL:
            yield c
            yield from _joined(doc, c)


def _issue(doc: Document, frame: Frame, wording: StanceWording, args: Arguments) -> Token | None:
    """The word that what is at issue turns on: a thing or a clause, not an actor and not a mere pronoun."""
    for place in wording.issue:
        if place == "clause":
            after = (k for k in doc.kids(frame.head, "xcomp", "ccomp", "pcomp") if k.i > frame.head.i)
            found = next((k for k in after if _wished(doc, k)), None) or _clause_after(doc, frame.head)
            if found is not None:
                return found
            continue
        tokens = (
            frame.objects
            if place == "object"
            else frame.subjects
            if place == "subject"
            else frame.after(*place.split())
        )
        for o in tokens:
            if o.pos not in _NO_ISSUE and o.pos not in VERBAL and not _is_actor(o, args):
                return o
        if place not in {"object", "subject"} and (inner := _gerund(doc, frame.head, place)):
            return inner
    return None


def _wished(doc: Document, t: Token) -> bool:
    """Whether a clause says what is to be ("that he leave", "must leave", "to leave"), not what is or was so."""
    if t.pos not in VERBAL:
        return True
    bearer = finite(doc, t)
    return t.dep != "ccomp" or bearer.tag in {"VB", "MD"} or {k.lower for k in doc.kids(t, "aux")} >= {"to"}


def _clause_after(doc: Document, t: Token) -> Token | None:
    return next(iter(doc.kids(t, "acl")), None) if t.pos in {"NOUN", "ADJ"} else None


def _gerund(doc: Document, t: Token, place: str) -> Token | None:
    """As in "rejects the idea of returning", "insists on leaving"."""
    return next((c for p in doc.kids(t, "prep") if p.lower in place.split() for c in doc.kids(p, "pcomp")), None)


def _is_actor(t: Token, args: Arguments) -> bool:
    found = args.cast.by_head.get(t.i)
    return found is not None and (found.how in _NAMES or args.cast.type_of(found.actors[0]) is not ActorType.GROUP)


def _stance(
    doc: Document, t: Token, verb: Token | None, wording: StanceWording, at: Context, condition: Token | None
) -> PositionStance | None:
    """The stance that the words come to with their negation, modality and condition; None where they come to none."""
    if verb is None:
        return wording.stance
    modals = {k.lower for k in doc.kids(verb, "aux")}
    no = _unwanted(doc, t, verb)
    made = at.commitment(verb).reality
    if modals & _OPEN and not (no and modals & _CAN and condition):
        return None
    if not modals & _WILL and made not in _TOLD and not (no and made is Reality.DID_NOT_HAPPEN):
        return None
    if "would" in modals and condition is None and not no and t.lemma not in {"like", "prefer", "welcome"}:
        return None
    stance = wording.negated if no else wording.stance
    if stance is None:
        return None
    return PositionStance.CONDITIONAL if condition is not None else stance


def _unwanted(doc: Document, t: Token, verb: Token | None) -> bool:
    return any(negated(doc, w) for w in {t, verb or t})


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
    return doc.text[inside[0].start : inside[-1].end]


def _refused(doc: Document, t: Token, args: Arguments) -> Iterator[_Taken]:
    """As in "will not take in refugees unless …": what is refused until a condition is met, on an issue of the list."""
    if t.dep != "advcl" or not sets_condition(doc, t):
        return
    verb = doc.head(t)
    while verb.dep == "conj" and doc.head(verb).pos in VERBAL:
        verb = doc.head(verb)
    top = _top(doc, verb)
    modals = {k.lower for k in doc.kids(top, "aux")}
    if not negated(doc, top) or not modals & (_WILL | _CAN) or verb.pos not in VERBAL:
        return
    inside = [x for x in kept(doc, verb, [t]) if x.i >= verb.i]
    known = issues.shipped().of(inside)
    actors = [a for s in subjects_of(doc, top) for a in args.who.of(s) if args.cast.type_of(a) not in _NOBODY]
    if known is None or len(actors) != 1:
        return
    words = doc.text[inside[0].start : inside[-1].end]
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
