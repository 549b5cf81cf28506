"""Builds a text of paragraphs and tables from the marked-up pieces of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

CELLS = " | "
"""What stands between the cells of a table's row."""


@dataclass(slots=True)
class _Row:
    """A row in the making: the paragraphs of each cell, and whether the last cell is open."""

    cells: list[list[str]] = field(default_factory=list)
    open: bool = False


@dataclass(slots=True)
class Blocks:
    """A text in the making: words are written, paragraphs ended, rows and cells opened and closed.

    Steps that do not fit each other, as in a broken file, lose no word.
    """

    _now: list[str] = field(default_factory=list)
    _into: list[list[str]] = field(default_factory=lambda: [[]])
    _rows: list[_Row] = field(default_factory=list)

    def write(self, words: str) -> None:
        """Add words to the paragraph."""
        self._now.append(words)

    def write_folded(self, words: str | None) -> None:
        """Add words as HTML and ODF mean them: any run of white space is one space."""
        if words:
            self.write(" ".join(f"|{words}|".split())[1:-1])

    def end(self) -> str:
        """End the paragraph, and tell it; one without words leaves no trace."""
        paragraph = "".join(self._now).strip()
        self._now.clear()
        if paragraph:
            self._place().append(paragraph)
        return paragraph

    def _place(self) -> list[str]:
        """Where a paragraph goes that is ended now; one in a row, but between its cells, is a cell of its own."""
        if self._rows and not self._rows[-1].open:
            self._rows[-1].cells.append([])
            return self._rows[-1].cells[-1]
        return self._into[-1]

    def open_row(self) -> None:
        """Begin a table's row."""
        self.end()
        self._rows.append(_Row())

    def open_cell(self) -> None:
        """Begin a cell of the row; outside of one it is none."""
        self.close_cell()
        if self._rows:
            row = self._rows[-1]
            row.cells.append([])
            row.open = True
            self._into.append(row.cells[-1])

    def close_cell(self) -> None:
        """End a cell."""
        self.end()
        if self._rows and self._rows[-1].open:
            self._rows[-1].open = False
            self._into.pop()

    def close_row(self) -> None:
        """End a row: one line, or, where a cell holds several paragraphs, these one after another."""
        self.close_cell()
        if self._rows and (told := _row(self._rows.pop().cells)):
            self._place().extend(told)

    def text(self) -> str:
        """All paragraphs so far, with blank lines between them; what is open is closed."""
        while self._rows:
            self.close_row()
        self.end()
        return "\n\n".join(self._into[0])


def _row(cells: Sequence[Sequence[str]]) -> list[str]:
    """A row's paragraphs: a table made for the layout of a page holds whole articles in its cells."""
    filled = [cell for cell in cells if cell]
    if any(len(cell) > 1 for cell in filled):
        return [paragraph for cell in filled for paragraph in cell]
    return [CELLS.join(cell[0] for cell in filled)] if filled else []
