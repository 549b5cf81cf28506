"""Counts as people write them in a coding sheet: "12", "7-15", "at least 3", "about 20", "unknown"."""

from __future__ import annotations

import re

from parley.formats.incoming.cells import cell, shown
from parley.formats.incoming.row import Cells, RowError

UNKNOWN = frozenset({"unknown", "not known", "unk", "n.k.", "nk", "?", "??", "unclear", "not stated", "not reported"})
"""What says that nobody knows how many (lower case)."""
_N = r"([0-9]{1,3}(?:[,\u202f ][0-9]{3})+|[0-9]{1,12})(?:\.0)?"
_RANGE = re.compile(rf"(?:between |from )?{_N}\s*(?:-|\u2013|\u2014| to | and |/)\s*{_N}")
_ABOUT = re.compile(rf"(?:about|around|some|approximately|approx\.?|circa|ca?\.|~|\u2248)?\s*{_N}\s*\??")
_LEAST = re.compile(rf"(?:(?:at least|min\.?|minimum|>=|\u2265)\s*{_N}|{_N}\s*(?:\+|or more))")
_MORE = re.compile(rf"(?:more than|over|>)\s*{_N}")
_MOST = re.compile(rf"(?:at most|up to|max\.?|maximum|<=|\u2264)\s*{_N}")
_LESS = re.compile(rf"(?:fewer than|less than|under|<)\s*{_N}")
Range = tuple[int | None, int | None]


def range_in(cells: Cells, column: str) -> Range:
    """At least and at most how many, None where that side is open or nothing is known. Raises RowError.

    >>> range_in({"dead": "7-15"}, "dead"), range_in({"dead": "10+"}, "dead"), range_in({"dead": "unknown"}, "dead")
    ((7, 15), (10, None), (None, None))
    """
    text = cell(cells, column)
    found = (None, None) if not text or text.casefold() in UNKNOWN else range_of(text)
    if found is None:
        remedy = "write it in digits, as 7, 7-15, 7+ or unknown"
        raise RowError(column, f"{shown(text)} says no number", remedy)
    if found[0] is not None and found[1] is not None and found[0] > found[1]:
        raise RowError(column, f"{shown(text)} runs from more to less", "swap the two numbers")
    return found


def range_of(text: str) -> Range | None:
    """The range that a count's words leave open, None where they are none.

    >>> range_of("about 1,200"), range_of("more than 5"), range_of("up to 9"), range_of("many")
    ((1200, 1200), (6, None), (None, 9), None)
    """
    plain = " ".join(text.casefold().split())
    if m := _RANGE.fullmatch(plain):
        return _n(m[1]), _n(m[2])
    if m := _ABOUT.fullmatch(plain):
        return _n(m[1]), _n(m[1])
    if m := _LEAST.fullmatch(plain):
        return _n(m[1] or m[2]), None
    if m := _MORE.fullmatch(plain):
        return _n(m[1]) + 1, None
    if m := _MOST.fullmatch(plain):
        return None, _n(m[1])
    if m := _LESS.fullmatch(plain):
        return None, max(_n(m[1]) - 1, 0)
    return None


def _n(digits: str) -> int:
    return int(re.sub(r"\D", "", digits))
