"""Reading a parcel: one unit or report that breaks costs itself alone, with its cause."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.corpus.builder import BREAKS, DAWDLES, frail, text

from parley.corpus.parcels import Plan
from parley.corpus.reading import Recipe, read_parcel
from parley.intake import Shape, Unit
from parley.terms.enums import Handling, ReportState


def made(texts: list[str], recipe: Recipe | None = None, **skip: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of a part of these texts."""
    units = [Unit(f"f{n}.txt", Shape.FILE, t.encode(), ".txt") for n, t in enumerate(texts)]
    return tables_of(units, recipe, **skip)


def tables_of(units: list[Unit], recipe: Recipe | None = None, **skip: str) -> dict[str, list[dict[str, Any]]]:
    """The tables of a part of these units."""
    parcel = next(Plan(100).parcels(units))
    part = read_parcel(parcel, recipe or Recipe(frail, 5), {int(n[1:]): why for n, why in skip.items()})
    tables = {n.removesuffix(".parquet"): d for n, d in part.files.items() if n.endswith(".parquet")}
    return {name: pq.read_table(BytesIO(data)).to_pylist() for name, data in tables.items()}


@pytest.mark.parametrize(
    ("word", "why"),
    [(BREAKS, "reading it broke: ValueError: no such land"), (DAWDLES, "it took longer than 1 seconds")],
)
def test_a_report_that_is_too_much_costs_itself(word: str, why: str) -> None:
    """The others of its batch are read; it is kept with its text, unread, and listed with the cause."""
    texts = (text(0), f"In {word} nothing stirs.", text(1))
    rows = [json.dumps({"text": t, "language": "en"}).encode() for t in texts]
    tables = tables_of([Unit(f"line {n}", Shape.ROW, r) for n, r in enumerate(rows)], Recipe(frail, 1))
    assert [(r["state"], r["why"]) for r in tables["reports"]] == [("read", None), ("unread", why), ("read", None)]
    assert [(r["place"], r["why"], r["report"]) for r in tables["left_out"]] == [
        ("line 1", why, tables["reports"][1]["id"])
    ]
    assert "nothing stirs" in tables["reports"][1]["json"]
    assert {p["report"] for p in tables["proposals"]} == {tables["reports"][n]["id"] for n in (0, 2)}


def test_what_cannot_be_taken_in_is_listed() -> None:
    """A file that is no text, and a unit that must not be touched."""
    tables = made([text(0), "\0\1\2", text(1)], _2="it killed a process")
    assert len(tables["reports"]) == 1
    assert [(r["place"], r["why"]) for r in tables["left_out"]] == [
        ("f1.txt", "it is not text"),
        ("f2.txt", "it killed a process"),
    ]


def test_what_no_reader_reads_is_kept_unread() -> None:
    """With why; it is not left out."""
    persian = (
        "وزیر امور خارجه روز یکشنبه گفت که گفت‌وگوها در پایتخت ادامه خواهد داشت و دو طرف بار دیگر دیدار خواهند کرد."
    )
    tables = made([persian])
    assert [r["state"] for r in tables["reports"]] == [ReportState.UNREAD.value]
    assert "no installed reader reads" in tables["reports"][0]["why"]
    assert tables["left_out"] == []


def test_marks_are_kept() -> None:
    """What is read as restricted is so in the part."""
    assert made([text(0)], Recipe(frail, handling=Handling.RESTRICTED))["reports"][0]["handling"] == "restricted"


def test_ids_and_copies_within_a_part() -> None:
    """One id for two texts refuses the second; one text from two outlets is one report with two appearances."""
    rows = [
        b'{"text": "Envoys met at noon.", "id": "a", "publisher": "Wire"}',
        b'{"text": "Envoys met at dusk.", "id": "a"}',
        b'{"text": "Envoys met at noon.", "id": "a", "publisher": "Post"}',
    ]
    parcel = next(Plan(9).parcels(Unit(f"x, line {n}", Shape.ROW, r) for n, r in enumerate(rows, 1)))
    part = read_parcel(parcel, Recipe(frail, 5))
    assert part.counts["reports"] == part.counts["left_out"] == 1
    told = pq.read_table(BytesIO(part.files["reports.parquet"])).to_pylist()[0]
    assert '"Wire"' in told["json"]
    assert '"Post"' in told["json"]
