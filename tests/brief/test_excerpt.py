"""Excerpts: the paragraph that tells a thing, with the word that says it, and nothing that the report does not say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.brief.citations import Cite
from parley.brief.excerpt import excerpt_of
from parley.terms.statement import Mention
from parley.terms.values import Span


def _excerpt(quote: str, start: int, end: int) -> tuple[str, str, str]:
    cite = Cite("R1.1", "r1-q1", (), "r", "R1", 100, 100 + len(quote), quote, True)
    e = excerpt_of(cite, Mention("p", "r", quote, 100, 100 + len(quote), Span(100 + start, 100 + end)))
    return e.before, e.head, e.after


def test_the_word_that_says_it_is_picked_out() -> None:
    """A short quote stands whole, in three parts."""
    assert _excerpt("They met in Sable.", 5, 8) == ("They ", "met", " in Sable.")


def test_a_headline_that_ran_into_a_quote_is_left_out() -> None:
    """Of a quote over several paragraphs the one that holds the head is shown, with an ellipsis for the rest."""
    quote = "Old quarrels return\n\nThey met in Sable."
    assert _excerpt(quote, 26, 29) == ("… They ", "met", " in Sable.")


def test_a_very_long_quote_is_cut_at_spaces_around_the_head() -> None:
    """What is shown stays short, whole words, and holds the head."""
    quote = "word " * 400 + "met " + "word " * 400
    before, head, after = _excerpt(quote, 2000, 2003)
    assert head == "met"
    assert len(before + head + after) < 700
    assert before.startswith("… word")
    assert after.endswith("word …")


@given(st.text(min_size=1, max_size=1500), st.data())
def test_every_character_shown_is_the_report_s(quote: str, data: st.DataObject) -> None:
    """But for the ellipses an excerpt is a part of its quote, and a head is never lost."""
    start = data.draw(st.integers(0, len(quote) - 1))
    end = data.draw(st.integers(start + 1, min(len(quote), start + 20)))
    before, head, after = _excerpt(quote, start, end)
    shown = before.removeprefix("… ") + head + after.removesuffix(" …")
    assert shown in quote or before + head + after in quote or before + head + after.removesuffix(" …") in quote
    assert head == quote[start:end]


def test_a_head_outside_its_quote_picks_nothing_out() -> None:
    """Where the record's head does not lie in the quote, the quote stands alone."""
    assert _excerpt("They met.", 50, 53) == ("", "", "They met.")
