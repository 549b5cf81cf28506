"""Tables for a spreadsheet: complete, sourced and harmless."""

from __future__ import annotations

import csv as reading_csv
import io

from hypothesis import HealthCheck, given, settings
from tests.formats.test_jsonl import sample
from tests.strategies import slices

from parley.desk.export_tables import csv_lines
from parley.formats import csv
from parley.formats.cells import safe
from parley.formats.pieces import Cell, Lost, Row, Wish
from parley.terms.actor import Actor
from parley.terms.enums import ActorType
from parley.terms.slice import Slice


def rows(text: str) -> list[dict[str, str]]:
    return list(reading_csv.DictReader(io.StringIO(text, newline="")))


def texts(*parts: Slice, alone: bool = False) -> dict[str, str]:
    """Each table that parts of a record make, as CSV."""
    made: dict[str, list[tuple[Cell, ...]]] = {name: [] for name in csv.TABLES}
    for row in csv.tables(parts, Wish(alone=alone)):
        if isinstance(row, Row):
            made[row.table].append(row.cells)
    return {name: "".join(csv_lines(csv.TABLES[name], found)) for name, found in made.items() if name != "codebook"}


def test_every_row_tells_where_it_is_from() -> None:
    """Each row of each table has a quote, its report and offsets that fit its length."""
    part = sample()
    for name, text in texts(part).items():
        for row in rows(text):
            if name == "actors" and row["id"] == "ardova":
                continue  # nothing in the sample names it
            assert row["quote"]
            assert row["report"] in ("r1", "r2")
            assert int(row["quote_end"]) - int(row["quote_start"]) == len(row["quote"]), name


def test_tables_hold_what_the_slice_holds() -> None:
    """One row a statement, talk, voice, mention and actor; names stand for ids."""
    made = {name: rows(text) for name, text in texts(sample()).items()}
    counts = {name: len(found) for name, found in made.items() if found}
    assert counts == {
        "statements": 1, "events": 1, "talks": 1, "voices": 3, "mentions": 3, "actors": 4,
    }  # fmt: skip
    assert made["events"][0]["actors"] == "Reed Front"
    assert made["events"][0]["fact"] == "yes"
    assert made["talks"][0]["outcome"] == "agreement"


def test_an_actor_of_several_parts_stands_once() -> None:
    """With where it is told of in the first of them."""
    made = texts(sample(), sample())
    assert rows(made["actors"]) == rows(texts(sample())["actors"])
    assert len(rows(made["statements"])) == 2


def test_where_there_is_room_for_one_table_it_holds_all_statements() -> None:
    """What stands in others is told as lost; each column of each table is told of."""
    alone = [*csv.tables([sample()], Wish(alone=True))]
    assert [row.table for row in alone if isinstance(row, Row)] == ["statements"]
    assert [x.kind for x in alone if isinstance(x, Lost)] == ["talk"]
    told = [r.cells[:2] for r in csv.tables([], Wish()) if isinstance(r, Row) and r.table == "codebook"]
    assert told == [(name, c.name) for name, columns in csv.TABLES.items() for c in columns]
    assert all(c.about for columns in csv.TABLES.values() for c in columns)


def test_an_empty_slice_still_has_headers() -> None:
    """A table without rows says what its columns would be."""
    assert all(text.count("\r\n") == 1 for text in texts(Slice()).values())


def test_no_cell_is_a_formula() -> None:
    """Text that begins like a formula is led by an apostrophe; numbers stay numbers."""
    for bad in ("=1+1", "+1", "-1", "@cmd", "\t=1"):
        text = texts(Slice(actors=(Actor("a", bad, ActorType.STATE),)))["actors"]
        assert rows(text)[0]["name"] == f"'{bad}"
    assert safe(-1) == -1


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_any_slice_makes_tables(part: Slice) -> None:
    """Every table of any slice can be written in UTF-8 and read back, each row as long as its header."""
    for text in texts(part).values():
        table = list(reading_csv.reader(io.StringIO(text.encode("utf-8").decode("utf-8"), newline="")))
        assert {len(row) for row in table} == {len(table[0])}
        assert not any(cell.startswith(("=", "+", "@")) for row in table for cell in row)
