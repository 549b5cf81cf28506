"""Cells that are harmless in a spreadsheet, and what they were before."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from parley.formats.pieces import Cell

BETWEEN = "; "
"""Between the values of a cell that holds several."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_MARK = "'"


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula, and that UTF-8 can write.

    A text that could be taken for one gets an apostrophe before it; so does one that has apostrophes there already,
    so that `plain` can tell them apart.

    >>> safe("=1+1"), safe("'=1+1"), safe("'tis"), safe(-1)
    ("'=1+1", "''=1+1", "'tis", -1)
    """
    if not isinstance(cell, str):
        return cell
    text = cell if cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")
    text = text.replace("\0", "") if "\0" in text else text
    return _MARK + text if text.startswith(FORMULA) or _guarded(text) else text


def plain(text: str) -> str:
    """The text that `safe` made harmless.

    >>> plain("'=1+1"), plain("'tis")
    ('=1+1', "'tis")
    """
    return text[1:] if _guarded(text) else text


def _guarded(text: str) -> bool:
    return text.startswith(_MARK) and text.lstrip(_MARK).startswith(FORMULA)


def many(values: Iterable[object]) -> str | None:
    """Several values in one cell; None for none."""
    return BETWEEN.join(str(v) for v in values) or None


def csv_cell(cell: Cell) -> Cell:
    """A cell as CSV has it: harmless text, ISO days, `true` and `false`."""
    if cell is None:
        return None
    if isinstance(cell, str):
        return safe(cell)
    return ("true" if cell else "false") if isinstance(cell, bool) else cell


def csv_line(cells: Iterable[Cell]) -> str:
    """Cells as a line of CSV, with the line end that spreadsheets want."""
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerow(map(csv_cell, cells))
    return out.getvalue()
