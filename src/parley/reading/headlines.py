"""Headlines in title case, as a sentence would have them: small models take "Talks Serve Interests" for a name."""

from __future__ import annotations

import re
from collections.abc import Callable

_LINE = re.compile(r"[^\n]+")
_WORD = re.compile(r"[A-Za-z]+(?:'[a-z]+)?")
_ENDED = (".", "!", "?", ";", ",", ":", '"')
_FEWEST, _MOST = 4, 20
"""Words of a headline."""
_LONG = 4
"""Letters of a word that title case would have begun with a capital."""
_SHARE = 0.75
"""Share of its long words that begin with a capital, at least."""
_ENDINGS = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"))


def recased(text: str, is_verb: Callable[[str], bool]) -> str:
    r"""The same text, of the same length, with the common words of its headlines in small letters.

    A word is common if the rest of the text has it in small letters, or if `is_verb` knows it and the rest of the
    text never has it with a capital. The first word keeps its own.

    >>> recased("Rivals Resume Talks In Oslo\n\nThe talks in Oslo had stalled.", {"resume"}.__contains__)
    'Rivals resume talks in Oslo\n\nThe talks in Oslo had stalled.'
    """
    if "\n\n" not in text:
        return text
    titles = [m for m in _LINE.finditer(text) if _is_title(m.group())]
    if not titles:
        return text
    rest = _WORD.findall("\n".join(m.group() for m in _LINE.finditer(text) if not _is_title(m.group())))
    seen = frozenset(rest)
    if not seen:
        return text
    for m in titles:
        line = _WORD.sub(lambda w: _as_told(w, seen, is_verb), m.group())
        text = text[: m.start()] + line + text[m.end() :]
    return text


def _is_title(line: str) -> bool:
    words = _WORD.findall(line)
    long = [w for w in words if len(w) >= _LONG]
    if not (_FEWEST <= len(words) <= _MOST) or not long or line.rstrip().endswith(_ENDED):
        return False
    capital = sum(w[0].isupper() and not w.isupper() for w in long)
    return bool(capital >= _SHARE * len(long))


def _as_told(word: re.Match[str], seen: frozenset[str], is_verb: Callable[[str], bool]) -> str:
    told = word.group()
    small = told.lower()
    if word.start() == 0 or not told[0].isupper() or (len(told) > 1 and told.isupper()):
        return told
    if small in seen:
        return small
    return small if told not in seen and any(is_verb(b) for b in _bases(small)) else told


def _bases(word: str) -> list[str]:
    """What a verb's form may be of."""
    return [word, *(word[: -len(end)] + instead for end, instead in _ENDINGS if word.endswith(end))]
