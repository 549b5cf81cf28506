"""Export: a part of a record as lines of the contract, or as tables for a spreadsheet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from parley import __version__
from parley.desk.amiss import AmissError
from parley.desk.handling import shareable
from parley.desk.records import plainly
from parley.formats import csv, jsonl
from parley.record import Record
from parley.terms.enums import Handling
from parley.terms.slice import CONTRACT, Contract, ReaderInfo, Slice

NOBODY = ReaderInfo("none", "0", "")
"""Stands for the reader in an export of a record into which nothing was read."""


def lines(slice: Slice) -> Iterator[str]:  # noqa: A002 - the contract's own word
    """A slice as JSON Lines, the contract's line first; without line ends."""
    return iter(jsonl.export(slice, contract_of(slice.reader)))


def contract_of(reader: ReaderInfo | None) -> Contract:
    """The first line of an export."""
    return Contract(CONTRACT, __version__, reader or NOBODY)


def record_lines(record: Record, include: Iterable[Handling] = ()) -> Iterator[str]:
    """All that a record holds, so that an import brings it back exactly, line by line without line ends.

    Reports that are marked stay out unless their mark is named, with what they alone tell; the last line says so.
    """
    with plainly():
        hidden = _hidden(record, include)
        source = record.without(hidden) if hidden else record
        left_out = Counter(mark.value for mark in hidden.values())
        try:
            yield from jsonl.whole(source.contents(), contract_of(source.reader()), left_out)
        finally:
            if source is not record:
                source.close()


def redacted_lines(record: Record, include: Iterable[Handling] = ()) -> Iterator[str]:
    """What a record tells, marked reports as codes only; the last line says that it is a part of the record."""
    with plainly():
        hidden = Counter(mark.value for mark in _hidden(record, include).values())
    return jsonl.partial(lines(shareable(record, include, redact=True)), hidden)


def left_out_of(record: Record, include: Iterable[Handling] = ()) -> list[str]:
    """What a person is told of the reports that stay out: a sentence for each mark, with how to take them in."""
    with plainly():
        hidden = Counter(mark.value for mark in _hidden(record, include).values())
    return [
        f"{many} reports marked {mark} stayed out (--include {mark} takes them in)" for mark, many in hidden.items()
    ]


def _hidden(record: Record, include: Iterable[Handling]) -> dict[str, Handling]:
    shown = {Handling.OPEN, *include}
    return {report: mark for report, mark in sorted(record.marks().items()) if mark not in shown}


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
