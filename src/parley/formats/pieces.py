"""What a form of export yields, piece by piece: text, rows of tables, files, and what it has no place for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from parley.formats.telling import form_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

Cell = str | int | float | bool | dt.date | None


@dataclass(frozen=True, slots=True)
class Lost:
    """One thing that a form has no place for: its id, its kind (a statement's form, "talk", …) and why."""

    id: str
    kind: str
    cause: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of a folder: its path inside the folder, with `/` between folders, and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one of a book's tables; as many cells as the table has columns."""

    table: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: the type of its cells (None may stand in any), what it tells, and its values if few."""

    name: str
    type: type[str] | type[int] | type[float] | type[bool] | type[dt.date]
    about: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a form. `claims`: carry also what is no fact, in forms that have no word for that.

    `alone`: of a book there is room for the first table only, in one file that holds no more. `stem`: what the record's
    file is called, without its suffix.
    """

    claims: bool = False
    alone: bool = False
    stem: str = "parley"


@dataclass(frozen=True, slots=True)
class Lines:
    """One text file, written as it comes: from parts of a record that follow one another, in flat memory.

    `write` yields pieces of text, line ends included, which are written one after another.
    """

    about: str
    suffix: str
    write: Callable[[Iterable[Slice], Wish], Iterator[str | Lost]]
    proposals: bool = False
    """Whether it needs the proposals of its parts: statements and talks alone are read quicker."""
    statements: bool = True
    """Whether it needs statements and talks: reports alone are read in no time."""


@dataclass(frozen=True, slots=True)
class Text:
    """One text file that is made from the whole slice at once."""

    about: str
    suffix: str
    write: Callable[[Slice, Wish], Iterator[str | Lost]]


@dataclass(frozen=True, slots=True)
class Folder:
    """Several text files in a folder, made from the whole slice."""

    about: str
    suffix: str
    write: Callable[[Slice, Wish], Iterator[File | Lost]]
    mark: bool = False
    """Whether files begin with a byte order mark: spreadsheets take UTF-8 for a local encoding without."""


@dataclass(frozen=True, slots=True)
class Book:
    """Tables with typed columns: a workbook (`.xlsx`), Parquet (`.parquet`) or CSV (`.csv`), by the suffix.

    The first table is the one that a file holds which has room for one only.
    """

    about: str
    suffix: str
    tables: Mapping[str, tuple[Column, ...]]
    write: Callable[[Iterable[Slice], Wish], Iterator[Row | Lost]]


Format = Lines | Text | Folder | Book


def lost(held: Statement | Talk, cause: str) -> Lost:
    """A statement or talk that has no place in a form."""
    return Lost(held.id, form_of(held).value, cause)
