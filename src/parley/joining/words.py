"""Words compared across tellings: folded, roughly stemmed, without the words that carry no content."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_EMPTY_WORDS = (
    "a an and as at be been but by for from had has have he her his in is it its of on or our she that the their "
    "them they this to was were which who will with would"
)
_EMPTY = frozenset(_EMPTY_WORDS.split())
_IRREGULAR = {
    "met": "meet", "held": "hold", "fought": "fight", "sent": "send", "gave": "give", "given": "give",
    "took": "take", "taken": "take", "fell": "fall", "fallen": "fall", "left": "leave", "began": "begin",
    "begun": "begin", "broke": "break", "broken": "break", "said": "say", "told": "tell", "went": "go",
    "shot": "shoot", "struck": "strike", "flew": "fly", "withdrew": "withdraw", "withdrawn": "withdraw",
}  # fmt: skip
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """A text without case and diacritics, its spaces made single.

    >>> fold("  Émile  BRÛLÉ ")
    'emile brule'
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A word's rough stem, enough to tell "attacks", "attacked" and "attacking" for one word.

    >>> stem("attacked") == stem("Attacks") == stem("attacking")
    True
    """
    w = fold(word)
    w = _IRREGULAR.get(w, w)
    for ending, least in (("ies", 5), ("ing", 6), ("ed", 5), ("es", 5), ("s", 4)):
        if w.endswith(ending) and not w.endswith("ss") and len(w) >= least:
            w = w[: -len(ending)] + ("y" if ending == "ies" else "")
            break
    if len(w) > 3 and w[-1] == w[-2]:
        w = w[:-1]
    return w[:-1] if len(w) > 3 and w.endswith("e") else w


def content_words(text: str) -> frozenset[str]:
    """The stems of a text's words that carry content.

    >>> sorted(content_words("The shelling of the towns"))
    ['shel', 'town']
    """
    return frozenset(stem(w) for w in _WORD.findall(fold(text)) if w not in _EMPTY)


def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two texts share at least half of the words that either has."""
    return bool(a) and 2 * len(a & b) >= len(a | b)
