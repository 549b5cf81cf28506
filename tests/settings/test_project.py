"""A project's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.settings import Project, ProjectError, load_parley_toml


def test_paths_are_the_files_own(tmp_path: Path) -> None:
    """Paths are resolved against the folder of the file."""
    (tmp_path / "parley.toml").write_text('record = "r.db"\nactors = ["a.toml"]\ncodebook = ["own"]\npipeline = "p"\n')
    found = load_parley_toml(tmp_path / "parley.toml")
    assert found == Project(tmp_path / "r.db", "p", (tmp_path / "a.toml",), (tmp_path / "own",))


def test_an_address_is_no_path(tmp_path: Path) -> None:
    """A record on a server is named as it is."""
    (tmp_path / "parley.toml").write_text('record = "postgresql://ana@db.example.org/talks"\n')
    assert load_parley_toml(tmp_path / "parley.toml").record == "postgresql://ana@db.example.org/talks"


def test_nothing_set(tmp_path: Path) -> None:
    """An empty file sets nothing."""
    (tmp_path / "parley.toml").write_text("")
    assert load_parley_toml(tmp_path / "parley.toml") == Project()


def test_unknown_key_is_refused_by_name_and_line(tmp_path: Path) -> None:
    """A misspelt key is named with its line, and the known ones are listed."""
    (tmp_path / "parley.toml").write_text('record = "r.db"\npipelin = "x"\n')
    with pytest.raises(ProjectError, match=r"parley\.toml:2: pipelin: is not known here; use one of actors, codebook"):
        load_parley_toml(tmp_path / "parley.toml")
