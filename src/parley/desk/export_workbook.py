"""A workbook: a sheet a table, written row by row so that a great record needs no great memory.

The book itself, its styles and the sheets' heads are XlsxWriter's. The rows are put into it as text, which takes a
quarter of the time that a call for each cell takes.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile
from typing import IO

from parley.desk.amiss import AmissError
from parley.desk.export_files import begun
from parley.formats.cells import safe
from parley.formats.pieces import Cell, Column, Lost, Row

LONGEST = 32_767
"""Characters that a cell of a workbook has room for."""
MOST = 1_048_576
"""Rows that a sheet has room for, its header among them."""
CUT = f"a cell of a workbook holds {LONGEST:,} characters: the rest of its text is cut off"
_FIRST_DAY = dt.date(1900, 3, 1)
"""Spreadsheets count days from 1900 and take that year for a leap year; what was before is text."""
_ZERO = dt.date(1899, 12, 30).toordinal()
_STYLED = re.compile('<col [^>]*style="([0-9]+)"')
"""A column of days, with the number of their style."""
_UNPRINTABLE = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would take for the number of a character."""
_SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")
_WIDTHS = {str: 18, int: 9, float: 9, bool: 7, dt.date: 11}
_WIDE = {"quote": 60, "about": 90, "title": 40, "values": 60, "voices": 30, "object": 30}
Tables = Mapping[str, tuple[Column, ...]]


def written_workbook(rows: Iterable[Row], tables: Tables, path: Path, lose: Callable[[Lost], None]) -> Path:
    """An XLSX file; of a text that no cell has room for the rest is cut off, and `lose` is told.

    Raises AmissError where a table has more rows than a sheet has room for.
    """
    day = _style_of_days(_empty(tables, {}))
    with ExitStack() as stack:
        beside = stack.enter_context(begun(path))
        sheets = {t: _Sheet(t, columns, stack.enter_context(_passing()), day, lose) for t, columns in tables.items()}
        for row in rows:
            sheets[row.table].add(row.cells)
        _filled(_empty(tables, {t: s.last for t, s in sheets.items()}), list(sheets.values()), beside)
    return path


def _passing() -> IO[str]:
    return TemporaryFile("w+", encoding="utf-8", errors="replace", newline="")


class _Sheet:
    """The rows of one sheet, as they will stand in its file."""

    def __init__(
        self, name: str, columns: Sequence[Column], rows: IO[str], day: int, lose: Callable[[Lost], None]
    ) -> None:
        self.name, self.columns, self.rows, self.last = name, columns, rows, 1
        self._letters = [_letter(i) for i in range(len(columns))]
        self._day, self._lose = day, lose

    def add(self, cells: Sequence[Cell]) -> None:
        """The next row."""
        self.last += 1
        if self.last > MOST:
            raise AmissError(
                f"the sheet {self.name} has room for {MOST:,} rows, and there are more",
                "Export a part (--since, --actor …), or take --format parquet or events-csv.",
            )
        told = (self._cell(f"{a}{self.last}", c, cells[0]) for a, c in zip(self._letters, cells, strict=True))
        self.rows.write(f'<row r="{self.last}">{"".join(told)}</row>')

    def _cell(self, at: str, cell: Cell, id_: Cell) -> str:
        if cell is None or cell == "":
            return ""
        if isinstance(cell, str):
            return _inline(at, self._text(cell, id_))
        if isinstance(cell, bool):
            return f'<c r="{at}" t="b"><v>{int(cell)}</v></c>'
        if not isinstance(cell, dt.date):
            return f'<c r="{at}"><v>{cell!r}</v></c>'
        if cell < _FIRST_DAY:
            return _inline(at, cell.isoformat())
        return f'<c r="{at}" s="{self._day}"><v>{cell.toordinal() - _ZERO}</v></c>'

    def _text(self, cell: str, id_: Cell) -> str:
        text = str(safe(cell))
        if not text.isprintable():
            text = _UNPRINTABLE.sub("\ufffd", _LINE_END.sub("\n", text))
        if len(text) > LONGEST:
            self._lose(Lost(str(id_), self.name, CUT))
        return text[:LONGEST]


def _inline(at: str, text: str) -> str:
    written = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if "_x" in written:
        written = _ESCAPE.sub("_x005F_", written)
    return f'<c r="{at}" t="inlineStr"><is><t xml:space="preserve">{written}</t></is></c>'


def _letter(column: int) -> str:
    """A column as spreadsheets call it.

    >>> _letter(0), _letter(25), _letter(26)
    ('A', 'Z', 'AA')
    """
    more, own = divmod(column, 26)
    return (_letter(more - 1) if more else "") + chr(ord("A") + own)


def _empty(tables: Tables, last: Mapping[str, int]) -> BytesIO:
    """The workbook with nothing but its headers, which stay in sight, and filters as far as rows will reach."""
    from xlsxwriter import Workbook

    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
        for table, columns in tables.items():
            sheet = book.add_worksheet(table)
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, last.get(table, 1) - 1, len(columns) - 1)
            for i, c in enumerate(columns):
                sheet.write_string(0, i, c.name, bold)
                width = _WIDE.get(c.name, max(_WIDTHS[c.type], len(c.name) + 2))
                sheet.set_column(i, i, width, day if c.type is dt.date else None)
    made.seek(0)
    return made


def _style_of_days(empty: BytesIO) -> int:
    """The number that the workbook gives the style of days; 0, the default, where no column has any."""
    with zipfile.ZipFile(empty) as book:
        sheets = (book.read(n).decode("utf-8") for n in book.namelist() if _SHEET.fullmatch(n))
        return next((int(found[1]) for s in sheets if (found := _STYLED.search(s))), 0)


def _filled(empty: BytesIO, sheets: Sequence[_Sheet], path: Path) -> None:
    """The workbook with its rows."""
    with zipfile.ZipFile(empty) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as new:
        for name in old.namelist():
            sheet = _SHEET.fullmatch(name)
            if sheet is None:
                new.writestr(name, old.read(name))
            else:
                _fill(new, name, old.read(name).decode("utf-8"), sheets[int(sheet[1]) - 1])


def _fill(new: zipfile.ZipFile, name: str, xml: str, sheet: _Sheet) -> None:
    head, end, tail = xml.partition("</sheetData>")
    reach = f'<dimension ref="A1:{_letter(len(sheet.columns) - 1)}{sheet.last}"/>'
    sheet.rows.flush()
    rows = sheet.rows.buffer  # type: ignore[attr-defined]
    rows.seek(0)
    with new.open(name, "w", force_zip64=True) as file:
        file.write(re.sub(r"<dimension [^>]*>", reach, head, count=1).encode("utf-8"))
        copyfileobj(rows, file, 1 << 20)
        file.write(f"{end}{tail}".encode())
