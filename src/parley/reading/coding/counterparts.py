"""Who sits at a talk with those that it names: "after talks with Sweden, Norway reopened its border"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.talk_grammar import main_clause
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import is_passive, subjects_of

_DURING = frozenset({"after", "following", "during", "in", "at", "before", "amid", "upon", "throughout"})
_OF_OTHERS = frozenset({"nmod", "compound", "amod", "acl", "relcl"})


def at_the_table(doc: Document, t: Token, args: Arguments, found: Collection[str]) -> tuple[str, ...]:
    """The subject of the clause that a talk's noun is set beside, where the noun names its counterparts alone.

    Where it names nobody ("signed it after talks in Oslo"), two or more subjects are the sides. Empty where the noun
    says whose talks they are ("Danish talks with Sweden", "talks between"), and under a passive. `found` are those who
    are known to take part.
    """
    with_ = [p for p in doc.kids(t, "prep") if p.lower == "with" and p.i > t.i]
    if any(p.lower in {"between", "by", "among"} for p in doc.kids(t, "prep")) or _owned(doc, t, args):
        return ()
    beside = main_clause(doc, t)  # "left *after talks*", "left after two days *of talks*"
    if beside is None or beside.place not in _DURING or is_passive(doc, beside.verb):
        return ()
    others = args.who.of_all(o for p in with_ for o in (*doc.kids(p, "pobj"), *_behind(doc, p)))
    if not set(found) <= set(others):
        return ()
    doers = tuple(a for a in args.who.of_all(subjects_of(doc, beside.verb)) if a not in others)
    return doers if others or (len(doers) > 1 and not with_) else ()


def _behind(doc: Document, prep: Token) -> Iterator[Token]:
    """For whom the counterparts came: "meetings with envoys *of Chile*"."""
    of = (p for o in doc.kids(prep, "pobj") for p in doc.kids(o, "prep") if p.lower in {"of", "from"})
    for p in of:
        for o in doc.kids(p, "pobj"):
            yield from (o, *doc.kids(o, "conj"))


def _owned(doc: Document, t: Token, args: Arguments) -> bool:
    """Whether words of the noun's own name an actor."""
    return any(k.i in args.cast.covered for k in doc.kids(t, *_OF_OTHERS)) or bool(doc.kids(t, "poss"))
