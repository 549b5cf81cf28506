"""Calibration as a picture: what was said against what came, band by band, with how unsure so few cases leave it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from parley.brief.pictures.outcomes import both_widths
from parley.brief.pictures.ruler import Ruler, axis, framed, level, line, plain, words
from parley.brief.pictures.svg import element
from parley.terms.outlook import Band, Scores

_TOP, _FLOOR = 24.0, 264.0


def calibration_svg(s: Scores) -> Markup:
    """A dot for each band that has forecasts, on the dashed line where as much came true as was said."""
    ruler = Ruler(0, 100)
    drawn = [*axis(ruler, _TOP, _FLOOR), *_levels(ruler)]
    drawn.append(element("line", x1=ruler.at(0), y1=_FLOOR, x2=ruler.at(100), y2=_TOP, class_="ch-even"))
    for band in s.bands:
        drawn += _dot(band, ruler)
    drawn += both_widths("across: % said; upward: % that came true", _FLOOR + 36, "ch-note")
    told = "; ".join(f"said {plain(100 * b.said)}%, {b.came} of {b.n} came true" for b in s.bands)
    return framed(drawn, _FLOOR + 46, f"Calibration of {s.n} forecasts", told)


def _height(share: float) -> float:
    return _FLOOR - (_FLOOR - _TOP) * share


def _levels(ruler: Ruler) -> Iterator[Markup]:
    for tick in (20, 40, 60, 80, 100):
        yield level(ruler.at(0), ruler.at(100), _height(tick / 100), "ch-grid")
        yield words(f"{tick}", ruler.place(0), _height(tick / 100) - 3, "ch-tick")


def _dot(b: Band, ruler: Ruler) -> Iterator[Markup]:
    x, y = ruler.at(100 * b.said), _height(b.came / b.n)
    title = element("title", f"said {plain(100 * b.said)}% on average: {b.came} of {b.n} came true")
    reach = line(x, _height(b.at_most), _height(b.at_least), "ch-reach-0")
    dot = element("circle", cx=x, cy=y, r=min(4.0 + b.n**0.5, 12.0), class_="ch-dot")
    beside = element("text", f"n={b.n}", x=x, dx=_aside(b), y=y + 4, text_anchor=_anchor(b), class_="ch-words")
    yield element("g", [title, reach, dot, beside])


def _anchor(b: Band) -> str:
    return "end" if b.said > 0.8 else "start"


def _aside(b: Band) -> int:
    return -14 if b.said > 0.8 else 14
