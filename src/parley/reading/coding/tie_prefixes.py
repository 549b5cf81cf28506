"""Ties told by a word before a noun: "Iran-backed fighters", "the pro-Iranian militia"."""

from __future__ import annotations

from parley.reading.actors.cast import Found
from parley.reading.coding.arguments import Arguments
from parley.reading.coding.tie_ends import Actors
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import How


def prefixed(doc: Document, t: Token, args: Arguments) -> tuple[Actors, Actors]:
    """As in "Iran-backed fighters": who backs, and whom."""
    up = doc.head(t)
    if t.dep not in {"amod", "compound", "nmod"} or up.pos not in {"NOUN", "PROPN"} or t.i == 0:
        return (), ()
    hyphen = doc.tokens[t.i - 1].text in {"-", "–"}
    first = t.i - (2 if hyphen else 1)
    before = args.cast.covered.get(first)
    if before is not None and hyphen and before.last > t.i:
        by = _of_land(args, doc.tokens[first])  # the group's own name begins there: "Norwegian-backed rebels"
    elif before is None or before.how is How.PRONOUN or not (hyphen or _describing(doc, t, before)):
        return (), ()
    else:
        by = before.actors
    whom = _described(args, up, t)
    return by, tuple(a for a in whom if a not in by)


def sided(doc: Document, t: Token, args: Arguments) -> tuple[Actors, Actors]:
    """As in "the pro-Iranian militia": who is so, and for or against whom."""
    if t.i + 2 >= len(doc.tokens) or doc.tokens[t.i + 1].text not in {"-", "–"}:
        return (), ()
    whom = args.cast.covered.get(t.i + 2)
    up = doc.head(t)
    while up.dep in {"compound", "amod", "nmod"} and up.i < doc.head(up).i:
        up = doc.head(up)
    if up.i <= t.i + 2:
        return (), ()
    who = args.cast.by_head.get(up.i)
    named = whom.actors if whom is not None and whom is not who else _of_land(args, doc.tokens[t.i + 2])
    found = who.actors if who is not None else (_beside(args, up) or args.unnamed_of((up,))) if named else ()
    own = any(args.cast.actors[a].name.lower().startswith(t.lower) for a in named)  # "Anti-balaka boys" are of it
    return ((), ()) if own else (found, tuple(a for a in named if a not in found))


def _describing(doc: Document, t: Token, before: Found) -> bool:
    """Whether a name without a hyphen belongs to the participle: "the Tajik dominated council"."""
    if before.last > t.i:
        return False
    return (t.lower != "armed" and before.modifier) or doc.tokens[before.head].dep == "npadvmod"


def _described(args: Arguments, up: Token, t: Token) -> Actors:
    named = args.cast.by_head.get(up.i)
    if named is not None and named.first >= t.i - 3:
        return named.actors
    return args.who.of(up) or _beside(args, up) or args.unnamed_of((up,))


def _beside(args: Arguments, up: Token) -> Actors:
    """As in "X, a Chad-backed province": whom the noun describes."""
    doc = args.doc
    if up.dep == "appos":
        return args.who.of(doc.head(up))
    return args.who.of_all(subjects_of(doc, doc.head(up))) if up.dep == "attr" else ()


def _of_land(args: Arguments, t: Token) -> Actors:
    """The state that a word is the adjective of, or whose seat or name it is."""
    gazetteer = args.cast.gazetteer
    found = gazetteer.demonym(t.text) or gazetteer.named(t.text) or gazetteer.seat(t.text)
    return (args.cast.entry(found),) if found else ()
