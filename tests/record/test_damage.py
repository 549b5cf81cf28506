"""Rows that no longer make a value: the error names file, table and row, and what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.record.test_keeping import ATTACK, decision, reading

from parley.record import Record, RecordError
from parley.terms.slice import ReaderInfo, Slice

pytestmark = pytest.mark.of_a_file

READER = ReaderInfo("test", "1", "c0de")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a record with a row in every table that is read, joined and closed."""
    with Record.open(tmp_path / "record.db") as made:
        made.add([reading(ATTACK)], READER)
        made.load(Slice(decisions=(decision(ATTACK.id),)))
        made.slice()
    return tmp_path / "record.db"


def spoil(path: Path, table: str, json: str, stale: int = 0) -> None:
    with sqlite3.connect(path) as c:
        assert c.execute(f"UPDATE {table} SET json = ?", (json,)).rowcount > 0
        if stale:
            for made in ("held", "held_actors", "held_voices", "held_links", "held_decisions", "mentions", "cells"):
                c.execute(f"DELETE FROM {made}")
            c.execute("INSERT OR IGNORE INTO pending (n) SELECT n FROM proposals")
            c.execute("INSERT OR IGNORE INTO pending_actors (actor) SELECT actor FROM actor_tellings")


@pytest.mark.parametrize("json", ["{", "[]", "null", '{"kind": "proposal"}', '{"kind": "contract"}', '{"kind": 1}'])
@pytest.mark.parametrize(
    ("table", "stale"),
    [
        ("reports", 0), ("proposals", 0), ("actors", 0), ("affiliation_tellings", 0), ("decisions", 0),
        ("reports", 1), ("proposals", 1), ("actor_tellings", 1), ("affiliation_tellings", 1), ("decisions", 1),
    ],
)  # fmt: skip
def test_a_damaged_row_is_named(path: Path, table: str, stale: int, json: str) -> None:
    """Whatever is wrong with it, and whether it is met while answering or while joining."""
    if table.endswith("_tellings"):  # each wording is there once
        with sqlite3.connect(path) as c:
            c.execute(f"DELETE FROM {table} WHERE id > 1")
    spoil(path, table, json, stale)
    with Record.open_existing(path) as record, pytest.raises(RecordError) as caught:
        record.slice()
    assert f"record.db: table {table}, row " in str(caught.value)
    assert "Put a copy of the file back" in str(caught.value)


def test_a_damaged_report_is_named_when_it_is_read_again(path: Path) -> None:
    """Reading into a record meets the row as well."""
    spoil(path, "reports", "{")
    with Record.open_existing(path) as record, pytest.raises(RecordError, match="table reports, row 'r1', is damaged"):
        record.add([reading(ATTACK)], READER)


def test_a_damaged_answer_is_mended_by_joining_anew(path: Path) -> None:
    """What joining makes can be made again from what readers found."""
    with Record.open_existing(path) as record:
        before = record.slice()
    spoil(path, "actors", "{")
    with Record.open_existing(path) as record:
        record.rejoin()
        assert record.slice() == before
