"""Places in a text, counted in code points as Parley does, or in UTF-16 code units as JavaScript does.

Label Studio counts code points since 2021 and counted UTF-16 code units before; tools around it do either. A character
outside the basic plane is one of the former and two of the latter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from parley.terms.values import Span

_ASTRAL = 0x10000


@dataclass(frozen=True, slots=True)
class Placed:
    """Where some words are said to stand, in units that are not known; `words` None where they are not given."""

    start: int
    end: int
    words: str | None


def utf16(text: str, place: int) -> int:
    """How many UTF-16 code units stand before a code point.

    >>> utf16("a😀b", 2)
    3
    """
    return place + sum(ord(c) >= _ASTRAL for c in text[:place])


Reading = Callable[[Placed], Span | None]


def readings_of(text: str) -> tuple[Reading, Reading]:
    """Two ways to understand a place in a text: code points, UTF-16. None where a place lies outside or cuts a
    character in two, or the text does not say there what it should.
    """
    units = list(accumulate((1 + (ord(c) >= _ASTRAL) for c in text), initial=0))
    place_of = {unit: n for n, unit in enumerate(units)}

    def by_point(placed: Placed) -> Span | None:
        return _fitting(text, placed.start, placed.end, placed.words)

    def by_unit(placed: Placed) -> Span | None:
        start, end = place_of.get(placed.start), place_of.get(placed.end)
        return None if start is None or end is None else _fitting(text, start, end, placed.words)

    return by_point, by_unit


def spans_in(text: str, placed: Iterable[Placed]) -> list[Span | None]:
    """Each place as a span of code points, in the units in which most of them fit: they were all counted by one
    program. None for a place that does not fit.
    """
    places = list(placed)
    read = [[reading(p) for p in places] for reading in readings_of(text)]
    return max(read, key=lambda spans: sum(s is not None for s in spans))


def _fitting(text: str, start: int, end: int, words: str | None) -> Span | None:
    if not 0 <= start < end <= len(text):
        return None
    said = text[start:end]
    return Span(start, end) if words is None or words in (said, said.replace("\n", "\\n")) else None
