"""The Markdown: same sections, quotes with report and offsets, nothing in it live."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from parley.analysis import facts, statements
from parley.brief import OutlookSection, markdown
from parley.brief.as_markdown import plain
from parley.brief.citations import cite_all
from parley.terms.slice import Slice


def _sections(text: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", text, flags=re.M)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_it_has_the_sections_of_the_page(northland: Slice, outlook: OutlookSection) -> None:
    """Every section of the web page is there, in the same order."""
    text = markdown(northland, "Talks on the Anwen", outlook, "today")
    assert list(_sections(text)) == [
        "Talks", "Timeline", "Actors and ties", "Claims", "Events reported as facts", "Positions", "Judgements",
        "Roles", "Outlook", "Sources",
    ]  # fmt: skip


def test_every_quote_stands_with_its_report_and_offsets(northland: Slice) -> None:
    """Each citation's place is written beside its quote."""
    text = markdown(northland, "T", None, "today")
    cites = cite_all(northland)
    for s in statements(northland):
        for c in cites.of(s):
            place = f"  \n  > ({c.label}, characters {c.start} to {c.end})"
            assert f"> {plain(c.quote)}{place}" in text.replace("**", "")


def test_only_facts_stand_among_the_facts(northland: Slice) -> None:
    """The facts section has one line for each fact, none labelled as anything else."""
    labels = re.findall(
        r"^- \*\*\[(.+?)\]\*\*", _sections(markdown(northland, "T", None, "x"))["Events reported as facts"], re.M
    )
    assert len(labels) == len(facts(northland))
    assert set(labels) <= {"reported", "admitted"}


def test_an_empty_record_says_what_to_do() -> None:
    """An empty record gives the next command."""
    assert "parley read" in markdown(Slice(), "Nothing", None, "today")


@given(st.text())
def test_plain_words_hold_no_live_characters(words: str) -> None:
    """No bracket, tag, star or backtick is left unescaped, and the words stay on one line."""
    shown = plain(words)
    assert "\n" not in shown
    assert not re.search(r"[`*_<>\[\]#|]", re.sub(r"\\.", "", shown))
