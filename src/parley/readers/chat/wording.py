"""Finding a model's words in the text: what is not there to the letter, spaces and line breaks aside, is not there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parley.terms.values import Span

LONGEST_QUOTE = 1_500
LONGEST_WORDS = 200
"""Characters of a name, an office, an issue."""


def quoted(quote: str, text: str, within: Span) -> Span | None:
    """Where a quote stands in a passage of a text; None where it does not, or is too long to be one."""
    return _found(quote, text, within, LONGEST_QUOTE)


def head_in(head: str, text: str, quote: Span) -> Span | None:
    """Where a quote has its head word, as a whole word; the first place of several."""
    return _found(head, text, quote, LONGEST_WORDS, whole=True)


def named_in(words: str, text: str, within: Span) -> Span | None:
    """Where words stand in a passage whatever their case, as whole words; the first place of several."""
    return _found(words, text, within, LONGEST_WORDS, whole=True, any_case=True)


def first_in(words: str, text: str, near: Iterable[Span]) -> Span | None:
    """The same in stretches of a text in turn: the place in the first of them that has the words."""
    return next((at for within in near if (at := named_in(words, text, within)) is not None), None)


def plain(at: Span, text: str) -> str:
    """The words of a span on one line, its spaces made single."""
    return " ".join(at.of(text).split())


def _found(
    words: str, text: str, within: Span, most: int, *, whole: bool = False, any_case: bool = False
) -> Span | None:
    parts = words.split()
    if not parts or len(words) > most:
        return None
    pattern = r"\s+".join(map(re.escape, parts))
    if whole:
        pattern = rf"(?<!\w){pattern}(?!\w)"
    found = re.compile(pattern, re.IGNORECASE if any_case else 0).search(text, within.start, within.end)
    return Span(*found.span()) if found else None
