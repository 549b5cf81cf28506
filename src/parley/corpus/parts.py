"""Parts on disk: a folder each, finished or absent. It is written under another name, flushed, then renamed."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from parley.corpus.faults import CorpusError
from parley.corpus.making import FORM, MANIFEST, Made
from parley.corpus.parcels import Finished
from parley.terms.slice import ReaderInfo

PREFIX = "part="
"""Begins the name of a part's folder: programs that read partitioned Parquet take the rest for a column `part`."""
_NEW, _OLD = ".new-", ".old-"


@dataclass(frozen=True, slots=True)
class Part:
    """A finished part: where it lies, and what its manifest says."""

    folder: Path
    name: str
    number: int
    readers: tuple[ReaderInfo, ...]
    counts: Mapping[str, int]
    keys: tuple[str, ...]

    def table(self, name: str) -> Path:
        """The file of one of its tables."""
        return self.folder / f"{name}.parquet"


def parts_in(folder: Path) -> tuple[Part, ...]:
    """The finished parts of a corpus, by number, then name. Raises CorpusError where one is of a newer form."""
    if not folder.is_dir():
        return ()
    found = [_part(p) for p in folder.iterdir() if p.name.startswith(PREFIX) and (p / MANIFEST).is_file()]
    return tuple(sorted(found, key=lambda p: (p.number, p.name)))


def some_parts_in(folder: Path) -> tuple[Part, ...]:
    """The same. Raises CorpusError where there is none."""
    found = parts_in(folder)
    if not found:
        raise CorpusError(f"{folder}: holds no finished part of a corpus", "Read one first: parley corpus SOURCE --out")
    return found


def _part(folder: Path) -> Part:
    try:
        told: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if told["form"] > FORM:
            raise CorpusError(f"{folder}: was written by a newer Parley ({told['parley']})", "Upgrade Parley with pip.")
        readers = tuple(ReaderInfo(**r) for r in told["readers"])
        return Part(folder, told["part"], told["number"], readers, told["counts"], tuple(told["keys"]))
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise CorpusError(f"{folder / MANIFEST}: is no manifest that can be read ({e})", _remedy(folder)) from e


def _remedy(folder: Path) -> str:
    return f"Remove {folder} and run the same command again: its reports are read anew."


def finished(parts: tuple[Part, ...]) -> Finished:
    """What need not be read again."""
    return Finished(frozenset(p.name for p in parts), frozenset(k for p in parts for k in p.keys))


def older(parts: tuple[Part, ...], readers: tuple[ReaderInfo, ...]) -> tuple[Part, ...]:
    """The parts that other readers than these, by version and codebook, have read."""
    return tuple(p for p in parts if p.readers != readers)


def write_part(folder: Path, made: Made) -> Path:
    """Write a part, in the place of an older one of its name. Raises CorpusError where nothing can be written."""
    new, place = folder / f"{_NEW}{made.name}", folder / f"{PREFIX}{made.name}"
    try:
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        for name, data in made.files.items():
            _write(new / name, data)
        _flush_folder(new)
        if place.exists():
            os.replace(place, folder / f"{_OLD}{made.name}")
        os.replace(new, place)
        _flush_folder(folder)
        shutil.rmtree(folder / f"{_OLD}{made.name}", ignore_errors=True)
    except OSError as e:
        remedy = "Make room, or name another folder (--out); then run the same command again: it goes on."
        raise CorpusError(f"{folder}: nothing can be written there ({e.strerror})", remedy) from e
    return place


def write_whole(path: Path, data: bytes) -> None:
    """A file that is there as a whole or not at all."""
    new = path.with_name(f"{_NEW}{path.name}")
    _write(new, data)
    os.replace(new, path)
    _flush_folder(path.parent)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be flushed there, and need not be
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def tidy(folder: Path) -> None:
    """Take away what a run that was killed left half done; an older part whose successor never came is put back."""
    for left in _strays(folder):
        place = folder / f"{PREFIX}{left.name.removeprefix(_OLD)}"
        if left.name.startswith(_OLD) and not place.exists():
            with suppress(OSError):
                os.replace(left, place)
                continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _strays(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from [p for p in folder.iterdir() if p.name.startswith((_NEW, _OLD))]
