"""What one actor is to another: "an ally of", "its patron", "the son of"."""

from __future__ import annotations

from collections.abc import Iterable

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.judgements_judges import regarded
from parley.reading.coding.predication import COPULAS, carrier
from parley.reading.coding.tie_ends import Actors, named
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of
from parley.terms.enums import ActorType, How

_OWNING = ("poss", "amod", "compound", "nmod")
_OPENING = frozenset({"a", "an", "the", "then", "once", "long", "now", "its", "his", "their", "her"})
_CLOSING = frozenset({",", ".", ";", ")", "–", "-"})
_ACTING = frozenset({"act", "serve", "function", "emerge", "operate", "work", "behave", "remain", "fight"})
_HAVING = frozenset({"have", "find", "gain", "see", "lose", "win"})
_ONE = frozenset({"one", "some", "two", "three", "most", "many", "several"})
_NAMING = frozenset({How.NAME, How.ALIAS, How.TITLE, How.METONYMY})


def standing(doc: Document, t: Token, args: Arguments, mutual: bool = True) -> tuple[Actors, Actors]:
    """Who is it, and to whom: both () where either is not said. Two who are so to each other: the first to the rest.

    Only what is `mutual` is so between two of whom nothing more is told: two guarantors are not each other's.
    """
    if t.pos == "ADJ":
        return _before_name(doc, t, args)
    held = regarded(doc, t)
    who = _bearers(doc, t, args) if held is None else named(args, (held.about,))
    whose = _whose(doc, t, args)
    if not who and len(whose) > 1:
        who, whose = _described_so(doc, t, args)
    if held is not None and not whose and mutual and who:
        return named(args, held.judges), who
    if mutual and not whose and t.tag in {"NNS", "NNPS"} and len(who) > 1:
        return who[:1], who[1:]
    whose = tuple(a for a in whose if a not in who) or _whose_above(doc, t, args)
    return (who, whose) if who and whose else ((), ())


def _before_name(doc: Document, t: Token, args: Arguments) -> tuple[Actors, Actors]:
    """As in "its rival Klow", "the rival governments of Klow and Strelsau": an adjective before those who are so."""
    up = doc.head(t)
    if t.dep not in {"amod", "compound", "nmod"} or up.i < t.i:
        return (), ()
    while up.dep == "compound" and doc.head(up).i > up.i:
        up = doc.head(up)
    who = args.who.of(up)
    if up.tag in {"NNS", "NNPS"} or len(who) > 1:
        return (who[:1], who[1:]) if len(who) > 1 and not doc.kids(up, "poss") else ((), ())
    whose = _covering(args, doc.kids(up, "poss"))
    return (who, whose) if who and whose and not set(who) & set(whose) else ((), ())


def _described_so(doc: Document, t: Token, args: Arguments) -> tuple[Actors, Actors]:
    """As in "Klow's Bordurian allies": who is so is told by the word that describes them."""
    return _covering(args, doc.kids(t, "amod", "compound", "nmod")), _covering(args, doc.kids(t, "poss"))


def _covering(args: Arguments, tokens: Iterable[Token]) -> Actors:
    """The actors of the names and pronouns that words belong to."""
    found = (args.cast.covered.get(k.i) for k in tokens)
    return tuple(dict.fromkeys(a for f in found if f is not None for a in f.actors))


def _whose_above(doc: Document, t: Token, args: Arguments) -> Actors:
    """As in "has an ally in Klow": whose it is stands above."""
    up = doc.head(t)
    return named(args, subjects_of(doc, up)) if t.dep == "dobj" and up.lemma in _HAVING else ()


def _bearers(doc: Document, t: Token, args: Arguments) -> Actors:
    verb = carrier(doc, t)
    if verb is not None:
        if verb.lemma not in COPULAS:
            return ()
        subjects = subjects_of(doc, verb)
        return named(args, subjects) or _before_who(doc, subjects, args) or args.unnamed_of(subjects)
    as_such = _sworn(doc, t) or _told_as(doc, t) or _counted_among(doc, t) or _had_in(doc, t)
    if as_such:
        return named(args, as_such)
    beside = args.cast.covered.get(t.i + 1) if t.i + 1 < len(doc.tokens) else None
    together = beside is not None and beside.first == t.i + 1 and one_line(doc, t, beside.first)
    if together and beside is not None and beside.how in _NAMING and not beside.modifier:
        return args.who.of(doc.tokens[beside.head])
    for k in doc.kids(t, "appos"):
        found = args.cast.covered.get(k.i)
        if found is not None and found.how in _NAMING and not parted(doc, t, k):
            return args.who.of(k)
    up = doc.head(t)
    if t.dep == "conj" and up.dep == "appos" and up.i < t.i:  # "once its ally and now its rival"
        t, up = up, doc.head(up)
    if t.dep == "appos" and up.i < t.i and not parted(doc, up, t):
        found = args.cast.covered.get(up.i)
        if found is not None and (found.how in _NAMING or found.first < up.i):
            joined = doc.kids(up, "conj")
            return args.who.of(up) if not joined or _all_so(t, joined) else found.actors
    return _set_beside(doc, t, args)


