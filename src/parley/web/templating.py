"""Templates filled: everything that comes from a record is escaped, and nothing is marked safe by hand."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from parley import __version__
from parley.brief import line_id
from parley.brief.as_html import writable
from parley.web import addresses

if TYPE_CHECKING:
    from parley.web.asking import Ask

TONES = frozenset({"contested", "denied", "admitted", "claimed", "alleged", "reported"})
MENU = (
    ("/", "Home"),
    ("/reports", "Reports"),
    ("/talks", "Talks"),
    ("/actors", "Actors"),
    ("/claims", "Claims"),
    ("/timeline", "Timeline"),
    ("/network", "Network"),
    ("/map", "Map"),
    ("/review", "Review"),
    ("/coding", "Coding"),
    ("/outlook", "Outlook"),
    ("/brief", "Brief"),
)


@cache
def environment() -> Environment:
    """The templates, with the addresses of pages as filters."""
    made = Environment(
        loader=PackageLoader("parley.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=writable,
    )
    made.filters.update(
        report=addresses.to_report,
        statement=addresses.to_statement,
        talk=addresses.to_talk,
        actor=addresses.to_actor,
        line_id=line_id,
        http=web_address,
        thousands=thousands,
        tone=lambda status: status if status in TONES else "unreal",
        words=lambda word: str(word).replace("-", " "),
    )
    made.globals.update(to_found=addresses.to_found, version=__version__, MENU=MENU, to_report=addresses.to_report)
    return made


def render(template: str, ask: Ask, **more: Any) -> str:
    """A template filled for one request."""
    text = environment().get_template(f"{template}.html.j2").render(ask=ask, session=ask.session, **more)
    return str(writable(text))


def web_address(url: str) -> str:
    """An address that may be followed; "" for any but http and https.

    >>> web_address("javascript:alert(1)"), web_address("https://a.example/x")
    ('', 'https://a.example/x')
    """
    return url if url.lower().startswith(("http://", "https://")) else ""


def thousands(n: int) -> str:
    """A number with its thousands apart.

    >>> thousands(103992)
    '103,992'
    """
    return f"{n:,}"
