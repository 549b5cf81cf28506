"""Two downloads of one data set side by side: which rows were added, changed and removed, by the data set's own ids."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from parley.desk.amiss import AmissError
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import KINDS
from parley.desk.tables import Cell, Table
from parley.formats.incoming.cells import id_by
from parley.formats.incoming.row import Cells
from parley.intake.left_out import LeftOut

COLUMNS = ("id", "what", "columns")
ADDED, CHANGED, REMOVED = "added", "changed", "removed"


def diff(
    old: Path, new: Path, kind: ImportKind, mapping: Path | None, leave: Callable[[LeftOut], None]
) -> tuple[Table, int]:
    """What a later download has that an earlier one had not, row by row, and how many rows could not be compared.

    Rows are in the order of the later file; those that it lacks come last. Raises AmissError where a file has no rows.
    """
    before, lost = _hashes(old, kind, mapping, leave)
    rows: list[tuple[Cell, ...]] = []
    changed: dict[str, int] = {}
    met: set[str] = set()
    for item in _rows(new, kind, mapping):
        if isinstance(item, LeftOut):
            lost += 1
            leave(item)
            continue
        name, cells = item
        if name in met:
            continue
        met.add(name)
        if name not in before:
            rows.append((name, ADDED, ""))
        elif before[name] != id_by(cells):
            changed[name] = len(rows)
            rows.append((name, CHANGED, ""))
    rows += [(name, REMOVED, "") for name in before if name not in met]
    for name, columns in _columns(old, new, kind, mapping, changed):
        rows[changed[name]] = (name, CHANGED, columns)
    return Table(f"{old.name} → {new.name}", COLUMNS, tuple(rows), COLUMNS), lost


def _rows(path: Path, kind: ImportKind, mapping: Path | None) -> Iterator[tuple[str, Cells] | LeftOut]:
    rows = KINDS[kind].rows
    if rows is None:
        raise AmissError(f"{path}: what comes from {kind} is no rows", "Compare two files of rows.")
    yield from rows(path, mapping)


def _hashes(
    path: Path, kind: ImportKind, mapping: Path | None, leave: Callable[[LeftOut], None]
) -> tuple[dict[str, str], int]:
    """Each row's id with the hash of its cells: all that is kept of the earlier file."""
    found: dict[str, str] = {}
    lost = 0
    for item in _rows(path, kind, mapping):
        if isinstance(item, LeftOut):
            lost += 1
            leave(item)
        else:
            found.setdefault(item[0], id_by(item[1]))
    return found, lost


def _columns(
    old: Path, new: Path, kind: ImportKind, mapping: Path | None, changed: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """Which columns of the changed rows differ; both files are read once more, and only those rows are kept."""
    if not changed:
        return
    was = _of(old, kind, mapping, changed)
    for name, cells in _of(new, kind, mapping, changed).items():
        before = was[name]
        yield name, ", ".join(c for c in {**before, **cells} if before.get(c, "") != cells.get(c, ""))


def _of(path: Path, kind: ImportKind, mapping: Path | None, wanted: dict[str, int]) -> dict[str, Cells]:
    found: dict[str, Cells] = {}
    for item in _rows(path, kind, mapping):
        if not isinstance(item, LeftOut) and item[0] in wanted:
            found.setdefault(*item)
    return found
