"""A person's own sheet: guessed, shown, mended, imported."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from parley.desk.amiss import AmissError
from parley.desk.import_frame import Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.import_sheets import mapping_shown
from parley.desk.imports import guess, import_file
from parley.record import Record
from parley.settings.sheets import parse_sheet
from parley.terms.bodies import Event

openpyxl: Any = import_module("openpyxl")
HEADER = ["Date", "Actor", "Target", "Event type", "Location", "Reported by", "Notes"]
ROWS = [
    [
        "14/3/2022",
        "Reed Front",
        "Ardova",
        "attack",
        "Witu",
        "Invented Daily",
        "The Reed Front attacked Ardova at Witu.",
    ],
    ["15/3/2022", "Ardova", "Reed Front", "zorbing", "Witu", "", ""],
]


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with Record.open(tmp_path / "r.db") as made:
        yield made


@pytest.fixture(params=["csv", "xlsx"])
def sheet(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same sheet as text and as workbook."""
    path = tmp_path / f"coding.{request.param}"
    if request.param == "csv":
        path.write_text("\n".join(";".join(r) for r in (HEADER, *ROWS)), encoding="utf-8")
    else:
        made = openpyxl.Workbook()
        for row in (HEADER, *ROWS):
            made.active.append(row)
        made.save(path)
    return path


def events(record: Record) -> list[Event]:
    """What the record holds."""
    return [s.body for s in record.slice().statements if isinstance(s.body, Event)]


def test_sheet_is_guessed_and_what_was_guessed_is_said(record: Record, sheet: Path) -> None:
    """A value that stands for nothing yet is left out, with what to do."""
    assert guess(sheet) is ImportKind.SHEET
    done = import_file(record, sheet, ImportKind.SHEET, Wish("2022-04-01"))
    assert (dict(done.counts)["new"], done.left_out) == (1, 1)
    assert "actors = Actor" in done.lines[0]
    assert "--show-mapping" in done.lines[1]
    (statement,) = record.slice().statements
    assert [(v.who, v.via) for v in statement.voices] == [("invented-daily", ("coding",))]
    assert statement.mentions[0].quote == ROWS[0][-1]


def test_mapping_is_shown_mended_and_used(record: Record, sheet: Path, tmp_path: Path) -> None:
    """And what was made by the old one is coded anew, with the same ids."""
    import_file(record, sheet, ImportKind.SHEET, Wish("2022-04-01"))
    (before,) = record.slice().statements
    text = (
        mapping_shown(sheet).replace('"zorbing" = ""', '"zorbing" = "PROTEST demo"').replace("ASSAULT", "COERCE seize")
    )
    parse_sheet(text)
    mended = tmp_path / "mapping.toml"
    mended.write_text(text, encoding="utf-8")
    done = import_file(record, sheet, ImportKind.SHEET, Wish("2022-04-01", mended))
    assert dict(done.counts) == {"rows": 2, "new": 1, "coded anew": 1}
    assert {(e.type, e.mode) for e in events(record)} == {("COERCE", "seize"), ("PROTEST", "demo")}
    assert before.id in {s.id for s in record.slice().statements}


def test_column_that_the_sheet_has_not_is_named(record: Record, sheet: Path, tmp_path: Path) -> None:
    """With the one that was meant."""
    mapping = tmp_path / "m.toml"
    mapping.write_text(mapping_shown(sheet).replace('"Target"', '"Targett"'), encoding="utf-8")
    with pytest.raises(AmissError, match="Targett") as fault:
        import_file(record, sheet, ImportKind.SHEET, Wish("2022-04-01", mapping))
    assert "Target" in fault.value.remedy


def test_sheet_that_nobody_can_guess_says_what_to_write(record: Record, tmp_path: Path) -> None:
    """No column that says what was done is no sheet of events."""
    path = tmp_path / "x.csv"
    path.write_text("Weather,Tea\nfine,green\n", encoding="utf-8")
    with pytest.raises(AmissError, match="what was done") as fault:
        import_file(record, path, ImportKind.SHEET, Wish("2022-04-01"))
    assert "--show-mapping" in fault.value.remedy


def test_mapping_with_a_fault_has_its_line(record: Record, sheet: Path, tmp_path: Path) -> None:
    """From settings."""
    mapping = tmp_path / "m.toml"
    mapping.write_text('name = "x"\nrows = "lines"\n', encoding="utf-8")
    with pytest.raises(AmissError, match=r"m\.toml"):
        import_file(record, sheet, ImportKind.SHEET, Wish("2022-04-01", mapping))


def test_rows_that_may_tell_of_one_event_are_joined(record: Record, tmp_path: Path) -> None:
    """Where the mapping says that each row is a report; else each is an event."""
    path = tmp_path / "coding.csv"
    row = "2022-03-14,Reed Front,Ardova,attack,Witu,{}\n"
    path.write_text("Date,Actor,Target,Type,Location,Reported by\n" + row.format("Daily") + row.format("Wire"))
    import_file(record, path, ImportKind.SHEET, Wish("2022-04-01"))
    assert len(record.slice().statements) == 2
    mapping = tmp_path / "m.toml"
    mapping.write_text(mapping_shown(path).replace('rows = "events"', 'rows = "reports"'), encoding="utf-8")
    import_file(record, path, ImportKind.SHEET, Wish("2022-04-01", mapping))
    (statement,) = record.slice().statements
    assert {v.who for v in statement.voices} == {"daily", "wire"}


def test_sheet_under_another_name_is_not_taken_twice(record: Record, sheet: Path) -> None:
    """And it is said that its rows are held already."""
    import_file(record, sheet, ImportKind.SHEET, Wish("2022-04-01"))
    moved = sheet.rename(sheet.with_stem("coding-final-2"))
    done = import_file(record, moved, ImportKind.SHEET, Wish("2022-05-01"))
    assert dict(done.counts) == {"rows": 2, "new": 0, "held under another name": 1, "left out": 1}
    assert len(record.slice().statements) == 1
