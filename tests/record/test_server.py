"""Records on a PostgreSQL server: what is refused is told with what to do, and copies are the same either way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.engine import URL
from tests.joining.builder import ACTORS, READER, attack, on, proposal, report, talk
from tests.record.conftest import VARIABLE, address, database

from parley.record import Page, Record, RecordError, copy_record, server
from parley.record.addresses import shown, url_of
from parley.record.opening import writing
from parley.terms.enums import Action
from parley.terms.layers import Reading
from parley.terms.slice import Filter

pytestmark = pytest.mark.of_a_file
needs_a_server = pytest.mark.skipif(VARIABLE not in os.environ, reason=f"no PostgreSQL server: {VARIABLE} names none")


@pytest.fixture
def url() -> Iterator[URL]:
    """A database of its own."""
    if VARIABLE not in os.environ:
        pytest.skip(f"no PostgreSQL server: {VARIABLE} names none")
    with database() as made:
        yield made


def fill(record: Record) -> None:
    """Two reports that tell of three things, signs for which jsonb has no room among them; one decision."""
    day = on("2031-03-04")
    told = (proposal(attack(), date=day), proposal(talk("ardova", "belmark"), "r1", 24, date=day))
    record.add([Reading(report("r1"), ACTORS, (), told), Reading(report("r2", text="Naught \0 and \ud800."))], READER)
    record.decide(Action.REJECT, told[0].id, "ana", why="\\u0000")


def everything(record: Record) -> object:
    """What a record answers."""
    pages = [record.slice(Filter(words=w), Page(5)) for w in ("shells", "port fell", "nobody else")]
    return record.slice(), pages, record.counts(), record.timeline(), record.decisions(), record.listed_reports(9)


def test_a_copy_is_the_same_either_way(url: URL, tmp_path: Path) -> None:
    """From file to server and back: the same answers, and life goes on alike."""
    with Record.open(tmp_path / "one.db") as one:
        fill(one)
        wanted = everything(one)
    there = copy_record(str(tmp_path / "one.db"), address(url))
    assert there == copy_record(address(url), str(tmp_path / "two.db"))
    with Record.open_existing(address(url)) as server_s, Record.open_existing(tmp_path / "two.db") as two:
        assert everything(server_s) == wanted == everything(two)
        for record in (server_s, two):
            record.add([Reading(report("r3"), ACTORS, (), (proposal(attack(), "r3"),))], READER)
        assert server_s.slice() == two.slice()


def test_what_is_filled_is_not_copied_over(url: URL, tmp_path: Path) -> None:
    """What stands there stays as it is."""
    with Record.open(address(url)) as one, Record.open(tmp_path / "one.db") as other:
        fill(one)
        fill(other)
        before = everything(one)
        with pytest.raises(RecordError, match=r"holds something already\. Name"):
            copy_record(str(tmp_path / "one.db"), address(url))
        assert everything(one) == before


def test_a_text_that_was_changed_is_not_copied(url: URL, tmp_path: Path) -> None:
    """Its hash no longer fits: nothing is kept, and the file that was to be is not there."""
    with Record.open(address(url)) as one:
        fill(one)
        with writing(one._engine) as connection:
            connection.exec_driver_sql("UPDATE reports SET sha256 = 'other' WHERE id = 'r1'")
    with pytest.raises(RecordError, match="'r1' is not what its sha256"):
        copy_record(address(url), str(tmp_path / "two.db"))
    assert not list(tmp_path.iterdir())


def test_a_source_is_left_out_of_a_record_on_a_server(url: URL, tmp_path: Path) -> None:
    """The copy without it is a file."""
    with Record.open(address(url)) as record:
        fill(record)
        with record.without(["r1"], tmp_path / "rest.db") as rest:
            assert [r.id for r in rest.slice().reports] == ["r2"]
            assert rest.counts()["reports"] == 1


def test_a_withdrawn_text_is_nowhere_in_the_tables(url: URL) -> None:
    """Neither in a row nor in the index of words."""
    with Record.open(address(url)) as record:
        fill(record)
        record.decide(Action.WITHDRAW, "r1", "ana")
        with record._engine.begin() as connection:
            for table in server.REWRITTEN:
                rows = connection.exec_driver_sql(f"SELECT t::text FROM {table} t").scalars()
                assert not any("shells" in row.lower() for row in rows)


def test_a_newer_record_is_refused(url: URL) -> None:
    """With the version and what to do."""
    Record.open(address(url)).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version = 999")
    engine.dispose()
    with pytest.raises(RecordError, match=r"newer Parley \(form 999.*Upgrade Parley with pip"):
        Record.open(address(url))


def test_a_foreign_database_is_left_untouched(url: URL) -> None:
    """Tables of another program."""
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE cows (name TEXT)")
    with pytest.raises(RecordError, match="no record of Parley"):
        Record.open(address(url))
    engine.dispose()


def test_an_empty_database_is_no_existing_record(url: URL) -> None:
    """What only asks makes none."""
    with pytest.raises(RecordError, match="holds no record yet"):
        Record.open_existing(address(url))


def test_two_writers_wait_for_each_other(url: URL, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second goes on when the first is done; one who waits too long is told."""
    monkeypatch.setattr(server, "PATIENCE", 1)
    with Record.open(address(url)) as record:
        fill(record)
        with writing(record._engine), pytest.raises(RecordError, match="another program has been writing for long"):
            record.decide(Action.ACCEPT, record.slice().talks[0].id, "ben")
        record.decide(Action.ACCEPT, record.slice().talks[0].id, "ben")


