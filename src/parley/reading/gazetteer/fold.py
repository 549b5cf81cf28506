"""One key for the many spellings of a name: case, accents, apostrophes, dots, hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʿʾ."))
_HYPHENS = {ord(c): " " for c in "-‐‑"}
_LETTERS = {ord(a): b for a, b in {"ı": "i", "ø": "o", "ł": "l", "đ": "d"}.items()}
_APART = {ord(c): f" {c} " for c in "+/,()"}
_TABLE = {**_APOSTROPHES, **_HYPHENS, **_LETTERS, **_APART, ord("&"): " and "}
_POSSESSIVE = re.compile(r"\s+(?=['’]s\b)")
ACRONYM_LETTERS = 5
"""An acronym of so many capitals at most is told from a common word ("US", "WHO") by its case alone."""


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """The key under which a name is listed.

    Lower case, accents off, apostrophes and dots dropped, hyphens as spaces, a leading "the" off, other marks apart:
    a text and its tokens joined by spaces have one key.

    >>> fold("The Côte d’Ivoire"), fold("U.S."), fold("al-Shabaab"), fold("People 's Republic")
    ('cote divoire', 'us', 'al shabaab', 'peoples republic')
    """
    plain = _POSSESSIVE.sub("", text).casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)).casefold()
    plain = plain.translate(_TABLE)
    words = plain.split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)


def is_acronym(name: str) -> bool:
    """Whether a listed name is a short acronym, to be met in capitals only.

    >>> is_acronym("US"), is_acronym("U.N."), is_acronym("ECOWAS"), is_acronym("Iran")
    (True, True, False, False)
    """
    letters = [c for c in name if c.isalpha()]
    return len(letters) <= ACRONYM_LETTERS and name.isupper() and " " not in name
