"""Cells are harmless in a spreadsheet, and nothing of them is lost."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from parley.formats.cells import FORMULA, csv_line, many, plain, safe

WRITABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
RUNNING = st.builds("".join, st.lists(st.sampled_from([*FORMULA, "'", "1", "a"]), max_size=4))


@given(WRITABLE | RUNNING)
def test_what_was_made_harmless_can_be_had_back(text: str) -> None:
    """Any text that UTF-8 can write comes back to the letter, apostrophes of its own too."""
    made = safe(text)
    assert not str(made).startswith(FORMULA)
    assert plain(str(made)) == text


@given(st.text())
def test_any_text_can_be_written(text: str) -> None:
    """Lone surrogates and zero bytes too."""
    str(safe(text)).encode("utf-8")
    assert "\0" not in str(safe(text))


@given(st.lists(st.none() | st.booleans() | st.integers() | st.dates() | WRITABLE, min_size=2))
def test_a_line_is_one_row(cells: list[object]) -> None:
    """However many line breaks its cells have; true and false are words that other programs take for them."""
    (row,) = csv.reader(io.StringIO(csv_line(cells), newline=""))  # type: ignore[arg-type]
    words = {None: "", True: "true", False: "false"}
    for cell, read in zip(cells, row, strict=True):
        told = words[cell] if cell is None or isinstance(cell, bool) else str(cell)
        assert plain(read) == told or not isinstance(cell, str)
        assert isinstance(cell, str) or read == told


def test_several_values_of_none_are_no_value() -> None:
    """An empty cell and not an empty text."""
    assert (many([]), many(["a", "b"])) == (None, "a; b")
