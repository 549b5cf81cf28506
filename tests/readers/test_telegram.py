"""The example of a reader for another language: found by its entry point, and true to the contract."""

from __future__ import annotations

import importlib
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from parley.desk import readers
from parley.desk.reading import slice_of
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, ReportState, Status
from parley.terms.layers import Reading
from parley.terms.ports import Reader
from parley.terms.quotes import misquotes
from parley.terms.report import report_of
from parley.terms.schema import schema
from parley.terms.wire import to_object

PACKAGE = Path(__file__).parents[2] / "docs" / "examples" / "telegram-reader"
TEXT = (
    "12.03. NORDLAND TRIFFT SUEDMARK IN GENF.\n"
    "13.03. NORDLAND BESCHULDIGT SUEDMARK.\n"
    "14.03. LAUT NORDLAND GREIFT SUEDMARK DIE ROTE FRONT AN.\n"
    "\n"
    "15.03. SUEDMARK BESTREITET ANGRIFF AUF DIE ROTE FRONT.\n"
    "Das ist kein Telegramm.\n"
)


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The package on the path with what an installer would write beside it: its name and its entry points."""
    project = tomllib.loads((PACKAGE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    beside = tmp_path / f"parley_telegram-{project['version']}.dist-info"
    beside.mkdir()
    about = f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    (beside / "METADATA").write_text(about, encoding="utf-8")
    named = (f"{k} = {v}" for k, v in project["entry-points"]["parley.readers"].items())
    (beside / "entry_points.txt").write_text("\n".join(["[parley.readers]", *named]), encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.syspath_prepend(str(PACKAGE / "src"))
    importlib.invalidate_caches()
    yield
    for name in [m for m in sys.modules if m.split(".")[0] == "parley_telegram"]:
        del sys.modules[name]


@pytest.fixture
def reader(installed: None) -> Reader:  # noqa: ARG001
    """The reader, as Parley finds it."""
    entry = next(e for e in readers.entries() if e.name == "telegram")
    return readers.load(entry, None, ())


def told(reader: Reader, text: str = TEXT, published: str | None = "2031-04-01") -> Reading:
    """A report read."""
    return reader.read(report_of(text, id="t1", published=published, language="de"))


@pytest.mark.usefixtures("installed")
def test_it_is_found_beside_the_others() -> None:
    """It takes its own language, and nothing that the default reader reads."""
    rows = {row[0]: row for row in readers.table().rows}
    assert rows["telegram"][1:3] == ("parley-telegram", "0.1.0")
    among = readers.readers()
    german, english = readers.reader_for("de", among), readers.reader_for("en", among)
    assert german is not None
    assert english is not None
    assert (german.info.name, english.info.name) == ("telegram", "parley-en")
    assert readers.reader_for("fa", among) is None


@pytest.mark.usefixtures("installed")
def test_a_report_of_its_language_is_read_into_a_record(tmp_path: Path) -> None:
    """As any other, by its `language`: what is claimed and what is denied are told apart from what is reported."""
    row = {"id": "t1", "language": "de", "published": "2031-04-01", "text": TEXT}
    (tmp_path / "reports.jsonl").write_text(json.dumps(row), encoding="utf-8")
    with open_record(tmp_path / "r.db") as record:
        taken = read_into(record, [tmp_path / "reports.jsonl"], readers.readers())
        held = record.slice()
    assert taken.read == 1
    assert [w.message for w in taken.warnings] == ["lines that are no telegrams, and were not read: 1"]
    assert held.reports[0].state is ReportState.READ
    assert {s.status for s in held.statements} == {Status.REPORTED, Status.CLAIMED, Status.DENIED}
    assert {a.id for a in held.actors} == {"nordland", "suedmark", "rote-front"}
    assert [p.name for s in held.statements for p in s.places] == ["Genf"]


def test_what_it_finds_keeps_the_contract(reader: Reader) -> None:
    """Every line of it validates, and every quote is the report's own."""
    found = told(reader)
    assert len(found.proposals) == 4
    assert list(misquotes(found.proposals, {"t1": TEXT})) == []
    part = slice_of(found, reader)
    for value in (*found.proposals, *part.statements, *part.actors, *part.reports):
        jsonschema.validate(to_object(value), schema())


def test_a_day_without_a_year_is_the_last_one_before_the_report(reader: Reader) -> None:
    """Never the day of publication itself where it is not told, and no day at all where nothing is known."""
    assert [p.date.start for p in told(reader).proposals if p.date] == [f"2031-03-{d}" for d in (12, 13, 14, 15)]
    assert {p.date.start for p in told(reader, published="2031-01-02").proposals if p.date} >= {"2030-03-12"}
    assert [p.date for p in told(reader, published=None).proposals] == [None] * 4
    assert [p.date for p in told(reader, "31.02. NORDLAND TRIFFT SUEDMARK.").proposals] == [None]
    (stated,) = told(reader, "12.03.2029 NORDLAND TRIFFT SUEDMARK.", None).proposals
    assert stated.date is not None
    assert stated.date.start == "2029-03-12"


def test_actors_of_the_user_are_met_by_their_names(installed: None) -> None:  # noqa: ARG001
    """So that the same actor has one id in every language."""
    norland = ActorEntry("norland", "Norland", ActorType.STATE, "NRL", aliases=("Nordland",))
    entry = next(e for e in readers.entries() if e.name == "telegram")
    found = told(readers.load(entry, None, (norland,)))
    assert "norland" in {a.id for a in found.actors}
    assert "nordland" not in {a.id for a in found.actors}


@pytest.mark.parametrize(
    "line",
    [
        "12.03. NORDLAND GREIFT SUEDMARK.",
        "12.03. TRIFFT SUEDMARK.",
        "NORDLAND TRIFFT SUEDMARK.",
        "12.03. NORDLAND TRIFFT SUEDMARK AN.",
        "12.03. LAUT NORDLAND.",
        "a" * 5_000,
        "12.03. " + "A " * 2_000 + "TRIFFT",
    ],
)
def test_a_line_that_is_no_telegram_is_told_of_and_makes_nothing(reader: Reader, line: str) -> None:
    """Nothing is guessed."""
    found = told(reader, f"{line}\n12.03. NORDLAND TRIFFT SUEDMARK.")
    assert len(found.proposals) == 1
    assert len(found.warnings) == 1
