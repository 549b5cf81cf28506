"""Places on a map: Natural Earth's outlines of land, and a mark for each cluster of what happened there.

Longitudes and latitudes are drawn as they are (plate carrée), in degrees. A mark says how finely its place is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from markupsafe import Markup

from parley.brief.pictures.svg import clipped, element

LEAST = 40.0
"""Degrees that a picture shows at least, however near its places are."""
WIDE = 1000.0
"""Units of the picture's width; its height follows."""
FINE = frozenset({"point", "town", "district"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how often it is told; `precision` as in the contract, "" where it is not known."""

    name: str
    latitude: float
    longitude: float
    precision: str
    many: int
    href: str


@dataclass(frozen=True, slots=True)
class _Frame:
    left: float
    top: float
    width: float
    height: float

    @property
    def unit(self) -> float:
        """Units of the picture for a degree."""
        return WIDE / self.width

    def place(self, s: Spot) -> tuple[float, float]:
        """Where a spot lies."""
        return (s.longitude - self.left) * self.unit, (-s.latitude - self.top) * self.unit


@cache
def land() -> str:
    """The outlines as one path, in tenths of a degree."""
    return (resources.files("parley.brief") / "pictures" / "land.txt").read_text(encoding="ascii").strip()


def clusters(spots: Sequence[Spot], reach: float) -> list[list[Spot]]:
    """Spots by cells of so many degrees, the most told first in each."""
    by: dict[tuple[int, int], list[Spot]] = {}
    for s in sorted(spots, key=lambda s: (-s.many, s.name)):
        by.setdefault((int(s.longitude // reach), int(s.latitude // reach)), []).append(s)
    return sorted(by.values(), key=lambda own: -sum(s.many for s in own))


def map_svg(spots: Sequence[Spot], title: str = "Map") -> Markup:
    """The spots on a map that shows all of them; "" where there is none."""
    if not spots:
        return Markup("")
    frame = _frame(spots)
    scale = f"scale({frame.unit / 10:.5f}) translate({-10 * frame.left:.1f} {-10 * frame.top:.1f})"
    drawn = [element("path", d=land(), transform=scale, class_="map-land", vector_effect="non-scaling-stroke")]
    drawn += [_mark(own, frame) for own in clusters(spots, frame.width / 28)]
    height = frame.height * frame.unit
    return element(
        "svg",
        drawn,
        class_="map",
        viewBox=f"0 0 {WIDE:g} {height:.0f}",
        role="group",
        aria_label=title,
        xmlns="http://www.w3.org/2000/svg",
    )


def _frame(spots: Sequence[Spot]) -> _Frame:
    xs, ys = [s.longitude for s in spots], [-s.latitude for s in spots]
    wide = max(max(xs) - min(xs), 2 * (max(ys) - min(ys)), LEAST) * 1.3
    wide = min(wide, 360.0)
    high = max(max(ys) - min(ys) + wide * 0.12, wide * 0.46)
    return _Frame((max(xs) + min(xs) - wide) / 2, (max(ys) + min(ys) - high) / 2, wide, high)


def _mark(own: Sequence[Spot], frame: _Frame) -> Markup:
    first = own[0]
    many = sum(s.many for s in own)
    x, y = frame.place(first)
    size = 7 + min(3.2 * many**0.5, 26)
    fine = "map-fine" if first.precision in FINE else "map-coarse"
    more = f" and {len(own) - 1} more" if len(own) > 1 else ""
    known = first.precision or "not known how finely"
    parts = [
        element("title", f"{first.name}{more}: told {many} times ({known})"),
        element("circle", cx=round(x, 1), cy=round(y, 1), r=round(size, 1), class_=f"map-spot {fine}"),
        element("text", str(many), x=round(x, 1), y=round(y + 4, 1), text_anchor="middle", class_="map-many"),
        element("text", clipped(first.name, 24) + more, x=round(x + size + 4, 1), y=round(y + 4, 1), class_="map-name"),
    ]
    return element("a", parts, href=first.href)
