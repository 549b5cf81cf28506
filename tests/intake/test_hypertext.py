"""The text of chapters and mails."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.outcome import outcome

from parley.intake.hypertext import heading_of, parsed_hypertext, text_of
from parley.intake.left_out import UnreadableError


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>They <!-- x -->met&nbsp;<b>again</b>.</p>\n <p>Now.</p>", "They met again.\n\nNow."),
        ("<html><head><title/></head><body><p>They<br/>met.</p></body></html>", "They\nmet."),
        ("<p>They <script>x()</script>met <p>Now & then", "They met\n\nNow & then"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a | b"),
        ('<?xml version="1.0"?><!DOCTYPE html><div>a<div>b</div>c</div>', "a\n\nb\n\nc"),
        ("&foo; met", "&foo; met"),
        ('They<i style="display: none"> never</i> met<b hidden=""> again</b>.', "They met."),
    ],
)
def test_all_text_is_read_block_by_block(html: str, text: str) -> None:
    """XHTML and HTML, well formed and not."""
    assert text_of(parsed_hypertext(html)) == text


def test_quotes_of_mail_programs_are_left_away_if_asked() -> None:
    """By their marks; the blockquote of an article stays."""
    old = '<blockquote type="cite">Old.</blockquote><div class="gmail_quote">Old.</div>'
    html = f"<div>New.<blockquote>Cited.</blockquote>{old}</div>"
    assert text_of(parsed_hypertext(html), without_quotes=True) == "New.\n\nCited."
    assert text_of(parsed_hypertext(html)).count("Old.") == 2


def test_a_heading_is_told() -> None:
    """The highest; else the title."""
    assert heading_of(parsed_hypertext("<div><h2>Two</h2><h1>One <i>is</i></h1></div>")) == "One is"
    assert heading_of(parsed_hypertext("<html><head><title>T</title></head><body><p>x</p></body></html>")) == "T"


@pytest.mark.parametrize(
    "html", ["<div>" * 100_000, "<a " * 10_000, "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "", "<!-- -->"]
)
def test_hostile_pages_are_read_or_refused(html: str) -> None:
    """Depth, attributes without end, entities, nothing."""
    told = outcome(parsed_hypertext, html)
    assert isinstance(told, UnreadableError) or not set("<>") & set(text_of(told))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    """As it stands; and once its signs are written as a page must write them, it comes out as it went in."""
    outcome(parsed_hypertext, text)
    assert text_of(parsed_hypertext(f"<p>{escape(text)}</p>")) == text
