"""Taking what is new in a feed: its list, then each page that has not been taken yet."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from parley.intake.feeds.entries import LIMIT as LISTING_LIMIT
from parley.intake.feeds.entries import Entry, Listing, listing_of
from parley.intake.feeds.politeness import NOT_MODIFIED, Polite
from parley.intake.gathering import gather
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.sameness import Found
from parley.intake.sniffing import suffix_for
from parley.intake.sources import Place, found_in
from parley.intake.walking import LIMIT, files_under
from parley.terms.report import Appearance, Report

MOST = 100
"""Pages that one feed may ask for in one go, unless somebody says otherwise."""
_SITEMAPS = 20
"""Sitemaps that a sitemap may lead to."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is kept: its address, what its host told to ask for changes only, and what was taken of it."""

    address: str
    allow: tuple[str, ...] = ()
    etag: str | None = None
    modified: str | None = None
    taken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Taking:
    """What came of a feed: reports, what could not be taken, the feed to be kept, and how many pages wait."""

    feed: Feed
    reports: tuple[Report, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    waiting: int = 0


def address_of(url: str) -> str:
    """The name by which a page is remembered."""
    return hashlib.sha256(url.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def take(feed: Feed, polite: Polite, most: int = MOST) -> Taking:
    """What is new in a feed. A page that fails is named, and asked for again next time; the others go on."""
    try:
        url, answer = polite.get(feed.address, LISTING_LIMIT, _since(feed))
        if answer.status == NOT_MODIFIED:
            return Taking(feed)
        listing = listing_of(answer.body, url)
    except UnreadableError as e:
        return Taking(feed, left_out=(e.at(feed.address),))
    left: list[LeftOut] = []
    entries = _new(_all_entries(listing, polite, left), feed.taken)
    reports: list[Report] = []
    taken: list[str] = []
    for entry in entries[:most]:
        found = _page(entry, listing, polite)
        reports += [f.report for f in found if isinstance(f, Found)]
        left += [f for f in found if isinstance(f, LeftOut)]
        if any(isinstance(f, Found) for f in found):
            taken.append(address_of(entry.url))
    whole = len(taken) == len(entries) and not left
    kept = replace(
        feed,
        taken=(*feed.taken, *taken),
        etag=answer.headers.get("etag") if whole else None,  # else the rest would not be told next time
        modified=answer.headers.get("last-modified") if whole else None,
    )
    return Taking(kept, tuple(reports), tuple(left), max(0, len(entries) - most))


def _since(feed: Feed) -> Mapping[str, str]:
    asked = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    return {name: value for name, value in asked.items() if value}


def _all_entries(listing: Listing, polite: Polite, left: list[LeftOut]) -> Iterator[Entry]:
    """The entries of a listing and of the sitemaps that it leads to, one step deep."""
    yield from listing.entries
    for url in listing.more[:_SITEMAPS]:
        try:
            led, answer = polite.get(url, LISTING_LIMIT)
            yield from listing_of(answer.body, led).entries
        except UnreadableError as e:
            left.append(e.at(url))


def _new(entries: Iterator[Entry], taken: Collection[str]) -> list[Entry]:
    known = set(taken)
    found: dict[str, Entry] = {}
    for e in entries:
        if address_of(e.url) not in known:
            found.setdefault(e.url, e)
    return list(found.values())


def _page(entry: Entry, listing: Listing, polite: Polite) -> list[Found | LeftOut]:
    try:
        url, answer = polite.get(entry.url, LIMIT)
        suffix = suffix_for(answer.headers.get("content-type", "")) or ".html"
        found = list(found_in(answer.body, Place(url), suffix))
    except UnreadableError as e:
        return [e.at(entry.url)]
    return [Found(f.place, _told(f.report, entry, listing)) if isinstance(f, Found) else f for f in found]


def _told(report: Report, entry: Entry, listing: Listing) -> Report:
    """A page's report, with what its feed tells of it where the page does not."""
    publisher = report.publisher or listing.title
    published = report.published or entry.published
    seen = Appearance(publisher, entry.url, published, None)
    return replace(
        report, title=report.title or entry.title, publisher=publisher, url=entry.url, published=published,
        appearances=(seen,),
    )  # fmt: skip


def take_folder(feed: Feed) -> Taking:
    """What is new in a folder: files that were not taken yet, or were changed since."""
    reports: list[Report] = []
    left: list[LeftOut] = []
    taken: list[str] = []
    known = set(feed.taken)
    for path in files_under([Path(feed.address)]):
        if isinstance(path, LeftOut):
            left.append(path)
            continue
        state = path.stat()
        name = address_of(f"{path}|{state.st_size}|{state.st_mtime_ns}")
        if name not in known:
            intake = gather([path])
            reports += intake.reports
            left += intake.left_out
            taken.append(name)
    return Taking(replace(feed, taken=(*feed.taken, *taken)), tuple(reports), tuple(left))
