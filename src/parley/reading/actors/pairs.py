"""Who "both" are: the two that were last named together."""

from __future__ import annotations

from collections.abc import Iterator

from parley.reading.actors.cast import Cast
from parley.reading.document import Document, Token
from parley.reading.predicates.frames import subjects_of

_TWO = frozenset({"pair", "duo", "two", "twosome"})
_BACK = 1
"""Sentences back that the two may have been named."""


def both(doc: Document, cast: Cast, t: Token) -> tuple[str, ...]:
    """The actors that a bare "both" or "the pair" means: "met Ghani and Abdullah and asked *both* to stop".

    () where it is not plain. Not "both Norway and Sweden", which names them itself, nor whoever acts on both.
    """
    up = doc.head(t)
    if not _means_two(doc, t) or up.pos in {"NOUN", "PROPN", "ADJ"}:
        return ()
    up = doc.head(up) if up.pos == "ADP" else up
    doers = {s.i for s in subjects_of(doc, up)} if t.dep not in {"nsubj", "nsubjpass"} and up.pos == "VERB" else set()
    index = doc.sentence_of(t).index
    for n in range(index, max(index - _BACK, 0) - 1, -1):
        for first, second in _pairs(doc, n, t):
            named = tuple(cast.by_head[w.i].actors for w in (first, second) if w.i in cast.by_head)
            if len(named) == 2 and len({a for x in named for a in x}) == 2 and first.i not in doers:
                return tuple(a for x in named for a in x)
    return ()


def _means_two(doc: Document, t: Token) -> bool:
    """Whether a word is a bare "both", or "the pair", "the two" with nothing that tells of what."""
    if t.lower == "both":
        return True
    the = t.lower in _TWO and any(k.lower == "the" for k in doc.kids(t, "det"))
    return the and not doc.kids(t, "prep", "amod", "relcl", "acl", "compound")


def _pairs(doc: Document, sentence: int, t: Token) -> Iterator[tuple[Token, Token]]:
    """Pairs of joined nouns before a token in a sentence, the nearest first: "X and Y", "to X and to Y"."""
    words = [w for w in doc.words(doc.sentences[sentence]) if w.i < t.i]
    for w in reversed(words):
        up = doc.head(w)
        if w.dep != "conj" or w.pos != up.pos or up.dep == "conj" or doc.kids(w, "conj"):
            continue
        if w.pos in {"NOUN", "PROPN"}:
            yield up, w
        elif w.pos == "ADP":
            yield from zip(doc.kids(up, "pobj"), doc.kids(w, "pobj"), strict=False)
