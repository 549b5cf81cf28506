"""Builds the land of the map from Natural Earth (public domain): `python tools/build_outlines.py FILE.whl`.

The file is the wheel of geopandas 0.14.4, which ships Natural Earth's outlines of 1:110m; nothing of geopandas is used.
Written is one SVG path in tenths of a degree: longitudes to the right, latitudes downwards.
"""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

SHAPES = "geopandas/datasets/naturalearth_lowres/naturalearth_lowres.shp"
OUT = Path(__file__).resolve().parent.parent / "src" / "parley" / "brief" / "pictures" / "land.txt"
POLYGON, HEADER = 5, 100
Ring = list[tuple[float, float]]


def rings(data: bytes) -> Iterator[Ring]:
    """The rings of a shapefile's polygons, as longitudes and latitudes in degrees."""
    at = HEADER
    while at < len(data):
        (words,) = struct.unpack_from(">i", data, at + 4)
        body = at + 8
        (kind,) = struct.unpack_from("<i", data, body)
        if kind == POLYGON:
            parts, points = struct.unpack_from("<ii", data, body + 36)
            starts = [*struct.unpack_from(f"<{parts}i", data, body + 44), points]
            base = body + 44 + 4 * parts
            for first, last in pairwise(starts):
                flat = struct.unpack_from(f"<{2 * (last - first)}d", data, base + 16 * first)
                yield list(zip(flat[::2], flat[1::2], strict=True))
        at = body + 2 * words


def path_of(ring: Ring) -> str:
    """A ring as a piece of an SVG path; points that fall together are one."""
    tenths = [(round(10 * x), round(-10 * y)) for x, y in ring]
    kept = [p for i, p in enumerate(tenths) if i == 0 or p != tenths[i - 1]]
    if len(kept) <= 3:
        return ""
    steps = (f"{b[0] - a[0]},{b[1] - a[1]}" for a, b in pairwise(kept[:-1]))
    return f"M{kept[0][0]},{kept[0][1]}l" + " ".join(steps) + "Z"


def main() -> None:
    """Read the wheel, write the path."""
    with ZipFile(sys.argv[1]) as wheel:
        data = wheel.read(SHAPES)
    text = "".join(map(path_of, rings(data)))
    OUT.write_text(text + "\n", encoding="ascii")
    print(f"{len(text):,} characters in {OUT.name}")


if __name__ == "__main__":
    main()
