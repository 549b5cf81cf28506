"""Days of publication as headers write them. A day that could be read two ways is not read."""

from __future__ import annotations

import re
from datetime import date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_DAY}\s+{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
)
_YEAR_FIRST = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9:.,+Zz -]*)?")


def iso_day(written: str) -> str | None:
    """The day of an ISO date or date with time, as YYYY-MM-DD; None if it is none.

    >>> iso_day("2022-01-31T08:30:00Z"), iso_day("2022-02-31"), iso_day("31.1.2022")
    ('2022-01-31', None, None)
    """
    if not _ISO.fullmatch(written):
        return None
    try:
        return datetime.fromisoformat(written.upper()).date().isoformat()
    except ValueError:
        return None


def publication_day(written: str) -> str | None:
    """The day that a header names, as YYYY-MM-DD; None if it names none or could name two.

    >>> publication_day("Monday, 31 January 2022"), publication_day("Jan. 31, 2022"), publication_day("1/2/2022")
    ('2022-01-31', '2022-01-31', None)
    """
    written = written.strip()
    if day := iso_day(written):
        return day
    if m := _YEAR_FIRST.fullmatch(written):
        return _day(int(m[1]), int(m[2]), int(m[3]))
    for form in _WRITTEN:
        if (m := form.fullmatch(written)) and (month := _month(m["month"])):
            return _day(int(m["year"]), month, int(m["day"]))
    return None


def _month(word: str) -> int | None:
    word = word.lower()
    if word in _FULL:
        return _FULL.index(word) + 1
    short = "sep" if word == "sept" else word
    return _MONTHS.index(short) + 1 if short in _MONTHS else None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
