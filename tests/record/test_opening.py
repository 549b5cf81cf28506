"""Migrations, and what the database's refusals are told as."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from subprocess import PIPE

import pytest
from sqlalchemy import event, inspect
from tests.joining.builder import ACTORS, READER, attack, on, proposal, report, talk

from parley.record import Record, RecordError
from parley.record.opening import clearly, migrations, opened, statements_in, writing
from parley.record.tables import METADATA, REPORTS
from parley.terms.enums import Action
from parley.terms.layers import Reading
from parley.terms.slice import Filter

pytestmark = pytest.mark.of_a_file


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


def test_semicolons_end_statements_only_where_they_are_code() -> None:
    """Comments, texts and a trigger's body keep theirs; a statement that is not ended is refused."""
    sql = (
        "-- first; not the end\nCREATE TABLE x (a TEXT DEFAULT ';'); /* a; b; */\n"
        "CREATE TRIGGER t AFTER INSERT ON x BEGIN DELETE FROM x; DELETE FROM x; END;\n-- done; \n"
    )
    assert [s.split()[-1] for s in statements_in(sql)] == ["';');", "END;"]
    for unended in ("CREATE TABLE x (a)", "SELECT 1; SELECT 2", "SELECT 'a;"):
        with pytest.raises(ValueError, match="not ended by a semicolon"):
            statements_in(unended)


def _with_second(monkeypatch: pytest.MonkeyPatch, sql: str) -> None:
    """As if a later version had one migration more."""
    steps = [*migrations(), (len(migrations()) + 1, sql)]
    monkeypatch.setattr("parley.record.opening.migrations", lambda: steps)


