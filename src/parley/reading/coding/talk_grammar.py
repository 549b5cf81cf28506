"""Where a talk's noun stands in its sentence: the clauses that tell of it, and what is said of its noun."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.reading.coding.arguments import Arguments
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import is_passive, subjects_of

VERBS = frozenset({"VERB", "AUX"})
CONTAINERS = frozenset({
    "round", "series", "day", "week", "month", "hour", "year", "session", "set", "resumption", "start",
    "opening", "beginning", "end", "conclusion", "outcome", "result", "aftermath", "string", "bout", "stage",
    "phase", "part", "spate", "flurry", "kind", "form", "site", "venue", "course", "sideline", "collapse",
    "breakdown", "failure", "breakup", "break-up", "success",
})  # fmt: skip
"""Nouns that hold a talk: what is said of them is said of it ("a second round of talks")."""
_HAVING = frozenset({"have", "hold", "wield", "enjoy", "exert", "possess", "use", "lack", "retain"})
"""Verbs whose subject does what their object is for: "holds the sway to arrange talks"."""
_OFFERS = frozenset(
    {"invitation", "proposal", "offer", "call", "request", "idea", "suggestion", "demand", "overture", "appeal"}
)
"""Nouns that hold out a talk: to reject the invitation is to reject the talk."""
_CALLING = frozenset({"call", "prevail", "appeal", "arrange"})
"""Verbs that call on somebody to do what is their content."""
_DETERMINED = frozenset({"the", "this", "these", "those", "that", "both", "such"})
_FRESH = frozenset({
    "another", "further", "new", "next", "follow-up", "followup", "follow", "fresh", "additional", "more",
    "future", "renewed", "subsequent", "other", "again", "separate", "repeat",
})  # fmt: skip
_FORMER = frozenset({"previous", "earlier", "past", "former", "last", "prior", "preceding", "original", "old"})
_ORDINALS = {
    w: n
    for n, w in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 1
    )
}
_ROUNDS = frozenset({"round", "meeting", "session", "summit", "conference", "time"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb that tells of a talk; `place` is the talk's: object, passive, subject or a preposition."""

    verb: Token
    place: str


def top_of(doc: Document, t: Token) -> Token:
    """The noun by which a talk's noun is governed: itself, what holds it, or what it is joined to."""
    for _ in range(6):
        up = doc.head(t)
        if t.dep == "pobj" and up.lower == "of" and doc.head(up).lemma in CONTAINERS:
            t = doc.head(up)
        elif t.dep == "conj" and up.pos in {"NOUN", "PROPN"} and up.i != t.i:
            t = up
        else:
            return t
    return t


def main_clause(doc: Document, t: Token) -> Clause | None:
    """The verb that governs a talk's noun, and how."""
    top = top_of(doc, t)
    up = doc.head(top)
    if top.dep == "pobj":
        return _through(doc, up)
    if up.pos not in VERBS or up.i == top.i:
        return None
    place = {"dobj": "object", "nsubj": "subject", "nsubjpass": "passive", "attr": "object"}.get(top.dep)
    return Clause(up, place) if place else None


def _through(doc: Document, prep: Token) -> Clause | None:
    """As in "took part in talks", "led a delegation to Klow for talks": the verb above the preposition's noun."""
    up = _above(doc, prep)
    if up.lemma in _OFFERS and up.dep in {"dobj", "nsubjpass"} and doc.head(up).pos in VERBS:
        return Clause(doc.head(up), "object" if up.dep == "dobj" else "passive")
    if up.pos in {"NOUN", "PROPN"} and up.dep in {"dobj", "nsubjpass", "pobj"}:
        up = _above(doc, up)
    if up.pos in VERBS:
        return Clause(up, prep.lower)
    return None


def _above(doc: Document, t: Token) -> Token:
    """What governs a word, past prepositions and adverbs: "flew *home* after talks", "came *from* talks in Oslo"."""
    up = doc.head(t)
    while up.pos in {"ADP", "ADV"} and up.i != doc.head(up).i:
        up = doc.head(up)
    return up


def clauses(doc: Document, t: Token) -> Iterator[Clause]:
    """Every clause that tells of a talk: the main one, relative ones, and participles."""
    main = main_clause(doc, t)
    if main is not None:
        yield main
        yield from _free(doc, main)
        yield from _left_hanging(doc, t, main)
        yield from (Clause(c, main.place) for c in doc.kids(main.verb, "conj") if _shares(doc, c, main))
    for noun in {t.i: t, top_of(doc, t).i: top_of(doc, t)}.values():
        for k in doc.kids(noun, "relcl", "acl", "amod"):
            if k.pos in VERBS:
                yield from _of_noun(doc, k)


