"""A user's own entries, from the command and from the project's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.desk.amiss import AmissError
from parley.desk.overlays import overlays

OFF = '[[entry]]\nid = "shell"\noff = true\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_nothing_given_is_nothing_laid() -> None:
    """Without settings and without a file the shipped codebook is in force."""
    assert overlays() == ()


def test_the_projects_come_first(here: Path) -> None:
    """What the settings name lies below what the command names; a file named twice is laid once."""
    (here / "a.toml").write_text(OFF)
    (here / "b.toml").write_text("# nothing\n")
    (here / "parley.toml").write_text('codebook = ["a.toml"]\n')
    assert [o.file for o in overlays([Path("b.toml"), Path("a.toml")])] == ["a.toml", "b.toml"]


@pytest.mark.parametrize(
    ("text", "place", "what", "remedy"),
    [
        (OFF + '\n[[entry]]\nid = "x"\ncode = "AID"\nmoed = "y"\n', "own.toml:8", "entry 'x': unknown moed", "'mode'"),
        ('[[tie]]\nid = "x\n', "own.toml:2", "is not TOML", "Mend that line."),
        ('[[event]]\nid = "x"\n', "own.toml:1", "no table 'event'", "docs/reference/codebook.md"),
        (OFF.replace("shell", "shlel"), "own.toml:2", "no such entry to switch off", "parley codebook list"),
    ],
)
def test_a_wrong_entry_is_amiss(here: Path, text: str, place: str, what: str, remedy: str) -> None:
    """File and line, what is wrong, and what to do."""
    (here / "own.toml").write_text(text)
    with pytest.raises(AmissError) as told:
        overlays([Path("own.toml")])
    assert told.value.what.startswith(f"{place}: ")
    assert what in told.value.what
    assert remedy in told.value.remedy


def test_wrong_settings_are_amiss(here: Path) -> None:
    """A misspelt key of `parley.toml` is named with its line."""
    (here / "parley.toml").write_text('codebok = ["a.toml"]\n')
    with pytest.raises(AmissError, match=r"parley\.toml:1: codebok: is not known here"):
        overlays()
