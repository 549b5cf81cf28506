"""Pasted text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake import gather
from parley.intake.pasting import unpasted


@pytest.mark.parametrize(
    "line",
    [
        "Read more", "READ MORE: Envoys meet again", "Advertisement", "Share", "Share this article", "5 min read",
        "Page 3 of 9", "Story continues below advertisement", "Sign up for our newsletter", "Related articles",
        "• See also: Ferry talks",
    ],
)  # fmt: skip
def test_what_a_page_puts_between_paragraphs_goes(line: str) -> None:
    """Where it stands alone on its line."""
    assert unpasted(f"They met.\n\n{line}\n\nThey parted.") == "They met.\n\nThey parted."


@pytest.mark.parametrize(
    "line",
    [
        "Share of the vote, by party", "Read more books, the minister said.", "Comments by both sides were cautious.",
        "Save the truce, he said.", "Page 3 of the accord was torn.", "Print workers struck in Harfang.",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_so_stays(line: str) -> None:
    """It tells something."""
    text = f"They met.\n\n{line}\n\nThey parted."
    assert unpasted(text) == text


def test_words_that_a_pdf_split_are_made_whole() -> None:
    """By a hyphen or a soft one, at a line's end or within."""
    pasted = "The govern\u00ad\nment of Har\u00adfang and the oppo-\nsition\r\nmet."
    assert unpasted(pasted) == "The government of Harfang and the opposition\nmet."


def test_standard_input_is_taken_as_pasted() -> None:
    """A file is not: what it says stays."""
    text = "Envoys of both islands met.\n\nAdvertisement\n\nThey parted."
    assert gather([], stdin=text.encode()).reports[0].text == "Envoys of both islands met.\n\nThey parted."


@settings(deadline=None)
@given(st.text())
def test_words_stay(text: str) -> None:
    """No text becomes none, and none gets longer."""
    assert bool(unpasted(text)) <= bool(text.strip())
    assert unpasted(unpasted(text)) in (unpasted(text), unpasted(unpasted(unpasted(text))))
    assert unpasted("Advertisement") == "Advertisement"
