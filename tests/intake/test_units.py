"""Units: pieces of sources that give what the source as a whole gives."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from parley.intake import LeftOut, Shape, Unit, found_in_unit, gather, how_many, units_of
from parley.intake.sameness import Found
from parley.terms.report import Report, report_of
from parley.terms.wire import to_line

TEXTS = ("The envoys met on Monday.", "Talks were held in the harbour town.", "Nobody signed the accord that day.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Sources of many kinds, two of them broken."""
    (tmp_path / "a.txt").write_text(TEXTS[0], encoding="utf-8")
    lines = [
        json.dumps({"text": TEXTS[1], "id": "x"}),
        "",
        "{",
        json.dumps({"text": TEXTS[2], "published": "2031-01-02"}),
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "c.html").write_text(f"<html><body><article><p>{TEXTS[0] * 9}</p></article></body></html>")
    (tmp_path / "d.bin").write_bytes(b"\0\1\2")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    return tmp_path


def taken(paths: list[Path]) -> tuple[list[Report], list[LeftOut]]:
    """What the units of sources give."""
    items = [item for unit in units_of(paths) for item in found_in_unit(unit)]
    return [i.report for i in items if isinstance(i, Found)], [i for i in items if isinstance(i, LeftOut)]


def test_units_give_what_the_whole_gives(folder: Path) -> None:
    """The same reports and the same faults, with their places, as when all is gathered at once."""
    reports, left = taken([folder])
    whole = gather([folder])
    assert reports == list(whole.reports)
    assert sorted(left, key=str) == sorted(whole.left_out, key=str)
    assert len(reports) == 4
    assert len(left) == 3


def test_they_are_counted_beforehand(folder: Path) -> None:
    """About: blank lines count, for nobody parses what is only counted."""
    assert how_many([folder]) == pytest.approx(len(list(units_of([folder]))), abs=2)


def test_a_report_that_was_taken_in_before_comes_as_it_is() -> None:
    """Its line of the contract is enough; what is none is said."""
    report = report_of(TEXTS[0], id="r", title="T", publisher="P", published="2031-01-02", language="en")
    (again,) = found_in_unit(Unit("x", Shape.REPORT, to_line(report).encode()))
    assert again == Found("x", report)
    for line in (b"{}", b'{"kind": "report"}', b""):
        (fault,) = found_in_unit(Unit("x", Shape.REPORT, line))
        assert isinstance(fault, LeftOut)
        assert "no report of the contract" in fault.why


def test_rows_of_parquet_are_taken_like_lines(tmp_path: Path) -> None:
    """Days as dates or times, other columns passed over; a row without a text is named by its number."""
    table = pa.table(
        {
            "text": [*TEXTS[:2], None],
            "published": [dt.datetime(2031, 1, 2, 3, 4), None, None],
            "publisher": ["Wire", None, None],
            "other": [1, 2, 3],
        }
    )
    pq.write_table(table, tmp_path / "a.parquet")
    reports, left = taken([tmp_path / "a.parquet"])
    assert [(r.text, r.published, r.publisher) for r in reports] == [
        (TEXTS[0], "2031-01-02", "Wire"),
        (TEXTS[1], None, None),
    ]
    assert [item.path.rsplit("/", 1)[-1] for item in left] == ["a.parquet, row 3"]
    assert how_many([tmp_path / "a.parquet"]) == 3


@pytest.mark.parametrize(
    ("data", "why"), [(b"PAR1 and no more", "no Parquet that can be read"), (None, "no column 'text'")]
)
def test_parquet_without_reports_is_named(tmp_path: Path, data: bytes | None, why: str) -> None:
    """A broken file, and one without texts."""
    file = tmp_path / "a.parquet"
    if data is None:
        pq.write_table(pa.table({"words": ["x"]}), file)
    else:
        file.write_bytes(data)
    reports, left = taken([file])
    assert reports == []
    assert why in left[0].why
