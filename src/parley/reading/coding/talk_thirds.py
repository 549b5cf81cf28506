"""Who meets each of two sides by itself, or is called a mediator, brings them together and is no side of the talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.actors.definites import MEDIATORS
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_episodes import Sides
from parley.reading.coding.talk_grammar import VERBS, main_clause
from parley.reading.coding.talk_mentions import TalkMention
from parley.reading.coding.talk_parts import sides_at
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import frame_of

Actors = tuple[str, ...]
_EACH = frozenset({"separately", "individually"})
_BOTH = frozenset({"both"})
_WITH = ("with", "to")
_MEDIATING = frozenset({"mediate", "moderate", "facilitate", "arbitrate"})


def with_thirds(doc: Document, args: Arguments, told: Sequence[TalkMention], sides: Sides) -> tuple[TalkMention, ...]:
    """The same tellings, with whoever stands between two sides as the mediator.

    "Met both" says so only of sides that the report has talking with each other elsewhere; "met separately" by itself.
    """
    made = tuple(_with_called(doc, args, _with_third(doc, args, m, told, sides)) for m in told)
    brought = _brought(doc, args, made)
    return tuple(replace(m, mediators=brought[m.head.i]) if m.head.i in brought else m for m in made)


def _brought(doc: Document, args: Arguments, told: Sequence[TalkMention]) -> dict[int, Actors]:
    """As in "They met in Oslo. *Qatar mediated*.": who did so is told by itself, of the talk told just before."""
    out: dict[int, Actors] = {}
    for t in doc.tokens:
        if t.lemma not in _MEDIATING or t.tag not in {"VBD", "VBZ", "VBP"} or doc.kids(t, "dobj", "prep", "aux", "neg"):
            continue
        who = args.who.of_all(doc.kids(t, "nsubj"))
        near = [m for m in told if m.head.i < t.i and t.sentence - m.head.sentence <= 1 and len(m.parties) > 1]
        last = max(near, key=lambda m: m.head.i, default=None)
        if who and last is not None and not last.mediators and not set(who) & set(last.parties):
            out[last.head.i] = who
    return out


def _with_called(doc: Document, args: Arguments, m: TalkMention) -> TalkMention:
    """As in "the talks failed, Qatari *mediators* said": who is called so where it tells of the talk."""
    telling = (up for up in doc.path_up(m.head) if up.pos in VERBS)
    called = [t for up in telling for t in doc.kids(up, "nsubj") if t.lemma in MEDIATORS and t.pos == "NOUN"]
    who = dict.fromkeys(a for t in called for a in (args.who.of(t) or args.owners_of(t)))
    if m.mediators or not who:
        return m
    return replace(m, mediators=tuple(who), parties=tuple(a for a in m.parties if a not in who))


def _with_third(
    doc: Document, args: Arguments, m: TalkMention, told: Sequence[TalkMention], sides: Sides
) -> TalkMention:
    if len(m.parties) < 3 or m.mediators:
        return m
    verb = _verb_of(doc, m.head)
    if verb is None:
        return m
    apart = any(k.lower in _EACH for k in doc.kids(verb, "advmod"))
    third = _third(doc, args, m.head, verb, apart)
    others = tuple(a for a in m.parties if a not in third)
    if not third or not sides.several(others):
        return m
    elsewhere = any(
        sides.within(others, t.parties) and not sides.within(third, t.parties) for t in told if len(t.parties) > 1
    )
    return replace(m, parties=others, mediators=third) if apart or elsewhere else m


def _verb_of(doc: Document, head: Token) -> Token | None:
    if head.pos in VERBS:
        return head
    main = main_clause(doc, head)
    return main.verb if main is not None and main.place == "object" else None


def _third(doc: Document, args: Arguments, head: Token, verb: Token, apart: bool) -> Actors:
    frame = frame_of(doc, verb)
    met = [o for holder in {head.i: head, verb.i: verb}.values() for o in frame_of(doc, holder).after(*_WITH)]
    met += [o for o in frame.objects if o.i != head.i]
    both = any(k.lower in _BOTH for o in met for k in doc.kids(o, "preconj", "det", "cc", "predet"))
    one, other = sides_at(args, frame.subjects), sides_at(args, met)
    if (both or apart) and len(one) == 1 and len(other) > 1:
        return one
    return other if apart and len(other) == 1 and len(one) > 1 else ()
