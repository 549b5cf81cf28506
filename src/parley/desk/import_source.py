"""One data set as a table: its map, its columns, and its files' rows as the map is given them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from parley.desk.amiss import AmissError, sentence
from parley.formats.incoming.cells import cell, id_by
from parley.formats.incoming.row import Cells, Known, Source, Told
from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.tables import Row, rows_of


@dataclass(frozen=True)
class Table:
    """One data set as a table: its source, its map, the columns it knows, and how its files are read.

    `names` are its columns in order, by which a header in other capitals is known, and which `headless` files lack.
    `id_column` is "" where rows have no ids of their own. `exact`: each row has all its cells, and one broken by a line
    end is put together. `codebook` is whatever else the map goes by.
    """

    source: Source
    told: Callable[[Cells, Known], Told]
    names: tuple[str, ...]
    id_column: str = ""
    headless: bool = False
    exact: bool = False
    sheet: str | None = None
    codebook: str = ""

    @cached_property
    def spelled(self) -> dict[str, str]:
        """The columns by their names in small letters."""
        return {n.casefold(): n for n in self.names}

    @property
    def prefix(self) -> str:
        """What the ids of its rows' reports begin with."""
        return f"{self.source.reader}:"

    def rows(self, path: Path) -> Iterator[Row | LeftOut]:
        """A file's rows, columns spelled as the data set spells them. Raises AmissError where it is no table."""
        with readably(path):
            for item in rows_of(path, self.names if self.headless else None, self.sheet, self.exact):
                yield item if isinstance(item, LeftOut) else replace(item, cells=self._spelled(item.cells))

    def rows_by_id(self, path: Path) -> Iterator[tuple[str, Cells] | LeftOut]:
        """The same with the data set's own ids."""
        for item in self.rows(path):
            if isinstance(item, LeftOut):
                yield item
            else:
                yield cell(item.cells, self.id_column) or id_by(item.cells), item.cells

    def _spelled(self, cells: Cells) -> Cells:
        known = self.spelled
        return {known.get(column.casefold(), column): value for column, value in cells.items()}


@contextmanager
def readably(path: Path) -> Iterator[None]:
    """What cannot be read, or is no table, as an AmissError."""
    try:
        yield
    except UnreadableError as e:
        raise AmissError(f"{path}: {e.why}", sentence(e.remedy)) from e
