"""The reports of a record as entries of a bibliography: BibTeX and RIS, one entry a report."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from parley.formats.cite import braced
from parley.formats.lines import own_reports
from parley.formats.pieces import Lost, Wish
from parley.formats.telling import WITHDRAWN, digest, iso, plain, web
from parley.terms.enums import ReportState
from parley.terms.report import Report
from parley.terms.slice import Slice

UNKNOWN = "nothing is known of it that could be cited"
_WORD = re.compile("[a-z0-9]+")
_IDLE = frozenset({"a", "an", "the", "in", "on", "of", "to", "at"})


def bibtex(parts: Iterable[Slice], _: Wish) -> Iterator[str | Lost]:
    """BibTeX entries `@misc`, with the fields of biblatex (`date`, `urldate`) beside the old ones."""
    for key, report in _cited(parts):
        if isinstance(report, Lost):
            yield report
            continue
        lines = "".join(f"  {name} = {{{braced(words)}}},\n" for name, words in _fields(report) if words)
        address = f"  url = {{{url}}},\n" if (url := web(report.url)) else ""
        yield f"@misc{{{key},\n{lines}{address}}}\n\n"


def ris(parts: Iterable[Slice], _: Wish) -> Iterator[str | Lost]:
    """RIS records of type NEWS, or GEN where no publisher is known."""
    for key, report in _cited(parts):
        if isinstance(report, Lost):
            yield report
            continue
        rows = [(tag, words) for tag, words in _rows(key, report) if words]
        yield "".join(f"{tag}  - {words}\r\n" for tag, words in rows) + "ER  - \r\n\r\n"


def _cited(parts: Iterable[Slice]) -> Iterator[tuple[str, Report | Lost]]:
    """Each report once, with its key; what was withdrawn is cited no more."""
    taken: set[str] = set()
    for report in (r for part in parts for r in own_reports(part)):
        if cause := _uncitable(report):
            yield "", Lost(report.id, "report", cause)
            continue
        key = key_of(report)
        while key.casefold() in taken:
            key = f"{key}x"
        taken.add(key.casefold())
        yield key, report


def _uncitable(report: Report) -> str | None:
    if report.state is ReportState.WITHDRAWN:
        return WITHDRAWN
    known = (report.title, report.publisher, report.url, report.published, report.text)
    return None if any(known) else UNKNOWN


def key_of(report: Report) -> str:
    """A report's key: outlet, year and first word of the title, and a hash of its id that keeps keys apart.

    The same report has the same key whatever else is cited beside it.
    """
    outlet = "".join([w for w in _words(report.publisher) if w not in _IDLE][:2]) or "report"
    year = (iso(report.published) or "nd")[:4]
    word = next((w for w in _words(report.title) if w not in _IDLE), "")
    return f"{outlet[:24]}{year}{word[:24]}-{digest(report.id)[:6]}"


def _words(text: str | None) -> list[str]:
    bare = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().lower()
    return _WORD.findall(bare)


def _title(report: Report) -> str:
    return plain(report.title or "") or f"Report {plain(report.id)}"


def _day(day: str | None) -> str:
    return iso((day or "")[:10]) or ""


def _note(report: Report) -> str:
    """What else is known of where it was printed, and by what id the record has it."""
    seen = [a for a in report.appearances if a.publisher and a.publisher != report.publisher]
    also = "; ".join(dict.fromkeys(plain(a.publisher or "") for a in seen))
    return f"Parley report {plain(report.id)}" + (f"; also printed by {also}" if also else "")


def _fields(report: Report) -> list[tuple[str, str]]:
    published = _day(report.published)
    return [
        ("title", _title(report)),
        ("publisher", plain(report.publisher or "")),
        ("year", published[:4]),
        ("date", published),
        ("urldate", _day(report.retrieved)),
        ("language", plain(report.language or "")),
        ("note", _note(report)),
    ]


def _rows(key: str, report: Report) -> list[tuple[str, str]]:
    published, retrieved = _day(report.published), _day(report.retrieved)
    outlet = plain(report.publisher or "")
    return [
        ("TY", "NEWS" if outlet else "GEN"),
        ("ID", key),
        ("TI", _title(report)),
        ("T2", outlet),
        ("PB", outlet),
        ("PY", published[:4]),
        ("DA", published.replace("-", "/")),
        ("Y2", retrieved.replace("-", "/")),
        ("UR", web(report.url) or ""),
        ("LA", plain(report.language or "")),
        ("N1", _note(report)),
    ]
