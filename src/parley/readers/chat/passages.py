"""A report in passages that a model can take, cut where paragraphs or sentences end; the sentence around words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.terms.values import Span

_ENDS = (re.compile(r"\n\s*\n"), re.compile(r"[.!?…][\"'”’)\]]*\s+"), re.compile(r"\s+"))
"""Where a text may be cut, the best places first."""
_SENTENCE_ENDS = re.compile(r"[.!?…。؟][\"'”’)\]]*(?=\s|$)|\n\s*\n")

LONGEST = 4_000
"""Characters before and after a word in which its sentence is looked for."""


def passages_of(text: str, most: int) -> Iterator[Span]:
    """Stretches of at most so many characters that together hold all of a text that is not blank.

    >>> [s.of("One. Two. Three.") for s in passages_of("One. Two. Three.", 10)]
    ['One. Two. ', 'Three.']
    """
    start = 0
    while start < len(text):
        end = len(text) if len(text) - start <= most else _cut(text, start, start + most)
        if text[start:end].strip():
            yield Span(start, end)
        start = end


def _cut(text: str, start: int, end: int) -> int:
    """The last good place to cut between two offsets; the second one where there is none past the middle."""
    middle = start + (end - start) // 2
    for ends in _ENDS:
        found = [m.end() for m in ends.finditer(text, middle, end)]
        if found:
            return found[-1]
    return end


def sentence_around(text: str, words: Span, head: Span) -> Span:
    """The sentence in which a head word stands, widened so that it holds the words quoted."""
    first, last = max(0, head.start - LONGEST), min(len(text), head.end + LONGEST)
    before = [m.end() for m in _SENTENCE_ENDS.finditer(text, first, head.start)]
    after = _SENTENCE_ENDS.search(text, head.end, last)
    start, end = before[-1] if before else first, after.end() if after else last
    while start < head.start and text[start].isspace():
        start += 1
    while end > head.end and text[end - 1].isspace():
        end -= 1
    return Span(min(start, words.start), max(end, words.end))
