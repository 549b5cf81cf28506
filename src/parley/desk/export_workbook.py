"""A workbook: a sheet a table, written row by row so that a great record needs no great memory."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.desk.amiss import AmissError
from parley.desk.export_files import begun
from parley.formats.cells import safe
from parley.formats.pieces import Cell, Column, Lost, Row

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LONGEST = 32_767
"""Characters that a cell of a workbook has room for."""
MOST = 1_048_576
"""Rows that a sheet has room for, its header among them."""
CUT = f"a cell of a workbook holds {LONGEST:,} characters: the rest of its text is cut off"
_FIRST_DAY = dt.date(1900, 3, 1)
"""Spreadsheets count days from 1900 and take that year for a leap year; what was before is text."""
_UNPRINTABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_WIDTHS = {str: 18, int: 9, float: 9, bool: 7, dt.date: 11}
_WIDE = {"quote": 60, "about": 90, "title": 40, "values": 60, "voices": 30, "object": 30}


def written_workbook(
    rows: Iterable[Row], tables: Mapping[str, tuple[Column, ...]], path: Path, lose: Callable[[Lost], None]
) -> Path:
    """An XLSX file; of a text that no cell has room for the rest is cut off, and `lose` is told.

    Raises AmissError where a table has more rows than a sheet has room for.
    """
    from xlsxwriter import Workbook

    with begun(path) as beside:
        book = Workbook(str(beside), _OPTIONS)
        sheets = {name: _Sheet(book, name, columns, lose) for name, columns in tables.items()}
        try:
            for row in rows:
                sheets[row.table].add(row.cells)
            for sheet in sheets.values():
                sheet.finish()
        finally:
            book.close()
    return path


_OPTIONS: Mapping[str, Any] = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


class _Sheet:
    """One sheet and how far it is written."""

    def __init__(self, book: Any, name: str, columns: Sequence[Column], lose: Callable[[Lost], None]) -> None:
        self._sheet: Worksheet = book.add_worksheet(name)
        self._name, self._columns, self._lose = name, columns, lose
        self._at = 0
        self._bold, self._day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheet.freeze_panes(1, 1)
        for i, c in enumerate(columns):
            self._sheet.set_column(i, i, _WIDE.get(c.name, max(_WIDTHS[c.type], len(c.name) + 2)))
            self._sheet.write_string(0, i, c.name, self._bold)

    def add(self, cells: Sequence[Cell]) -> None:
        """The next row."""
        self._at += 1
        if self._at >= MOST:
            raise AmissError(
                f"the sheet {self._name} has room for {MOST:,} rows, and there are more",
                "Export a part (--since, --actor …), or take --format parquet or events-csv.",
            )
        for i, cell in enumerate(cells):
            if cell is not None:
                self._write(i, cell, cells[0])

    def _write(self, column: int, cell: Cell, id_: Cell) -> None:
        if isinstance(cell, str):
            self._sheet.write_string(self._at, column, self._text(cell, id_))
        elif isinstance(cell, bool):
            self._sheet.write_boolean(self._at, column, cell)
        elif isinstance(cell, dt.date):
            self._write_day(column, cell)
        elif cell is not None:
            self._sheet.write_number(self._at, column, cell)

    def _write_day(self, column: int, day: dt.date) -> None:
        if day >= _FIRST_DAY:
            self._sheet.write_datetime(self._at, column, day, self._day)
        else:
            self._sheet.write_string(self._at, column, day.isoformat())

    def _text(self, cell: str, id_: Cell) -> str:
        text = str(safe(_UNPRINTABLE.sub("\ufffd", _LINE_END.sub("\n", cell))))
        if len(text) > LONGEST:
            self._lose(Lost(str(id_), self._name, CUT))
        return text[:LONGEST]

    def finish(self) -> None:
        """What can be said of a sheet only once its last row is there."""
        self._sheet.autofilter(0, 0, self._at, len(self._columns) - 1)
