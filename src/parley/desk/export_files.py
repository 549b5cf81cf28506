"""Files that an export writes: each is there whole, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from parley.desk.amiss import AmissError
from parley.formats.cells import csv_line
from parley.formats.pieces import File, Lost

ENCODING, MARKED = "utf-8", "utf-8-sig"


@contextmanager
def begun(path: Path) -> Iterator[Path]:
    """A place beside a file, which takes the file's own once all is written; what fails leaves nothing behind.

    Raises AmissError where nothing can be written there.
    """
    made(path.parent)
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.is_dir():
            raise AmissError(f"{path} is a folder, and this form is one file", f"Name a file in it: --out {path / 'x'}")
        yield beside
        beside.replace(path)
    except OSError as e:
        raise AmissError(f"{path}: it cannot be written ({e.strerror or e})", "Name another place: --out FILE") from e
    finally:
        beside.unlink(missing_ok=True)


def written_text(pieces: Iterable[str], path: Path, mark: bool = False) -> Path:
    """A text, written as it comes; letters that UTF-8 has not become question marks."""
    encoding = MARKED if mark else ENCODING
    with begun(path) as beside, beside.open("w", encoding=encoding, errors="replace", newline="") as file:
        for piece in pieces:
            file.write(piece)
    return path


def written_folder(files: Iterable[File], folder: Path, mark: bool) -> list[Path]:
    """The files of a folder, which is made where it does not exist. Raises AmissError where it cannot be."""
    made(folder)
    return [_written(file, folder, mark) for file in files]


def made(folder: Path) -> None:
    """A folder, made where it does not exist. Raises AmissError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise AmissError(f"{folder}: nothing can be written there ({e.strerror})", "Name a folder: --out FOLDER") from e


def _written(file: File, folder: Path, mark: bool) -> Path:
    path = folder / file.name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise AmissError(f"{file.name}: it would lie outside {folder}", "This is a fault of Parley's own; report it.")
    return written_text([file.text], path, mark)


def written_lost(rows: Iterable[Lost], path: Path) -> Path:
    """What could not be carried over, one row each: id, kind and cause, as CSV."""
    told = ((row.id, row.kind, row.cause) for row in rows)
    return written_text(map(csv_line, chain([("id", "kind", "cause")], told)), path, mark=True)
