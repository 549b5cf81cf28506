"""Tidying of texts from files."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parley.intake.tidying import same_text_key, tidied

MESSY = st.lists(
    st.sampled_from(
        ["talks", "é", "e\u0301", " ", "\t", "\u00a0", "\n", "\r", "\r\n", "\f", "\x07", "\u2028", "\ufeff"]
    )
)


@given(MESSY.map("".join) | st.text())
def test_a_tidied_text_is_tidy(text: str) -> None:
    """No runs of spaces, no spaces at a line's ends, at most one blank line, and nothing left to tidy."""
    tidy = tidied(text)
    assert not re.search(r"  | \n|\n |\n{3}|[\r\t\f\x07]", tidy)
    assert tidy == tidy.strip()
    assert tidied(tidy) == tidy


@given(MESSY.map("".join))
def test_words_survive_tidying(text: str) -> None:
    """Only white space and control characters go."""
    assert tidied(text).count("talks") == text.count("talks")


def test_paragraphs_and_folds_stay_what_they_were() -> None:
    """A hard-wrapped line is not unwrapped: nothing tells it from a list or a verse."""
    assert tidied("one\r\ntwo\r\n\r\n\r\nthree\fpage") == "one\ntwo\n\nthree\n\npage"


def test_the_same_text_has_the_same_key() -> None:
    """White space and composed characters make no other text; words do."""
    assert same_text_key("The  café\r\n\r\ntalks ") == same_text_key("The cafe\u0301 talks")
    assert same_text_key("The talks") != same_text_key("The talk")
