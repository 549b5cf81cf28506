"""Taking a record away."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.formats.test_jsonl import sample

from parley.desk.amiss import AmissError
from parley.desk.export import export, lines, take_away
from parley.desk.reading import read
from parley.desk.records import Wanted, open_record
from parley.desk.reports import read_into
from parley.desk.taken import NAMES, told
from parley.formats import jsonl
from parley.formats.catalogue import FORMATS
from parley.record import Record
from parley.terms.enums import Status
from parley.terms.ports import Reader
from parley.terms.report import report_of
from parley.terms.slice import Slice


@pytest.fixture
def told_by_one(installed_reader: Reader) -> Slice:  # noqa: ARG001 - installs it
    """A small record."""
    return read(report_of("Northland accused Söuthmark.", language="en"))


@pytest.fixture
def record(tmp_path: Path, pattern_reader: Reader) -> Iterator[Record]:
    """A record of one report, none of it marked."""
    (tmp_path / "a.txt").write_text("Northland accused Southmark. Southmark denies attacking Northland.", "utf-8")
    with open_record(tmp_path / "r.db") as made:
        read_into(made, [tmp_path / "a.txt"], [pattern_reader])
        yield made


def test_lines_come_back(told_by_one: Slice) -> None:
    """What is exported can be loaded, and is the same."""
    back = jsonl.load(lines(told_by_one))
    assert (back.statements, back.proposals, back.reports) == (
        told_by_one.statements,
        told_by_one.proposals,
        told_by_one.reports,
    )


def test_nothing_read_is_still_an_export() -> None:
    """An empty record has a contract line that names no reader."""
    assert len(list(lines(Slice()))) == 1


def test_tables_open_in_a_spreadsheet(told_by_one: Slice, tmp_path: Path) -> None:
    """Each file has a byte order mark and one header; the letters are right."""
    written = {p.name: p for p in export([told_by_one], "csv", tmp_path / "new" / "tables").files}
    assert written["actors.csv"].read_bytes().startswith(b"\xef\xbb\xbf")
    with written["actors.csv"].open(encoding="utf-8-sig", newline="") as file:
        assert "Söuthmark" in {row["name"] for row in csv.DictReader(file)}


def test_folder_that_is_a_file_is_amiss(told_by_one: Slice, tmp_path: Path) -> None:
    """Nothing is overwritten."""
    (tmp_path / "tables").write_text("mine", encoding="utf-8")
    with pytest.raises(AmissError, match="--out FOLDER"):
        export([told_by_one], "csv", tmp_path / "tables")
    assert (tmp_path / "tables").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", FORMATS)
def test_every_form_is_written_and_nothing_is_left_beside_it(name: str, tmp_path: Path) -> None:
    """The files that are named are there, and no others."""
    done = export([sample()], name, tmp_path / "out" / f"it{FORMATS[name].suffix}", lost=tmp_path / "lost.csv")
    assert done.files
    assert {p for p in tmp_path.rglob("*") if p.is_file()} == set(done.files)


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_form_cannot_carry_is_counted_and_listed(name: str, record: Record, tmp_path: Path) -> None:
    """As many rows in the file as the counts come to."""
    done = take_away(record, name, tmp_path / f"it{FORMATS[name].suffix}", lost=tmp_path / "lost.csv")
    with (tmp_path / "lost.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {c: sum(r["cause"] == c for r in rows) for c in done.lost} == done.lost
    assert len(rows) == sum(done.lost.values())
    assert all(r["id"] and r["kind"] for r in rows)


def test_a_fault_leaves_what_was_there(tmp_path: Path) -> None:
    """A file that cannot be written to its end takes nobody's place."""

    def broken() -> Iterator[Slice]:
        yield sample()
        raise AmissError("the record broke off", "mend it")

    (tmp_path / "events.csv").write_text("mine", encoding="utf-8")
    for name in ("events-csv", "polecat", "jsonl", "xlsx", "parquet"):
        with pytest.raises(AmissError, match="broke off"):
            export(broken(), name, tmp_path / "events.csv")
    assert {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()} == {"events.csv": "mine"}


def test_a_text_goes_to_the_screen_and_nothing_else_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place, or with `-`; the words on the screen are those of the file."""
    monkeypatch.chdir(tmp_path)
    for name in ("jsonl", "events-csv", "polecat", "acled"):
        shown: list[str] = []
        export([sample()], name, screen=shown.append)
        export([sample()], name, tmp_path / "it.txt")
        assert "".join(shown) == (tmp_path / "it.txt").read_bytes().decode("utf-8-sig")
    with pytest.raises(AmissError, match="Name a file or folder"):
        export([sample()], "xlsx", Path("-"), screen=shown.append)


def test_one_file_holds_the_events_a_folder_all_tables(tmp_path: Path) -> None:
    """By what its name is."""
    assert len(export([sample()], "events-csv", tmp_path / "events.csv").files) == 1
    assert {p.name for p in export([sample()], "events-csv", tmp_path / "all").files} >= {"events.csv", "codebook.csv"}
    (tmp_path / "dotted.d").mkdir()
    assert len(export([sample()], "parquet", tmp_path / "dotted.d").files) > 1


def test_an_unknown_form_is_amiss() -> None:
    """With the nearest, or all that there are."""
    with pytest.raises(AmissError, match="Did you mean polecat"):
        export([sample()], "polcat")
    with pytest.raises(AmissError, match="Take one of: jsonl"):
        export([sample()], "zzz")
    assert all(f"`{name}`" in told() for name in NAMES)


def test_a_part_is_taken_as_it_is_shown(record: Record, tmp_path: Path) -> None:
    """Only what has the status, names the actor, or lies in the days that are asked for."""
    wanted = Wanted(statuses=(Status.DENIED,))
    take_away(record, "jsonl", tmp_path / "part.jsonl", wanted)
    part = jsonl.load((tmp_path / "part.jsonl").read_text(encoding="utf-8").splitlines())
    assert {s.status for s in part.statements} == {Status.DENIED}
    assert len(part.statements) < len(record.slice().statements)
    with pytest.raises(AmissError, match="Nobody"):
        take_away(record, "jsonl", tmp_path / "none.jsonl", Wanted(actors=("Nobody",)))
    assert not (tmp_path / "none.jsonl").exists()
