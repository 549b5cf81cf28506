"""Who gains: what no agreement, an agreement and talks that fail are worth to each actor, as marks on one scale."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from parley.brief.pictures.outcomes import both_widths
from parley.brief.pictures.ruler import Ruler, axis, framed, level, line, plain, ruler_of
from parley.brief.pictures.svg import element
from parley.terms.outlook import Gain, Gains, Spread

MOST = 16
"""How many actors are drawn."""
_HEAD, _ROW = 12, 56
_ENDS = (("failure", "no agreement"), ("agreement", "agreement"), ("talks", "talks that fail"))


def gains_svg(gains: Gains) -> Markup:
    """A row for each actor with its three worths, each with the bounds of four in five draws; "" without actors."""
    rows = gains.rows[:MOST]
    if not rows:
        return Markup("")
    values = [100 * v for g in rows for _, s in _worths(g) for v in (s.low, s.high)]
    ruler, height = ruler_of(values, 0.0), float(_HEAD + _ROW * len(rows) + 40)
    foot = height - 40
    drawn = [*axis(ruler, 4, foot), line(ruler.at(0), 4, foot, "ch-turn")]
    for i, g in enumerate(rows):
        drawn += _row(g, ruler, _HEAD + _ROW * i)
    drawn += both_widths("hundredths of what is at stake", height - 4, "ch-note")
    told = "; ".join(
        f"{g.name}: " + ", ".join(f"{name} {plain(100 * s.middle)}" for name, s in _worths(g)) for g in rows
    )
    return framed(drawn, height, "Who gains", f"{told} (hundredths of what is at stake)")


def _worths(g: Gain) -> tuple[tuple[str, Spread], ...]:
    return tuple((name, getattr(g, field)) for field, name in _ENDS)


def _row(g: Gain, ruler: Ruler, top: float) -> Iterator[Markup]:
    yield from both_widths(g.name, top + 12, "ch-label")
    for i, (name, s) in enumerate(_worths(g)):
        y = top + 22 + 10 * i
        said = element("title", f"{g.name}, {name}: {plain(100 * s.middle)}")
        reach = level(ruler.at(100 * s.low), ruler.at(100 * s.high), y, f"ch-reach-{i}")
        yield element("g", [said, reach, mark(ruler.at(100 * s.middle), y, i)])


def mark(x: str, y: float, which: int) -> Markup:
    """The sign of one of the three worths: hollow circle, square, or bar; told apart without colour."""
    if which == 0:
        return element("circle", cx=x, cy=y, r=4, class_="ch-low")
    at = element("rect", x=-4, y=y - 4, width=8, height=8, class_="ch-deal")
    upright = element("rect", x=-2, y=y - 5, width=4, height=10, class_="ch-talks")
    return element("svg", [at if which == 1 else upright], x=x, y=0, overflow="visible", width=1, height=1)
