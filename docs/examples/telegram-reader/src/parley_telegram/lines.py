"""From a report's text to its telegrams, each with the places of its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parley.terms.values import Span

_NAME = r"[^\W\d_][\w'’-]*(?:[ ][^\W\d_][\w'’-]*)*?"
_VERBS = "TRIFFT|BESCHULDIGT|DROHT|UNTERSTÜTZT|UNTERSTUETZT|GREIFT|BESTREITET"
_LINE = re.compile(
    rf"""
    (?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{{4}})?\s+
    (?:LAUT\s+(?P<source>{_NAME})\s+(?=(?:{_VERBS})\b))?
    (?:(?P<doer>{_NAME})\s+)?
    (?P<verb>{_VERBS})\s+
    (?:(?P<doer_after>{_NAME})\s+(?=DIE\b|DEN\b|DAS\b))?
    (?:ANGRIFF\s+AUF\s+)?
    (?:(?:DIE|DEN|DAS)\s+)?(?P<other>{_NAME})
    (?:\s+IN\s+(?P<place>{_NAME}))?
    (?P<away>\s+AN)?
    \.?\s*
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Telegram:
    """One telegram: the whole line, and where its parts stand in the report's text; None for a part that is missing."""

    line: Span
    verb: Span
    doer: Span
    other: Span
    source: Span | None
    place: Span | None
    date: Span
    day: int
    month: int
    year: int | None


def telegrams(text: str) -> Iterator[Telegram | Span]:
    """Each line that is not blank: a telegram, or where the line stands that is none. A telegram has a doer."""
    for m in re.finditer(r"[^\r\n]+", text):
        if m.group().strip():
            found = _LINE.fullmatch(text, *_trimmed(text, Span(*m.span())))
            yield (_telegram(found) if found else None) or Span(*m.span())


def _trimmed(text: str, line: Span) -> tuple[int, int]:
    words = line.of(text)
    return line.start + len(words) - len(words.lstrip()), line.end - (len(words) - len(words.rstrip()))


def _telegram(m: re.Match[str]) -> Telegram | None:
    doer = _span(m, "doer") or _span(m, "doer_after")
    other = _span(m, "other")
    attacks = m["verb"].upper() == "GREIFT"
    if doer is None or other is None or attacks is not bool(m["away"]):
        return None
    return Telegram(
        line=Span(*m.span()),
        verb=Span(*m.span("verb")),
        doer=doer,
        other=other,
        source=_span(m, "source"),
        place=_span(m, "place"),
        date=Span(m.start("day"), m.end("year") if m["year"] else m.end("month") + 1),
        day=int(m["day"]),
        month=int(m["month"]),
        year=int(m["year"]) if m["year"] else None,
    )


def _span(m: re.Match[str], name: str) -> Span | None:
    return Span(*m.span(name)) if m[name] else None
