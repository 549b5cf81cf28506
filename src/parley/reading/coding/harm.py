"""How many people an act killed, wounded, captured or drove out, with the range that the words leave and whose."""

from __future__ import annotations

from collections.abc import Container, Iterator

from parley.reading.actors.who import Who
from parley.reading.coding.counting import Count, count_of
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of
from parley.terms.enums import ActorType, HarmKind
from parley.terms.values import Harm

_VERBS: dict[str, HarmKind] = {
    **dict.fromkeys((
        "kill", "slay", "murder", "massacre", "assassinate", "execute", "behead", "slaughter", "die", "perish", "drown",
    ), HarmKind.KILLED),
    **dict.fromkeys(("injure", "wound", "hurt", "maim"), HarmKind.INJURED),
    **dict.fromkeys((
        "capture", "abduct", "kidnap", "arrest", "detain", "seize", "imprison", "jail", "intern",
    ), HarmKind.CAPTURED),
    **dict.fromkeys(("displace", "uproot"), HarmKind.DISPLACED),
}  # fmt: skip
_LEFT = {
    "dead": HarmKind.KILLED, "wounded": HarmKind.INJURED, "injured": HarmKind.INJURED, "hurt": HarmKind.INJURED,
    "homeless": HarmKind.DISPLACED, "displaced": HarmKind.DISPLACED,
}  # fmt: skip
_TAKEN = frozenset({"life", "lives"})
_INTRANSITIVE = frozenset({"die", "perish", "drown"})
_HANGING = ("advcl", "acl", "relcl", "conj", "xcomp")


def harms(doc: Document, frame: Frame, who: Who, told: Container[int]) -> tuple[Harm, ...]:
    """The harm that an act's verb, or the clauses that hang on the act, tell in numbers; each once.

    `told` are the words of other acts, which have their own.
    """
    verbs = (v for v in _verbs(doc, frame) if v.i == frame.head.i or v.i not in told)
    return tuple(dict.fromkeys(h for verb in verbs for h in _of_verb(doc, verb, who)))


def _verbs(doc: Document, frame: Frame) -> Iterator[Token]:
    """The act's own verb and what goes on from it: "bombed the town, *killing* 12 and *wounding* 30"."""
    heads = [h for h in (frame.head, frame.via) if h is not None]
    if frame.head.pos == "NOUN" and frame.head.dep in {"nsubj", "nsubjpass"}:
        heads.append(doc.head(frame.head))
    for h in heads:
        if h.pos == "VERB" or h.dep == "relcl":
            yield h
        for k in doc.kids(h, *_HANGING):
            if k.pos in {"VERB", "ADJ"}:
                yield k
                yield from (c for c in doc.kids(k, "conj") if c.pos in {"VERB", "ADJ"})


def _of_verb(doc: Document, verb: Token, who: Who) -> Iterator[Harm]:
    kind, victims = _victims(doc, verb)
    if kind is None:
        return
    for v in (x for o in victims for x in (o, *doc.kids(o, "conj"))):
        if v.pos in {"NOUN", "PROPN", "NUM", "ADJ"} and (count := count_of(doc, v) or _one_person(who, v)):
            yield Harm(kind, count.low, count.high, count.text, _side(who, v))


def _victims(doc: Document, verb: Token) -> tuple[HarmKind | None, tuple[Token, ...]]:
    if verb.lemma in {"leave", "claim", "cost", "take"}:
        return _left(doc, verb)
    kind = _VERBS.get(verb.lemma)
    if kind is None:
        return None, ()
    frame = frame_of(doc, verb)
    if verb.lemma in _INTRANSITIVE:
        return kind, frame.subjects
    return kind, frame.objects or frame.after("to", "between")  # "arrested up to 300", "killed between 10 and 15"


def _left(doc: Document, verb: Token) -> tuple[HarmKind | None, tuple[Token, ...]]:
    """As in "left 22 persons dead", "claimed the lives of 12 troops"."""
    lives = [o for o in doc.kids(verb, "dobj") if o.lower in _TAKEN]
    if lives:
        of = (p for o in lives for p in doc.kids(o, "prep") if p.lower == "of")
        return HarmKind.KILLED, (*lives, *(x for p in of for x in doc.kids(p, "pobj")))
    if verb.lemma != "leave":
        return None, ()
    told = [k for c in doc.kids(verb, "oprd", "xcomp", "ccomp", "acomp", "dobj") for k in (c, *doc.kids(c, "amod"))]
    state = next((k for k in told if k.lower in _LEFT), None)
    if state is None:
        return None, ()
    counted = doc.kids(state, "nsubj") or doc.kids(verb, "dobj") or [state]
    return _LEFT[state.lower], tuple(counted)


def _one_person(who: Who, v: Token) -> Count | None:
    """A person by name is one."""
    named = who.cast.by_head.get(v.i)
    one = named is not None and len(named.actors) == 1 and who.cast.type_of(named.actors[0]) is ActorType.PERSON
    return Count(1, 1, who.doc.text[who.doc.tokens[named.first].start : v.end]) if one and named is not None else None


def _side(who: Who, v: Token) -> str | None:
    found = who.of(v)
    return found[0] if len(found) == 1 else None
