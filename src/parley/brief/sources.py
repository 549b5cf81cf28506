"""Reports as sources: what is known of each, and its text with the quotes marked."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from parley.brief.citations import Citations
from parley.brief.days import day_of, interval_words
from parley.brief.highlight import pieces
from parley.brief.view import Source
from parley.terms.enums import Handling, ReportState
from parley.terms.report import Report

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def safe_url(url: str | None) -> str | None:
    """A web address that may be linked: http or https with a host, without user or spaces; else None.

    >>> safe_url("https://example.org/a"), safe_url("javascript:alert(1)"), safe_url("//x")
    ('https://example.org/a', None, None)
    """
    if not url or re.search(r"[\x00-\x20\x7f]", url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None


def report_name(report: Report) -> str:
    """What to call a report: its title, else its publisher, else its id; nothing that leads to a sensitive source."""
    if report.handling is Handling.SOURCE_SENSITIVE:
        return "A report whose source is withheld"
    return report.title or report.publisher or report.id


def _day(iso: str | None) -> str:
    return interval_words(iso, iso) if day_of(iso) else iso or ""


def _handling(report: Report) -> str:
    return "" if report.handling is Handling.OPEN else report.handling.value.replace("-", " ")


def _rows(report: Report) -> tuple[tuple[str, str], ...]:
    if report.handling is Handling.SOURCE_SENSITIVE:
        return (("Published", _day(report.published) or "not dated"), ("Handling", _handling(report)))
    also = [a for a in report.appearances if (a.publisher, a.published) != (report.publisher, report.published)]
    rows = (
        ("Publisher", report.publisher or ""),
        ("Published", _day(report.published) or "not dated"),
        ("Also printed by", "; ".join(", ".join(p for p in (a.publisher, _day(a.published)) if p) for a in also)),
        ("Retrieved", _day(report.retrieved)),
        ("Language", report.language or ""),
        ("Handling", _handling(report)),
        ("Reliability", report.reliability or ""),
        ("Identity", report.id),
    )
    return tuple((term, value) for term, value in rows if value)


def _links(report: Report) -> tuple[tuple[str, str], ...]:
    if report.handling is Handling.SOURCE_SENSITIVE:
        return ()
    every = [report.url, *(a.url for a in report.appearances)]
    return tuple((u, urlsplit(u).hostname or u) for u in dict.fromkeys(safe_url(u) for u in every) if u)


def _missing(report: Report) -> str:
    if report.state is ReportState.UNREAD:
        return f"Kept but not read: {report.why or 'no reader reads it'}. Nothing in this brief rests on it."
    if report.handling is not Handling.OPEN:
        return f"This report is {_handling(report)}: only the words that this brief quotes are printed."
    if report.text is None:
        return "The text of this report is not held here; its quotes stand below as the record keeps them."
    return ""


def source(report: Report, cites: Citations) -> Source:
    """A report with its marked text; one that is not open to all with no more of its text than is quoted.

    Quotes that the text as shown does not hold at their place are listed apart.
    """
    text = report.text if report.handling is Handling.OPEN else None
    number = cites.numbers[report.id]
    own = cites.of_report(report.id)
    language = report.language if report.language and _LANGUAGE.fullmatch(report.language) else None
    return Source(
        id=f"r{number}",
        label=cites.label_of(report.id),
        title=report_name(report),
        rows=_rows(report),
        links=_links(report),
        language=language,
        text=text,
        pieces=pieces(text, own) if text else (),
        loose=tuple(c for c in own if text is None or not c.placed),
        missing=_missing(report),
    )
