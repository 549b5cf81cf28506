"""A picture as a file by itself: it brings its style, light or dark as its reader has it, and fetches nothing."""

from __future__ import annotations

from functools import cache
from importlib import resources
from textwrap import wrap

from markupsafe import Markup

from parley.brief.as_html import writable
from parley.brief.pictures import Picture
from parley.brief.pictures.svg import element

WIDTH, MARGIN, LINE = 760, 24, 21
"""Pixels: the file's width, the free room about the picture, and a line of its caption."""
_CAPTION, _NOTE = 70, 104
"""Characters that a line of the caption and of the note has room for."""
_HEIGHT = ' height="'


def standalone(picture: Picture) -> str:
    """The picture with its caption above it and its note below."""
    caption, note = wrap(picture.caption, _CAPTION), wrap(picture.note, _NOTE)
    top = MARGIN + LINE * len(caption) + 8
    below = top + _height(picture.svg) + 20
    height = below + 17 * len(note) + MARGIN
    svg = picture.svg.replace(Markup('width="100%"'), Markup(f'x="{MARGIN}" y="{top}" width="{WIDTH - 2 * MARGIN}"'), 1)
    drawn = [
        element("title", picture.caption),
        Markup("<style>{}</style>").format(Markup(_style())),
        element("rect", width="100%", height="100%", class_="page"),
        *(element("text", w, x=MARGIN, y=MARGIN + LINE * i + 12, class_="caption") for i, w in enumerate(caption)),
        svg,
        *(element("text", w, x=MARGIN, y=below + 17 * i, class_="below") for i, w in enumerate(note)),
    ]
    box = f"0 0 {WIDTH} {height:g}"
    size = {"width": WIDTH, "height": f"{height:g}"}
    whole = element("svg", drawn, xmlns="http://www.w3.org/2000/svg", viewBox=box, role="img", **size)
    return f"{writable(whole)}\n"


def _height(svg: Markup) -> float:
    return float(str(svg).split(_HEIGHT, 1)[1].split('"', 1)[0])


@cache
def _style() -> str:
    """The colours of the brief and the style of its pictures; `<` and `&` do not occur in them."""
    folder = resources.files("parley.brief") / "templates"
    colours = (folder / "brief.css").read_text(encoding="utf-8").split("* {", 1)[0]
    pictures = (folder / "pictures.css").read_text(encoding="utf-8")
    own = (
        ".page { fill: var(--picture); } .caption { fill: var(--ink); font: 600 17px var(--serif); }"
        " .below { fill: var(--muted); font: 12.5px var(--sans); }"
        " @media (max-width: 60rem) { .tl-long { display: inline; } .tl-short { display: none; } }"
    )
    return colours + pictures + own
