"""Tokens cut into atoms: "mid-2021", "1990s" and "8-10" may be one token or three, the grammar must not care."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.dates.words import (
    DAY_WORDS,
    EASTER,
    FEASTS,
    FILLERS,
    MONTH,
    NUMBERS,
    ORDINALS,
    PARTS,
    SEASON_WORDS,
    UNITS,
    VAGUE,
    WEEKDAY_SHORT,
    WEEKDAYS,
    WHICH,
)
from parley.reading.document import Document, Sentence, Token

_ATOM = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_DASHES = dict.fromkeys("–—‐‑−", "-") | {"’": "'", "‘": "'"}
_CUES = (
    frozenset(MONTH) | frozenset(WEEKDAYS) | frozenset(UNITS) | SEASON_WORDS | frozenset(DAY_WORDS)
    | frozenset({"morning", "afternoon", "evening"} | {d + "s" for d in WEEKDAYS})
    | frozenset({w[0] for w in FEASTS} | {w[0] for w in EASTER})
    | frozenset({"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"})
) - {"may", "good", "new"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence's atoms in lower case, and for each the index of its token in the document."""

    words: tuple[str, ...]
    where: tuple[int, ...]
    tokens: tuple[Token, ...]

    def word(self, p: int) -> str:
        """The atom at a position; "" outside the sentence."""
        return self.words[p] if 0 <= p < len(self.words) else ""

    def token(self, p: int) -> Token:
        """The token that an atom was cut from."""
        return self.tokens[self.where[p]]

    def number(self, p: int) -> int | None:
        """An atom of figures as a number."""
        w = self.word(p)
        return int(w) if w and w.isdecimal() and w.isascii() and len(w) < 5 else None

    def glued(self, p: int) -> bool:
        """Whether an atom stands right behind the one before, with no space between."""
        if p <= 0 or p >= len(self.words):
            return False
        a, b = self.token(p - 1), self.token(p)
        return a.i == b.i or a.end == b.start

    def capital(self, p: int) -> bool:
        """Whether an atom's token begins with a capital."""
        return 0 <= p < len(self.words) and self.token(p).text[:1].isupper()


def tells_time(doc: Document, sentence: Sentence) -> bool:
    """Whether a sentence may hold an expression of time: a cheap look before the grammar."""
    for t in doc.tokens[sentence.first : sentence.last]:
        if t.lower in _CUES or (not t.lower.isalpha() and any(c.isdigit() for c in t.lower)):
            return True
        if t.lower in _LOOSE or ("." in t.lower and t.lower.rstrip(".") in _CUES) or ("-" in t.lower and _hyphen(t)):
            return True
    return False


_LOOSE = frozenset({"may", "new", "good"})
_STRONG = _CUES | _LOOSE | frozenset(WEEKDAY_SHORT) | frozenset({"half", "q"})
_WEAK = (
    frozenset(NUMBERS) | frozenset(ORDINALS) | frozenset(PARTS) | frozenset(WHICH) | frozenset(VAGUE) | FILLERS
    | frozenset(
        {
            "these", "that", "his", "her", "its", "their", "every", "each", "from", "between", "some", "more", "less",
            "than", "over", "under", "exactly", "very", "latter", "final", "closing", "opening", "'",
        }
    )
)  # fmt: skip
_AHEAD = 4


def may_begin(line: Line, p: int) -> bool:
    """Whether an expression of time may begin at a position: a look at its word, and for articles a few ahead."""
    w = line.words[p]
    if w in _STRONG or w[0].isdecimal():
        return True
    return w in _WEAK and any(v in _STRONG or v[0].isdecimal() for v in line.words[p + 1 : p + 1 + _AHEAD])


def _hyphen(t: Token) -> bool:
    return any(part in _CUES for part in t.lower.split("-"))


def cut(doc: Document, sentence: Sentence) -> Line:
    """A sentence as a line of atoms."""
    words: list[str] = []
    where: list[int] = []
    for t in doc.tokens[sentence.first : sentence.last]:
        if t.lower.isalpha():
            words.append(t.lower)
            where.append(t.i)
            continue
        for atom in _ATOM.findall(t.lower):
            words.append(_DASHES.get(atom, atom))
            where.append(t.i)
    return Line(tuple(words), tuple(where), doc.tokens)
