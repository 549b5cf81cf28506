"""Paragraphs and tables."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.blocks import Blocks

STEPS = st.lists(st.sampled_from(["write", "end", "open_row", "open_cell", "close_cell", "close_row"]), max_size=40)


def test_a_row_is_a_line() -> None:
    """Cells with bars between, empty ones passed over."""
    blocks = Blocks()
    blocks.write("Votes")
    blocks.open_row()
    for words in ("Harfang", "", "for"):
        blocks.open_cell()
        blocks.write(words)
        blocks.close_cell()
    blocks.close_row()
    assert blocks.text() == "Votes\n\nHarfang | for"


def test_a_cell_of_several_paragraphs_makes_no_line() -> None:
    """A table that lays out a page leaves its paragraphs as they are, and so does one within another."""
    blocks = Blocks()
    blocks.open_row()
    blocks.open_cell()
    blocks.write("One.")
    blocks.open_row()
    blocks.open_cell()
    blocks.write("Two.")
    blocks.close_cell()
    blocks.close_row()
    blocks.close_cell()
    blocks.close_row()
    assert blocks.text() == "One.\n\nTwo."


def test_words_between_cells_keep_their_place() -> None:
    """What stands in a row, but in no cell, comes after the cells before it."""
    blocks = Blocks()
    blocks.open_row()
    blocks.open_cell()
    blocks.write("Chad")
    blocks.close_cell()
    blocks.write("abstained")
    blocks.open_cell()
    blocks.write("Mali")
    blocks.close_row()
    assert blocks.text() == "Chad | abstained | Mali"


@settings(deadline=None, max_examples=500)
@given(STEPS)
def test_no_word_is_lost_however_badly_the_steps_fit(steps: list[str]) -> None:
    """All that was written is in the text, in its order."""
    blocks, written = Blocks(), []
    for n, step in enumerate(steps):
        if step == "write":
            written.append(f"w{n} ")
            blocks.write(written[-1])
        else:
            getattr(blocks, step)()
    assert "".join(blocks.text().replace(" | ", "").split()) == "".join("".join(written).split())
