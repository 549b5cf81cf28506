"""Sources as a stream of units: pieces of bytes that give the same reports wherever they are taken in.

Whoever cuts them looks at no text, so that a source of any size costs little; whoever takes one in needs no file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from parley.intake.decoding import SAMPLE
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.parquet import is_parquet, row_count, rows_of_parquet
from parley.intake.rows import asked_from_row, lines_of
from parley.intake.sameness import Found
from parley.intake.sniffing import Kind, has_rows, kind_of
from parley.intake.sources import Place, found_in
from parley.intake.walking import bytes_of, files_under, shown
from parley.terms.report import Report
from parley.terms.wire import WireError, from_lines


class Shape(StrEnum):
    """What the bytes of a unit are."""

    ROW = "row"
    """One line of JSON Lines."""
    FILE = "file"
    """All of a file."""
    REPORT = "report"
    """A report as a line of the contract: one that was taken in before."""
    LEFT_OUT = "left out"
    """Nothing: what could not be opened, as `[why, remedy]`."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a source: where it stands, what it is, its bytes, and the suffix of the file that it is."""

    place: str
    shape: Shape
    data: bytes
    suffix: str = ""


def units_of(paths: Iterable[Path]) -> Iterator[Unit]:
    """The units of files and folders, streaming, folders in sorted order. Nothing in a file makes this raise."""
    for path in files_under(paths):
        if isinstance(path, LeftOut):
            yield _left(path)
            continue
        try:
            yield from _units_in(path)
        except UnreadableError as e:
            yield _left(e.at(shown(path)))
        except OSError as e:
            yield _left(LeftOut(shown(path), f"it cannot be opened ({e.strerror})", "see to its permissions"))


def _units_in(path: Path) -> Iterator[Unit]:
    place = shown(path)
    with path.open("rb") as file:
        head = file.read(SAMPLE)
        if is_parquet(head):
            yield from (Unit(f"{place}, row {n}", Shape.ROW, row) for n, row in rows_of_parquet(path))
        elif kind_of(head, path.suffix) is Kind.ROWS and has_rows(head):
            file.seek(0)
            for n, line in enumerate(lines_of(file), 1):
                if line.strip():
                    yield Unit(f"{place}, line {n}", Shape.ROW, line)
        else:
            yield Unit(place, Shape.FILE, bytes_of(path), path.suffix)


def _left(item: LeftOut) -> Unit:
    return Unit(item.path, Shape.LEFT_OUT, json.dumps([item.why, item.remedy]).encode())


def found_in_unit(unit: Unit) -> Iterator[Found | LeftOut]:
    """The reports of a unit, and what of it was let go, with why."""
    match unit.shape:
        case Shape.ROW:
            row = asked_from_row(unit.data, unit.place)
            yield row if isinstance(row, LeftOut) else Found(unit.place, row.report)
        case Shape.FILE:
            yield from found_in(unit.data, Place(unit.place), unit.suffix)
        case Shape.REPORT:
            yield _again(unit)
        case Shape.LEFT_OUT:
            why, remedy = json.loads(unit.data)
            yield LeftOut(unit.place, why, remedy)


def _again(unit: Unit) -> Found | LeftOut:
    try:
        value = next(from_lines([unit.data.decode("utf-8")]), None)
    except WireError as e:
        return LeftOut(unit.place, f"it is no report of the contract: {e}", "read its source again")
    if not isinstance(value, Report):
        return LeftOut(unit.place, "it is no report of the contract", "read its source again")
    return Found(unit.place, value)


def how_many(paths: Iterable[Path]) -> int:
    """How many units there are, by counting lines and files; for whoever tells how long it will take."""
    return sum(_count(path) for path in files_under(paths) if isinstance(path, Path))


def _count(path: Path) -> int:
    try:
        with path.open("rb") as file:
            head = file.read(SAMPLE)
            if is_parquet(head):
                return row_count(path)
            if kind_of(head, path.suffix) is not Kind.ROWS:
                return 1
            file.seek(0)
            return sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b"")) or 1
    except (OSError, UnreadableError):
        return 1
