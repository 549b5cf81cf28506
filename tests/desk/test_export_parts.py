"""Which part of a record is exported: in every form what is marked stays out, whatever part is asked for."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from tests.conftest import PatternReader
from tests.desk.test_handling import OPEN, SECRET, WORDS

from parley.desk.export import take_away
from parley.desk.export_parts import Marks, narrowed, parts_for
from parley.desk.records import Wanted, open_record
from parley.desk.reports import read_into
from parley.formats.catalogue import FORMATS
from parley.record import Record
from parley.terms.enums import Handling, Status
from parley.terms.slice import Slice

WANTED = (
    Wanted(),
    Wanted(statuses=(Status.REPORTED,)),
    Wanted(actors=("northland",)),
    Wanted(words="accused"),
    Wanted(since="2001-01-01"),
)


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Iterator[Record]:
    """An open report, and one whose source is sensitive."""
    (tmp_path / "open.txt").write_text(OPEN, encoding="utf-8")
    (tmp_path / "Underground.md").write_text(f"# Underground news\n\n{SECRET}", encoding="utf-8")
    with open_record(tmp_path / "r.db") as made:
        read_into(made, [tmp_path / "open.txt"], [pattern_reader])
        read_into(made, [tmp_path / "Underground.md"], [pattern_reader], handling=Handling.SOURCE_SENSITIVE)
        yield made


def texts(path: Path) -> Iterator[str]:
    """All that a file says, unpacked."""
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(path) as book:
            yield from (book.read(n).decode("utf-8") for n in book.namelist())
    elif path.suffix == ".parquet":
        yield str(parquet.read_table(path).to_pylist())
    else:
        yield path.read_text(encoding="utf-8")


def said(record: Record, name: str, wanted: Wanted, marks: Marks, folder: Path) -> str:
    """All that an export says, what it lost among it."""
    place = folder / ("it.xlsx" if name == "xlsx" else f"{name}-out")
    done = take_away(record, name, place, wanted, marks, claims=True, lost=folder / "lost.csv")
    return "\n".join(t for p in done.files for t in texts(p))


@pytest.mark.parametrize("redact", [False, True])
@pytest.mark.parametrize("name", FORMATS)
def test_what_is_marked_is_in_no_form(record: Record, name: str, redact: bool, tmp_path: Path) -> None:
    """Neither its words nor who spoke to it, in whatever part; named by its mark, it is there."""
    for wanted in WANTED:
        text = said(record, name, wanted, Marks(redact=redact), tmp_path)
        assert {w for w in WORDS if w in text} == set(), wanted
    if name in ("jsonl", "csv", "events-csv", "xlsx", "parquet"):
        shown = said(record, name, Wanted(), Marks((Handling.SOURCE_SENSITIVE,)), tmp_path)
        assert {w for w in WORDS if w in shown} >= {"Zwolleprinz", "Wolfsberg"}


def only(record: Record, name: str, wanted: Wanted, marks: Marks) -> Slice:
    """The one slice of what is asked for."""
    (part,) = parts_for(record, FORMATS[name], wanted, marks)
    return part


def test_redacted_codes_are_narrowed_too(record: Record) -> None:
    """By status and actor; words find none of them, for they have none."""
    whole = only(record, "csv", Wanted(), Marks(redact=True))
    hidden = {s.id for s in whole.statements if s.mentions[0].quote == ""}
    assert hidden
    reported = only(record, "csv", Wanted(statuses=(Status.REPORTED,)), Marks(redact=True))
    assert {s.id for s in reported.statements} == {s.id for s in whole.statements if s.status is Status.REPORTED}
    told = only(record, "csv", Wanted(words="accused"), Marks(redact=True))
    assert told.statements
    assert not {s.id for s in told.statements} & hidden


def test_a_part_holds_what_it_needs_and_no_more(record: Record) -> None:
    """Reports, actors and proposals of what is kept."""
    whole = record.slice()
    kept = whole.statements[0]
    part = narrowed(whole, frozenset({kept.id}))
    assert (part.statements, part.talks) == ((kept,), ())
    assert {p.id for p in part.proposals} == {m.proposal for m in kept.mentions}
    assert {r.id for r in part.reports} == {m.report for m in kept.mentions}
    assert set(kept.body.actors) <= {a.id for a in part.actors} < {a.id for a in whole.actors}  # type: ignore[union-attr]


def test_an_outlet_left_out_was_never_there(record: Record, tmp_path: Path) -> None:
    """Named by a report's id."""
    open_report = next(r for r in record.slice().reports if r.handling is Handling.OPEN)
    marks = Marks((Handling.SOURCE_SENSITIVE,))
    text = said(record, "jsonl", Wanted(without=(open_report.id,)), marks, tmp_path)
    assert open_report.id not in text
    assert "Zwolleprinz" in text