def _all_so(t: Token, joined: list[Token]) -> bool:
    """As in "Klow and Strelsau, sworn enemies": several are so, and stand before it."""
    return t.tag == "NNS" and all(c.i < t.i for c in joined)


def _sworn(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "Klow and Strelsau are sworn enemies", of which the parse makes an oath."""
    up = doc.head(t)
    return subjects_of(doc, up) if t.dep in {"dobj", "oprd"} and up.lower == "sworn" else ()


def _told_as(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "acts as its proxy", "as an ally of Klow, Strelsau refused": who is so by what they do."""
    prep = doc.head(t)
    verb = doc.head(prep)
    if t.dep != "pobj" or prep.lower != "as" or verb.pos != "VERB":
        return ()
    return subjects_of(doc, verb) if verb.lemma in _ACTING or prep.i < verb.i else ()


def _counted_among(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "is one of its allies", "counts Klow among its allies", "ranks among"."""
    prep = doc.head(t)
    up = doc.head(prep)
    if t.dep != "pobj" or prep.lower not in {"of", "among", "amongst"}:
        return ()
    if up.lower in _ONE and (verb := carrier(doc, up)) is not None and verb.lemma in COPULAS:
        return subjects_of(doc, verb)
    if prep.lower == "of" and up.lower in _ONE and up.dep == "appos":
        return (doc.head(up),)
    if prep.lower == "of" or up.pos not in {"VERB", "AUX"}:
        return ()
    return tuple(doc.kids(up, "dobj")) or subjects_of(doc, up)


def _had_in(doc: Document, t: Token) -> tuple[Token, ...]:
    """As in "has found an ally in Klow": who is so."""
    verb = doc.head(t)
    if t.dep != "dobj" or verb.lemma not in _HAVING:
        return ()
    preps = (p for w in (t, verb) for p in doc.kids(w, "prep") if p.lower == "in" and p.i > t.i)
    return tuple(o for p in preps for o in doc.kids(p, "pobj") if o.pos == "PROPN")


def _set_beside(doc: Document, t: Token, args: Arguments) -> Actors:
    """As in "the army, then the strongest supporter of the rebels, left", wherever the parser hangs the phrase."""
    if t.dep in {"compound", "amod", "poss"} or (t.dep == "appos" and t.head in args.cast.covered):
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


def _sided(doc: Document, t: Token) -> bool:
    """As in "a pro-Chadian ally": Chad's side is taken, not whose ally it is."""
    return t.i > 1 and doc.tokens[t.i - 1].text == "-" and doc.tokens[t.i - 2].lower in {"pro", "anti", "non"}


def _whose(doc: Document, t: Token, args: Arguments) -> Actors:
    out: list[str] = []
    for k in doc.kids(t, *_OWNING):
        found = args.cast.covered.get(k.i)
        if found is not None and found.head == k.i and not _sided(doc, k):
            out.extend(found.actors)
            out.extend(a for c in doc.kids(k, "conj") for a in args.who.of(c))
    if not out or not doc.kids(t, "poss"):  # "the Chadian branch of the Front" is the Front's
        of = (o for p in doc.kids(t, "prep") if p.lower in {"of", "to"} for o in doc.kids(p, "pobj"))
        out = list(named(args, of)) or out
    if not out and t.dep == "conj" and any(k.tag == "PRP$" for k in doc.kids(t, "poss")):  # "Hess and his brother"
        before = args.cast.by_head.get(t.head)
        out.extend(before.actors if before is not None else ())
    if not out and t.dep in {"amod", "compound", "nmod"}:  # "Chad's arch-rival Niger"
        out.extend(_covering(args, doc.kids(doc.head(t), "poss")))
    return tuple(dict.fromkeys(out))
