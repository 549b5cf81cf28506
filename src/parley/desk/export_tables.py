"""Tables with typed columns as files: CSV, and Parquet in row groups. Both are written as the rows come."""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.desk.amiss import AmissError
from parley.desk.export_files import MARKED, begun
from parley.formats.cells import csv_cell, csv_line
from parley.formats.pieces import Cell, Column, Row

if TYPE_CHECKING:
    import pyarrow

Tables = Mapping[Path, tuple[str, tuple[Column, ...]]]
"""Files, each with the name of its table and the columns."""
ROW_GROUP = 10_000
"""Rows of Parquet written at once."""


def csv_lines(columns: Sequence[Column], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """A table as CSV, line by line, its header first."""
    yield csv_line([c.name for c in columns])
    yield from map(csv_line, rows)


def written_csv(rows: Iterable[Row], tables: Tables) -> list[Path]:
    """CSV files with a byte order mark, one a table; rows of other tables are passed over."""
    with ExitStack() as stack:
        writers: dict[str, Callable[[Iterable[Cell]], object]] = {}
        for path, (table, columns) in tables.items():
            beside = stack.enter_context(begun(path))
            file = stack.enter_context(beside.open("w", encoding=MARKED, errors="replace", newline=""))
            writers[table] = csv.writer(file, lineterminator="\r\n").writerow
            writers[table]([c.name for c in columns])
        for row in rows:
            if row.table in writers:
                writers[row.table]([csv_cell(cell) for cell in row.cells])
    return list(tables)


def written_parquet(rows: Iterable[Row], tables: Tables) -> list[Path]:
    """Parquet files, one a table; what each column tells is in its field's metadata.

    Raises AmissError where pyarrow is not installed.
    """
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as e:
        raise AmissError(
            "Parquet is written by a package that is not installed", "Install it: pip install 'parley[parquet]'"
        ) from e
    with ExitStack() as stack:
        waiting: dict[str, _Group] = {}
        for path, (table, columns) in tables.items():
            schema = _schema(pyarrow, columns)
            beside = stack.enter_context(begun(path))
            writer = stack.enter_context(parquet.ParquetWriter(beside, schema, compression="zstd"))
            waiting[table] = _Group(schema, writer)
        for row in rows:
            if row.table in waiting:
                waiting[row.table].add(row.cells)
        for group in waiting.values():
            group.write()
    return list(tables)


class _Group:
    """Rows of one Parquet table that wait to be written together."""

    def __init__(self, schema: pyarrow.Schema, writer: Any) -> None:
        self._schema = schema
        self._writer = writer
        self._rows: list[Sequence[Cell]] = []
        self._begun = False

    def add(self, row: Sequence[Cell]) -> None:
        """Keep a row; write all when there are enough."""
        self._rows.append(row)
        if len(self._rows) >= ROW_GROUP:
            self.write()

    def write(self) -> None:
        """Write what waits; an empty table has its columns all the same."""
        import pyarrow

        if not self._rows:
            return
        columns = zip(*self._rows, strict=True)
        arrays = [pyarrow.array(list(map(_storable, c)), f.type) for c, f in zip(columns, self._schema, strict=True)]
        self._writer.write_table(pyarrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows = []


def _schema(pa: Any, columns: Iterable[Column]) -> pyarrow.Schema:
    """The types of the columns; each says what it tells, and which values it has if few."""
    types = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_(), dt.date: pa.date32()}
    return pa.schema([pa.field(c.name, types[c.type], metadata=_about(c)) for c in columns])


def _about(c: Column) -> dict[str, str]:
    return {"about": c.about, **({"values": json.dumps(list(map(str, c.values)))} if c.values else {})}


def _storable(cell: Cell) -> Cell:
    """A text without what UTF-8 has no room for."""
    return cell if not isinstance(cell, str) or cell.isascii() else cell.encode("utf-8", "replace").decode("utf-8")
