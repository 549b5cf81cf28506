"""Which files there are to read: those named, and those in folders, in sorted order, each once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from parley.intake.left_out import LeftOut, UnreadableError

LIMIT = 20_000_000
"""Bytes; a larger file is no report. JSON Lines hold many reports and may be longer; each of their lines may not."""
LARGEST = 100_000_000
"""Bytes of a file that may hold pictures and attachments beside its text, which itself may not be over the limit."""


def shown(path: Path) -> str:
    """A path as it can be printed, whatever bytes its name is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def files_under(paths: Iterable[Path]) -> Iterator[Path | LeftOut]:
    """The files that paths name or hold. Hidden files within folders, and folders met again, are passed over."""
    todo = list(reversed(list(paths)))
    seen: set[str] = set()
    while todo:
        path = todo.pop()
        real = _real(path)
        if real in seen:
            continue
        if os.path.isdir(path):
            seen.add(real)
            held = _held(path)
            if isinstance(held, LeftOut):
                yield held
            else:
                todo.extend(reversed(held))
        elif os.path.isfile(path):
            seen.add(real)
            yield path
        else:
            yield LeftOut(shown(path), *_why_none(path))


def _real(path: Path) -> str:
    try:
        return os.path.realpath(path)
    except ValueError:  # a name with a zero byte, which no file has
        return str(path)


def _held(folder: Path) -> list[Path] | LeftOut:
    try:
        names = sorted(os.listdir(folder))
    except OSError as e:
        return LeftOut(shown(folder), f"the folder cannot be opened ({e.strerror})", "see to its permissions")
    held = [folder / name for name in names if not name.startswith(".")]
    return held or LeftOut(shown(folder), "the folder holds no files", "put reports there, or name another folder")


def _why_none(path: Path) -> tuple[str, str]:
    if os.path.islink(path):
        return "it is a link to something that is not there", "mend the link, or name the file itself"
    if os.path.lexists(path):
        return "it is neither a file nor a folder", "name a file or a folder"
    return "there is no such file or folder", "check the name"


def bytes_of(path: Path, most: int = LIMIT) -> bytes:
    """All bytes of a file. Raises UnreadableError where it is too large or closed to us; size comes first."""
    try:
        if path.stat().st_size > most:
            raise too_large(path.stat().st_size, most)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as e:
        raise UnreadableError(f"it cannot be opened ({e.strerror})", "see to its permissions") from e
    if len(data) > most:
        raise too_large(len(data), most)
    return data


def too_large(size: int, most: int = LIMIT) -> UnreadableError:
    """Why a source of so many bytes is not read."""
    why = f"it has {size / 1e6:.0f} MB, more than the {most / 1e6:.0f} MB that a report may have"
    return UnreadableError(why, "split it into its reports, or give them as JSON Lines (.jsonl)")
