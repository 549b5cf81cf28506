"""Reports: the texts that everything else is quoted from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from parley.terms.enums import Handling, ReportState


@dataclass(frozen=True, slots=True)
class Appearance:
    """One place where a text was printed."""

    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One text with what is known of its origin. `text` None only once withdrawn, or where left out of a layer."""

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    retrieved: str | None
    language: str | None
    text: str | None
    sha256: str
    state: ReportState = ReportState.READ
    why: str | None = None
    appearances: tuple[Appearance, ...] = ()
    handling: Handling = Handling.OPEN
    reliability: str | None = None


def hash_of(text: str) -> str:
    """SHA-256 of a text in UTF-8, in hex; lone surrogates are hashed as they stand."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_of(
    text: str,
    *,
    id: str | None = None,  # noqa: A002 - the contract's own word
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    published: str | None = None,
    retrieved: str | None = None,
    language: str | None = None,
) -> Report:
    """A report from its text; its id is the one given, else taken from the text's hash.

    >>> report_of("Talks were held.").id == report_of("Talks were held.").id
    True
    """
    digest = hash_of(text)
    seen = Appearance(publisher, url, published, retrieved)
    return Report(
        id=id or digest[:16],
        title=title,
        publisher=publisher,
        url=url,
        published=published,
        retrieved=retrieved,
        language=language,
        text=text,
        sha256=digest,
        appearances=(seen,) if any((publisher, url, published)) else (),
    )
