"""How many: the range that a number, and the words about it, leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.dates.words import NUMBERS
from parley.reading.document import Document, Token

_WORDS = {w: n for w, n in NUMBERS.items() if w not in {"a", "an"}}
_TWENTY = 20
_TIMES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_SEVERAL = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3, "couple": 2, "both": 2}
"""Words without a number, by the fewest that they may mean."""
_AT_LEAST = frozenset({"least", "minimum"})
_MORE = frozenset({"more", "over", "above", "exceeding"})
_AT_MOST = frozenset({"most", "up", "many", "maximum"})
_LESS = frozenset({"almost", "nearly"})
_ABOUT = ("nummod", "quantmod", "advmod", "det", "amod", "predet", "compound")
_BESIDE = ("advmod", "quantmod", "prep", "nummod", "cc", "conj", "punct", "compound", "npadvmod", "amod")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d{1,6}\.\d{1,6}")


@dataclass(frozen=True, slots=True)
class Count:
    """At least `low` and at most `high`, None where that side is open; `text` are the words."""

    low: int | None
    high: int | None
    text: str


def count_of(doc: Document, noun: Token) -> Count | None:
    """How many a noun, or a number that stands alone, says there are; None where it does not say.

    >>> from parley.reading.pipeline import parse
    >>> doc = parse("They killed at least 12 soldiers.")
    >>> count_of(doc, doc.tokens[5])
    Count(low=12, high=None, text='at least 12 soldiers')
    """
    about = _quantity(doc, noun)
    numbers = [n for t in about if (n := _number(doc, t)) is not None]
    some = [_SEVERAL[t.lower] for t in about if t.lower in _SEVERAL]
    text = doc.text[min(t.start for t in (*about, noun)) : noun.end]
    said = {t.lower for t in about}
    if len(numbers) == 2 and numbers[0] < numbers[1] and said & {"to", "or", "and", "-"}:
        return Count(numbers[0], numbers[1], text)
    if numbers:
        return _bounded(numbers[0], said, text)
    if some:
        return Count(max(some), 2 if said & {"couple", "both"} else None, text)
    one = noun.tag == "NN" and said & {"a", "an"}
    return Count(1, 1, text) if one else None


def _bounded(n: int, said: set[str], text: str) -> Count:
    if said & _AT_LEAST:
        return Count(n, None, text)
    if said & _MORE:
        return Count(n + 1, None, text)
    if said & {"fewer", "less", "under"}:
        return Count(None, n - 1, text)
    if said & (_AT_MOST | _LESS):
        return Count(None, n, text)
    return Count(n, n, text)


def _quantity(doc: Document, noun: Token) -> list[Token]:
    """The words that count a noun, in order: "at least 12" hangs on the number, "dozens" stands above "of people"."""
    prep = doc.head(noun)
    above = doc.head(prep) if noun.dep == "pobj" and prep.lower == "of" else None
    out = [noun] if noun.pos == "NUM" or noun.lower in _SEVERAL else []
    out += [k for n in (noun, above) if n is not None for k in doc.kids(n, *_ABOUT)]
    out += [above] if above is not None and (above.lower in _SEVERAL or above.pos == "NUM") else []
    for t in tuple(out):
        out += doc.kids(t, *_BESIDE)
    first = min((t.i for t in out), default=noun.i)
    before = doc.tokens[first - 1] if first else None
    if before is not None and before.lower in _MORE | {"under", "at", "up", "between"}:
        out.append(before)
    if before is not None and before.lower == "to" and first > 1 and doc.tokens[first - 2].lower == "up":
        out.append(doc.tokens[first - 2])
    return sorted(set(out), key=lambda t: t.i)


def _number(doc: Document, t: Token) -> int | None:
    """A number in digits or words; "twenty-one" and "two hundred" by the words before them."""
    low = t.lower
    if _DIGITS.fullmatch(low):
        return int(low.replace(",", "")) * _times_after(doc, t)
    if _DECIMAL.fullmatch(low) and _times_after(doc, t) > 1:  # "5.6 million"
        return round(float(low) * _times_after(doc, t))
    if low in _WORDS and not _goes_on(doc, t):
        tens = _WORDS.get(doc.tokens[t.i - 2].lower, 0) if t.i > 1 and doc.tokens[t.i - 1].text == "-" else 0
        return _WORDS[low] + (tens if tens >= _TWENTY else 0)
    if low in _TIMES:
        before = doc.tokens[t.i - 1].lower if t.i else ""
        counted = _DIGITS.fullmatch(before) or _DECIMAL.fullmatch(before)
        return None if counted else _TIMES[low] * _WORDS.get(before, 1)
    return None


def _times_after(doc: Document, t: Token) -> int:
    following = doc.tokens[t.i + 1].lower if t.i + 1 < len(doc.tokens) else ""
    return _TIMES.get(following, 1)


def _goes_on(doc: Document, t: Token) -> bool:
    """Whether the number is a part of a longer one: the "two" of "two hundred", the "twenty" of "twenty-one"."""
    following = doc.tokens[t.i + 1 : t.i + 3]
    if following and following[0].lower in _TIMES:
        return True
    return len(following) == 2 and following[0].text == "-" and _WORDS.get(following[1].lower, _TWENTY) < _TWENTY
