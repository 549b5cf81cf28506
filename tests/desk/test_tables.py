"""Tables are plain values."""

import json

import pytest

from parley.desk.noun import Noun
from parley.desk.reading import read
from parley.desk.show import TABLES, table_of
from parley.desk.tables import Table
from parley.terms.ports import Reader
from parley.terms.report import report_of
from parley.terms.slice import Slice

TEXT = "Northland accused Southmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."


@pytest.fixture
def told(installed_reader: Reader) -> Slice:  # noqa: ARG001 - installs it
    """A small record."""
    return read(report_of(TEXT, language="en"))


def row(table: Table, n: int = 0) -> dict[str, object]:
    """One row as an object."""
    return dict(table.as_objects()[n])


@pytest.mark.parametrize("noun", list(Noun))
def test_every_noun_has_a_table(noun: Noun, told: Slice) -> None:
    """Each can be written as JSON, with a cell for every column, and shows only columns that it has when narrow."""
    table = table_of(noun, told)
    assert set(table.narrow) <= set(table.columns)
    assert all(len(r) == len(table.columns) for r in table.rows)
    assert json.loads(json.dumps(table.as_objects())) == table.as_objects()


def test_nouns_and_tables_agree() -> None:
    """No noun without a table."""
    assert set(TABLES) == set(Noun)


def test_talks(told: Slice) -> None:
    """A talk shows who met whom and where."""
    talk = row(table_of(Noun.TALKS, told))
    assert talk["parties"] == "Northland; Southmark"
    assert talk["place"] == "Harbour"


def test_claims(told: Slice) -> None:
    """A denial shows who denies, and is no fact."""
    claim = row(table_of(Noun.CLAIMS, told))
    assert (claim["status"], claim["against"], claim["for"]) == ("denied", "Southmark", "")


def test_events_say_which_are_facts(told: Slice) -> None:
    """Only the accusation is a fact; the denied attack is none."""
    table = table_of(Noun.EVENTS, told)
    assert {(r["type"], r["fact"]) for r in table.as_objects()} == {("ACCUSE", True), ("ASSAULT", False)}


def test_actors(told: Slice) -> None:
    """Actors come with how often they are named."""
    assert {(r["name"], r["named"]) for r in table_of(Noun.ACTORS, told).as_objects()} == {
        ("Northland", 3),
        ("Southmark", 3),
    }
