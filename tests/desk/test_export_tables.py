"""Tables as CSV, Parquet and a workbook: all three hold the same cells, and none runs."""

from __future__ import annotations

import csv
import datetime as dt
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pyarrow.parquet as parquet
import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.test_jsonl import sample
from tests.strategies import slices

from parley.desk.amiss import AmissError
from parley.desk.export import export
from parley.desk.export_workbook import CUT, LONGEST, written_workbook
from parley.formats.book import TABLES
from parley.formats.cells import FORMULA, plain
from parley.formats.pieces import Cell, Column, Lost, Row
from parley.terms.slice import Slice

QUICK = settings(
    deadline=None,
    max_examples=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
Read = Mapping[str, list[list[str]]]


def from_csv(folder: Path) -> Read:
    """The rows of all CSV files of a folder."""
    found = {}
    for path in folder.glob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found[path.stem] = list(csv.reader(file))
    return found


def word(cell: Cell | dt.datetime) -> str:
    """A cell as CSV would have it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell)


def same(one: str, other: str, loose: bool) -> bool:
    """The same text or number; `loose` for what a workbook makes of line ends and characters that it has none for."""
    if one == other:
        return True
    try:
        return float(one) == pytest.approx(float(other), rel=1e-14)
    except ValueError:
        return loose and printable(one) == printable(other)


def printable(text: str) -> str:
    """What a workbook keeps of a text."""
    kept = (c if c.isprintable() or c == "\n" else "?" for c in text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join("?" if c in "\ufffd\ufffe\uffff" else c for c in kept)


@QUICK
@given(part=slices())
def test_parquet_holds_the_cells_of_the_csv(part: Slice, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every table of any slice, cell by cell; what CSV makes harmless is as it was."""
    folder = tmp_path_factory.mktemp("tables")
    export([part], "events-csv", folder / "csv")
    export([part], "parquet", folder / "parquet")
    told = from_csv(folder / "csv")
    assert set(told) == set(TABLES)
    for name, rows in told.items():
        found = parquet.read_table(folder / "parquet" / f"{name}.parquet")
        assert found.column_names == rows[0]
        for row, cells in zip(rows[1:], zip(*(c.to_pylist() for c in found.columns), strict=True), strict=True):
            for text, cell in zip(row, cells, strict=True):
                assert same(plain(text), word(cell).replace("\0", ""), loose=False), (name, text, cell)


@QUICK
@given(part=slices())
def test_a_workbook_holds_the_cells_of_the_csv(part: Slice, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every sheet of any slice, cell by cell; no cell is a formula or an error."""
    folder = tmp_path_factory.mktemp("tables")
    export([part], "events-csv", folder / "csv")
    export([part], "xlsx", folder / "book.xlsx")
    told = from_csv(folder / "csv")
    book = openpyxl.load_workbook(folder / "book.xlsx")
    assert book.sheetnames == list(TABLES)
    for name, rows in told.items():
        sheet = book[name]
        found = [list(r) for r in sheet.iter_rows(max_col=len(rows[0]))]
        assert len(found) == len(rows), name
        for row, cells in zip(rows, found, strict=True):
            for text, cell in zip(row, cells, strict=True):
                assert cell.data_type != "f"
                assert not str(cell.value).startswith(("=", "+", "@"))
                assert same(text, word(cell.value), loose=True), (name, text, cell.value)


def test_cells_are_typed(tmp_path: Path) -> None:
    """A day is a day, a fact true or false, and a column says in the file what it tells."""
    export([sample()], "parquet", tmp_path / "events.parquet")
    found = parquet.read_table(tmp_path / "events.parquet")
    assert found.column("date_start").to_pylist() == [dt.date(2031, 3, 4)]
    assert found.column("fact").to_pylist() == [True]
    assert "counts as a fact" in found.schema.field("fact").metadata[b"about"].decode()
    assert b"contested" in found.schema.field("status").metadata[b"values"]
    export([sample()], "xlsx", tmp_path / "book.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "book.xlsx")["events"]
    by_name = {cell.value: sheet.cell(2, cell.column) for cell in sheet[1]}
    assert by_name["date_start"].is_date
    assert by_name["fact"].value is True


def test_without_the_package_parquet_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is written."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(AmissError, match=r"pip install 'parley\[parquet\]'"):
        export([sample()], "parquet", tmp_path / "events.parquet")
    assert list(tmp_path.iterdir()) == []


Cells = tuple[Cell, ...]


def write(folder: Path, cells: list[Cells], *columns: Column) -> tuple[list[tuple[object, ...]], Counter[str]]:
    """Rows of one sheet, read back, and what was lost."""
    lost: list[Lost] = []
    rows = (Row("one", c) for c in cells)
    path = written_workbook(rows, {"one": columns}, folder / "one.xlsx", lost.append)
    sheet = openpyxl.load_workbook(path)["one"]
    return [tuple(c.value for c in r) for r in sheet.iter_rows(min_row=2)], Counter(x.cause for x in lost)


def test_a_text_that_no_cell_has_room_for_is_cut_and_counted(tmp_path: Path) -> None:
    """Spreadsheets refuse a workbook with a longer one."""
    found, lost = write(tmp_path, [("a", "x" * (LONGEST + 5))], Column("id", str, ""), Column("quote", str, ""))
    assert len(str(found[0][1])) == LONGEST
    assert lost == {CUT: 1}


def test_a_day_before_spreadsheets_count_is_text(tmp_path: Path) -> None:
    """They take 1900 for a leap year, and have no day before it."""
    days: list[Cells] = [(dt.date(1815, 6, 18),), (dt.date(1900, 3, 1),)]
    found, _ = write(tmp_path, days, Column("date_start", dt.date, ""))
    assert found == [("1815-06-18",), (dt.datetime(1900, 3, 1),)]


@pytest.mark.parametrize("text", [*(f"{c}1+1" for c in FORMULA), "http://a.example/b", "007", "1e5"])
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    """No formula, link, number or escape is made of it."""
    ((read,),), _ = write(tmp_path, [(text,)], Column("id", str, ""))
    assert isinstance(read, str)
    assert plain(read).lstrip("\r\n") == text.lstrip("\r\n")
