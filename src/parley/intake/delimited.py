"""Tables kept as text, a row a line: which character parts the cells, which letters the bytes are; streaming."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from parley.intake.decoding import SAMPLE, guessed_encoding, looks_binary, marked_encoding
from parley.intake.left_out import LeftOut, UnreadableError

SEPARATORS = "\t,;|"
"""What may part the cells of a row, the likelier first."""
LONGEST = 1_000_000
"""Characters of one row; no data set has longer ones."""
_LINES = 200
"""Lines over which a quoted cell may run; a quotation mark that is still open then was never meant to open one."""
_OPEN = "unexpected end of data"
_UTF8 = "utf-8"


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: the number of its first line (from 1), its cells as text, and what had to be mended in it."""

    number: int
    cells: tuple[str, ...]
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file's rows are written."""

    encoding: str
    separator: str
    old_ends: bool = False
    """Whether lines end in a carriage return alone, as old programs end them."""


def shape_of(head: bytes) -> Shape:
    """How rows are written, by a file's first bytes. Raises UnreadableError where it is no text."""
    text, encoding = _text_of(head)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(SEPARATORS, key=lambda s: (len(_split(first, s)), -SEPARATORS.index(s)))
    return Shape(encoding, separator, "\n" not in text and "\r" in text)


def _text_of(head: bytes) -> tuple[str, str]:
    """The beginning as text, and its encoding; the last line of a sample, which may end within a letter, is let go."""
    if looks_binary(head):
        raise UnreadableError("it is no table of text", "save it as CSV in UTF-8, or as XLSX")
    marked = marked_encoding(head)
    whole = head if len(head) < SAMPLE or marked not in (None, "utf-8-sig") else head[: head.rfind(b"\n") + 1] or head
    encoding = marked or (_UTF8 if _mostly_utf8(whole) else guessed_encoding(whole))
    if encoding is None:
        raise UnreadableError("it is no table of text", "save it as CSV in UTF-8, or as XLSX")
    return whole.decode(encoding, "replace"), encoding


def _mostly_utf8(data: bytes) -> bool:
    """Whether most of the lines that are not plain ASCII are UTF-8."""
    told = [_is_utf8(line) for line in data.split(b"\n") if not line.isascii()]
    return 2 * sum(told) >= len(told)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode(_UTF8)
    except UnicodeDecodeError:
        return False
    return True


def cells_in(stream: IO[bytes], shape: Shape, name: str) -> Iterator[Cells | LeftOut]:
    """The rows of a byte stream, one at a time; blank lines are passed over. `name` stands for the file in errors."""
    lines = _Lines(stream, shape)
    for number, line, mended in lines:
        place = f"{name}, line {number}"
        if len(line) > LONGEST:
            why = f"the row is longer than {LONGEST:,} characters"
            yield LeftOut(place, why, "look whether a quotation mark or line end is missing before it")
        elif line.strip():
            yield _row(lines, number, line, shape.separator, place, mended)


def _row(lines: _Lines, number: int, line: str, separator: str, place: str, mended: str | None) -> Cells | LeftOut:
    if '"' not in line:
        return Cells(number, tuple(line.split(separator)), mended)
    if separator == "\t":  # such files mostly quote nothing; what is wrapped in quotation marks as a whole is
        return Cells(number, tuple(_unquoted(c) for c in line.split("\t")), mended)
    taken, cells = [line], _quoted(line, separator)
    while cells is None and len(taken) < _LINES and (more := lines.next()) is not None:
        taken.append(more)
        cells = _quoted("\n".join(taken), separator)
    if cells is None:
        lines.push_back(taken[1:])
        return LeftOut(place, "a quotation mark opens a cell and is never closed", "double it, or take it out")
    return Cells(number, tuple(cells), mended)


def _unquoted(cell: str) -> str:
    if len(cell) > 1 and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"')
    return cell


def _quoted(text: str, separator: str) -> list[str] | None:
    """The cells of a row with quotation marks; None where one is open at its end."""
    try:
        return next(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))
    except csv.Error as e:
        if _OPEN in str(e):
            return None
        return next(csv.reader(text.splitlines(keepends=True), delimiter=separator))


def _split(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


class _Lines:
    """Numbered lines of a byte stream as text, some of which can be given back."""

    def __init__(self, stream: IO[bytes], shape: Shape) -> None:
        self._number = 0
        self._back: list[str] = []
        is_wide = shape.old_ends or shape.encoding.startswith(("utf-16", "utf-32"))
        self._lines = _wide(stream, shape.encoding) if is_wide else _narrow(stream, shape.encoding)

    def __iter__(self) -> Iterator[tuple[int, str, str | None]]:
        while True:
            mended = None
            if self._back:
                line = self._back.pop()
            else:
                got = next(self._lines, None)
                if got is None:
                    return
                line, mended = got
            self._number += 1
            yield self._number, line, mended

    def next(self) -> str | None:
        """The next line's text, None at the end."""
        got = next(iter(self), None)
        return got[1] if got is not None else None

    def push_back(self, lines: list[str]) -> None:
        """Give lines back, in their order."""
        self._back.extend(reversed(lines))
        self._number -= len(lines)


def _narrow(stream: IO[bytes], encoding: str) -> Iterator[tuple[str, str | None]]:
    """Lines of an encoding in which a line end is one byte; one that is not in it is read as Windows-1252."""
    if encoding == "utf-8-sig":
        encoding = _UTF8
        stream.read(3)
    for data in _pieces(stream):
        line = data.rstrip(b"\r\n")
        try:
            yield line.decode(encoding).replace("\0", ""), None
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace").replace("\0", ""), f"letters that are not {encoding.upper()}"


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """Lines with their ends; of one that is far too long only so much that it is seen to be."""
    most = 4 * LONGEST + 1
    while line := stream.readline(most):
        rest = line
        while rest and not rest.endswith(b"\n") and len(line) >= most:
            rest = stream.readline(most)
        yield line


def _wide(stream: IO[bytes], encoding: str) -> Iterator[tuple[str, str | None]]:
    text = io.TextIOWrapper(stream, encoding, errors="replace", newline=None)
    while line := text.readline(LONGEST + 2):
        yield line.rstrip("\n").replace("\0", ""), None
