"""Tables for a spreadsheet: complete, sourced and harmless."""

from __future__ import annotations

import csv as reading_csv
import io

from hypothesis import HealthCheck, given, settings
from tests.formats.test_jsonl import sample
from tests.strategies import slices

from parley.formats import csv
from parley.formats.cells import safe
from parley.terms.actor import Actor
from parley.terms.enums import ActorType
from parley.terms.slice import Slice


def rows(text: str) -> list[dict[str, str]]:
    return list(reading_csv.DictReader(io.StringIO(text, newline="")))


def test_every_row_tells_where_it_is_from() -> None:
    """Each row of each table has a quote, its report and offsets that fit its length."""
    part = sample()
    for name, text in csv.tables(part).items():
        for row in rows(text):
            if name == "actors.csv" and row["id"] == "ardova":
                continue  # nothing in the sample names it
            assert row["quote"]
            assert row["report"] in ("r1", "r2")
            assert int(row["quote_end"]) - int(row["quote_start"]) == len(row["quote"]), name


def test_tables_hold_what_the_slice_holds() -> None:
    """One row a statement, talk, voice, mention and actor; names stand for ids."""
    made = {name: rows(text) for name, text in csv.tables(sample()).items()}
    counts = {name: len(found) for name, found in made.items() if found}
    assert counts == {
        "statements.csv": 1, "events.csv": 1, "talks.csv": 1, "voices.csv": 3, "mentions.csv": 3, "actors.csv": 4,
    }  # fmt: skip
    assert made["events.csv"][0]["actors"] == "Reed Front"
    assert made["events.csv"][0]["fact"] == "yes"
    assert made["talks.csv"][0]["outcome"] == "agreement"


def test_an_empty_slice_still_has_headers() -> None:
    """A table without rows says what its columns would be."""
    assert all(text.count("\r\n") == 1 for text in csv.tables(Slice()).values())


def test_no_cell_is_a_formula() -> None:
    """Text that begins like a formula is led by an apostrophe; numbers stay numbers."""
    for bad in ("=1+1", "+1", "-1", "@cmd", "\t=1"):
        text = csv.tables(Slice(actors=(Actor("a", bad, ActorType.STATE),)))["actors.csv"]
        assert rows(text)[0]["name"] == f"'{bad}"
    assert safe(-1) == -1


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_any_slice_makes_tables(part: Slice) -> None:
    """Every table of any slice can be written in UTF-8 and read back, each row as long as its header."""
    for text in csv.tables(part).values():
        table = list(reading_csv.reader(io.StringIO(text.encode("utf-8").decode("utf-8"), newline="")))
        assert {len(row) for row in table} == {len(table[0])}
        assert not any(cell.startswith(("=", "+", "@")) for row in table for cell in row)
