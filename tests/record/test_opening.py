"""Migrations, and what the database's refusals are told as."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect

from parley.record import RecordError
from parley.record.opening import clearly, migrations, opened, writing
from parley.record.tables import METADATA, REPORTS


def test_migrations_are_numbered_without_a_gap() -> None:
    """Each number once, from 1."""
    assert [number for number, _ in migrations()] == list(range(1, len(migrations()) + 1))


def test_tables_are_as_the_migrations_make_them(tmp_path: Path) -> None:
    """What queries see is what stands in the file, column by column."""
    engine = opened(str(tmp_path / "record.db"), make=True)
    made = inspect(engine)
    for table in METADATA.sorted_tables:
        assert {c["name"] for c in made.get_columns(table.name)} == {c.name for c in table.columns}
    engine.dispose()


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    """All of a transaction, or nothing of it."""
    engine = opened(str(tmp_path / "record.db"), make=True)
    row = {"id": "r", "sha256": "0", "published": None, "state": "read", "json": "{}"}
    with pytest.raises(RecordError, match="UNIQUE"), clearly("record.db"), writing(engine) as connection:
        connection.execute(REPORTS.insert(), [row, row])
    with engine.begin() as connection:
        assert connection.execute(REPORTS.select()).all() == []
    engine.dispose()


def test_a_full_disk_says_so(tmp_path: Path) -> None:
    """A write for which there is no room ends in words that say what to do."""
    path = tmp_path / "record.db"
    engine = opened(str(path), make=True)
    with engine.begin() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    row = {"id": "r", "sha256": "0", "published": None, "state": "read", "json": "x" * 1_000_000}
    with pytest.raises(RecordError, match="disk is full"), clearly(str(path)), writing(engine) as connection:
        connection.execute(REPORTS.insert().values(**row))
    engine.dispose()


def test_an_empty_file_becomes_a_record(tmp_path: Path) -> None:
    """A file made beforehand, of no length, is taken."""
    path = tmp_path / "record.db"
    path.touch()
    opened(str(path), make=True).dispose()
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT product FROM schema_version").fetchone() == ("parley",)
