"""Sheets of workbooks, and what looks like one."""

import datetime as dt
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from parley.intake.delimited import Cells
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.tables import Row, rows_of
from parley.intake.workbook import COLUMNS, rows_in

openpyxl: Any = import_module("openpyxl")
xlsxwriter: Any = import_module("xlsxwriter")


def book(path: Path, *rows: list[Any], sheet: str = "Events") -> Path:
    """A workbook whose first sheet is empty and whose second holds rows."""
    made = openpyxl.Workbook()
    made.active.title = "Cover"
    held = made.create_sheet(sheet)
    for row in rows:
        held.append(row)
    made.save(path)
    return path


def test_values_are_text_as_a_person_sees_them(tmp_path: Path) -> None:
    """Days without their midnight, whole numbers without a fraction; empty rows are passed over, numbers are kept."""
    day = dt.datetime(2022, 1, 31)
    path = book(tmp_path / "x.xlsx", ["Date", "N", "Yes"], [day, 3.0, True], [], [dt.date(2022, 2, 1), 2.5, None])
    found = [r for r in rows_of(path) if isinstance(r, Row)]
    assert [dict(r.cells) for r in found] == [
        {"Date": "2022-01-31", "N": "3", "Yes": "TRUE"}, {"Date": "2022-02-01", "N": "2.5"},
    ]  # fmt: skip
    assert [r.place.rpartition(" ")[2] for r in found] == ["2", "4"]


def test_formulas_are_the_values_that_the_file_keeps(tmp_path: Path) -> None:
    """No formula is run, and none is taken for a text."""
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ["A", "B"])
        sheet.write_formula(1, 0, "=1+1", None, 2)
        sheet.write_formula(1, 1, '=HYPERLINK("https://evil.example","x")', None, "x")
    assert [dict(r.cells) for r in rows_of(path) if isinstance(r, Row)] == [{"A": "2", "B": "x"}]


def test_formula_without_a_value_is_named(tmp_path: Path) -> None:
    """A row of which something is not known is not taken for one that is empty there."""
    path = book(tmp_path / "x.xlsx", ["A", "B"], ["1", "=1+1"], ["2", "3"])
    found = list(rows_of(path))
    assert [dict(r.cells) for r in found if isinstance(r, Row)] == [{"A": "2", "B": "3"}]
    assert ["row 2" in str(r) and "formula" in str(r) for r in found if isinstance(r, LeftOut)] == [True]


def test_sheet_by_its_name(tmp_path: Path) -> None:
    """Or the error names those that there are."""
    path = book(tmp_path / "x.xlsx", ["A"], ["1"])
    assert [r.cells for r in rows_in(path, "Events") if isinstance(r, Cells)] == [("A",), ("1",)]
    with pytest.raises(UnreadableError, match="no sheet") as fault:
        list(rows_in(path, "Evnts"))
    assert "Events" in fault.value.remedy


def test_hidden_and_empty_sheets_are_passed_over(tmp_path: Path) -> None:
    """A workbook in which nothing is visible holds no table."""
    made = openpyxl.Workbook()
    made.active.append(["A", "B"])
    made.active.sheet_state = "hidden"
    made.create_sheet("Empty")
    made.save(tmp_path / "h.xlsx")
    with pytest.raises(UnreadableError, match="no sheet that holds anything"):
        list(rows_in(tmp_path / "h.xlsx"))


def test_very_wide_rows_are_cut(tmp_path: Path) -> None:
    """Nobody has so many columns."""
    path = book(tmp_path / "w.xlsx", ["A"] * (COLUMNS + 500))
    assert [len(r.cells) for r in rows_in(path) if isinstance(r, Cells)] == [COLUMNS]


def packed(path: Path, parts: dict[str, bytes]) -> Path:
    """A zip of some parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return path


def again(path: Path, out: Path, **parts: bytes) -> Path:
    """A workbook with some parts otherwise (`_` for `/`)."""
    with zipfile.ZipFile(path) as old:
        kept = {i.filename: old.read(i) for i in old.infolist()}
    return packed(out, {**kept, **{k.replace("__", "/"): v for k, v in parts.items()}})


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ({"readme.txt": b"hello"}, "a zip, and no workbook"),
        ({"[Content_Types].xml": b"<Types/>"}, "no workbook that can be opened"),
        ({"[Content_Types].xml": b"<Types/>", "xl/sheet.xml": b" " * 30_000_000}, "more than a workbook"),
        (
            {"[Content_Types].xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><Types>&a;</Types>'},
            "declares entities",
        ),
    ],
)
def test_hostile_zips_are_refused(tmp_path: Path, parts: dict[str, bytes], why: str) -> None:
    """Before anything of them is parsed."""
    with pytest.raises(UnreadableError, match=why) as fault:
        list(rows_in(packed(tmp_path / "bad.xlsx", parts)))
    assert fault.value.remedy


def test_broken_sheet_is_told(tmp_path: Path) -> None:
    """What cannot be read is named, and nothing is made up."""
    good = book(tmp_path / "x.xlsx", ["A", "B"], ["1", "2"])
    path = again(good, tmp_path / "bad.xlsx", **{"xl__worksheets__sheet2.xml": b"<worksheet><sheetData><row"})
    with pytest.raises(UnreadableError):
        list(rows_in(path))


def test_entities_in_a_sheet_are_refused(tmp_path: Path) -> None:
    """Also in a part of a workbook that is otherwise good."""
    good = book(tmp_path / "x.xlsx", ["A", "B"], ["1", "2"])
    bomb = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>'
    with pytest.raises(UnreadableError, match="declares entities"):
        list(rows_in(again(good, tmp_path / "bad.xlsx", **{"xl__worksheets__sheet2.xml": bomb})))
