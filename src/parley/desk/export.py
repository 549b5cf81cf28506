"""Export: a part of a record in one of the forms of `parley.formats.catalogue`, and what the form has no place for."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from parley.desk.amiss import AmissError, near
from parley.desk.export_files import written_folder, written_lost, written_text
from parley.desk.export_parts import Marks, parts_for
from parley.desk.export_tables import csv_lines, written_csv, written_parquet
from parley.desk.export_workbook import written_workbook
from parley.desk.records import Wanted, name_of, place_of
from parley.formats import jsonl
from parley.formats.catalogue import FORMATS, contract_of
from parley.formats.pieces import Book, File, Folder, Format, Lines, Lost, Row, Text, Wish
from parley.record import Record
from parley.terms.slice import Slice

P = TypeVar("P", str, File, Row)
CSV, XLSX = ".csv", ".xlsx"
SCREEN = Path("-")
"""Stands for standard output."""


@dataclass(slots=True)
class Tally:
    """What could not be carried over, as it is met: how many by cause, and each where a file asks for them."""

    causes: Counter[str] = field(default_factory=Counter)
    rows: list[Lost] | None = None

    def note(self, lost: Lost) -> None:
        """Count one thing that is not carried."""
        self.causes[lost.cause] += 1
        if self.rows is not None:
            self.rows.append(lost)

    def sieve(self, pieces: Iterable[P | Lost]) -> Iterator[P]:
        """The pieces that are carried; the others are counted."""
        for piece in pieces:
            if isinstance(piece, Lost):
                self.note(piece)
            else:
                yield piece


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and how much could not be carried over, by cause, the most first."""

    files: tuple[Path, ...]
    lost: Mapping[str, int]


def lines(slice: Slice) -> Iterator[str]:  # noqa: A002 - the contract's own word
    """A slice as JSON Lines, the contract's line first; without line ends."""
    return iter(jsonl.export(slice, contract_of(slice.reader)))


def take_away(
    record: Record,
    name: str,
    out: Path | None = None,
    wanted: Wanted | None = None,
    marks: Marks | None = None,
    claims: bool = False,
    lost: Path | None = None,
    screen: Callable[[str], None] | None = None,
) -> Exported:
    """Write what is wanted of a record in a form, as `export` does. Raises AmissError also for what is wanted amiss."""
    parts = parts_for(record, _form(name), wanted or Wanted(), marks or Marks())
    with undisturbed():
        return export(parts, name, out, claims, lost, screen, Path(name_of(place_of(record.path))).stem)


RARELY = 50_000, 20, 100
"""When to look for cycles: next to none are made here, and to look as often as usual takes a third of the time."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Cycles are looked for rarely meanwhile; never, and memory would grow with the record."""
    was = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*was)


def export(
    parts: Iterable[Slice],
    name: str,
    out: Path | None = None,
    claims: bool = False,
    lost: Path | None = None,
    screen: Callable[[str], None] | None = None,
    stem: str = "parley",
) -> Exported:
    """Write a record, given in parts that follow one another, in a form; `lost` is a file for what it cannot carry.

    `claims` asks for what is no fact as well, in forms that have no word for it.
    Without `out`, what is one text goes to `screen`, where there is one; all else to a file or folder here that is
    called after the form. Raises AmissError for an unknown form, and where something cannot be written.
    """
    form, wish, tally = _form(name), Wish(claims, stem=stem), Tally(rows=[] if lost else None)
    if screen is not None and (out is None or out == SCREEN) and _is_text(form):
        files = []
        for piece in _texts(form, parts, wish, tally):
            screen(piece)
    elif out == SCREEN:
        raise AmissError(f"{name} is no text that could be shown", "Name a file or folder: --out PATH")
    else:
        files = _write(form, parts, wish, out or _place(name, form), tally)
    if lost is not None and tally.rows is not None:
        files.append(written_lost(tally.rows, lost))
    return Exported(tuple(files), dict(tally.causes.most_common()))


def _place(name: str, form: Format) -> Path:
    """Where a form goes of which nobody said where."""
    return Path(f"parley{form.suffix}" if form.suffix == XLSX else f"parley-{name}")


def _is_text(form: Format) -> bool:
    return isinstance(form, Lines | Text) or (isinstance(form, Book) and form.suffix == CSV)


def _form(name: str) -> Format:
    if name not in FORMATS:
        close = near(name, FORMATS)
        remedy = f"Did you mean {close}?" if close else f"Take one of: {', '.join(FORMATS)}"
        raise AmissError(f"there is no form {name!r}", remedy)
    return FORMATS[name]


def _texts(form: Format, parts: Iterable[Slice], wish: Wish, tally: Tally) -> Iterator[str]:
    match form:
        case Lines():
            yield from tally.sieve(form.write(parts, wish))
        case Text():
            yield from tally.sieve(form.write(_whole(parts), wish))
        case Book():
            rows = tally.sieve(form.write(parts, replace(wish, alone=True)))
            yield from csv_lines(next(iter(form.tables.values())), (r.cells for r in rows))


def _write(form: Format, parts: Iterable[Slice], wish: Wish, place: Path, tally: Tally) -> list[Path]:
    match form:
        case Folder():
            return written_folder(tally.sieve(form.write(_whole(parts), wish)), place)
        case Book():
            return _book(form, parts, wish, place, tally)
        case _:
            return [written_text(_texts(form, parts, wish, tally), place)]


def _book(form: Book, parts: Iterable[Slice], wish: Wish, place: Path, tally: Tally) -> list[Path]:
    """A workbook is one file; of the others a file holds the first table, a folder all of them."""
    alone = form.suffix != XLSX and not place.is_dir() and bool(place.suffix)
    rows = tally.sieve(form.write(parts, replace(wish, alone=alone)))
    if form.suffix == XLSX:
        return [written_workbook(rows, form.tables, place, tally.note)]
    first, columns = next(iter(form.tables.items()))
    tables = (
        {place: (first, columns)} if alone else {place / f"{t}{form.suffix}": (t, c) for t, c in form.tables.items()}
    )
    return (written_csv if form.suffix == CSV else written_parquet)(rows, tables)


def _whole(parts: Iterable[Slice]) -> Slice:
    """The only part of those that are made whole."""
    (whole,) = parts
    return whole
