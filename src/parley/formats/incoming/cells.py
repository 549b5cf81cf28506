"""Cells of rows as values: whole numbers, coordinates, days, places; each fault names its column."""

from __future__ import annotations

import calendar
import datetime as dt
import math
import re

from parley.formats.incoming.row import Cells, RowError
from parley.formats.telling import digest
from parley.terms.enums import DateBasis, PlaceRole, Precision
from parley.terms.values import Date, Place

EMPTY = frozenset({"", "na", "n/a", "nan", "none", "null", "nil", "-", "--", "."})
"""What stands for nothing in other people's cells (lower case)."""
_MONTHS = {name.lower(): n for n in range(1, 13) for name in (calendar.month_name[n], calendar.month_abbr[n])}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6})?")
_WORDS = re.compile(r"(\d{1,2})[ .-]+([A-Za-z]{3,9})\.?[ ,-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? +(\d{1,2}),? +(\d{4})")
_MONTH = re.compile(r"([A-Za-z]{3,9})\.?,? +([0-9]{4})|([0-9]{4})-([0-9]{1,2})")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T].*)?")


def cell(cells: Cells, column: str) -> str:
    """What stands in a column, "" for nothing or for a word that stands for nothing."""
    value = cells.get(column, "").strip()
    return "" if value.lower() in EMPTY else value


def needed(cells: Cells, column: str) -> str:
    """What stands in a column that must hold something. Raises RowError."""
    value = cell(cells, column)
    if not value:
        raise RowError(column, "it is empty", "fill it in, or take the row out")
    return value


def whole(cells: Cells, column: str) -> int | None:
    """A whole number that is not negative, None for none. Raises RowError.

    >>> whole({"best": "1,200"}, "best"), whole({"best": "3.0"}, "best")
    (1200, 3)
    """
    text = cell(cells, column)
    if not text:
        return None
    plain = text.replace(",", "").removesuffix(".0")
    if not re.fullmatch(r"\d{1,12}", plain) or not plain.isascii():
        raise RowError(column, f"{shown(text)} is no whole number", "write it in digits")
    return int(plain)


def coordinates(cells: Cells, latitude: str, longitude: str) -> tuple[float, float] | tuple[None, None]:
    """Degrees north and east, both or none. Raises RowError for what is none on Earth."""
    at = [_degrees(cells, latitude, 90), _degrees(cells, longitude, 180)]
    if at[0] is None or at[1] is None:
        return None, None
    return at[0], at[1]


def _degrees(cells: Cells, column: str, most: int) -> float | None:
    text = cell(cells, column)
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not -most <= value <= most:
        raise RowError(column, f"{shown(text)} are no degrees", f"write a number from -{most} to {most}")
    return value


def day_of(text: str, month_first: bool | None = None) -> str | None:
    """A day as written, in ISO form; None where it is none, or where day and month cannot be told apart.

    >>> day_of("16 May 2025"), day_of("20250516"), day_of("05/16/2025"), day_of("05/06/2025")
    ('2025-05-16', '2025-05-16', '2025-05-16', None)
    """
    text = text.strip()
    if m := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _iso(m[1], m[2], m[3])
    if m := _WORDS.fullmatch(text):
        return _iso(m[3], _MONTHS.get(m[2].lower(), 0), m[1])
    if m := _MONTH_FIRST.fullmatch(text):
        return _iso(m[3], _MONTHS.get(m[1].lower(), 0), m[2])
    if m := _SLASHED.fullmatch(text):
        return _slashed(int(m[1]), int(m[3]), m[4], month_first)
    return None


def _slashed(first: int, second: int, year: str, month_first: bool | None) -> str | None:
    if month_first is None and first <= 12 and second <= 12 and first != second:
        return None
    swap = month_first if month_first is not None else second > 12
    return _iso(year, first, second) if swap else _iso(year, second, first)


def _iso(year: str, month: str | int, day: str | int) -> str | None:
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def day(cells: Cells, column: str, month_first: bool | None = None) -> str:
    """The ISO day in a column that must hold one. Raises RowError."""
    text = needed(cells, column)
    found = day_of(text, month_first)
    if found is None:
        raise RowError(column, f"{shown(text)} is no day that is sure", "write it as 2022-01-31")
    return found


def days(cells: Cells, column: str, month_first: bool | None = None) -> Date:
    """The days in a column that must tell some: a day, a month or a year. Raises RowError."""
    text = needed(cells, column)
    if found := day_of(text, month_first):
        return on(found, text)
    if m := _MONTH.fullmatch(text):
        year, month = m[2] or m[3], _MONTHS.get((m[1] or "").lower(), 0) or int(m[4] or 0)
        if first := _iso(year, month, 1):
            return month_of(first, text)
    if re.fullmatch(r"(?!0000)[0-9]{4}", text):
        return Date(f"{text}-01-01", f"{text}-12-31", text, DateBasis.STATED)
    remedy = "write it as 2022-01-31, or 2022-01 where only the month is known"
    raise RowError(column, f"{shown(text)} is no day that is sure", remedy)


def around(day_: str, days: int, text: str) -> Date:
    """The days so many before and after one."""
    middle = dt.date.fromisoformat(day_)
    first, last = (max(min(middle.toordinal() + d, dt.date.max.toordinal()), 1) for d in (-days, days))
    start, end = (dt.date.fromordinal(n).isoformat() for n in (first, last))
    return Date(start, end, text, DateBasis.STATED)


def month_of(day_: str, text: str) -> Date:
    """The month in which a day lies."""
    year, month = int(day_[:4]), int(day_[5:7])
    last = calendar.monthrange(year, month)[1]
    return Date(f"{day_[:8]}01", f"{day_[:8]}{last:02d}", text, DateBasis.STATED)


def on(day_: str, text: str, basis: DateBasis = DateBasis.STATED) -> Date:
    """One day."""
    return Date(day_, day_, text, basis)


def place(
    name: str,
    country: str | None,
    precision: Precision | None,
    at: tuple[float, float] | tuple[None, None] = (None, None),
    admin1: str | None = None,
    geonames: int | None = None,
) -> tuple[Place, ...]:
    """Where it was, as a tuple of one; () for no name."""
    if not name:
        return ()
    codes = (country,) if country else ()
    return (Place(name, PlaceRole.AT, codes, admin1 or None, at[0], at[1], precision, geonames, name),)


def id_by(cells: Cells) -> str:
    """An id for a row that has none: by its cells, so that the same row is the same again."""
    return digest(*(word for pair in cells.items() if pair[1] for word in pair))


def shown(text: str) -> str:
    """A cell in quotation marks, cut short."""
    return repr(text if len(text) <= 40 else f"{text[:37]}…")
