"""What `parley.toml` settles is kept to, unless a command says otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.actors import entries_of
from parley.desk.amiss import AmissError
from parley.desk.bench import Bench
from parley.desk.code import coding
from parley.desk.layer import Layer
from parley.desk.project import pipeline_meant
from parley.desk.records import named_as, open_record, place_of

ACTORS = '[[actor]]\nid = "{0}"\nname = "{0}"\ntype = "armed-group"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one works in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    return tmp_path


def settle(folder: Path, text: str) -> None:
    (folder / "parley.toml").write_text(text, encoding="utf-8")


def test_the_record_is_the_one_given_else_the_environments_else_the_projects(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order; without any it is parley.db here."""
    assert place_of(None) == Path("parley.db")
    settle(folder, 'record = "talks.db"\n')
    assert place_of(None) == Path("talks.db")
    open_record(None).close()
    assert (folder / "talks.db").exists()
    monkeypatch.setenv("PARLEY_RECORD", "other.db")
    assert place_of(None) == Path("other.db")
    assert place_of(Path("own.db")) == Path("own.db")


def test_a_record_on_a_server_is_named_without_its_password_and_quoted(folder: Path) -> None:
    """What is printed can be typed again."""
    settle(folder, 'record = "postgresql://ana:secret@db.example.org/talks?sslmode=require"\n')
    assert place_of(None) == "postgresql://ana:secret@db.example.org/talks?sslmode=require"
    assert named_as(None) == "'postgresql://ana@db.example.org/talks?sslmode=require'"


def test_actors_of_the_project_are_added_to_those_given(folder: Path) -> None:
    """Each file once."""
    for name in ("mine", "yours"):
        (folder / f"{name}.toml").write_text(ACTORS.format(name), encoding="utf-8")
    settle(folder, 'actors = ["mine.toml"]\n')
    assert [e.id for e in entries_of(None)] == ["mine"]
    assert [e.id for e in entries_of(Path("yours.toml"))] == ["mine", "yours"]
    assert [e.id for e in entries_of(Path("mine.toml"))] == ["mine"]


def test_a_pipeline_of_the_project_that_is_not_installed_is_named(
    folder: Path, installed_reader: PatternReader
) -> None:
    """As if it had been given; the one that is given comes first. The workbench keeps to it as well."""
    settle(folder, 'pipeline = "xx_none"\n')
    assert pipeline_meant("own") == "own"
    with pytest.raises(AmissError, match="no spaCy pipeline 'xx_none'"):
        coding(Layer.STATEMENTS, False, None, None)
    with pytest.raises(AmissError, match="no spaCy pipeline 'xx_none'"):
        Bench(folder / "r.db").readers_of()
    assert installed_reader.seen == 0


def test_what_is_wrong_is_told_with_its_line(folder: Path) -> None:
    """By whatever command it is met."""
    settle(folder, 'pipelin = "x"\n')
    with pytest.raises(AmissError, match=r"parley\.toml:1: pipelin"):
        place_of(None)
