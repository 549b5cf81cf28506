"""Which files there are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.walking import LIMIT, bytes_of, files_under, shown


def _names(root: Path, *paths: Path) -> list[str]:
    return [p.relative_to(root).as_posix() for p in files_under(paths) if isinstance(p, Path)]


def _left(*paths: Path) -> list[LeftOut]:
    return [p for p in files_under(paths) if isinstance(p, LeftOut)]


def _write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("words")


def test_folders_are_walked_in_sorted_order(tmp_path: Path) -> None:
    """The order is that of names, whatever the disk's own."""
    _write(tmp_path, "b.txt", "a/z.txt", "a/c/d.txt", "c.txt")
    assert _names(tmp_path, tmp_path) == ["a/c/d.txt", "a/z.txt", "b.txt", "c.txt"]


def test_hidden_files_are_passed_over_unless_named(tmp_path: Path) -> None:
    """A folder's hidden files are not reports; a file that is named is meant."""
    _write(tmp_path, ".hidden.txt", ".git/config", "a.txt")
    assert _names(tmp_path, tmp_path) == ["a.txt"]
    assert _names(tmp_path, tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_loops_end_and_nothing_is_met_twice(tmp_path: Path) -> None:
    """A link to a folder above, a second link to a file, a path named twice: each file once."""
    _write(tmp_path, "a/one.txt", "b.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "c.txt").symlink_to(tmp_path / "b.txt")
    assert _names(tmp_path, tmp_path, tmp_path / "b.txt", tmp_path) == ["a/one.txt", "b.txt"]


def test_what_is_no_file_is_named_with_why(tmp_path: Path) -> None:
    """Missing paths, broken links, links to themselves, pipes and empty folders."""
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    missing, *held = _left(tmp_path / "missing", tmp_path)
    assert "no such" in missing.why
    assert [Path(x.path).name for x in held] == ["broken", "empty", "pipe", "self"]
    assert all(x.why and x.remedy for x in held)
    assert _left(Path("x" * 5000))
    assert _left(Path("a\0b"))


def test_a_closed_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be listed does not stop the rest."""
    _write(tmp_path, "closed/a.txt", "open/b.txt")
    listed = os.listdir

    def refuse(folder: Path) -> list[str]:
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr("parley.intake.walking.os.listdir", refuse)
    assert _names(tmp_path, tmp_path) == ["open/b.txt"]
    assert "Permission denied" in _left(tmp_path)[0].why


def test_a_large_file_is_refused_by_its_size(tmp_path: Path) -> None:
    """Size is looked at before anything is read: a sparse file of any size is refused at once."""
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(LIMIT * 1000)
    with pytest.raises(UnreadableError, match="20000 MB"):
        bytes_of(tmp_path / "big.txt")


def test_any_name_can_be_shown() -> None:
    """A name of bytes that are no UTF-8 can be printed."""
    assert shown(Path(os.fsdecode(b"talks-\xff.txt"))).encode() == "talks-\ufffd.txt".encode()
