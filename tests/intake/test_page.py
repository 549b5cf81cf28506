"""HTML pages."""

from __future__ import annotations

import logging

import pytest

from parley.intake.left_out import UnreadableError
from parley.intake.page import draft_of_page, looks_like_page

ARTICLE = (
    "<h1>Ferry talks fail</h1><p>Envoys of both islands met on <b>Monday</b> and <a href='/x'>agreed</a> on nothing."
    "</p><p>They will meet again, said the host.</p>"
)
FOOTER = "<footer>Copyright 2015 Island Post. Last updated 7 March 2019.</footer>"


def _page(head: str = "", footer: str = FOOTER) -> str:
    nav = "<nav><a href='/'>Home</a> <a href='/sea'>Sea</a></nav>"
    return f"<!doctype html><html><head>{head}</head><body>{nav}<article>{ARTICLE}</article>{footer}</body></html>"


def test_metadata_is_told() -> None:
    """Title, site, day and address come from the page's own metadata."""
    draft = draft_of_page(
        _page(
            '<title>Ferry talks fail - Island Post</title><meta property="og:site_name" content="Island Post">'
            '<meta property="og:title" content="Ferry talks fail">'
            '<meta property="article:published_time" content="2021-05-03T08:00:00Z">'
            '<meta property="article:modified_time" content="2021-06-30T08:00:00Z">'
            '<link rel="canonical" href="https://island.example/ferry">'
        )
    )
    assert (draft.title, draft.publisher, draft.published) == ("Ferry talks fail", "Island Post", "2021-05-03")
    assert draft.url == "https://island.example/ferry"


def test_no_date_is_guessed_from_a_footer() -> None:
    """A page that does not say when it was published has no date, whatever years stand on it."""
    assert draft_of_page(_page()).published is None


def test_the_article_is_kept_in_paragraphs_without_its_surroundings() -> None:
    """Paragraphs are parted by blank lines; menus and footers are gone; emphasis leaves no marks."""
    text = draft_of_page(_page()).text
    first = "Envoys of both islands met on Monday and agreed on nothing."
    assert f"{first}\n\nThey will meet again, said the host." in text
    assert "Home" not in text
    assert "Copyright" not in text


def test_a_page_with_an_xml_declaration_is_read() -> None:
    """XHTML names its encoding in a line that the parser must not see again."""
    assert "Envoys" in draft_of_page('<?xml version="1.0" encoding="iso-8859-1"?>\n' + _page()).text


@pytest.mark.parametrize(
    "page", ["<html><body></body></html>", "<div>" * 5000 + "talks", "<!doctype html>", "<html><a" * 1000]
)
def test_a_page_without_an_article_says_so_and_logs_nothing(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The user hears it from Parley, once, and not from the parser."""
    with pytest.raises(UnreadableError, match="page"):
        draft_of_page(page)
    assert capsys.readouterr().err == ""
    assert logging.getLogger("trafilatura").handlers


@pytest.mark.parametrize(
    ("text", "is_page"), [(" <!DOCTYPE HTML>", True), ("<html lang=en>", True), ("An <html> tag", False)]
)
def test_a_page_is_known_by_its_beginning(text: str, is_page: bool) -> None:
    """Doctype or html element first; a text that mentions one is no page."""
    assert looks_like_page(text) is is_page