def test_a_lost_connection_is_taken_up_again(url: URL) -> None:
    """Whoever asks or decides when the server throws all out is answered, and the decision is kept once."""
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with Record.open(address(url)) as record, admin.connect() as other:
        fill(record)
        talk_ = record.slice().talks[0].id

        def throw_out(_: object) -> None:
            out = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'parley'"
            other.exec_driver_sql(out)

        before = record.counts()
        throw_out(None)
        assert record.counts() == before
        record.settle()
        event.listen(record._engine, "commit", throw_out, once=True)
        made = record.decide(Action.ACCEPT, talk_, "ben")
        assert [d for d in record.decisions() if d.by == "ben"] == [made]
        event.listen(record._engine, "begin", throw_out, once=True)
        assert record.counts() == before
    admin.dispose()


def test_a_reader_without_rights_may_ask_and_not_write(url: URL) -> None:
    """Who was granted to read is answered; a write is refused with what to do."""
    role = f"{url.database}_reader"
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    with Record.open(address(url)) as record, admin.connect() as connection:
        fill(record)
        wanted = everything(record)
        connection.exec_driver_sql(f"CREATE ROLE {role} LOGIN PASSWORD 'x y'")
        try:
            connection.exec_driver_sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}")
            with Record.open_existing(address(url.set(username=role, password="x y"))) as reader:
                assert "x y" not in reader.path
                assert everything(reader) == wanted
                with pytest.raises(RecordError, match="may not do that there") as caught:
                    reader.decide(Action.ACCEPT, reader.slice().talks[0].id, "eve")
                assert "x y" not in str(caught.value)
        finally:
            connection.exec_driver_sql(f"DROP OWNED BY {role}")
            connection.exec_driver_sql(f"DROP ROLE {role}")
    admin.dispose()


def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    """With what to do."""
    with pytest.raises(RecordError, match=r"127\.0\.0\.1:1/talks: the server cannot be reached\. Check") as caught:
        Record.open("postgresql://ana:geheim@127.0.0.1:1/talks")
    assert "geheim" not in str(caught.value)


@needs_a_server
def test_an_unknown_database_says_how_to_make_it() -> None:
    """And an unknown user."""
    there = url_of(os.environ[VARIABLE])
    with pytest.raises(RecordError, match=r"no such database on the server\. Make it: createdb"):
        Record.open(address(there.set(database="parley_of_nobody")))


@pytest.mark.parametrize("wrong", ["mysql://u:geheim@h/d", "postgresql://u:geh@h:eim@x/d", "postgresql://u:geheim@h"])
def test_a_wrong_address_is_refused_without_repeating_it(wrong: str) -> None:
    """There may be a password in it."""
    with pytest.raises(RecordError, match="postgresql://USER@HOST/DATABASE") as caught:
        Record.open(wrong)
    assert "geh" not in str(caught.value)
    assert "eim" not in str(caught.value)


def test_a_missing_driver_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is not there: how to install it."""
    monkeypatch.setattr(server, "find_spec", lambda _: None)
    with pytest.raises(RecordError, match=r"pip install 'parley\[postgres\]'"):
        Record.open("postgresql://ana@127.0.0.1/talks")


def test_a_password_is_shown_nowhere() -> None:
    """Neither in the address's own place nor among its words."""
    assert shown("postgresql://a:b@h:1/d?password=b&sslmode=require") == "postgresql://a@h:1/d?sslmode=require"
