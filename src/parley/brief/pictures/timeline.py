"""The timeline as a picture: a row for each moment; a day is a dot, an imprecise date a bar, an open one fades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - `date` is the record's own word for an interval

from markupsafe import Markup

from parley.brief.days import day_of
from parley.brief.pictures.scale import Scale, scale_of, ticks
from parley.brief.pictures.svg import clipped, element

_HEAD, _ROW = 48, 50
_PIECE = 6
"""Rows of one piece of the picture: between pieces a printed page may end."""
_SHORT, _LONG = 44, 100
"""A label's length: what a phone's width holds, and a desktop's."""
_NARROW = 320
"""Pixels that the picture has on a phone."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `start` and `end` are ISO days, one of which may be None (open); `when` is the date in words.

    `tone`: `talk`, `fact`, or `unsure` for what is no fact (drawn hollow and dashed). `href` leads to its line.
    """

    label: str
    when: str
    start: str | None
    end: str | None
    tone: str
    href: str | None = None


def _percent(x: float) -> str:
    return f"{x * 100:.2f}%"


def _days(bar: Bar) -> tuple[int, int] | None:
    a, b = day_of(bar.start), day_of(bar.end)
    known = [d.toordinal() for d in (a, b) if d]
    return (min(known), max(known)) if known else None


def _tick_words(day: int, scale: Scale) -> str:
    d = Day.fromordinal(day)
    if scale.length > 3 * 366:
        return str(d.year)
    month = f"{_MONTHS[d.month - 1]} {d.year}"
    return month if d.day == 1 and scale.length > 62 else f"{d.day} {month}"


def _axis(scale: Scale, height: int, top: int) -> Iterator[Markup]:
    """The stretches drawn short, and the lines of the ticks, from `top` down."""
    for a, b in scale.breaks:
        x, y = scale.place(a), scale.place(b)
        yield element("rect", x=_percent(x), y=top, width=_percent(y - x), height=height - top, class_="tl-break")
    for day in ticks(scale):
        x = scale.place(day)
        yield element("line", x1=_percent(x), x2=_percent(x), y1=top, y2=height, class_="tl-grid")


def _head(scale: Scale) -> Iterator[Markup]:
    """What stands above the first row: the ticks' words, and an ellipsis over what is drawn short."""
    for a, b in scale.breaks:
        x = _percent((scale.place(a) + scale.place(b)) / 2)
        yield element("text", "⋯", x=x, y=35, text_anchor="middle", class_="tl-tick")
    for day in ticks(scale):
        yield element("text", _tick_words(day, scale), x=_percent(scale.place(day)), y=14, class_="tl-tick")


def _mark(bar: Bar, days: tuple[int, int], scale: Scale, y: int) -> Markup:
    x, to = scale.place(days[0]), scale.place(days[1] + 1)
    known = f"tl-mark tl-{bar.tone}"
    if bar.start is None or bar.end is None:
        x, to = (x, 1.0) if bar.end is None else (0.0, to)
        way = "tl-onward" if bar.end is None else "tl-before"
        return element("rect", x=_percent(x), y=y - 3, width=_percent(to - x), height=6, rx=3, class_=f"{known} {way}")
    if days[0] == days[1]:
        return element("circle", cx=_percent(scale.place(days[0] + 0.5)), cy=y, r=6, class_=known)
    return element("rect", x=_percent(x), y=y - 5, width=_percent(to - x), height=10, rx=5, class_=known)


def _when(bar: Bar, days: tuple[int, int], scale: Scale, y: int) -> Markup:
    """The date beside its mark where a phone's width leaves room, after it or before it; else below."""
    x, to = scale.place(days[0]), scale.place(days[1] + 1)
    room, is_open = len(bar.when) * 6.2 + 12, bar.start is None or bar.end is None
    if not is_open and (1 - to) * _NARROW >= room:
        return element("text", bar.when, x=_percent(to), dx=10, y=y + 4, class_="tl-when")
    if not is_open and x * _NARROW >= room:
        return element("text", bar.when, x=_percent(x), dx=-10, y=y + 4, text_anchor="end", class_="tl-when")
    if (1 - x) * _NARROW >= room:
        return element("text", bar.when, x=_percent(x), dx=4, y=y + 16, class_="tl-when")
    return element("text", bar.when, x="100%", y=y + 16, text_anchor="end", class_="tl-when")


def _row(bar: Bar, scale: Scale, top: int) -> Markup:
    days = _days(bar)
    if days is None:
        return Markup("")
    y = top + 25
    known = f"tl-label tl-label-{bar.tone}"
    long = element("text", clipped(bar.label, _LONG), x=0, y=top + 12, class_=f"{known} tl-long")
    short = element("text", clipped(bar.label, _SHORT), x=0, y=top + 12, class_=f"{known} tl-short")
    full = element("title", f"{bar.when}: {bar.label}")
    parts = [full, long, short, _mark(bar, days, scale, y), _when(bar, days, scale, y)]
    return element("a", parts, href=bar.href) if bar.href else element("g", parts)


def timeline_svg(bars: Sequence[Bar], title: str = "Timeline") -> Markup:
    """The dated bars, in the order given, as wide as their place; "" where no bar has a day.

    One SVG for every few rows, without a gap between them: a page may end between two. Places are percentages, so that
    words keep their size on a phone. Long empty stretches are drawn short (⋯).
    """
    dated = [(b, d) for b in bars if (d := _days(b))]
    if not dated:
        return Markup("")
    scale = scale_of([d for _, d in dated])
    told = [b for b, _ in dated]
    pieces = [_piece(told[i : i + _PIECE], scale, first=i == 0) for i in range(0, len(told), _PIECE)]
    return element("div", pieces, class_="tl-pieces", role="group", aria_label=title)


def _piece(bars: Sequence[Bar], scale: Scale, *, first: bool) -> Markup:
    top = _HEAD if first else 0
    height = top + _ROW * len(bars)
    rows = [_row(b, scale, top + _ROW * i) for i, b in enumerate(bars)]
    drawn = [*_axis(scale, height, 22 if first else 0), *(_head(scale) if first else ()), *rows]
    return element("svg", drawn, class_="tl", width="100%", height=height, xmlns="http://www.w3.org/2000/svg")
