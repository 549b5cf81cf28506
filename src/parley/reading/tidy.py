"""Tidies a text for the parser and maps offsets back: small models stumble over double spaces and curly quotes."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

_PLAIN = str.maketrans("’‘“”„\u00a0\u2009\u202f\t", '\'\'"""    ')
_UNSEEN = r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Characters that show nothing: soft hyphens, joiners, marks of direction."""
_RUNS = re.compile(rf"[ {_UNSEEN}]*\n[ \n{_UNSEEN}]*|[ {_UNSEEN}]{{2,}}|[{_UNSEEN}]")
UNFOLDED = 200
"""Characters: nobody folds text at wider lines."""
SHORT = 0.6
"""A line shorter than this share of the widest was not ended by folding."""
_LONE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Tidied:
    """A tidied text and, for each of its characters, the offset of the original's character."""

    text: str
    original: str
    offsets: array[int]

    def back(self, start: int) -> int:
        """The original offset of a character."""
        return self.offsets[start]

    def back_end(self, end: int) -> int:
        """The original offset just after a stretch that ends before `end`."""
        return self.offsets[end - 1] + 1


def tidy(text: str) -> Tidied:
    """A text with runs of spaces made one, blank lines made a paragraph's end, and plain quotes.

    Half a character (a lone surrogate), which no parser takes, becomes the mark of a character that is missing.

    >>> tidy("The  talks ’ end").text
    "The talks ' end"
    """
    plain = _LONE.sub("\ufffd", text.translate(_PLAIN))
    width = max(map(len, plain.split("\n")))
    parts: list[str] = []
    offsets = array("L")
    at = 0
    for m in _RUNS.finditer(plain):
        parts.append(plain[at : m.start()])
        offsets.extend(range(at, m.start()))
        instead = _instead(m.group(), m.start() - plain.rfind("\n", 0, m.start()) - 1, width)
        parts.append(instead)
        offsets.extend([m.start()] * len(instead))
        at = m.end()
    parts.append(plain[at:])
    offsets.extend(range(at, len(plain)))
    return Tidied("".join(parts), text, offsets)


def _instead(run: str, line: int, width: int) -> str:
    """What stands for a run: a paragraph's end, a line's end that may be a mere fold, a space, or nothing.

    A text is folded at its widest line; a line of `line` characters that stops well short of it, or the end of any
    line in a text that is not folded at all, ends a paragraph or a headline.
    """
    ends = run.count("\n")
    if ends:
        return "\n\n" if ends > 1 or width > UNFOLDED or line < SHORT * width else "\n"
    return " " if " " in run else ""
