"""Export: a part of a record as lines of the contract, or as tables for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from parley import __version__
from parley.desk.amiss import AmissError
from parley.formats import csv, jsonl
from parley.terms.slice import CONTRACT, Contract, ReaderInfo, Slice

NOBODY = ReaderInfo("none", "0", "")
"""Stands for the reader in an export of a record into which nothing was read."""


def lines(slice: Slice) -> Iterator[str]:  # noqa: A002 - the contract's own word
    """A slice as JSON Lines, the contract's line first; without line ends."""
    return iter(jsonl.export(slice, Contract(CONTRACT, __version__, slice.reader or NOBODY)))


def tables(slice: Slice) -> Mapping[str, str]:  # noqa: A002
    """A slice as CSV: a file's name → its text."""
    return csv.tables(slice)


def write_tables(slice: Slice, folder: Path) -> list[Path]:  # noqa: A002
    """Write the tables into a folder, which is made where it does not exist. Raises AmissError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_written(folder / name, text) for name, text in tables(slice).items()]
    except OSError as e:
        raise AmissError(f"{folder}: nothing can be written there ({e.strerror})", "Name a folder: --out FOLDER") from e


def _written(path: Path, text: str) -> Path:
    """A CSV file with a byte order mark: spreadsheets take it for a local encoding without."""
    path.write_text(text, encoding="utf-8-sig", newline="")
    return path
