"""The tables of a workbook: every row fits its columns, every column is explained."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from tests.formats.test_jsonl import sample
from tests.strategies import slices

from parley.formats.book import TABLES, book, codebook
from parley.formats.pieces import Lost, Row, Wish
from parley.terms.enums import DecisionState
from parley.terms.slice import Slice
from parley.terms.statement import Decided

REJECTED = Decided(DecisionState.REJECTED, "ana", "2031-03-07T00:00:00Z")


def rows(part: Slice, table: str, wish: Wish | None = None) -> list[dict[str, object]]:
    """The rows of one table, by column."""
    names = [c.name for c in TABLES[table]]
    made = book([part], wish or Wish())
    return [dict(zip(names, r.cells, strict=True)) for r in made if isinstance(r, Row) and r.table == table]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_every_cell_is_of_its_columns_type(part: Slice) -> None:
    """Or empty; a true is no number, and a list of values that is closed has no others."""
    for row in (r for r in book([part], Wish()) if isinstance(r, Row)):
        for column, cell in zip(TABLES[row.table], row.cells, strict=True):
            assert cell is None or type(cell) is column.type, (row.table, column.name)
            if column.values and column.type is str and column.name != "plover_mode":
                assert cell is None or cell in tuple(map(str, column.values)), (row.table, column.name)


def test_the_codebook_explains_every_column() -> None:
    """Once each, its own among them, in a sentence."""
    told = [r.cells for r in codebook(TABLES)]
    assert [c[:2] for c in told] == [(t, c.name) for t, columns in TABLES.items() for c in columns]
    assert all(str(c[3]).endswith(".") for c in told if c[0] != "codebook")
    for columns in TABLES.values():
        assert len({c.name for c in columns}) == len(columns)


def test_a_book_holds_what_the_slice_holds() -> None:
    """Names beside ids, a day as a day, the voices of both."""
    part = sample()
    (event,) = rows(part, "events")
    (talk,) = rows(part, "talks")
    assert (event["actors"], event["actor_ids"], event["fact"]) == ("Reed Front", "reed-front", True)
    assert event["date_start"] == dt.date(2031, 3, 4)
    assert (talk["outcome"], talk["party_ids"]) == ("agreement", "orlan; belmark")
    assert {r["id"] for r in rows(part, "voices")} == {event["id"], talk["id"]}
    assert [r["id"] for r in rows(part, "reports")] == ["r1", "r2"]
    assert [r["id"] for r in rows(part, "actors")] == [a.id for a in part.actors]


def test_actors_stand_once_however_many_parts_name_them() -> None:
    """A record that is gone through in parts gives each actor a row when it is first met."""
    part = sample()
    made = list(book([part, part], Wish()))
    named = [r.cells[0] for r in made if isinstance(r, Row) and r.table == "actors"]
    assert named == [a.id for a in part.actors]


def test_what_is_rejected_is_no_row() -> None:
    """It is told as lost, with its voices."""
    part = sample()
    gone = replace(
        part,
        statements=tuple(replace(s, decision=REJECTED) for s in part.statements),
        talks=tuple(replace(t, decision=REJECTED) for t in part.talks),
    )
    made = list(book([gone], Wish()))
    assert {(p.kind, p.cause) for p in made if isinstance(p, Lost)} == {
        ("event", "a person rejected it"), ("talk", "a person rejected it"),
    }  # fmt: skip
    assert {r.table for r in made if isinstance(r, Row)} == {"reports", "actors", "codebook"}


def test_alone_events_leave_no_other_row() -> None:
    """What has no row then is lost, and said so."""
    made = list(book([sample()], Wish(alone=True)))
    assert {r.table for r in made if isinstance(r, Row)} == {"events"}
    assert [p.kind for p in made if isinstance(p, Lost)] == ["talk"]
