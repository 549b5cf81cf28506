"""Where an outcome could lie, and what the parties could sign: each a scale of 0 to 100 for one issue."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from parley.brief.pictures.ruler import Ruler, axis, bar, framed, level, line, plain, ruler_of, words
from parley.brief.pictures.svg import clipped, element
from parley.terms.outlook import BargainingRange, Compromise, Spread

_TOP, _FLOOR = 40.0, 130.0
_ENDS = 100
"""Characters of what an end means that a picture shows; a phone shows fewer."""
_PHONE = 46
_FURTHEST = 60.0
"""Points beyond 0 and 100 up to which an uncut bound is drawn."""


def spread_words(s: Spread) -> str:
    """A spread as it is read: the middle, and where four in five draws lie."""
    return f"{plain(s.middle)} ({plain(s.low)} to {plain(s.high)})"


def outcome_svg(c: Compromise) -> Markup:
    """How a settlement's place on one issue is spread, with the mean and the median of the actors' weights."""
    ruler = Ruler(0, 100)
    span = f"four in five between {plain(c.predicted.low)} and {plain(c.predicted.high)}"
    drawn = [*axis(ruler, _TOP, _FLOOR), *_columns(c, ruler), *_marks(c, ruler)]
    y = _FLOOR + 30
    drawn += [bar(ruler, (c.predicted.low, c.predicted.high), y, 4, "ch-reach")]
    drawn += [words(span, ruler.place(c.predicted.middle), y + 20, "ch-words")]
    drawn += _ends(c, y + 44)
    told = f"Mean {spread_words(c.mean)}, median {spread_words(c.median)}; {span}."
    return framed(drawn, y + 72, f"Where a settlement on {c.name} could lie, 0 to 100", told)


def _columns(c: Compromise, ruler: Ruler) -> Iterator[Markup]:
    most, step = max(c.shares, default=0.0), 100 / max(len(c.shares), 1)
    for i, share in enumerate(c.shares):
        if share > 0:
            height = max((_FLOOR - _TOP) * share / most, 1.0)
            title = element("title", f"{plain(i * step)} to {plain((i + 1) * step)}: {share:.0%} of draws")
            column = bar(ruler, (i * step, (i + 1) * step - 0.5), _FLOOR - height, height, "ch-column")
            yield element("g", [title, column])


def _marks(c: Compromise, ruler: Ruler) -> Iterator[Markup]:
    marks = ((c.mean, "mean", 13, "ch-mean"), (c.median, "median", 31, "ch-median"))
    for s, _, y, kind in marks:
        yield line(ruler.at(s.middle), y + 4, _FLOOR, kind)
    for s, name, y, _ in marks:
        yield words(f"{name} {plain(s.middle)}", ruler.place(s.middle), y, "ch-words")


def _ends(c: Compromise, y: float) -> Iterator[Markup]:
    for i, (place, meaning) in enumerate(zip(("0", "100"), c.ends, strict=True)):
        if meaning:
            yield from both_widths(f"{place}: {meaning}", y + 18 * i, "ch-note")


def both_widths(text: str, y: float, kind: str, short: str | None = None) -> Iterator[Markup]:
    """A line of words from the left, shorter where a phone has no room for all of it."""
    yield element("text", clipped(text, _ENDS), x="0", y=y, class_=f"{kind} tl-long")
    yield element("text", clipped(short or text, _PHONE), x="0", y=y, class_=f"{kind} tl-short")


def range_svg(r: BargainingRange, names: dict[str, str], issue: str) -> Markup:
    """What is enough for the one side and what the other allows, and whether there is room between them."""
    known = [v for s in (r.low, r.high) for v in (s.low, s.high)]
    ruler = ruler_of([v for v in known if -_FURTHEST <= v <= 100 + _FURTHEST], 0, 100)
    more, less = _sides(r, names)
    height = 184.0 + (50 if r.deal else 0)
    drawn = [*axis(ruler, 4, height - 24)]
    drawn += _bound(ruler, r.low, 24, (more, "at least"), ruler.high)
    drawn += _bound(ruler, r.high, 74, (less, "at most"), ruler.low)
    drawn += _room(ruler, r, 124)
    if r.deal:
        drawn += _bound(ruler, r.deal, 174, ("If signed, all gain alike", "at"), None)
    told = f"{more}: at least {_bounded(r.low)}; {less}: at most {_bounded(r.high)}; {_room_words(r)}."
    return framed(drawn, height, f"What could be signed on {issue}, 0 to 100", told)


def _sides(r: BargainingRange, names: dict[str, str]) -> tuple[str, str]:
    """Who wants the outcome higher and who lower, in words."""
    if len(r.parties) != 2 or r.wants_more is None:
        return "Who wants it higher", "Who wants it lower"
    other = next(p for p in r.parties if p != r.wants_more)
    return names.get(r.wants_more, r.wants_more), names.get(other, other)


def _bound(ruler: Ruler, s: Spread, y: float, said: tuple[str, str], onward: float | None) -> Iterator[Markup]:
    who, bound = said
    short = f"{clipped(who, 27)}: {bound} {_bounded(s).split(' (')[0]}"
    yield from both_widths(f"{clipped(who, 60)}: {bound} {_bounded(s)}", y, "ch-label", short)
    if onward is not None:
        yield level(ruler.at(s.middle), ruler.at(onward), y + 17, "ch-onward")
    yield bar(ruler, (s.low, s.high), y + 12, 10, "ch-span")
    yield element("circle", cx=ruler.at(s.middle), cy=y + 17, r=5, class_="ch-dot")


def _bounded(s: Spread) -> str:
    return "anything" if abs(s.middle) > 1e6 else spread_words(s)


def _room(ruler: Ruler, r: BargainingRange, y: float) -> Iterator[Markup]:
    low, high = _left(r)
    yield from both_widths(_room_words(r), y, "ch-label")
    yield bar(ruler, (low, high), y + 12, 10, "ch-room" if low <= high else "ch-gap")


def _left(r: BargainingRange) -> tuple[float, float]:
    """What red lines and vetoes leave, at the middle of the draws."""
    low, high = r.cut or (r.low, r.high)
    return low.middle, high.middle


def _room_words(r: BargainingRange) -> str:
    low, high = _left(r)
    said = f"room from {plain(low)} to {plain(high)}" if low <= high else f"a gap of {plain(low - high)}"
    return f"Signable in {_share(r.signable)} of draws: {said}"


def _share(share: float) -> str:
    near = "over 99%" if 0.99 < share < 1 else "under 1%" if 0 < share < 0.01 else ""
    return near or f"{share:.0%}"
