"""PDFs, written by the tests themselves."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from parley.intake.left_out import UnreadableError
from parley.intake.pdf import draft_of_pdf, made_whole


def pdf_of(*lines: str, title: str | None = None, password: str | None = None) -> bytes:
    """A one-page PDF that shows some lines."""
    shown = "".join(f"({line}) Tj 0 -16 Td " for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown}ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % o for o in offsets)
    body += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(body),
    )
    return _rewritten(body, title, password)


def _rewritten(body: bytes, title: str | None, password: str | None) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(body)))
    writer.add_metadata({"/Title": title or "", "/CreationDate": "D:20210503080000Z"})
    if password is not None:
        writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_text_layer_is_read() -> None:
    """Lines stay lines; the file's own title is told; its creation is not taken for publication."""
    draft = draft_of_pdf(pdf_of("Envoys of both islands met.", "They agreed on noth-", "ing.", title="Ferry talks"))
    assert draft.text == "Envoys of both islands met.\nThey agreed on nothing."
    assert (draft.title, draft.published) == ("Ferry talks", None)


@pytest.mark.parametrize("left_there", ["report_final.docx", "Microsoft Word - ferry", "Untitled", ""])
def test_a_file_name_is_no_title(left_there: str) -> None:
    """What a word processor leaves in the title field is not told."""
    assert draft_of_pdf(pdf_of("They met.", title=left_there)).title is None


def test_a_locked_pdf_says_what_to_do() -> None:
    """A password needed to open it: a copy without one is asked for. One that only owners need does no harm."""
    with pytest.raises(UnreadableError, match="encrypted") as told:
        draft_of_pdf(pdf_of("They met.", password="secret"))
    assert "password" in told.value.remedy
    assert draft_of_pdf(pdf_of("They met.", password="")).text == "They met."


def test_a_pdf_of_pictures_says_what_to_do() -> None:
    """No text layer is not the same as a broken file."""
    with pytest.raises(UnreadableError, match="no text layer"):
        draft_of_pdf(pdf_of())


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 700))
def test_a_broken_pdf_is_left_out_and_never_raises_anything_else(noise: bytes, at: int) -> None:
    """Wherever a PDF is damaged, it is read or refused."""
    whole = pdf_of("Envoys of both islands met.")
    with suppress(UnreadableError):
        assert draft_of_pdf(whole[:at] + noise + whole[at + len(noise) :]).text


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("the govern-\nment", "the government"),
        ("a face-to-\nface meeting", "a face-to-face meeting"),
        ("a cease-\nfire; the cease-fire held", "a cease-fire; the cease-fire held"),
        ("the Front-\nLine", "the Front-\nLine"),
        ("nego\u00ad\ntiate", "negotiate"),
    ],
)
def test_words_split_at_a_line_end_are_made_whole(split: str, whole: str) -> None:
    """The hyphen goes, unless the word has it elsewhere or more than one; names are left alone."""
    assert made_whole(split) == whole
