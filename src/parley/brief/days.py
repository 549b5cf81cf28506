"""Dates in words: a day, a month, a year, or the interval that a report leaves."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Day  # noqa: N812 - `date` is the record's own word for an interval

from parley.terms.enums import DateBasis
from parley.terms.values import Date

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_BASES: dict[DateBasis, str] = {
    DateBasis.STATED: "",
    DateBasis.RELATIVE: "reckoned from publication",
    DateBasis.ANCHORED: "reckoned from another event",
    DateBasis.INFERRED: "inferred",
}


def day_of(iso: str | None) -> Day | None:
    """An ISO day as a date; None where there is none or it is not one."""
    if not iso:
        return None
    try:
        return Day.fromisoformat(iso[:10])
    except ValueError:
        return None


def _day(d: Day) -> str:
    return f"{d.day} {_MONTHS[d.month - 1]} {d.year}"


def _last_of_month(d: Day) -> bool:
    return d.day == monthrange(d.year, d.month)[1]


def _interval(a: Day, b: Day) -> str:
    if a == b:
        return _day(a)
    if a.day == 1 and _last_of_month(b):
        if (a.month, b.month) == (1, 12):
            return str(a.year) if a.year == b.year else f"{a.year} to {b.year}"
        if (a.year, a.month) == (b.year, b.month):
            return f"{_MONTHS[a.month - 1]} {a.year}"
    if (a.year, a.month) == (b.year, b.month):
        return f"{a.day} to {_day(b)}"
    if a.year == b.year:
        return f"{a.day} {_MONTHS[a.month - 1]} to {_day(b)}"
    return f"{_day(a)} to {_day(b)}"


def interval_words(start: str | None, end: str | None) -> str:
    """An interval of ISO days in words; "" where nothing is known.

    >>> interval_words("2031-09-01", "2031-09-10"), interval_words("2031-01-01", "2031-01-31")
    ('1 to 10 September 2031', 'January 2031')
    >>> interval_words("2031-08-15", None), interval_words(None, None)
    ('since 15 August 2031', '')
    """
    a, b = day_of(start), day_of(end)
    if a and b:
        return _interval(a, b)
    if a:
        return f"since {_day(a)}"
    return f"until {_day(b)}" if b else ""


_MOST_WORDS = 44
"""Characters of a report's own words for a date that stand beside it."""


def _told(date: Date, known: str) -> str:
    """The report's own words for a date, where they say something that the date itself does not."""
    text = " ".join((date.text or "").split())
    plain = not text or re.fullmatch(r"[\d/.-]+", text) or text.lower() == known.lower()
    if plain or (date.basis is DateBasis.STATED and date.start == date.end):
        return ""
    return f"“{text if len(text) <= _MOST_WORDS else text[: _MOST_WORDS - 1].rsplit(' ', 1)[0] + '…'}”"


def date_words(date: Date | None) -> str:
    """A date of the record in words; where it was worked out, with the report's own words, or how.

    "" for no date, the report's words where no day is known.
    """
    if date is None:
        return ""
    known = interval_words(date.start, date.end)
    if not known:
        return f"“{date.text}”" if date.text else ""
    told = _told(date, known)
    how = "" if told and date.basis is not DateBasis.INFERRED else _BASES[date.basis]
    aside = ", ".join(w for w in (told, how) if w)
    return f"{known} ({aside})" if aside else known
