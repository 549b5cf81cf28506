"""Whom a headline means: in "Rebels and government meet", those whom the report then calls by these nouns."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.actors.cast import Cast, Found
from parley.reading.document import Document
from parley.terms.enums import ActorType, How

_BARE = frozenset({ActorType.GROUP, ActorType.GOVERNMENT})


def foretold(doc: Document, cast: Cast) -> None:
    """Give what a headline describes by a bare noun to the one actor whom the report means by the same noun."""
    if not doc.sentences or doc.text[: doc.sentences[0].end].rstrip().endswith((".", "!", "?", '"', "”")):
        return
    for n, f in enumerate(cast.found):
        told = _told_later(doc, cast, f) if _is_bare(doc, cast, f) else None
        if told is not None:
            _give(cast, n, replace(f, actors=(told,)))


def _is_bare(doc: Document, cast: Cast, f: Found) -> bool:
    head = doc.tokens[f.head]
    alone = head.sentence == 0 and f.how is How.DESCRIPTION and len(f.actors) == 1 and f.last - f.first == 1
    actor = cast.actors.get(f.actors[0]) if alone else None
    return actor is not None and actor.type in _BARE and actor.described_as is not None


def _told_later(doc: Document, cast: Cast, f: Found) -> str | None:
    """The one actor, known by more than the noun, whom the same noun means later."""
    lemma = doc.tokens[f.head].lemma
    after = (g for g in cast.found if doc.tokens[g.head].sentence > 0 and not g.modifier)
    meant = {g.actors for g in after if g.how is How.DESCRIPTION and doc.tokens[g.head].lemma == lemma}
    known = {a for (a, *more) in meant if not more and cast.actors[a].described_as is None}
    return known.pop() if len(known) == 1 else None


def _give(cast: Cast, n: int, new: Found) -> None:
    old = cast.found[n]
    cast.found[n] = new
    cast.covered.update({i: new for i in range(new.first, new.last) if cast.covered.get(i) is old})
    if cast.by_head.get(new.head) is old:
        cast.by_head[new.head] = new
