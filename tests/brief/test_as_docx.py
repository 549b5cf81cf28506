"""The Word document, read back: the same as the Markdown, every line cited, nothing in it that breaks the file."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.analysis import statements
from parley.brief import OutlookSection, markdown
from parley.brief.as_docx import docx
from parley.brief.citations import cite_all
from parley.brief.view import GainRow, InputRow
from parley.brief.word import tidy
from parley.terms.slice import Slice

AT = datetime(2031, 3, 1, 10, tzinfo=UTC)
SIGNS = re.compile(r"\\(.)")


def opened(slice_: Slice, title: str = "Talks on the Anwen", outlook: OutlookSection | None = None) -> Docx:
    """The document as Word would open it."""
    return Document(io.BytesIO(docx(slice_, title, outlook, "today", AT)))


def words(of: str) -> str:
    """Words without the signs of Markdown and with single spaces."""
    bare = re.sub(r"(?<!\\)\*\*", "", of)
    return " ".join(SIGNS.sub(r"\1", bare).split())


def paragraphs(of: Docx) -> list[str]:
    """What stands outside tables, as words."""
    return [" ".join(p.text.split()) for p in of.paragraphs]


def cells(of: Docx) -> list[tuple[str, ...]]:
    """The rows of all tables."""
    return [tuple(" ".join(c.text.split()) for c in r.cells) for t in of.tables for r in t.rows]


@pytest.fixture(scope="module")
def full(outlook: OutlookSection) -> OutlookSection:
    """An outlook with everything that one can have."""
    return replace(
        outlook,
        confidence="low",
        gains=(GainRow("Northland", "1", "2 (1 to 3)", "−4"),),
        inputs=(InputRow("Northland’s resolve", "10 to 20", "assumption"),),
        notes=("Beware",),
    )


def test_it_is_the_markdown(northland: Slice, full: OutlookSection) -> None:
    """Every heading, line, quote, speaker and table row of the Markdown stands in it, in the same order."""
    told = markdown(northland, "Talks on the Anwen", full, "today")
    told = re.sub(r"^(`{3,})text\n.*?^\1$", "", told, flags=re.M | re.S)  # the sources' own words, held elsewhere
    of = opened(northland, outlook=full)
    have, rows = paragraphs(of), set(cells(of))
    at = 0
    for block in re.sub(r"  \n\s*>", "", told).split("\n"):
        line = words(re.sub(r"^\s*(#+|>|-|\d+\.)\s", "", block))
        if not line or set(line) <= set("|-"):
            continue
        if line.startswith("| "):
            assert tuple(words(c) for c in re.split(r"(?<!\\)\|", line)[1:-1]) in rows
        elif line in have[at:]:
            at += have[at:].index(line)
        elif line.startswith("Online: <"):
            assert f"Online: {line[9:-1]}" in have
        else:  # what Markdown lists, and Word has in tables
            term, _, value = line.partition(": ")
            assert any((term, value.removesuffix(".")) == r[:2] or (term, value) == r[:2] for r in rows), line


def test_headings_are_headings_and_tables_are_tables(northland: Slice, full: OutlookSection) -> None:
    """As Word's navigation and a screen reader find them."""
    of = opened(northland, outlook=full)
    firsts = [p.text for p in of.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert firsts == [
        "Talks", "Timeline", "Actors and ties", "Claims", "Events reported as facts", "Positions", "Judgements",
        "Roles", "Outlook", "Sources",
    ]  # fmt: skip
    assert of.paragraphs[0].style is not None
    assert of.paragraphs[0].style.name == "Title"
    assert ("When", "What", "Status") in cells(of)
    assert ("Number", "Range", "Rests on") in cells(of)
    assert any("no SVG pictures" in p for p in paragraphs(of))


def test_every_line_is_cited_and_every_link_leads_somewhere(northland: Slice) -> None:
    """Each quote stands with its number, and each number is a link to a bookmark that is there once."""
    of = opened(northland)
    text = "\n".join(paragraphs(of))
    cites = cite_all(northland)
    for s in statements(northland):
        for c in cites.of(s):
            assert f"{tidy(c.quote)} ({c.label}, characters {c.start} to {c.end})" in text
    body = of.element.body
    marks = [b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))]
    links = {h.get(qn("w:anchor")) for h in body.iter(qn("w:hyperlink"))} - {None}
    assert len(marks) == len(set(marks))
    assert links
    assert links <= set(marks)


def test_the_sources_stand_whole_with_their_quotes_marked(northland: Slice) -> None:
    """The text is the report's, and what is marked in it is what was quoted."""
    of = opened(northland)
    have = "\n".join(paragraphs(of))
    for r in northland.reports:
        for part in (r.text or "").split("\n"):
            assert all(tidy(sentence) in re.sub(r"\[R\d+\.\d+\] ", "", have) for sentence in [part] if part.strip())
    marked = {r.text for p in of.paragraphs for r in p.runs if r.font.highlight_color is not None}
    quotes = " ".join(c.quote for c in cite_all(northland).by_place.values())
    assert marked
    assert all(m.strip() in quotes for m in marked)


def test_its_properties_tell_what_it_is(northland: Slice) -> None:
    """Title, author and day; a title longer than Word takes is cut there and nowhere else."""
    of = opened(northland, "T" * 400)
    assert (of.core_properties.title, of.core_properties.author) == ("T" * 255, "Parley")
    assert of.core_properties.created == AT
    assert of.paragraphs[0].text == "T" * 400


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec=None, categories=None), max_size=40))
def test_whatever_the_words_the_file_opens(northland: Slice, hostile: str) -> None:
    """Control characters, lone surrogates and turned directions neither break the file nor become markup."""
    first = northland.reports[0]
    told = replace(northland, reports=(replace(first, title=f"x{hostile}"), *northland.reports[1:]))
    data = docx(told, f"x{hostile}", None, "today", AT)
    for part in zipfile.ZipFile(io.BytesIO(data)).namelist():
        if part.endswith((".xml", ".rels")):
            ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))
    assert Document(io.BytesIO(data)).paragraphs[0].text.split() == tidy(f"x{hostile}").split()


def test_an_empty_record_says_what_to_do() -> None:
    """As the other forms do."""
    assert any("parley read" in p for p in paragraphs(opened(Slice(), "Nothing")))
