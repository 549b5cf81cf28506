"""The record's tests run on both engines: on SQLite always, on PostgreSQL where PARLEY_POSTGRES names a server.

It is the address of a database on a server where databases may be made. On PostgreSQL each file that a test names is a
schema of its own, and the tests that draw examples draw few.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.engine import URL

from parley.record import opening
from parley.record.addresses import DRIVER

VARIABLE = "PARLEY_POSTGRES"
ENGINES = ("sqlite", "postgresql")
FEW = 2
"""Examples drawn on PostgreSQL, where each makes a schema."""
MEMORY = ":memory:"
_EMPTY = """DO $$ DECLARE t TEXT; BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = '{name}' AND tablename != 'schema_version' LOOP
    EXECUTE format('DELETE FROM {name}.%I', t);
  END LOOP;
  FOR t IN SELECT sequencename FROM pg_sequences WHERE schemaname = '{name}' LOOP
    EXECUTE format('ALTER SEQUENCE {name}.%I RESTART', t);
  END LOOP;
END $$"""
_HYPOTHESIS = "_hypothesis_internal_use_settings"


def pytest_configure(config: pytest.Config) -> None:
    """The mark of tests that look at a file as a file."""
    config.addinivalue_line("markers", "of_a_file: runs on SQLite alone")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test on both engines, but for those that look at a file."""
    if "engine" in metafunc.fixturenames:
        alone = metafunc.definition.get_closest_marker("of_a_file") is not None
        metafunc.parametrize("engine", ENGINES[:1] if alone else ENGINES, indirect=True, scope="module")


@contextmanager
def database() -> Iterator[URL]:
    """A new database on the server that PARLEY_POSTGRES names, dropped in the end."""
    url = make_url(os.environ[VARIABLE]).set(drivername=DRIVER)
    server = create_engine(url, isolation_level="AUTOCOMMIT")
    name = f"parley_test_{uuid4().hex}"
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    try:
        yield url.set(database=name)
    finally:
        with server.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        server.dispose()


def address(url: URL) -> str:
    """A database's address, as a person types it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def one_database() -> Iterator[URL]:
    """One database for all tests on PostgreSQL."""
    if VARIABLE not in os.environ:
        pytest.skip(f"no PostgreSQL server: {VARIABLE} names none")
    with database() as made:
        yield made


@pytest.fixture(autouse=True, scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """The engine on which a test runs. On PostgreSQL, what opens a file opens the file's schema instead."""
    name = getattr(request, "param", ENGINES[0])
    if name == ENGINES[0]:
        yield name
        return
    url: URL = request.getfixturevalue("one_database")
    with pytest.MonkeyPatch.context() as patch, _schemas(url) as opened:
        patch.setattr(opening, "_opened_file", opened)
        yield name


@contextmanager
def _schemas(url: URL) -> Iterator[Any]:
    """Opens each path as a schema of its own, emptied and used again once it is closed or its folder is gone."""
    numbers, known, free = count(1), dict[str, str](), list[str]()
    admin = create_engine(url, isolation_level="AUTOCOMMIT")
    made: list[str] = []

    def new() -> str:
        gone = [path for path in known if not Path(path).parent.exists()]
        free.extend(known.pop(path) for path in gone)
        if free:
            name = free.pop()
            with admin.connect() as connection:
                connection.exec_driver_sql(_EMPTY.format(name=name), execution_options={"no_parameters": True})
            return name
        made.append(f"file_{next(numbers)}")
        with admin.connect() as connection:
            connection.exec_driver_sql(f"CREATE SCHEMA {made[-1]}")
        return made[-1]

    def opened(path: str, make: bool) -> Engine:
        if path == MEMORY:
            name = new()
        else:
            name = known[path] = known.get(path) or new()
        own = url.update_query_dict({"options": f"-csearch_path={name}"})
        engine = opening._opened_server(address(own), make)
        if path == MEMORY:
            event.listen(engine, "engine_disposed", lambda _: free.append(name), once=True)
        return engine

    yield opened
    with admin.connect() as connection:
        for name in made:
            connection.exec_driver_sql(f"DROP SCHEMA {name} CASCADE")
    admin.dispose()


@pytest.fixture(autouse=True)
def _few_examples(request: pytest.FixtureRequest, engine: str) -> Iterator[None]:
    """A representative part of what is drawn."""
    drawn = getattr(request.function, _HYPOTHESIS, None) if engine != ENGINES[0] else None
    if drawn is None:
        yield
        return
    setattr(request.function, _HYPOTHESIS, settings(drawn, max_examples=FEW, deadline=None))
    yield
    setattr(request.function, _HYPOTHESIS, drawn)
