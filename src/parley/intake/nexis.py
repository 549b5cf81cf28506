"""Exports of Nexis Uni and of LexisNexis before it: several documents a file, labels around each body.

Nexis Uni ends each with "End of Document"; LexisNexis began each with "1 of 250 DOCUMENTS". In both, source and day
stand one below the other; the headline above them (Nexis Uni) or below (LexisNexis).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.intake.days import publication_day
from parley.intake.draft import Draft
from parley.intake.tidying import tidied

END = re.compile(r"(?m)^[ \t]*End of Document[ \t]*$")
"""The line that ends a document of Nexis Uni."""
BEGIN = re.compile(r"(?m)^[ \t]*[0-9]+ of [0-9]+ DOCUMENTS?[ \t]*$")
"""The line that begins a document of LexisNexis."""
_ABOVE = re.compile(
    r"(?i)(?:byline|section|length|dateline|highlight|headline|source|copyright)\s*:|copyright\s+[0-9]{4}"
)
_LENGTH = re.compile(r"(?i)length\s*:\s*[0-9][0-9,. ]*\s*words?")
_LOADED = re.compile(r"(?i)load-date\s*:")
_HEADLINE = re.compile(r"(?i)headline\s*:\s*(\S.*)")
_BODY = re.compile(r"(?i)body\s*:?")
_BELOW = re.compile(
    r"(?i)(?:classification|graphic|notes)$|(?:load-date|language|graphic|publication-type|journal-code|document-type"
    r"|subject|geographic|organization|person|company|industry|country|state|city|type|url|pub-type|acc-no)\s*:"
)
_FOOT = re.compile(r"(?mi)^[ \t]*page [0-9]+ of [0-9]+[ \t]*$")
_DAY = re.compile(r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}, [0-9]{4}|[0-9]{1,2}\.? [A-Z][a-z]{2,8}\.?,? [0-9]{4}")
_LONGEST_DAY = 80


def draft_of_nexis_uni(chunk: str) -> Draft | None:
    """One document of Nexis Uni, from the text above its end; None where it is none."""
    lines = _lines(chunk)
    labels = [i for i, line in enumerate(lines) if _LENGTH.match(line) or _BODY.fullmatch(line)]
    day = _last_day(lines, labels[0]) if labels else None
    if day is None:
        return None
    above = [line for line in lines[:day] if line]
    title, publisher = (above[-2] if len(above) > 1 else ""), (above[-1] if above else "")
    return _draft(title, publisher, lines, day)


def draft_of_lexisnexis(chunk: str) -> Draft | None:
    """One document of LexisNexis, from the text below its beginning; None where it is none."""
    lines = _lines(chunk)
    told = [i for i, line in enumerate(lines) if _LENGTH.match(line) or _LOADED.match(line)]
    filled = [i for i, line in enumerate(lines) if line]
    day = next((i for i in filled[:12] if _day_in(lines[i])), None)
    if not told or day is None:
        return None
    above = [line for line in lines[:day] if line and not _ABOVE.match(line)]
    return _draft(_headline(lines, day), above[-1] if above else "", lines, day)


def _draft(title: str, publisher: str, lines: Sequence[str], day: int) -> Draft:
    body = tidied("\n".join(lines[_body_from(lines, day) : _body_to(lines, day)]))
    return Draft(body, title or None, publisher or None, _day_in(lines[day]))


def _lines(chunk: str) -> list[str]:
    return [line.strip(" \t\u00a0\r") for line in _FOOT.sub("", chunk).split("\n")]


def _day_in(line: str) -> str | None:
    """The day in a line that tells it, perhaps with weekday, hour and edition."""
    m = _DAY.search(line) if len(line) <= _LONGEST_DAY else None
    return publication_day(m[0].replace(". ", " ")) if m else None


def _last_day(lines: Sequence[str], below: int) -> int | None:
    """The line of the day: the last above the labels, since a cover with days of its own may stand above."""
    return next((i for i in range(below - 1, -1, -1) if _day_in(lines[i]) and not _ABOVE.match(lines[i])), None)


def _headline(lines: Sequence[str], day: int) -> str:
    """What is labelled so, else the paragraph above the first label: before it, an edition may be named."""
    block: list[str] = []
    for line in lines[day + 1 :]:
        if m := _HEADLINE.match(line):
            return m[1]
        if _ABOVE.match(line) or _BELOW.match(line):
            break
        if line and block and block[-1] == "":
            block.clear()
        if line or block:
            block.append(line)
    return " ".join(filter(None, block))


def _body_from(lines: Sequence[str], day: int) -> int:
    """Below the word "Body", else below the last label above the text and what it is folded into."""
    for i in range(day + 1, len(lines)):
        if _BODY.fullmatch(lines[i]):
            return i + 1
    last = day
    for i in range(day + 1, len(lines)):
        if _ABOVE.match(lines[i]):
            last = i
        elif _BELOW.match(lines[i]) or (lines[i] and last > day and not any(map(_ABOVE.match, lines[i : i + 4]))):
            break
    while last < len(lines) and lines[last]:
        last += 1
    return last


def _body_to(lines: Sequence[str], day: int) -> int:
    begins = _body_from(lines, day)
    return next((i for i in range(begins, len(lines)) if _BELOW.match(lines[i])), len(lines))
