"""A person's own coding sheet: its mapping, guessed or given, and its rows by that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from parley.desk.amiss import AmissError, near
from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.desk.import_rows import take
from parley.desk.import_source import Table, readably
from parley.formats.incoming.guessing import guess
from parley.formats.incoming.row import Cells
from parley.formats.incoming.sheet import map_of, source_of
from parley.intake.left_out import LeftOut
from parley.intake.tables import first_cells, rows_of
from parley.record import Record
from parley.settings.errors import SettingsError
from parley.settings.sheets import load_sheet, parse_sheet, sheet_toml
from parley.terms.sheet import SheetMapping

SAMPLE = 2_000
"""Rows by which a mapping is guessed."""
_TEACH = "See docs/how-to/import-data-sets.md for the format."


def guessed(path: Path) -> SheetMapping:
    """A mapping for a sheet, by its header and its first rows. Raises AmissError where it is no table."""
    with readably(path):
        rows: Iterator[Cells] = (r.cells for r in rows_of(path) if not isinstance(r, LeftOut))
        return guess(path.stem, _header(path, None), islice(rows, SAMPLE))


def mapping_shown(path: Path) -> str:
    """A guessed mapping as TOML, to be looked through, mended and given back."""
    return sheet_toml(guessed(path))


def mapping_of(path: Path, given: Path | None) -> SheetMapping:
    """The mapping to read a sheet by: the one given, else a guess. Raises AmissError where it cannot be used."""
    try:
        found = load_sheet(given) if given is not None else parse_sheet(sheet_toml(guessed(path)), f"{path}, guessed")
    except SettingsError as e:
        raise AmissError(str(e), f"Say what its columns mean: {_remedy(path)}" if given is None else _TEACH) from e
    columns = _header(path, found.sheet)
    for key, names in found.columns.items():
        for name in names:
            if name not in columns:
                close = near(name, columns)
                what = f"{path}: it has no column {name!r}, which the mapping takes for {key}"
                raise AmissError(what, f"Did you mean {close}?" if close else f"It has: {', '.join(columns)}.")
    return found


def _header(path: Path, sheet: str | None) -> list[str]:
    """A sheet's columns as its rows call them."""
    with readably(path):
        next(rows_of(path, sheet=sheet), None)
        return [name for c in first_cells(path, sheet) if (name := " ".join(c.split()))]


def _remedy(path: Path) -> str:
    return f"parley import {path} --show-mapping > mapping.toml, and then with --mapping mapping.toml"


def _fits(sample: Sample) -> bool:
    """Any table whose first row holds several words may be a sheet; JSON and pages are none."""
    words = [c for c in sample.columns if c.strip() and not c.strip().isdigit()]
    return len(words) > 1 and not sample.begins.startswith((b"{", b"[", b"<"))


def _table(path: Path, mapping: SheetMapping) -> Table:
    names = tuple(_header(path, mapping.sheet))
    return Table(
        source_of(mapping),
        map_of(mapping),
        names,
        mapping.column("id"),
        sheet=mapping.sheet,
        codebook=sheet_toml(mapping),
    )


def _take(record: Record, path: Path, wish: Wish) -> Imported:
    mapping = mapping_of(path, wish.mapping)
    done = take(_table(path, mapping), record, path, wish)
    return done if wish.mapping is not None else replace(done, lines=(*_told(path, mapping), *done.lines))


def _told(path: Path, mapping: SheetMapping) -> Iterator[str]:
    """What was guessed, and how to mend it."""
    columns = "; ".join(f"{key} = {', '.join(names)}" for key, names in mapping.columns.items())
    yield f"guessed: {columns}"
    yield f"To mend that: {_remedy(path)}"


def _by(path: Path, mapping: Path | None) -> Table:
    return _table(path, mapping_of(path, mapping))


SHEET = Kind("a coding sheet", _fits, _take, lambda path, mapping: _by(path, mapping).rows_by_id(path), _by)
