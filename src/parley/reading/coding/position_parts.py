"""Whose a position is and on what it is taken: the words at the grammatical places that a wording names."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.predication import VERBAL, finite
from parley.reading.coding.stances import StanceWording
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame
from parley.terms.enums import ActorType, How

_NO_ISSUE = frozenset({"PRON", "NUM", "DET"})
_TIMES = frozenset({"DATE", "TIME"})
_VAGUE = frozenset({"one", "thing", "lot", "way", "something", "anything", "nothing", "everything", "more", "time"})
_NAMES = frozenset({How.NAME, How.ALIAS, How.METONYMY, How.PRONOUN, How.TITLE})
_BARE = frozenset({"president", "premier", "prime minister", "minister", "leader", "king", "chief", "general"})
NOBODY = frozenset({ActorType.REGION})
"""Kinds of actors that take no position."""


def actors_of(
    doc: Document, frame: Frame, wording: StanceWording, at: Context, args: Arguments
) -> list[tuple[Token, str]]:
    """Each actor with a word of its own: the first may share the predicate's. In a quotation "we" are its speakers."""
    for place in wording.actor:
        tokens = (
            frame.subjects if place == "subject" else frame.owners if place == "owner" else frame.after(*place.split())
        )
        found: dict[str, Token] = {}
        for t in tokens:
            for word in (t, *_joined(doc, t)):
                for a in args.who.of(word) or args.owners_of(word) or _speaking(word, at):
                    if _may_want(a, args):
                        found[a] = word if a in _own(word, args) else found.get(a, word)
        if not found and place == "subject":
            found = dict.fromkeys((a for a in args.at(frame, place) if _may_want(a, args)), frame.head)
        if found:
            return _apart([(word, a) for a, word in found.items()])
    return []


def _may_want(actor: str, args: Arguments) -> bool:
    """No region, and not "the president" of whom the report never says of what."""
    told = args.cast.actors.get(actor)
    unknown = told is not None and told.country is None and told.name.lower() in _BARE
    return not unknown and args.cast.type_of(actor) not in NOBODY


def _speaking(t: Token, at: Context) -> tuple[str, ...]:
    if t.lower not in {"we", "i"}:
        return ()
    return next((at.who.of_all(q.speakers) for q in at.quotes if q.first <= t.i < q.last), ())


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


def issue_of(doc: Document, frame: Frame, wording: StanceWording, args: Arguments) -> Token | None:
    """The word that what is at issue turns on: a thing or a clause, not an actor and not a mere pronoun."""
    for place in wording.issue:
        if place in {"clause", "action"}:
            found = _clause(doc, frame.head, place)
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
            if (
                o.ent not in _TIMES
                and o.pos not in _NO_ISSUE
                and o.pos not in VERBAL
                and o.lemma not in _VAGUE
                and not _is_actor(o, args)
            ):
                return o
        if place not in {"object", "subject"} and (inner := _gerund(doc, frame.head, place)):
            return inner
    return None


def _clause(doc: Document, head: Token, place: str) -> Token | None:
    """The clause that completes a word: what is to be, and for "action" only what is to be done."""
    after = [k for k in doc.kids(head, "xcomp", "ccomp", "pcomp") if k.i > head.i and _wished(doc, k)]
    if place == "action":
        return next((k for k in after if k.dep == "xcomp" or _to_be_done(doc, k)), None)
    return after[0] if after else _clause_after(doc, head)


def _to_be_done(doc: Document, t: Token) -> bool:
    """As in "suggested that they leave", "that they should leave"; "suggested that they might" only surmises."""
    return "should" in {k.lower for k in doc.kids(t, "aux")} or finite(doc, t).tag == "VB"


def _wished(doc: Document, t: Token) -> bool:
    """Whether a clause says what is to be ("that he leave", "must leave", "to leave"), not what is or was so."""
    if t.pos not in VERBAL:
        return True
    bearer = finite(doc, t)
    return t.dep != "ccomp" or bearer.tag in {"VB", "VBN", "MD"} or {k.lower for k in doc.kids(t, "aux")} >= {"to"}


def _clause_after(doc: Document, t: Token) -> Token | None:
    return next(iter(doc.kids(t, "acl")), None) if t.pos in {"NOUN", "ADJ"} else None


def _gerund(doc: Document, t: Token, place: str) -> Token | None:
    """As in "rejects the idea of returning", "insists on leaving"."""
    return next((c for p in doc.kids(t, "prep") if p.lower in place.split() for c in doc.kids(p, "pcomp")), None)


def _is_actor(t: Token, args: Arguments) -> bool:
    found = args.cast.by_head.get(t.i)
    return found is not None and (found.how in _NAMES or args.cast.type_of(found.actors[0]) is not ActorType.GROUP)
