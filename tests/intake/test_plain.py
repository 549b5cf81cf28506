"""Plain texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.intake.draft import Draft
from parley.intake.plain import draft_of_plain, first_line_title, split_headers
from parley.intake.tidying import tidied

BODY = "Envoys of both islands met.\n\nThey agreed on nothing."


def test_header_lines_are_taken_off_and_told() -> None:
    """Headers above the first blank line are the report's origin, in any case and by other usual names."""
    raw = f"HEADLINE: Ferry talks\nSource: Island Post\nDate: 3 May 2021\nurl: https://island.example/a:b\n\n{BODY}"
    assert draft_of_plain(raw) == Draft(BODY, "Ferry talks", "Island Post", "3 May 2021", "https://island.example/a:b")


@pytest.mark.parametrize(
    "raw",
    [
        f"Title: Ferry talks\nThe envoys met.\n\n{BODY}",
        f"Warning: shells fell\n\n{BODY}",
        "Title: only a header",
        f"Published:\n\n{BODY}",
    ],
)
def test_lines_that_only_look_like_headers_stay_text(raw: str) -> None:
    """Unknown names, text among them, an empty value or no text below: nothing is taken off."""
    assert split_headers(raw) == ({}, raw)


def test_a_title_on_the_first_line_is_told_and_stays() -> None:
    """A title may state what the text does not, so it is read too."""
    draft = draft_of_plain("Ferry talks fail\n\n" + BODY)
    assert draft.title == "Ferry talks fail"
    assert draft.text.startswith("Ferry talks fail\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "They met.\n\nAgain.",
        "Ferry talks",
        "One\ntwo\n\nthree",
        "x" * 121 + "\n\nBody.",
        "“They met.”\n\nBody.",
        "***\n\nBody.",
    ],
)
def test_a_first_line_that_is_no_title(text: str) -> None:
    """A sentence, a lone line, a folded line, a long line or an ornament is no title."""
    assert first_line_title(text) is None


@given(st.text() | st.lists(st.sampled_from(["Title: a", "url: b", "They met.", "", "x: y"])).map("\n".join))
def test_a_plain_text_loses_no_words_unless_they_are_headers(raw: str) -> None:
    """The draft's text is the tidied text, or what follows the headers in it."""
    text = tidied(raw)
    headers, below = split_headers(text)
    assert draft_of_plain(raw).text == below
    assert text.endswith(below)
    assert (below == text) is (not headers)
