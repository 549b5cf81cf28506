"""Headlines in title case are read as sentences; names and all else stay as they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.headlines import recased
from parley.reading.pipeline import parse

BODY = "\n\nThe talks in Oslo ended on Monday. Bush had asked Rice to attend, and the army watched."


def told(title: str) -> str:
    """The headline of a short report."""
    return recased(title + BODY, {"serve", "meet", "attend", "bush"}.__contains__).partition("\n")[0]


@pytest.mark.parametrize(
    ("title", "small"),
    [
        ("Fruitless Talks Serve Army In Oslo", "Fruitless talks serve army in Oslo"),
        ("Envoys Say Bush Meets Rice Today", "Envoys Say Bush meets Rice Today"),
    ],
)
def test_common_words_are_small(title: str, small: str) -> None:
    """What the body has in small letters, and verbs that it never has with a capital; a name of the body stays."""
    assert told(title) == small


@pytest.mark.parametrize("line", ["The talks in Oslo failed.", "The army of the north met Bush", "TALKS SERVE ARMY"])
def test_what_is_no_headline_stays(line: str) -> None:
    """A sentence, a line in sentence case and one in capitals are left alone."""
    assert told(line) == line


@given(st.text(max_size=200))
def test_the_length_never_changes(text: str) -> None:
    """Every word keeps its place."""
    assert len(recased(text, {"serve"}.__contains__)) == len(text)


def test_words_are_told_as_they_stand() -> None:
    """The parser sees small letters, the document keeps the text's own."""
    text = "Fruitless Talks Serve Norway's Interests" + BODY
    doc = parse(text)
    assert all(text[t.start : t.end] == t.text for t in doc.tokens)
    assert doc.tokens[2].pos == "VERB"
