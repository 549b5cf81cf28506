"""Taking a record away."""

import csv
from pathlib import Path

import pytest

from parley.desk.amiss import AmissError
from parley.desk.export import lines, write_tables
from parley.desk.reading import read
from parley.formats import jsonl
from parley.terms.ports import Reader
from parley.terms.report import report_of
from parley.terms.slice import Slice


@pytest.fixture
def told(installed_reader: Reader) -> Slice:  # noqa: ARG001 - installs it
    """A small record."""
    return read(report_of("Northland accused Söuthmark.", language="en"))


def test_lines_come_back(told: Slice) -> None:
    """What is exported can be loaded, and is the same."""
    back = jsonl.load(lines(told))
    assert (back.statements, back.proposals, back.reports) == (told.statements, told.proposals, told.reports)


def test_nothing_read_is_still_an_export() -> None:
    """An empty record has a contract line that names no reader."""
    assert len(list(lines(Slice()))) == 1


def test_tables_open_in_a_spreadsheet(told: Slice, tmp_path: Path) -> None:
    """Each file has a byte order mark and one header; the letters are right."""
    written = {p.name: p for p in write_tables(told, tmp_path / "new" / "tables")}
    assert written["actors.csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    with written["actors.csv"].open(encoding="utf-8-sig", newline="") as file:
        assert "Söuthmark" in {row["name"] for row in csv.DictReader(file)}


def test_folder_that_is_a_file_is_amiss(told: Slice, tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "tables").write_text("mine", encoding="utf-8")
    with pytest.raises(AmissError, match="--out FOLDER"):
        write_tables(told, tmp_path / "tables")
