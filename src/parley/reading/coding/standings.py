"""What one actor is to another: "an ally of", "its patron", "the son of"."""

from __future__ import annotations

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.judgements_judges import regarded
from parley.reading.coding.predication import COPULAS, carrier
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import ActorType, How

Actors = tuple[str, ...]
_OWNING = ("poss", "amod", "compound", "nmod")
_OPENING = frozenset({"a", "an", "the", "then", "once", "long", "now", "its", "his", "their", "her"})
_CLOSING = frozenset({",", ".", ";", ")", "–", "-"})
_NAMING = frozenset({How.NAME, How.ALIAS, How.TITLE, How.METONYMY})


def standing(doc: Document, t: Token, args: Arguments, mutual: bool = True) -> tuple[Actors, Actors]:
    """Who is it, and to whom: both () where either is not said. Two who are so to each other: the first to the rest.

    Only what is `mutual` is so between two of whom nothing more is told: two guarantors are not each other's.
    """
    held = regarded(doc, t)
    who = _bearers(doc, t, args) if held is None else args.who.of(held.about)
    whose = _whose(doc, t, args)
    if mutual and not whose and t.tag in {"NNS", "NNPS"} and len(who) > 1:
        return who[:1], who[1:]
    whose = tuple(a for a in whose if a not in who)
    return (who, whose) if who and whose else ((), ())


def _bearers(doc: Document, t: Token, args: Arguments) -> Actors:
    verb = carrier(doc, t)
    if verb is not None:
        if verb.lemma not in COPULAS:
            return ()
        subjects = subjects_of(doc, verb)
        return args.who.of_all(subjects) or _before_who(doc, subjects, args)
    beside = args.cast.covered.get(t.i + 1) if t.i + 1 < len(doc.tokens) else None
    together = beside is not None and beside.first == t.i + 1 and one_line(doc, t, beside.first)
    if together and beside is not None and beside.how in _NAMING and not beside.modifier:
        return args.who.of(doc.tokens[beside.head])
    for k in doc.kids(t, "appos"):
        found = args.cast.covered.get(k.i)
        if found is not None and found.how in _NAMING and not parted(doc, t, k):
            return args.who.of(k)
    up = doc.head(t)
    if t.dep == "appos" and up.i < t.i and not parted(doc, up, t):
        found = args.cast.covered.get(up.i)
        if found is not None and (found.how in _NAMING or found.first < up.i):
            return args.who.of(up) if not doc.kids(up, "conj") else found.actors
    return _set_beside(doc, t, args)


def _set_beside(doc: Document, t: Token, args: Arguments) -> Actors:
    """As in "the army, then the strongest supporter of the rebels, left", wherever the parser hangs the phrase."""
    if t.dep in {"appos", "compound", "amod", "poss"}:
        return ()
    inside = doc.subtree(t)
    first, last = inside[0].i, inside[-1].i
    opened = first > 1 and doc.tokens[first - 1].text == "," and doc.tokens[first].lower in _OPENING
    closed = last + 1 >= len(doc.tokens) or doc.tokens[last + 1].text in _CLOSING
    before = args.cast.covered.get(first - 2)
    if not (opened and closed) or before is None or before.last != first - 1 or before.modifier:
        return ()
    named = before.how in _NAMING or before.how is How.DESCRIPTION
    return before.actors if named and doc.tokens[first].sentence == t.sentence else ()


def _before_who(doc: Document, subjects: tuple[Token, ...], args: Arguments) -> Actors:
    """As in "the ousting of X, the governor of Klow, who was": the person named last before it."""
    if len(subjects) != 1 or subjects[0].lower != "who":
        return ()
    floor = doc.sentence_of(subjects[0]).first
    found = (args.cast.covered.get(i) for i in range(subjects[0].i - 1, floor - 1, -1))
    people = (f for f in found if f is not None and f.how in _NAMING and not f.modifier)
    return next((f.actors for f in people if args.cast.type_of(f.actors[0]) is ActorType.PERSON), ())


def one_line(doc: Document, t: Token, i: int) -> bool:
    """Whether the word at `i` stands in the line of the word before it: a headline describes nobody after it."""
    return "\n" not in doc.text[t.end : doc.tokens[i].start]


def parted(doc: Document, before: Token, t: Token) -> bool:
    """Whether a semicolon or a line's end stands between two words: what follows it is said of somebody else."""
    between = doc.text[before.end : t.start]
    return ";" in between or "\n" in between


def _whose(doc: Document, t: Token, args: Arguments) -> Actors:
    out: list[str] = []
    for k in doc.kids(t, *_OWNING):
        found = args.cast.covered.get(k.i)
        if found is not None and found.head == k.i:
            out.extend(found.actors)
            out.extend(a for c in doc.kids(k, "conj") for a in args.who.of(c))
    if not out:
        of = (o for p in doc.kids(t, "prep") if p.lower in {"of", "to"} for o in doc.kids(p, "pobj"))
        out.extend(args.who.of_all(of))
    return tuple(dict.fromkeys(out))
