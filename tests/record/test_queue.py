"""The review queue: its order is answered by an index, which is spelled as the query is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from parley.record import Record
from parley.record.queue import index_expression

pytestmark = pytest.mark.of_a_file


def test_index_is_spelled_as_the_query(tmp_path: Path) -> None:
    """So that the first of a great queue is found without looking at the rest."""
    Record.open(tmp_path / "r.db").close()
    with sqlite3.connect(tmp_path / "r.db") as connection:
        asked = f"SELECT n FROM held WHERE decision IS NULL ORDER BY {index_expression()} DESC, day, n LIMIT 1"
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    assert plan == ["SEARCH held USING INDEX held_by_pressing (decision=?)"] or plan == [
        "SEARCH held USING COVERING INDEX held_by_pressing (decision=?)"
    ]


def test_it_is_spelled_alike_each_time() -> None:
    """Whatever the order of a set."""
    assert index_expression() == index_expression()
    assert "'AGREE', 'ASSAULT', 'COERCE'" in index_expression()
