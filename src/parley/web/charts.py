"""Small pictures of the workbench's own: how much began in each year."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from parley.brief.pictures.svg import element
from parley.desk.views.glance import Year
from parley.web.addresses import with_query

HIGH, BASE = 96, 78
MOST = 60
"""Columns; more years than that are drawn as spans of several."""


def years_svg(years: Sequence[Year], path: str = "/timeline") -> Markup:
    """Columns of events, facts darker within them, and a dot for talks; each leads to its part of the timeline."""
    spans = _spans([y for y in years if y.period.isdigit()])
    if not spans:
        return Markup("")
    top = max(max(y.events + y.talks for _, _, y in spans), 1)
    wide = 100 / len(spans)
    columns = [_column(i, wide, top, first, last, y, path) for i, (first, last, y) in enumerate(spans)]
    named = [_name(i, wide, first) for i, (first, _, _) in enumerate(spans) if i % _step(len(spans)) == 0]
    line = element("line", x1="0%", x2="100%", y1=BASE, y2=BASE, class_="ch-grid")
    return element(
        "svg",
        [line, *columns, *named],
        class_="years",
        width="100%",
        height=HIGH,
        role="group",
        aria_label="Coverage by year",
        xmlns="http://www.w3.org/2000/svg",
    )


def _spans(years: Sequence[Year]) -> list[tuple[str, str, Year]]:
    """First and last year of each column, with what began in it; years without anything are columns too."""
    if not years:
        return []
    known = {int(y.period): y for y in years}
    first, last = min(known), max(known)
    each = -(-(last - first + 1) // MOST)
    out = []
    for a in range(first, last + 1, each):
        own = [known[y] for y in range(a, a + each) if y in known]
        sums = (sum(y.talks for y in own), sum(y.events for y in own), sum(y.facts for y in own))
        out.append((f"{a:04d}", f"{min(a + each - 1, last):04d}", Year(f"{a:04d}", *sums)))
    return out


def _column(i: int, wide: float, top: int, first: str, last: str, y: Year, path: str) -> Markup:
    x, w = f"{i * wide + wide * 0.14:.2f}%", f"{wide * 0.72:.2f}%"
    span = first if first == last else f"{first} to {last}"
    bars = [
        element("title", f"{span}: {y.talks} talks, {y.events} events, {y.facts} of them facts"),
        _bar(x, w, (y.events + y.talks) / top, 0, "years-events"),
        _bar(x, w, (y.facts + y.talks) / top, 0, "years-facts"),
        _bar(x, w, y.talks / top, 0, "years-talks"),
    ]
    words = f"{span}: {y.talks} talks, {y.events} events"
    to = with_query(path, [("since", f"{first}-01-01"), ("until", f"{last}-12-31")])
    return element("a", bars, href=to, aria_label=words)


def _bar(x: str, w: str, share: float, least: float, kind: str) -> Markup:
    high = max(share * (BASE - 8), least)
    return element("rect", x=x, width=w, y=BASE - high, height=high, rx=1.5, class_=kind)


def _name(i: int, wide: float, year: str) -> Markup:
    return element("text", year, x=f"{(i + 0.5) * wide:.2f}%", y=HIGH - 3, text_anchor="middle", class_="ch-tick")


def _step(columns: int) -> int:
    return max(1, -(-columns // 8))
