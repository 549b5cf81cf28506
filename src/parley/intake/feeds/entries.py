"""What a feed or sitemap lists: addresses with titles and days. Nothing that it names is fetched here."""

from __future__ import annotations

import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

from parley.intake.days import iso_day
from parley.intake.inflating import GZIP, Inflated, up_to
from parley.intake.left_out import UnreadableError
from parley.intake.markup import local

LIMIT = 10_000_000
"""Bytes of a feed or sitemap, unpacked."""
_SITEMAP = re.compile(rb"<(?:\w+:)?(urlset|sitemapindex)[\s>]")
_ENTITY = re.compile(rb"<!\s*ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is listed: its address, and its title and day where they are told."""

    url: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap lists, as it is ordered there; `more` are sitemaps that it leads to."""

    title: str | None = None
    entries: tuple[Entry, ...] = ()
    more: tuple[str, ...] = ()


def listing_of(body: bytes, url: str) -> Listing:
    """The listing of a feed's bytes. Raises UnreadableError where they are neither feed nor sitemap."""
    if body.startswith(GZIP):
        body = up_to(Inflated(BytesIO(body)), LIMIT + 1)
        if len(body) > LIMIT:
            raise UnreadableError(f"unpacked it has more than {LIMIT / 1e6:.0f} MB", "name a smaller sitemap")
    if _ENTITY.search(body):
        raise UnreadableError("it defines entities of its own, which can be made to fill the memory", "do without it")
    if _SITEMAP.search(body[:4096]):
        return _sitemap(body, url)
    return _feed(body, url)


def _sitemap(body: bytes, url: str) -> Listing:
    try:
        root = ET.fromstring(body)
    except (ET.ParseError, ValueError, LookupError) as e:  # the last two where it names an encoding that it has not
        raise UnreadableError(f"it is a sitemap that cannot be read ({e})", "tell its publisher") from e
    listed = [(urljoin(url, loc), _child(item, "lastmod")) for item in root if (loc := _child(item, "loc"))]
    if local(root.tag) == "sitemapindex":
        return Listing(more=tuple(u for u, _ in _latest_first(listed)))
    return Listing(entries=tuple(Entry(u, None, iso_day(day or "")) for u, day in _latest_first(listed)))


def _latest_first(listed: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    return sorted(listed, key=lambda x: x[1] or "", reverse=True)


def _child(item: ET.Element, name: str) -> str | None:
    found = next((c.text for c in item if local(c.tag) == name), None)
    return found.strip() if found and found.strip() else None


def _feed(body: bytes, url: str) -> Listing:
    try:
        import feedparser
    except ImportError as e:
        raise UnreadableError("feeds need feedparser", "type: pip install 'parley[corpus]'") from e
    parsed: Any = feedparser.parse(body, response_headers={"content-location": url, "content-type": "application/xml"})
    if not parsed.get("version"):
        raise UnreadableError("it is neither RSS, Atom nor a sitemap", "look for the feed's own address on its page")
    return Listing(_words(parsed.feed.get("title")), tuple(_entries(parsed.entries, url)))


def _entries(listed: list[Any], url: str) -> Iterator[Entry]:
    for e in listed:
        if link := e.get("link"):
            when = e.get("published_parsed") or e.get("updated_parsed")
            day = iso_day(time.strftime("%Y-%m-%d", when)) if when else None
            yield Entry(urljoin(url, str(link)), _words(e.get("title")), day)


def _words(told: object) -> str | None:
    """Told words without marks of HTML."""
    return " ".join(re.sub(r"<[^>]*>", " ", str(told)).split()) or None if told else None
