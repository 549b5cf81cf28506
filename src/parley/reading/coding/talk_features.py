"""What else is told of a talk beside its sides: the agenda, the manner, the level, the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.reading.assemble import Context
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_grammar import VERBS, Clause, top_of
from parley.reading.coding.talkbook import MannerWording, Talkbook
from parley.reading.coding.wording import kept, spaced
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import Level, PlaceRole, TalkFormat
from parley.terms.values import Place, Trace

_ABOUT = frozenset({"on", "about", "over", "concerning", "regarding"})
_TOPIC_VERBS = {
    "focus": "on",
    "center": "on",
    "centre": "on",
    "concentrate": "on",
    "deal": "with",
    "touch": "on",
    "revolve": "around",
}
_TOPIC_OBJECTS = frozenset({"discuss", "address", "cover", "debate", "tackle", "explore"})
_NO_TOPIC = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "sideline", "side",
    "occasion", "condition", "basis", "day", "week", "month", "year", "weekend", "telephone", "phone", "period",
    "evening", "morning", "outcome", "way", "talk", "talks", "meeting", "eve", "margin", "course", "part",
    "behalf", "time", "night", "afternoon", "soil", "ground",
})  # fmt: skip
_AT = frozenset({PlaceRole.AT, PlaceRole.TO})
_LONGEST = 12
"""Words that a topic may have at most: what is longer is a tale, not a topic."""


def agenda_of(doc: Document, t: Token, told: Iterable[Clause], args: Arguments) -> tuple[str, ...]:
    """What a talk is about, as told, each topic once."""
    found = [w for topic in _topics(doc, t, told) for w in topics(doc, topic, args)]
    return tuple(dict.fromkeys(found))


def _topics(doc: Document, t: Token, told: Iterable[Clause]) -> Iterator[Token]:
    for noun in {t.i: t, top_of(doc, t).i: top_of(doc, t)}.values():
        yield from _after(doc, noun, _ABOUT)
        for k in doc.kids(noun, "acl", "relcl"):
            yield from _of_verb(doc, k)
    for c in told:
        if c.place == "subject":
            yield from _of_verb(doc, c.verb)
        elif c.place in {"object", "passive"}:
            yield from _after(doc, c.verb, _ABOUT)
            yield from (o for k in doc.kids(c.verb, "advcl", "xcomp") if _to(doc, k) for o in _of_verb(doc, k))


def verb_topics(doc: Document, verb: Token, agenda: bool, args: Arguments) -> tuple[str, ...]:
    """What the sides of a verb ("met", "discussed") talk about; `agenda` says that its object is that."""
    found = list(doc.kids(verb, "dobj", "nsubjpass")) if agenda else []
    found += _after(doc, verb, _ABOUT)
    found += [o for k in doc.kids(verb, "advcl", "xcomp", "conj") if _to(doc, k) for o in _of_verb(doc, k)]
    return tuple(dict.fromkeys(w for t in found for w in topics(doc, t, args)))


def _to(doc: Document, k: Token) -> bool:
    return any(x.tag == "TO" for x in doc.kids(k, "aux"))


def _after(doc: Document, t: Token, words: frozenset[str]) -> list[Token]:
    return [o for p in doc.kids(t, "prep") if p.lower in words for o in doc.kids(p, "pobj")]


def _of_verb(doc: Document, verb: Token) -> Iterator[Token]:
    if verb.lemma in _TOPIC_VERBS:
        yield from _after(doc, verb, frozenset({_TOPIC_VERBS[verb.lemma]}))
    elif verb.lemma in _TOPIC_OBJECTS:
        yield from doc.kids(verb, "dobj")


def topics(doc: Document, t: Token, args: Arguments) -> Iterator[str]:
    """The topics that a phrase lists: "trade, oil and border security" is three."""
    if t.ent in {"DATE", "TIME"} or t.lemma in _NO_TOPIC or t.pos in {"PRON", "NUM", "DET"} or t.i in args.cast.places:
        return
    inside = kept(doc, t)
    for part in _listed(doc, t, inside):
        words = [x for x in part if x.pos != "PUNCT" or part[0].i < x.i < part[-1].i]
        words = _without_company(words, args)
        while words and words[0].pos in {"DET", "PRON", "CCONJ", "PUNCT"}:
            words = words[1:]
        if words and len(words) <= _LONGEST:
            yield spaced(doc.text[words[0].start : words[-1].end])


def _without_company(words: list[Token], args: Arguments) -> list[Token]:
    """A topic ends where those with whom it is discussed begin: "migrants with Syldavian officials"."""
    for n, x in enumerate(words):
        if n and x.lower == "with" and any(y.i in args.cast.covered for y in words[n:]):
            return words[:n]
    return words


def _listed(doc: Document, t: Token, inside: list[Token]) -> Iterator[list[Token]]:
    """The stretches between the commas and conjunctions of a list; one stretch where there is no list."""
    cuts = {
        k.i
        for x in _members(doc, t)
        for k in doc.kids(x, "cc", "punct")
        if k.text in {",", ";", "and", "or", "&"} and k.i > x.i
    }
    cuts |= {k.i for x in _members(doc, t) for k in doc.kids(x, "cc")}
    part: list[Token] = []
    for x in inside:
        if x.i in cuts:
            if part:
                yield part
            part = []
        else:
            part.append(x)
    if part:
        yield part


def _members(doc: Document, t: Token) -> Iterator[Token]:
    """The words of a list: those joined to its head, or to what describes its head as the parser has it."""
    for k in doc.kids(t, "conj", "nmod", "compound", "amod"):
        if k.dep == "conj" or doc.kids(k, "conj"):
            yield from _members(doc, k)
    if doc.kids(t, "conj") or t.dep == "conj":
        yield t


def manner_of(
    doc: Document, t: Token, verb: Token | None, book: Talkbook
) -> tuple[TalkFormat | None, Level | None, list[Trace]]:
    """How and at which level the sides met, with the words that say so."""
    format_: TalkFormat | None = None
    level: Level | None = None
    fired: list[Trace] = []
    for word, wording in _manners(doc, t, verb, book):
        fired.append(Trace("talk", wording.id, word.start, word.end))
        format_, level = format_ or wording.format, level or wording.level
    return format_, level, fired


def _manners(doc: Document, t: Token, verb: Token | None, book: Talkbook) -> Iterator[tuple[Token, MannerWording]]:
    about = (
        [k for n in (t, top_of(doc, t)) for k in doc.kids(n, "amod", "compound", "nmod", "advmod")]
        if t.pos not in VERBS
        else []
    )
    if verb is not None:
        about += [o for p in doc.kids(verb, "prep") if p.lower in {"by", "via", "over"} for o in doc.kids(p, "pobj")]
    for word in about:
        yield from ((word, w) for _, w in book.manners.fitting(doc, word))
    if t.pos in VERBS:
        for word in (s for s in subjects_of(doc, t) if s.pos == "NOUN"):
            yield from ((word, w) for _, w in book.manners.fitting(doc, word) if w.level)


def place_of(at: Context, head: Token, verb: Token | None, visit: bool) -> Place | None:
    """The venue: the first place at which the talk, or else the verb that tells of it, is said to be."""
    for t in (head, verb, *_last_sides(at, head, verb)):
        if t is not None:
            for place in at.where(t):
                if place.role is PlaceRole.AT or (visit and place.role in _AT):
                    return place
    return None


def _last_sides(at: Context, head: Token, verb: Token | None) -> Iterator[Token]:
    """The last words for the sides: a place that the parser hangs on them ("brought A and B together in Klow")."""
    for t in (head, verb):
        if t is not None:
            ends = [*at.doc.kids(t, "dobj"), *(o for p in at.doc.kids(t, "prep") for o in at.doc.kids(p, "pobj"))]
            for o in ends:
                joined = at.doc.kids(o, "conj")
                yield from (
                    x for x in joined if x.i + 1 < len(at.doc.tokens) and at.doc.tokens[x.i + 1].lower in {"in", "at"}
                )
