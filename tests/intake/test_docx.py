"""DOCX."""

from __future__ import annotations

import pytest
from tests.intake.making import FAILED, MET, W, docx_of, docx_with, zip_of, zip_with

from parley.intake.docx import draft_of_docx
from parley.intake.draft import Draft
from parley.intake.left_out import UnreadableError
from parley.intake.zipped import Zipped


def read(data: bytes) -> Draft:
    """The draft of a whole file."""
    return draft_of_docx(Zipped(data))


def test_headings_paragraphs_and_tables_are_read_in_order() -> None:
    """The title is the file's own; its author is no publisher, its making no publication."""
    draft = read(
        docx_of(MET, FAILED, title="Ferry talks", heading="Monday", rows=[["Harfang", "for"], ["Ostwald", "no"]])
    )
    assert draft.text == f"Monday\n\n{MET}\n\n{FAILED}\n\nHarfang | for\n\nOstwald | no"
    assert (draft.title, draft.publisher, draft.published) == ("Ferry talks", None, None)


def test_a_file_name_in_the_title_gives_way_to_the_heading() -> None:
    """What a word processor left there is no title."""
    assert read(docx_of(MET, title="final_v2.docx", heading="Ferry talks")).title == "Ferry talks"


def test_what_is_not_to_be_seen_is_not_read() -> None:
    """Deleted, moved away, hidden, a field's code, a fallback; what was inserted is read."""
    draft = read(
        docx_with(
            "<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>all </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>met</w:t></w:r><w:r><w:br/></w:r>'
            "<w:r><w:t>again.</w:t></w:r></w:p>"
        )
    )
    assert draft.text == "They all met\nagain."


def test_a_box_is_a_paragraph_of_its_own() -> None:
    """It stands within another; its older form beside it is not read again."""
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    both = (
        f"<x:AlternateContent xmlns:x='x'><x:Choice>{box}</x:Choice><x:Fallback>{box}</x:Fallback></x:AlternateContent>"
    )
    assert (
        read(docx_with(f"<w:p><w:r><w:t>They met.</w:t></w:r><w:r>{both}</w:r></w:p>")).text == "They met.\n\nIn a box."
    )


def test_notes_stand_below_the_text() -> None:
    """Without the line that parts them from it."""
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>On the ferry.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = "<w:p><w:r><w:t>They met</w:t></w:r><w:r><w:footnoteReference/></w:r><w:r><w:t> again.</w:t></w:r></w:p>"
    assert read(docx_with(body, word__footnotes_xml=notes)).text == "They met again.\n\nOn the ferry."


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (docx_with("<w:p/>", word__vbaProject_bin=b"x"), "macros"),
        (zip_with({"[Content_Types].xml": "<a macroEnabled='1'/>", "word/document.xml": f"<a {W}/>"}), "macros"),
        (docx_with("<w:p/>"), "no text"),
        (docx_with("<w:p>"), "broken"),
        (docx_with("<w:p>" * 1000 + "</w:p>" * 1000), "broken"),
        (zip_of(word__document_xml='<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "entities"),
    ],
)
def test_hostile_and_broken_files_are_refused(data: bytes, why: str) -> None:
    """Each says why, and what to do."""
    with pytest.raises(UnreadableError, match=why) as told:
        read(data)
    assert told.value.remedy
