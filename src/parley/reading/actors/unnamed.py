"""People whom a report never names: who acts or is acted on stays as it is described."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.actors.cast import Cast, Found, text_of
from parley.reading.actors.phrases import described_name, first_of_phrase
from parley.reading.actors.who import PARTITIVE
from parley.reading.document import Document, Token
from parley.reading.lexicon.tables import People, people, words
from parley.terms.enums import ActorType, How

_WHOLES = frozenset({
    "power", "state", "nation", "country", "side", "mission", "media", "press", "local", "head", "cast", "minor",
    "artillery", "tank", "jet", "warplane", "helicopter", "gunship", "warship", "aircraft", "drone", "convoy", "guard",
    "television", "radio",
})  # fmt: skip
"""Nouns of the table that mean no people unless it is told whose they are."""
_OUTLETS = frozenset({"media", "press", "television", "radio"})
"""Wholes that a word before them tells apart: "state television"."""
_SOME = frozenset({"many", "several", "some", "most", "other", "all"})
_MADE_OF = frozenset({"convoy", "column", "band", "gang"})
"""Nouns for many that are those of whom they are made: "a convoy of refugees"."""
_ANY = frozenset({"a", "an", "any", "no", "every", "each"})
_OF_WHOM = frozenset({"of", "in", "from"})


def unnamed(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The actors that a noun for people describes, those joined to it included; () where it is no such noun.

    They are noted in the cast, so that a later mention leads to them.
    """
    return tuple(dict.fromkeys(a for o in _joined(doc, t) for a in _one(doc, cast, o)))


def bystanders(doc: Document, cast: Cast, tokens: Iterable[Token]) -> tuple[str, ...]:
    """The actors that nouns for anybody at all describe: "shot a *baker*"; only of those to whom something is done."""
    return tuple(dict.fromkeys(a for t in tokens for o in _joined(doc, t) for a in _anybody(doc, cast, o)))


def _anybody(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    if t.pos != "NOUN" or t.lemma not in words("bystanders.tsv"):
        return ()
    met = cast.by_head.get(t.i)
    if met is not None:
        return met.actors
    if not cast.free(t.i, t.i + 1):
        return ()
    return _described(doc, cast, t, ActorType.PERSON if t.tag == "NN" else ActorType.GROUP, "CVL")


def _joined(doc: Document, t: Token) -> list[Token]:
    out = [t]
    for o in out:
        out.extend(c for c in doc.kids(o, "conj") if c.pos in {"NOUN", "PROPN"})
        out.extend(x for p in _of_many(doc, o) for x in doc.kids(p, "pobj"))
    return out


def _of_many(doc: Document, t: Token) -> list[Token]:
    """As in "hundreds *of* villagers", "a group *of* gunmen": what follows is meant."""
    counts = t.lemma in PARTITIVE or t.lemma in _MADE_OF or t.pos == "NUM"
    return [p for p in doc.kids(t, "prep") if p.lower == "of"] if counts else []


def _one(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    if _of_many(doc, t):
        return ()
    met = cast.by_head.get(t.i)
    if met is not None:
        return met.actors
    known = _people(doc, t)
    if known is None or not cast.free(t.i, t.i + 1):
        return ()
    if known.kind != "own" and any(k.tag in {"PRP$", "WP$"} for k in doc.kids(t, "poss")):
        return ()
    kind = ActorType.PERSON if known.kind == "office" and t.tag == "NN" else ActorType.GROUP
    return _described(doc, cast, t, kind, known.sector)


def _described(doc: Document, cast: Cast, t: Token, kind: ActorType, sector: str) -> tuple[str, ...]:
    name = described_name(doc, first_of_phrase(doc, t), t) + _whose(doc, t)
    actor = cast.coin(name, kind, sector=sector, described=name)
    cast.add(Found(t.i, t.i + 1, t.i, (actor,), How.DESCRIPTION))
    return (actor,)


def _whose(doc: Document, t: Token) -> str:
    """As in "people *of Fallujah*": the name that follows tells which."""
    for p in doc.kids(t, "prep"):
        inside = [o for o in doc.kids(p, "pobj") if o.pos == "PROPN"] if p.lower in _OF_WHOM else []
        if inside:
            return f" {p.lower} {text_of(doc.tokens[first_of_phrase(doc, inside[0]) : inside[0].i + 1])}"
    return ""


def _people(doc: Document, t: Token) -> People | None:
    """What the table says of a noun, unless it is a body that is yet to be, or a whole that nothing tells of."""
    known = (people().get(t.lemma) or people().get(t.lower)) if t.pos == "NOUN" else None
    if known is None:
        return None
    said = {k.lower for k in doc.kids(t, "det", "amod", "nummod")}
    if t.lemma in _WHOLES:
        of_some = t.lemma in _OUTLETS and any(k.pos != "PROPN" for k in doc.kids(t, "compound", "amod"))
        return known if of_some or (t.tag == "NNS" and said & _SOME) else None
    return None if known.kind == "body" and t.tag == "NN" and said & _ANY else known
