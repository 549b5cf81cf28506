"""Exports of Factiva: article after article, each ended by its document's number, with lines about it around its body.

Two layouts are known: with two-letter codes before each field (HD, WC, PD, SN, LP, TD, AN …), and without, where the
line that counts the words parts headline and byline from day, source and copyright.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parley.intake.days import publication_day
from parley.intake.draft import Draft
from parley.intake.tidying import tidied

_NUMBER = r"[A-Z][A-Z0-9]{3,11}(?:19|20)[0-9]{6}[0-9a-z]{6,12}"
END = re.compile(rf"(?m)^[ \t]*(?:AN[ \t|]+)?Document ({_NUMBER})[ \t]*$")
"""The line that ends an article."""
_CODES = (
    "SE", "CLM", "HD", "BY", "CR", "WC", "PD", "ET", "SN", "SC", "ED", "PG", "VOL", "LA", "CY", "LP", "TD", "CT", "RF",
    "CO", "IN", "NS", "RE", "IPC", "IPD", "PUB", "AN",
)  # fmt: skip
"""The codes of fields, in the order in which they stand."""
_CODED = re.compile(
    rf"(?:({'|'.join(_CODES)})[ \t]*(?:\||\t|[ ]{{2,}}|$)|(HD|BY|CR|WC|PD|ET|SN|SC|LA|LP|TD|IPC|IPD|PUB|AN)[ ]"
    r"|(CO|IN|NS|RE)[ ](?=\S{1,12} : ))[ \t]*(.*)"
)
_WORDS = re.compile(r"(?i)[0-9][0-9,.\s]{0,9}(?:words?|mots|palabras|wörter|parole|palavras|слов)")
_COPYRIGHT = re.compile(r"(?i)(?:\(c\)|©|copyright\b)")
_BYLINE = re.compile(r"(?i)by\s")
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?:\s*(?:[ap]m|gmt))?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z0-9]{2,10}")
_FOOT = re.compile(r"(?mi)^[ \t]*(?:page [0-9]+(?: of [0-9]+)?\b.{0,80}|.{0,40}© [0-9]{4} factiva.{0,80})$")
_SUMMARY = re.compile(r"(?mi)^[ \t]*search summary\b")
_ABOVE, _BELOW = 12, 14
"""Lines within which the count of words, and below it the copyright, must stand."""


def draft_of_factiva(chunk: str, number: str | None) -> Draft | None:
    """One article, from the text between two ends; None where it has neither layout.

    `number` is the document's own: by it Factiva opens the article, so it becomes the report's address.
    """
    lines = [line.strip(" \u00a0\r") for line in _FOOT.sub("", chunk).split("\n")]
    found = _by_codes(lines) or _by_count(lines)
    if found is None:
        return None
    title, publisher, published, body = found
    url = f"https://global.factiva.com/redir/default.aspx?P=sa&an={number}" if number else None
    return Draft(tidied(body), title or None, publisher or None, published or None, url)


def rest_after_last(text: str) -> str:
    """What stands below the last article, but for the summary of the search that Factiva puts there."""
    return _SUMMARY.split(_FOOT.sub("", text), maxsplit=1)[0].strip()


def _by_codes(lines: Sequence[str]) -> tuple[str, str, str, str] | None:
    fields: dict[str, list[str]] = {}
    last = -1
    for line in lines:
        m = _CODED.fullmatch(line)
        code = (m[1] or m[2] or m[3]) if m else ""
        if m and _CODES.index(code) > last:  # the codes stand in this order; what breaks it is a line of the body
            last = _CODES.index(code)
            fields[code] = [m[4]]
        elif last >= 0:
            fields[_CODES[last]].append(line)
    if "HD" not in fields or not fields.keys() & {"LP", "TD"}:
        return None
    title, publisher, published = (" ".join(" ".join(fields.get(c, ())).split()) for c in ("HD", "SN", "PD"))
    body = "\n\n".join("\n".join(fields[c]) for c in ("LP", "TD") if c in fields)
    return title, publisher, published, body


def _by_count(lines: Sequence[str]) -> tuple[str, str, str, str] | None:
    filled = [i for i, line in enumerate(lines) if line]
    at = next((n for n, i in enumerate(filled[:_ABOVE]) if _WORDS.fullmatch(lines[i])), None)
    if not at:
        return None
    above = [lines[i] for i in filled[:at]]
    below = filled[at + 1 : at + 1 + _BELOW]
    day = next((i for i in below[:3] if publication_day(lines[i])), None)
    if day is None:
        return None
    after = [i for i in below if i > day and not _TIME.fullmatch(lines[i])]
    publisher = lines[after[0]] if after else ""
    title = max((line for line in above if not _BYLINE.match(line)), key=len, default=above[0])
    return title, publisher, lines[day], "\n".join(lines[_body_from(lines, after) :])


def _body_from(lines: Sequence[str], after: Sequence[int]) -> int:
    """Where the body begins: below the copyright, else below the source's code."""
    for n, i in enumerate(after):
        if _COPYRIGHT.match(lines[i]):
            begins = i + 1
            while begins < len(lines) and lines[begins] and len(lines[begins]) < 60 and n < 3:
                begins += 1  # a copyright that was folded
            return begins
    coded = next((i for i in after[1:4] if _CODE.fullmatch(lines[i])), None)
    language = next((i for i in after[1:8] if coded is not None and i > coded and _is_language(lines[i])), coded)
    return (language if language is not None else after[0] if after else len(lines)) + 1


def _is_language(line: str) -> bool:
    return line in ("English", "French", "German", "Spanish", "Arabic", "Russian", "Portuguese", "Italian", "Chinese")
