"""Sheets of XLSX workbooks, a row at a time: values as text, formulas as the values that the file keeps for them."""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
from collections.abc import Iterator
from importlib import import_module
from itertools import repeat
from pathlib import Path
from typing import Any

from parley.intake.delimited import LONGEST, Cells
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.walking import shown

MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
LARGEST = 400_000_000
"""Bytes that a workbook's parts may have unpacked, all together; what its strings take stays in memory."""
LARGEST_STRINGS = 120_000_000
MOST_TIMES = 200
"""How many times its packed size a part of more than a megabyte may have: tables pack well, bombs far better."""
COLUMNS = 1_000
_DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_HEAD = 65_536
_FORMULA = re.compile(rb"<f[ >/]")


def rows_in(path: Path, sheet: str | None = None) -> Iterator[Cells | LeftOut]:
    """The rows of a workbook's first sheet that holds any, or of the one named; empty ones are passed over.

    Raises UnreadableError where it is no workbook, has no such sheet, or would take up too much room.
    """
    check(path)
    openpyxl: Any = import_module("openpyxl")  # loaded where it is needed, and without types of its own
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of styles and extensions, which no value hangs on
        try:
            book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
        except Exception as e:  # what a broken part makes the library raise is of any kind
            raise UnreadableError(f"it is no workbook that can be opened ({_short(e)})", "save it anew as XLSX") from e
        try:
            found = _sheet(book, sheet)
            told = _formulas(path, found.title, openpyxl) if _has_formulas(path) else repeat(())
            yield from _rows(found, told, path)
        finally:
            book.close()


def check(path: Path) -> None:
    """Refuse what would unpack to far more than a table, or declares entities. Raises UnreadableError."""
    try:
        with zipfile.ZipFile(path) as packed:
            parts = packed.infolist()
            if "[Content_Types].xml" not in packed.namelist():
                raise UnreadableError("it is a zip, and no workbook", "unpack it, and name the table in it")
            if sum(p.file_size for p in parts) > LARGEST or any(map(_swells, parts)):
                raise UnreadableError("it unpacks to more than a workbook may have", "save the table as CSV")
            for part in parts:
                with packed.open(part) as file:
                    if _DECLARES.search(file.read(_HEAD)):
                        why = f"its part {part.filename[:60]!r} declares entities, which no workbook does"
                        raise UnreadableError(why, "save it anew as XLSX, or as CSV")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as e:
        raise UnreadableError(f"it is no workbook that can be opened ({_short(e)})", "save it anew as XLSX") from e


def _swells(part: zipfile.ZipInfo) -> bool:
    strings = part.filename.endswith("sharedStrings.xml") and part.file_size > LARGEST_STRINGS
    return strings or (part.file_size > 1_000_000 and part.file_size > MOST_TIMES * max(part.compress_size, 1))


def _sheet(book: Any, wanted: str | None) -> Any:
    sheets = {s.title: s for s in book.worksheets}
    if wanted is not None:
        if wanted not in sheets:
            raise UnreadableError(f"it has no sheet {wanted!r}", f"name one of: {', '.join(sheets)}")
        return sheets[wanted]
    visible = [s for s in sheets.values() if s.sheet_state == "visible"]
    found = next((s for s in visible if any(map(_holds, _some(s)))), None)
    if found is None:
        raise UnreadableError("it has no sheet that holds anything", "name another file")
    return found


def _some(sheet: Any) -> Iterator[tuple[Any, ...]]:
    try:
        yield from sheet.iter_rows(max_row=20, max_col=COLUMNS, values_only=True)
    except Exception as e:
        raise UnreadableError(f"its sheet {sheet.title!r} cannot be read ({_short(e)})", "save it anew as XLSX") from e


def _holds(row: tuple[Any, ...]) -> bool:
    return any(v not in (None, "") for v in row)


def _has_formulas(path: Path) -> bool:
    """Whether any sheet holds a formula: then each cell without a value is looked at twice."""
    with zipfile.ZipFile(path) as packed:
        for part in packed.infolist():
            if "worksheets/" in part.filename:
                with packed.open(part) as file:
                    before = b""
                    while data := file.read(_HEAD):
                        if _FORMULA.search(before + data):
                            return True
                        before = data[-8:]
    return False


def _formulas(path: Path, title: str, openpyxl: Any) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet with its formulas as they are written."""
    book = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    try:
        yield from book[title].iter_rows(max_col=COLUMNS, values_only=True)
    finally:
        book.close()


def _rows(sheet: Any, told: Iterator[tuple[Any, ...]], path: Path) -> Iterator[Cells | LeftOut]:
    rows = sheet.iter_rows(max_col=COLUMNS, values_only=True)
    number = 0
    while True:
        number += 1
        try:
            row, formulas = next(rows, None), next(told, ())
        except Exception as e:
            yield LeftOut(
                f"{shown(path)}, row {number}", f"it and what follows cannot be read ({_short(e)})", "save it anew"
            )
            return
        if row is None:
            return
        unknown = next(
            (i for i, (v, f) in enumerate(zip(row, formulas, strict=False)) if v is None and _is_formula(f)), None
        )
        if unknown is not None:
            why = f"its cell {unknown + 1} holds a formula of which the file keeps no value"
            yield LeftOut(f"{shown(path)}, row {number}", why, "open it in a spreadsheet program and save it")
        elif _holds(row):
            yield _cells(row, number, path)


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("=")


def _cells(row: tuple[Any, ...], number: int, path: Path) -> Cells | LeftOut:
    cells = [_text(v) for v in row]
    while cells and not cells[-1]:
        cells.pop()
    if sum(map(len, cells)) > LONGEST:
        why = f"the row is longer than {LONGEST:,} characters"
        return LeftOut(f"{shown(path)}, row {number}", why, "shorten it, or leave it out")
    return Cells(number, tuple(cells))


def _text(value: Any) -> str:
    """A cell as a person sees it; a day without its midnight, a whole number without its fraction.

    >>> _text(3.0), _text(dt.datetime(2022, 1, 31)), _text(True)
    ('3', '2022-01-31', 'TRUE')
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case dt.datetime():
            return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
        case dt.date() | dt.time():
            return value.isoformat()
    return str(value).replace("\0", "")


def _short(e: Exception) -> str:
    return f"{type(e).__name__}: {e}"[:120]
