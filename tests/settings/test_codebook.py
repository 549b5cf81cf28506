"""Files of a user's own codebook entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.settings import OverlayError, load_overlay
from parley.terms.overlay import Overlay


def test_a_file_is_its_name_and_its_text(tmp_path: Path) -> None:
    """A mark of byte order and the line ends of another system are no part of it."""
    path = tmp_path / "own.toml"
    path.write_bytes('\ufeff[[tie]]\r\nid = "x"\r\n'.encode())
    assert load_overlay(path) == Overlay(str(path), '[[tie]]\nid = "x"\n')


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [(b'[[tie]]\nid = "x\n', 2, "is not TOML"), (b"id = '\xff'", None, "is not UTF-8")],
)
def test_what_is_no_toml_is_refused(tmp_path: Path, content: bytes, line: int | None, says: str) -> None:
    """The fault has its line where it has one."""
    (tmp_path / "own.toml").write_bytes(content)
    with pytest.raises(OverlayError, match=says) as told:
        load_overlay(tmp_path / "own.toml")
    assert told.value.line == line


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """It says which, and that the path is to be checked."""
    with pytest.raises(OverlayError, match=r"none\.toml: cannot be read .*check the path"):
        load_overlay(tmp_path / "none.toml")
