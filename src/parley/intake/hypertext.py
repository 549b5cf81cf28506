"""The text of a chapter or a mail written in HTML: all of it, in order. (`page` looks for an article among menus.)"""

from __future__ import annotations

import re
from html.entities import html5
from typing import TYPE_CHECKING

from parley.intake.blocks import Blocks
from parley.intake.left_out import UnreadableError
from parley.intake.markup import BARE, DECLARES, first, local, strict_parser, words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_DOCTYPE = re.compile(r"(?i)<!doctype[^>\[]*>")
_NAMED = re.compile(r"&(\w{2,31});")
_KEPT = frozenset(("amp", "lt", "gt", "quot", "apos"))
_SKIPPED = frozenset(
    ("head", "script", "style", "template", "noscript", "nav", "svg", "math", "iframe", "object", "rt")
)
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li",
        "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "title", "ul",
    )
)  # fmt: skip
_QUOTES = ("gmail_quote", "moz-cite-prefix", "yahoo_quoted", "protonmail_quote", "gmail_extra", "moz-signature")
_QUOTE_IDS = ("divrplyfwdmsg", "appendonsend", "ms-outlook-mobile-signature")


def parsed_hypertext(text: str) -> _Element:
    """The root of some XHTML or HTML; no entity of the file's own is known. Raises UnreadableError."""
    from lxml import etree, html

    if "<!ENTITY" in text:
        raise UnreadableError(*DECLARES)
    bare = _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1)
    try:
        return etree.fromstring(_NAMED.sub(_character, bare).encode("utf-8", "replace"), strict_parser())
    except (etree.XMLSyntaxError, ValueError):
        pass  # it is HTML, or XHTML with a slip
    try:
        lax = html.HTMLParser(no_network=True, huge_tree=False, encoding="utf-8", **BARE)
        root = etree.fromstring(bare.encode("utf-8", "replace"), lax)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as e:
        raise UnreadableError("it cannot be parsed as HTML", "save it as text") from e
    if root is None:
        raise UnreadableError("it holds no text", "put a report into it, or leave it away")
    return root


def text_of(root: _Element, without_quotes: bool = False) -> str:
    """The text of a page, block by block; `without_quotes` leaves out what mail programs mark as quoted."""
    from lxml import etree

    blocks = Blocks()
    steps = etree.iterwalk(root, events=("start", "end"))
    for event, element in steps:
        name = local(element.tag).lower()
        if event == "start" and (_is_unseen(name, element) or (without_quotes and _is_quote(name, element))):
            steps.skip_subtree()
        elif event == "start":
            _begin(name, blocks)
            blocks.write_folded(element.text)
        else:
            _end(name, blocks)
        if event == "end" and element is not root:
            blocks.write_folded(element.tail)
    return blocks.text()


def heading_of(root: _Element) -> str | None:
    """The first heading of a page, else what it calls itself."""
    for name in ("h1", "h2", "h3", "title"):
        if words := words_of(first(root, name)):
            return words
    return None


def _begin(name: str, blocks: Blocks) -> None:
    if name == "tr":
        blocks.open_row()
    elif name in ("td", "th"):
        blocks.open_cell()
    elif name == "br":
        blocks.write("\n")
    elif name in _BLOCKS:
        blocks.end()


def _end(name: str, blocks: Blocks) -> None:
    if name == "tr":
        blocks.close_row()
    elif name in ("td", "th"):
        blocks.close_cell()
    elif name in _BLOCKS:
        blocks.end()


def _character(m: re.Match[str]) -> str:
    """The character that a name of HTML's stands for; XML knows five only."""
    return m[0] if m[1] in _KEPT else html5.get(f"{m[1]};", m[0])


def _is_unseen(name: str, element: _Element) -> bool:
    """Whether a person who looks at the page does not see it."""
    style = "".join(str(element.get("style") or "").lower().split())
    return not name or name in _SKIPPED or "display:none" in style or element.get("hidden") is not None


def _is_quote(name: str, element: _Element) -> bool:
    told = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    cited = name == "blockquote" and str(element.get("type") or "").lower() == "cite"
    return cited or any(mark in told for mark in (*_QUOTES, *_QUOTE_IDS))
