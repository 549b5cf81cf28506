"""The few words of SVG that the pictures are written in; every value is escaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape


def number(x: float) -> str:
    """A coordinate with at most one decimal, so that a picture is the same on every machine.

    >>> number(3.0), number(2.25), number(-0.01)
    ('3', '2.2', '0')
    """
    text = f"{x:.1f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def attributes(**given: object) -> Markup:
    """Attributes of an element: `_` in a name stands for `-`, a trailing one is dropped, None is left out."""
    out = Markup("")
    for name, value in given.items():
        if value is not None:
            shown = number(value) if isinstance(value, float) else value
            out += Markup(' {}="{}"').format(Markup(name.rstrip("_").replace("_", "-")), escape(shown))
    return out


def element(name: str, content: Iterable[Markup | str] | Markup | str = (), **given: object) -> Markup:
    """An element of the picture; words in its content are escaped.

    >>> element("text", "a < b", x=1.5, class_="name")
    Markup('<text x="1.5" class="name">a &lt; b</text>')
    """
    inner = escape(content) if isinstance(content, str) else Markup("").join(content)
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), attributes(**given), inner)


def linked(content: Markup, href: str | None) -> Markup:
    """The content as a link to a place in the page, where there is one."""
    return element("a", [content], href=href) if href else content


def clipped(text: str, most: int) -> str:
    """At most so many characters, an ellipsis for the rest.

    >>> clipped("long words", 6)
    'long…'
    """
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
