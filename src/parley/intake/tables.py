"""Tables of any kind, CSV or XLSX, as rows of named cells; what is no row of its table is named by its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from parley.intake.decoding import SAMPLE
from parley.intake.delimited import Cells, Shape, cells_in, shape_of
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.sniffing import packing_of
from parley.intake.walking import shown
from parley.intake.workbook import MAGICS, rows_in


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its columns; `place` names it for people, `mended` what had to be mended to read it."""

    number: int
    place: str
    cells: Mapping[str, str]
    mended: str | None = None


def first_cells(path: Path, sheet: str | None = None) -> tuple[str, ...]:
    """The first row of a table, () where it is none or empty."""
    try:
        return next((r.cells for r in islice(_lines(path, sheet), 1) if isinstance(r, Cells)), ())
    except (UnreadableError, OSError):
        return ()


def rows_of(
    path: Path, names: Sequence[str] | None = None, sheet: str | None = None, exact: bool = False
) -> Iterator[Row | LeftOut]:
    """The rows of a table, one at a time. Its first row names the columns, unless `names` does.

    A row with more cells than columns is left out, and so is one that lacks most of its cells: programs leave away
    empty ones at the end. With `exact` each row has them all, and one that line ends have broken is put together again.
    A header that comes again is passed over.
    Raises UnreadableError where the file is no table, has no header, or has two columns of one name.
    """
    is_workbook = _is_workbook(path)
    lines = _lines(path, sheet)
    header = tuple(names) if names is not None else _header(next(lines, None))
    width = len(header)
    least = width if exact else 0 if is_workbook else (width + 1) // 2
    kind = "row" if is_workbook else "line"
    for line in _mended(lines, width) if exact else lines:
        if isinstance(line, LeftOut):
            yield line
        elif line.cells[0].strip() != header[0] or _names(line) != header:
            yield _row(line, header, least, f"{shown(path)}, {kind} {line.number}")


def _mended(lines: Iterable[Cells | LeftOut], width: int) -> Iterator[Cells | LeftOut]:
    """Rows, those that line ends have broken in pieces put together."""
    part: Cells | None = None
    for line in lines:
        got = line
        if part is not None:
            whole = _together(part, line, width)
            if whole is None:
                yield part
            got, part = whole or line, None
        if isinstance(got, Cells) and len(got.cells) < width:
            part = got
        else:
            yield got
    if part is not None:
        yield part


def _together(part: Cells, line: Cells | LeftOut, width: int) -> Cells | None:
    """Two lines as one row, where they have no more cells than one has."""
    if isinstance(line, LeftOut) or len(line.cells) >= width or len(part.cells) + len(line.cells) - 1 > width:
        return None
    cells = (*part.cells[:-1], f"{part.cells[-1]} {line.cells[0]}".strip(), *line.cells[1:])
    return Cells(part.number, cells, "a row that a line end had broken: put together")


def _row(line: Cells, header: tuple[str, ...], least: int, place: str) -> Row | LeftOut:
    cells, width = line.cells, len(header)
    if len(cells) < least or any(c.strip() for c in cells[width:]):
        why = f"it has {len(cells)} cells, and the table {width} columns"
        remedy = "look for a line end within a cell" if len(cells) < width else "look for a separator within a cell"
        return LeftOut(place, why, remedy)
    return Row(line.number, place, {h: c.strip() for h, c in zip(header, cells, strict=False) if h}, line.mended)


def _names(line: Cells) -> tuple[str, ...]:
    return tuple(" ".join(c.split()).lstrip("\ufeff") for c in line.cells)


def _header(first: Cells | LeftOut | None) -> tuple[str, ...]:
    if first is None:
        raise UnreadableError("it holds no rows", "name another file")
    if isinstance(first, LeftOut):
        raise UnreadableError(f"its first row cannot be read: {first.why}", first.remedy)
    names = _names(first)
    named = [n for n in names if n]
    double = next((n for n in named if named.count(n) > 1), None)
    if double is not None:
        raise UnreadableError(f"two of its columns are called {double!r}", "give each a name of its own")
    return names


def _lines(path: Path, sheet: str | None) -> Iterator[Cells | LeftOut]:
    if _is_workbook(path):
        yield from rows_in(path, sheet)
        return
    with path.open("rb") as file:
        head = file.read(SAMPLE)
        shape = _shape(head)
        file.seek(0)
        yield from cells_in(file, shape, shown(path))


def _shape(head: bytes) -> Shape:
    if packed := packing_of(head):
        raise UnreadableError(f"it is {packed}", "unpack it, or save it as CSV or XLSX")
    return shape_of(head)


def _is_workbook(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) in MAGICS
    except OSError as e:
        raise UnreadableError(f"it cannot be opened ({e.strerror})", "see to its permissions") from e