def _shares(doc: Document, c: Token, main: Clause) -> bool:
    return c.pos in VERBS and main.place in {"subject", "passive"} and not doc.kids(c, "nsubj", "nsubjpass")


def _left_hanging(doc: Document, t: Token, main: Clause) -> Iterator[Clause]:
    """As in "after talks that A had mediated and B had hosted": the parser makes the last verb the main one."""
    own = [s for s in doc.kids(main.verb, "nsubj") if s.i > t.i]
    if main.place == "after" and main.verb.i > t.i and own and not doc.kids(main.verb, "dobj"):
        yield Clause(main.verb, "object")


def _free(doc: Document, main: Clause) -> Iterator[Clause]:
    """As in "Mediated by Borduria, the talks ended"."""
    if main.place in {"subject", "passive"}:
        yield from (
            Clause(k, "passive") for k in doc.kids(main.verb, "advcl") if k.tag == "VBN" and doc.kids(k, "agent")
        )


def _of_noun(doc: Document, k: Token) -> Iterator[Clause]:
    own = [s for s in doc.kids(k, "nsubj", "nsubjpass") if not s.tag.startswith("W")]
    if k.dep == "relcl":
        place = "object" if own else ("passive" if is_passive(doc, k) else "subject")
        yield Clause(k, place)
        yield from (Clause(c, place) for c in doc.kids(k, "conj") if c.pos in VERBS)
    elif k.dep == "acl" and k.tag in {"VBN", "VBG"}:
        yield Clause(k, "passive" if k.tag == "VBN" else "subject")
        yield from (Clause(c, "passive") for c in doc.kids(k, "conj") if c.tag == "VBN")
    elif k.dep == "amod" and k.tag == "VBN":
        yield Clause(k, "prefixed")


def doers(doc: Document, c: Clause) -> tuple[Token, ...]:
    """The words for who does what a clause says."""
    if c.place in {"passive", "prefixed"} or is_passive(doc, c.verb):
        return _agents(doc, c.verb) or tuple(o for k in doc.kids(c.verb, "conj") for o in _agents(doc, k))
    up = doc.head(c.verb)
    if c.verb.dep == "xcomp" and up.lemma in _HAVING and doc.kids(up, "dobj"):
        return subjects_of(doc, up)
    if c.verb.dep in {"xcomp", "advcl"} and up.lemma in _CALLING:
        called = tuple(o for p in doc.kids(up, "prep") if p.lower in {"on", "upon", "for"} for o in doc.kids(p, "pobj"))
        if called:
            return called
    return subjects_of(doc, c.verb)


def _agents(doc: Document, verb: Token) -> tuple[Token, ...]:
    return tuple(o for k in doc.kids(verb, "agent", "prep") if k.lower == "by" for o in doc.kids(k, "pobj"))


def prefixed(doc: Document, verb: Token, args: Arguments) -> tuple[str, ...]:
    """The actors before a participle that describes a noun: "Bordurian-brokered"."""
    at = verb.i - 1
    if at >= 0 and doc.tokens[at].text in {"-", "–"}:
        at -= 1
    found = args.cast.covered.get(at)
    return found.actors if found is not None and found.last <= verb.i else ()


def is_definite(doc: Document, t: Token) -> bool:
    """Whether a talk's noun points back to a talk that is known."""
    nouns = (t, top_of(doc, t))
    return any(k.lower in _DETERMINED for n in nouns for k in doc.kids(n, "det"))


def is_fresh(doc: Document, t: Token) -> bool:
    """Whether a talk is told to be one more than those known."""
    return bool(_about(doc, t) & _FRESH)


def is_former(doc: Document, t: Token) -> bool:
    """Whether a talk is told to lie before those known."""
    return bool(_about(doc, t) & _FORMER)


def round_of(doc: Document, t: Token) -> int | None:
    """Which round or meeting it is, where that is told: "the second round of talks"."""
    for n in (top_of(doc, t), t):
        if n.lemma in _ROUNDS:
            for k in doc.kids(n, "amod"):
                if k.lower in _ORDINALS:
                    return _ORDINALS[k.lower]
    return None


def _about(doc: Document, t: Token) -> set[str]:
    nouns = {t.i: t, top_of(doc, t).i: top_of(doc, t)}
    return {k.lower for n in nouns.values() for k in doc.kids(n, "amod", "det", "advmod", "compound", "nmod")}
