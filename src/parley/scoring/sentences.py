"""Sentences of a passage, by its stops alone: a measure must not lean on the parser of the reader that it measures."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from parley.terms.values import Span

_BREAK = re.compile(r"[.!?][\"”’']?\s+(?=[A-Z\"“‘'])|\n+")


@lru_cache(maxsize=64)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences in order; together they are the whole text.

    >>> [s.of("They met. “We agree.” Then") for s in sentences("They met. “We agree.” Then")]
    ['They met. ', '“We agree.” ', 'Then']
    """
    cuts = [0, *(m.end() for m in _BREAK.finditer(text)), len(text)]
    return tuple(Span(a, b) for a, b in pairwise(cuts))


def sentence_at(text: str, place: int) -> Span:
    """The sentence in which a place of the text lies; the last one for the text's end."""
    return next((s for s in sentences(text) if s.start <= place < s.end), sentences(text)[-1])


def in_one(text: str, a: int, b: int) -> bool:
    """Whether two places lie in one sentence."""
    return any(s.start <= a < s.end and s.start <= b < s.end for s in sentences(text))
