"""Sources of all kinds, and sources within them."""

from __future__ import annotations

import bz2
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.intake.making import (
    FACTIVA,
    FAILED,
    MET,
    NEXIS_UNI,
    RTF,
    docx_of,
    epub_of,
    mail_of,
    mbox_of,
    odt_of,
    page_of,
    ris_of,
    warc_of,
    zip_of,
)
from tests.intake.test_pdf import pdf_of

from parley.intake import LeftOut, gather
from parley.intake.sameness import Found
from parley.intake.sniffing import SUFFIXES
from parley.intake.sources import Place, found_in

P = f"<p>{MET}</p><p>{FAILED}</p>"
HERE = "https://harbour.example/ferry"
WHOLE = f"{MET}\n\n{FAILED}"
FILES = {
    "a.docx": docx_of(MET, FAILED),
    "b.odt": odt_of(P.replace("p>", "text:p>")),
    "c.epub": epub_of(P),
    "d.eml": bytes(mail_of(WHOLE)),
    "e.mbox": mbox_of(mail_of(WHOLE)),
    "f.rtf": f"{{\\rtf1\\ansi {MET}\\par {FAILED}}}".encode(),
    "g.warc.gz": warc_of((HERE, "200 OK", "text/html", page_of(MET, FAILED))),
    "h.warc": warc_of((HERE, "200 OK", "text/html", page_of(MET, FAILED)), packed=False),
    "i.txt": FACTIVA.encode(),
    "j.rtf": f"{{\\rtf1\\ansi {FACTIVA}}}".replace("\n", "\\par\n").encode(),
}


def read(data: bytes, suffix: str = "") -> tuple[list[str | None], list[str]]:
    """The texts in some data, and what is left out."""
    items = list(found_in(data, Place("it"), suffix))
    return [x.report.text for x in items if isinstance(x, Found)], [str(x) for x in items if isinstance(x, LeftOut)]


def test_each_kind_gives_the_same_text(tmp_path: Path) -> None:
    """One report, since it is one text, of a folder that holds it in every form."""
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    intake = gather([tmp_path])
    assert intake.left_out == ()
    (report,) = intake.reports
    assert report.text == WHOLE
    assert {a.retrieved for a in report.appearances} == {None, "2021-05-05T08:00:00Z"}


@pytest.mark.parametrize("name", FILES)
def test_kinds_are_told_by_what_is_in_them(name: str) -> None:
    """Under no name, and under a wrong one."""
    assert read(FILES[name]) == ([WHOLE], [])
    assert read(FILES[name], ".txt") == ([WHOLE], [])


def test_several_articles_in_a_document_are_several_reports() -> None:
    """As Nexis Uni writes them."""
    texts, left = read(docx_of(*NEXIS_UNI.split("\n")))
    assert (len(texts), left) == (2, [])


def test_attachments_are_read_with_their_own_rules() -> None:
    """Documents, exports and mail within mail within a mailbox; what is in them is named by its place."""
    attached = (("a.docx", docx_of(FAILED)), ("b.rtf", FILES["j.rtf"]), ("c.pdf", b"%PDF-1.7"), ("d.txt", b""))
    texts, left = read(mbox_of(mail_of(MET, attached=attached)))
    assert texts == [MET, FAILED, WHOLE]
    assert left[0].startswith("it, message 1, attachment 3 (c.pdf): the PDF is broken")
    assert left[1].startswith("it, message 1, attachment 4 (d.txt): it holds no text")


def test_a_mail_of_nothing_but_a_picture_is_named() -> None:
    """Nothing is passed over without a word."""
    head = b"From: a@b.example\nMessage-ID: <1>\nContent-Type: image/png\n\n"
    assert read(head + b"x") == ([], ["it: it holds no text; put a report into it, or leave it away"])


def test_sources_in_each_other_end() -> None:
    """A mail in a mail in a mail, as files."""
    data = bytes(mail_of(MET))
    for n in range(12):
        data = bytes(mail_of(f"{MET} {n}", attached=(("inner.eml", data),)))
    texts, left = read(data)
    assert len(texts) == 7
    assert "more than 6 deep" in left[0]


def test_thousands_of_one_reason_are_one_line() -> None:
    """With how many, and where the first is."""
    pictures = [(f"{HERE}/{n}.png", "200 OK", "image/png", b"x") for n in range(50)]
    texts, (left,) = read(warc_of(*pictures, (HERE, "200 OK", "text/html", page_of(MET))))
    assert texts == [MET]
    assert left.startswith(f"it (50 times, first in {HERE}/0.png): it is of the kind image/png")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zip_of(a_txt="x"), "it is a zip"),
        (zip_of(xl__workbook_xml="x"), "spreadsheet"),
        (zip_of(ppt__presentation_xml="x"), "presentation"),
        (bz2.compress(b"x"), "bzip2"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (docx_of(MET)[:-100], "cut short"),
        (FILES["g.warc.gz"][:200], "cut short"),
        (FILES["f.rtf"][:-1], "cut short"),
    ],
)
def test_what_is_not_read_says_why(data: bytes, why: str) -> None:
    """Other archives, old and broken files: one line, with what to do."""
    texts, (left,) = read(data)
    assert texts == []
    assert why in left


MAGIC = [
    b"", b"PK\x03\x04", b"{\\rtf1 ", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00", b"From a@b Tue May  4 23:30:00 2021\nA: b\n",
    b"From: a@b.example\nMessage-ID: <1>\n", b"TY  - NEWS\n", b"@misc{a, title =", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0",
    b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\n",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=200), st.sampled_from(["", *SUFFIXES]))
def test_any_bytes_behind_any_beginning_are_read_or_left_out(
    tmp_path_factory: pytest.TempPathFactory, magic: bytes, noise: bytes, suffix: str
) -> None:
    """Nothing raises, and something is always told."""
    file = tmp_path_factory.mktemp("any") / f"any{suffix}"
    file.write_bytes(magic + noise)
    intake = gather([file])
    assert len(intake.reports) + len(intake.left_out) >= 1
    assert all(x.why and x.remedy for x in intake.left_out)


WHOLE_FILES = [*FILES.values(), RTF.encode(), ris_of({"TI": "x", "AB": MET}), pdf_of(MET), NEXIS_UNI.encode()]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(WHOLE_FILES), st.floats(0, 1), st.binary(max_size=8), st.booleans())
def test_a_damaged_file_of_any_kind_is_read_or_left_out(data: bytes, part: float, noise: bytes, cut: bool) -> None:
    """Cut short anywhere, or written over anywhere."""
    at = int(len(data) * part)
    texts, left = read(data[:at] + noise + (b"" if cut else data[at + len(noise) :]))
    assert texts or left
