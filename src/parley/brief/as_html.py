"""The brief as one web page that stands by itself: no script, nothing fetched, everything escaped."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from parley.brief.page import page
from parley.brief.view import OutlookSection
from parley.terms.slice import Slice

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of what follows them: in running text they would reach beyond their words."""


def writable(value: Any) -> Any:
    """A value for the page: characters that HTML cannot hold become U+FFFD, one for one, so that offsets stay true."""
    if isinstance(value, Markup):
        return Markup(_UNWRITABLE.sub("\ufffd", value))
    return _UNWRITABLE.sub("\ufffd", value) if isinstance(value, str) else value


def on_one_line(words: str) -> str:
    """Running text: its spaces single, and nothing in it that turns the direction of what follows it."""
    return " ".join(_TURNS.sub("", words).split())


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("parley.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=writable,
    )


def html(
    slice: Slice,  # noqa: A002 - the contract's own word
    title: str,
    outlook: OutlookSection | None,
    made: str,
    caution: str = "",
) -> str:
    """The brief of a slice as one self-contained page; `made` is the time of writing, as it is to be shown.

    `caution` is told at its head. Every line links to its quote's place in the source text at the end, and the place
    links back.
    """
    return _environment().get_template("brief.html.j2").render(page=page(slice, title, outlook, made, caution))


def outlook_html(section: OutlookSection, title: str, made: str) -> str:
    """An outlook as a page by itself, without a record."""
    return _environment().get_template("outlook_page.html.j2").render(section=section, title=title, made=made)
