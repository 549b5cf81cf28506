"""Export: a part of a record in one of the forms of `parley.formats.catalogue`, and what the form has no place for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from parley.desk.amiss import AmissError, near
from parley.desk.export_files import written_folder, written_lost, written_text
from parley.formats import jsonl
from parley.formats.catalogue import FORMATS, contract_of
from parley.formats.pieces import Book, File, Folder, Format, Lines, Lost, Row, Text, Wish
from parley.terms.slice import Slice

P = TypeVar("P", str, File, Row)
SCREEN = Path("-")
"""Stands for standard output."""


@dataclass(slots=True)
class Tally:
    """What could not be carried over, as it is met: how many by cause, and each where a file asks for them."""

    causes: Counter[str] = field(default_factory=Counter)
    rows: list[Lost] | None = None

    def sieve(self, pieces: Iterable[P | Lost]) -> Iterator[P]:
        """The pieces that are carried; the others are counted."""
        for piece in pieces:
            if isinstance(piece, Lost):
                self.causes[piece.cause] += 1
                if self.rows is not None:
                    self.rows.append(piece)
            else:
                yield piece


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and how much could not be carried over, by cause, the most first."""

    files: tuple[Path, ...]
    lost: Mapping[str, int]


def lines(slice: Slice) -> Iterator[str]:  # noqa: A002 - the contract's own word
    """A slice as JSON Lines, the contract's line first; without line ends."""
    return iter(jsonl.export(slice, contract_of(slice)))


def write_tables(slice: Slice, folder: Path) -> list[Path]:  # noqa: A002
    """Write the tables into a folder, which is made where it does not exist. Raises AmissError where it cannot be."""
    return list(export([slice], "csv", folder).files)


def export(
    parts: Iterable[Slice],
    name: str,
    out: Path | None = None,
    claims: bool = False,
    lost: Path | None = None,
    screen: Callable[[str], None] | None = None,
) -> Exported:
    """Write a record, given in parts that follow one another, in a form; `lost` is a file for what it cannot carry.

    `claims` asks for what is no fact as well, in forms that have no word for it.
    Without `out`, what is one text goes to `screen`, where there is one; all else to a file or folder here that is
    called after the form. Raises AmissError for an unknown form, and where something cannot be written.
    """
    form, wish, tally = _form(name), Wish(claims), Tally(rows=[] if lost else None)
    if screen is not None and (out is None or out == SCREEN) and isinstance(form, Lines | Text):
        files = []
        for piece in _texts(form, parts, wish, tally):
            screen(piece)
    elif out == SCREEN:
        raise AmissError(f"{name} is no text that could be shown", "Name a file or folder: --out PATH")
    else:
        files = _write(form, parts, wish, out or Path(f"parley-{name}{form.suffix}"), tally)
    if lost is not None and tally.rows is not None:
        files.append(written_lost(tally.rows, lost))
    return Exported(tuple(files), dict(tally.causes.most_common()))


def _form(name: str) -> Format:
    if name not in FORMATS:
        close = near(name, FORMATS)
        remedy = f"Did you mean {close}?" if close else f"Take one of: {', '.join(FORMATS)}"
        raise AmissError(f"there is no form {name!r}", remedy)
    return FORMATS[name]


def _texts(form: Lines | Text, parts: Iterable[Slice], wish: Wish, tally: Tally) -> Iterator[str]:
    return tally.sieve(form.write(parts, wish) if isinstance(form, Lines) else form.write(_whole(parts), wish))


def _write(form: Format, parts: Iterable[Slice], wish: Wish, place: Path, tally: Tally) -> list[Path]:
    match form:
        case Folder():
            return written_folder(tally.sieve(form.write(_whole(parts), wish)), place, form.mark)
        case Book():
            raise NotImplementedError
        case _:
            return [written_text(_texts(form, parts, wish, tally), place)]


def _whole(parts: Iterable[Slice]) -> Slice:
    """The only part of those that are made whole."""
    (whole,) = parts
    return whole
