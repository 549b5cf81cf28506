"""What moves a conclusion most: a bar for each input, from its low to its high, about the line where it turns."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from parley.brief.pictures.outcomes import both_widths
from parley.brief.pictures.ruler import Ruler, axis, bar, framed, line, plain, ruler_of
from parley.brief.pictures.svg import element
from parley.terms.outlook import Conclusion, Swing

MOST = 8
"""How many inputs are drawn, the widest first."""
_HEAD, _ROW = 28, 42


def unit_of(conclusion: str) -> tuple[float, str]:
    """By how much a conclusion's margin is multiplied to be read, and what it then counts.

    >>> unit_of("terms"), unit_of("agreement")
    ((1.0, 'points of room, of 100'), (100.0, 'points of chance above or below even, of 100'))
    """
    kind = conclusion.split(":")[0]
    if kind in ("terms", "further"):
        return 1.0, "points of room, of 100"
    if kind == "compromise":
        return 1.0, "points from the middle of the scale, of 100"
    if kind == "agreement":
        return 100.0, "points of chance above or below even, of 100"
    return 100.0, "hundredths of what is at stake"


def tornado_svg(c: Conclusion) -> Markup:
    """The inputs that move a conclusion most, each alone, all others at mid-range; "" where none moves it."""
    times, unit = unit_of(c.id)
    shown = moving(c)
    ends = [v * times for s in shown for v in (s.at_low, s.at_high)]
    if not ends:
        return Markup("")
    ruler, height = ruler_of(ends, 0.0), float(_HEAD + _ROW * len(shown) + 44)
    foot = height - 44
    drawn = [*axis(ruler, _HEAD, foot), line(ruler.at(0), _HEAD - 8, foot, "ch-turn"), *_sides(c, ruler)]
    for i, s in enumerate(shown):
        drawn += _row(s, ruler, times, _HEAD + _ROW * i)
    drawn += both_widths(unit, height - 6, "ch-note")
    told = "; ".join(f"{s.words}: {plain(s.at_low * times)} to {plain(s.at_high * times)}" for s in shown)
    return framed(drawn, height, f"What moves it most: {c.statement}", f"{told} ({unit})")


def moving(c: Conclusion) -> tuple[Swing, ...]:
    """The inputs worth drawing: those that move it at all, beside the one that moves it most."""
    widest = max((abs(s.at_high - s.at_low) for s in c.swings), default=0.0)
    return tuple(s for s in c.swings[:MOST] if abs(s.at_high - s.at_low) > max(widest / 100, 1e-9))


def _sides(c: Conclusion, ruler: Ruler) -> Iterator[Markup]:
    """Which side of the line bears the conclusion out; said on the side that has room."""
    x = ruler.place(0)
    right = x <= 0.5
    holds = c.holds_above == right
    text = ("it holds →" if holds else "it no longer holds →") if right else ("← it holds" if holds else "← no longer")
    anchor = "start" if right else "end"
    yield element("text", text, x=ruler.at(0), dx=5 if right else -5, y=14, text_anchor=anchor, class_="ch-words")


def _row(s: Swing, ruler: Ruler, times: float, top: float) -> Iterator[Markup]:
    low, high = s.at_low * times, s.at_high * times
    title = element("title", f"{s.words}: {plain(low)} at its low end, {plain(high)} at its high end")
    label = both_widths(s.words, top + 14, "ch-label")
    marks = [
        bar(ruler, (low, high), top + 21, 12, "ch-swing"),
        element("circle", cx=ruler.at(low), cy=top + 27, r=4, class_="ch-low"),
        element("circle", cx=ruler.at(high), cy=top + 27, r=4, class_="ch-dot"),
    ]
    yield element("g", [title, *label, *marks])