def _form(path: Path) -> tuple[int, set[str]]:
    with sqlite3.connect(path) as c:
        names = {name for (name,) in c.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return c.execute("SELECT version FROM schema_version").fetchone()[0], names


def test_an_older_record_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the migrations that a file has not seen are run, once, and what it holds stays."""
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        record.add([Reading(report("r1"))], READER)
    before, tables = _form(path)
    _with_second(monkeypatch, "-- notes; by people\nCREATE TABLE notes (words TEXT);")
    for _ in range(2):
        with Record.open(path) as record:
            assert record.counts()["reports"] == 1
        assert _form(path) == (before + 1, tables | {"notes"})


def test_a_record_of_the_third_form_answers_as_before(tmp_path: Path) -> None:
    """Its tallies are counted from what it holds, and whom its statements name is kept."""
    day = on("2031-03-04")
    told = (proposal(attack(), date=day), proposal(talk("ardova", "belmark"), "r1", 24, date=day))
    with Record.open(tmp_path / "new.db") as record:
        record.add([Reading(report("r1"), ACTORS, (), told)], READER)
        record.decide(Action.REJECT, told[0].id, "ana")
        wanted = _answers(record)
    _as_of_form_three(tmp_path / "new.db", tmp_path / "old.db")
    with Record.open(tmp_path / "old.db") as record:
        assert _answers(record) == wanted


def _answers(record: Record) -> tuple[object, ...]:
    by_actor = Filter(actors=frozenset({"reed-front"}))
    return record.slice(), record.slice(by_actor), record.counts(), record.timeline(), record.most_named()


def _as_of_form_three(new: Path, old: Path) -> None:
    """Copy a record into a file of the form before `tallies`, but for its index of words."""
    with closing(sqlite3.connect(old)) as c:
        c.executescript("".join(sql for number, sql in migrations() if number <= 3))
        c.execute("INSERT INTO schema_version (product, version) VALUES ('parley', 3)")
        c.execute("ATTACH ? AS new", (str(new),))
        for table in METADATA.sorted_tables:
            known = {row[1] for row in c.execute(f"PRAGMA table_info({table.name})")}
            if known and table.name != "schema_version":
                columns = ", ".join(column.name for column in table.columns if column.name in known)
                c.execute(f"DELETE FROM {table.name}")
                c.execute(f"INSERT INTO {table.name} ({columns}) SELECT {columns} FROM new.{table.name}")
        c.commit()


def test_a_migration_that_fails_half_way_leaves_the_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither its first statement nor its number stays."""
    path = tmp_path / "record.db"
    opened(str(path), make=True).dispose()
    before = _form(path)
    _with_second(monkeypatch, "CREATE TABLE notes (words TEXT); CREATE TABLE reports (id TEXT);")
    with pytest.raises(RecordError, match=r"record\.db: .*already exists"):
        opened(str(path), make=True)
    assert _form(path) == before


@contextmanager
def _unprivileged() -> Iterator[None]:
    """Without the rights of an administrator, for whom no file is read-only."""
    administrator = os.geteuid() == 0
    if administrator:
        os.seteuid(65534)
    try:
        yield
    finally:
        if administrator:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_a_read_only_file_can_be_shown_and_not_changed() -> None:
    """It opens and answers, in a folder that may not be written either; writing is refused with what to do."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with Record.open(path) as record:
            record.add([Reading(report("r1"), proposals=(proposal(attack(), "r1"),))], READER)
            record.settle()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        with _unprivileged(), Record.open_existing(path) as record:
            assert len(record.slice().statements) == 1
            with pytest.raises(RecordError, match=r"record\.db: the file may not be written\. Change"):
                record.add([Reading(report("r2"))], READER)
        Path(folder).chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_a_read_only_file_with_something_left_to_do_says_so() -> None:
    """What is not joined yet, or is of an older form, cannot be shown as it should be."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with Record.open(path) as record:
            record.add([Reading(report("r1"), proposals=(proposal(attack(), "r1"),))], READER)
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        with _unprivileged(), Record.open_existing(path) as record, pytest.raises(RecordError, match="not joined yet"):
            record.slice()
        Path(folder).chmod(0o755)


def test_a_disk_that_fills_up_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    """What was kept stays kept and can be asked for; the same command goes on once there is room."""
    path = tmp_path / "record.db"
    with Record.open(path) as record:
        record.add([Reading(report("r1"))], READER)
        before = record.slice()
    full = opened(str(path), make=False)

    @event.listens_for(full, "connect")
    def _(connection: sqlite3.Connection, _record: object) -> None:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    full.dispose()
    big = Reading(report("r2", text="Much was told. " * 60_000))
    with Record(full, str(path)) as record, pytest.raises(RecordError, match=r"disk is full\. Make room"):
        record.add([big], READER)
    with Record.open(path) as record:
        assert record.slice() == before
        record.add([big], READER)
        assert record.counts()["reports"] == 2


_AT_WORK = """
import sys, time
from parley.record import Record
from parley.terms.enums import Action
from parley.terms.enums import Action
from parley.terms.layers import Reading
from parley.terms.slice import Filter
from tests.joining.builder import ACTORS, READER, attack, on, proposal, report, talk

path, who = sys.argv[1:]
with Record.open(path) as record:
    for n in range(25):
        if who == "reviewer":
            for s in record.slice().statements[:1]:
                record.decide(Action.ACCEPT, s.id, who)
        else:
            r = f"{who}-{n}"
            record.add([Reading(report(r), proposals=(proposal(attack(), r),))], READER)
            record.counts()
"""


def test_two_readers_and_a_reviewer_at_once(tmp_path: Path) -> None:
    """All three make the same new file at the same time: none is refused, nothing is lost, the file is whole."""
    path = tmp_path / "record.db"
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    who = ("one", "other", "reviewer")
    runs = [subprocess.Popen([sys.executable, "-c", _AT_WORK, str(path), w], env=env, stderr=PIPE) for w in who]
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 3
    with Record.open_existing(path) as record:
        counts = record.counts()
        assert (counts["reports"], counts["proposals"]) == (50, 50)
        assert [d.seq for d in record.decisions()] == list(range(1, len(record.decisions()) + 1))
    with sqlite3.connect(path) as c:
        assert c.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_locked_file_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When another program holds the file for longer than one waits, it is named, with what to do."""
    path = tmp_path / "record.db"
    opened(str(path), make=True).dispose()
    monkeypatch.setattr("parley.record.opening.PATIENCE", 50)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match=r"record\.db: another program has been writing for long\. Wait"):
        opened(str(path), make=False)
    other.execute("ROLLBACK")
    other.close()
    opened(str(path), make=False).dispose()
