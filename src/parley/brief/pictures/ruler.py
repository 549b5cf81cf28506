"""A scale of numbers across a picture, with its axis; words near an end are kept inside."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from parley.brief.pictures.svg import element

EDGE = 0.02
"""The share of the width that stays free at either end."""
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


@dataclass(frozen=True, slots=True)
class Ruler:
    """Numbers from `low` to `high`, low below high, across the width of a picture."""

    low: float
    high: float

    def place(self, value: float) -> float:
        """Where a number lies, from 0 to 1; numbers beyond the scale lie at its ends."""
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return EDGE + (1 - 2 * EDGE) * share

    def at(self, value: float) -> str:
        """Where a number lies, as SVG has it.

        >>> Ruler(0, 100).at(50)
        '50.00%'
        """
        return percent(self.place(value))

    def ticks(self, most: int = 5) -> list[float]:
        """Round numbers on the scale, at most so many and one.

        >>> Ruler(0, 100).ticks(), Ruler(-0.3, 1).ticks()
        ([0.0, 20.0, 40.0, 60.0, 80.0, 100.0], [0.0, 0.5, 1.0])
        """
        rough = (self.high - self.low) / most
        unit = 10.0 ** math.floor(math.log10(rough))
        step = next(s * unit for s in _STEPS if s * unit >= rough * (1 - 1e-9))
        first = math.ceil(self.low / step - 1e-9)
        last = math.floor(self.high / step + 1e-9)
        return [n * step + 0.0 for n in range(first, last + 1)]


def ruler_of(values: list[float], *within: float) -> Ruler:
    """A scale that holds all values and the numbers that it must reach; never of no width."""
    every = [v for v in (*values, *within) if math.isfinite(v)] or [0.0]
    low, high = min(every), max(every)
    return Ruler(low, high) if high - low > 1e-9 else Ruler(low - 1, high + 1)


def percent(share: float) -> str:
    """A share of the width as SVG has it."""
    return f"{share * 100:.2f}%"


def plain(value: float) -> str:
    """A number for the eye, with a true minus sign.

    >>> plain(12.4), plain(-3.04), plain(0.25), plain(0.0)
    ('12', '−3', '0.25', '0')
    """
    places = 0 if abs(value) >= 10 else 1 if abs(value) >= 1 else 2
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if places else text
    return text.replace("-", "−") if text not in ("-0", "0") else "0"


def words(text: str, share: float, y: float, kind: str, room: float = 0.2) -> Markup:
    """Words at a place, to its right, its left or across it: across where `room` of the width is free on both sides."""
    anchor = "start" if share < room else "end" if share > 1 - room else "middle"
    return element("text", text, x=percent(share), y=y, text_anchor=anchor, class_=kind)


def line(x: str, top: float, bottom: float, kind: str) -> Markup:
    """An upright line."""
    return element("line", x1=x, x2=x, y1=top, y2=bottom, class_=kind)


def level(left: str, right: str, y: float, kind: str) -> Markup:
    """A line across."""
    return element("line", x1=left, x2=right, y1=y, y2=y, class_=kind)


def axis(ruler: Ruler, top: float, bottom: float) -> Iterator[Markup]:
    """Thin lines at round numbers, which stand below them."""
    for tick in ruler.ticks():
        yield line(ruler.at(tick), top, bottom, "ch-grid")
        yield words(plain(tick), ruler.place(tick), bottom + 15, "ch-tick", room=0.03)


def bar(ruler: Ruler, ends: tuple[float, float], y: float, height: float, kind: str) -> Markup:
    """A bar between two numbers, of at least a hair's width."""
    left, right = sorted(map(ruler.place, ends))
    width = percent(max(right - left, 0.003))
    return element("rect", x=percent(left), y=y, width=width, height=height, rx=2, class_=kind)


def framed(drawn: list[Markup], height: float, title: str, told: str) -> Markup:
    """The picture, as wide as its place; `told` says in words what it shows."""
    return element(
        "svg",
        [element("title", title), element("desc", told), *drawn],
        class_="ch",
        width="100%",
        height=height,
        role="img",
        aria_label=f"{title}. {told}",
        xmlns="http://www.w3.org/2000/svg",
    )
