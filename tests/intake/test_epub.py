"""EPUB."""

from __future__ import annotations

import pytest
from tests.intake.making import FAILED, MET, epub_of, zip_of, zip_with

from parley.intake.draft import Draft
from parley.intake.epub import chapters_of_epub
from parley.intake.left_out import UnreadableError
from parley.intake.zipped import Zipped

ABOUT = (
    "<dc:title>Ferry Reader</dc:title><dc:publisher>Harbour Press</dc:publisher>"
    '<dc:date opf:event="modification">2023-01-01</dc:date><dc:date>2021-05-04</dc:date>'
    "<dc:identifier>https://harbour.example/reader</dc:identifier>"
)


def read(data: bytes) -> list[tuple[str, Draft | UnreadableError]]:
    """All documents of a book."""
    return [
        (where, piece) for where, piece in chapters_of_epub(Zipped(data)) if isinstance(piece, Draft | UnreadableError)
    ]


def test_each_document_is_a_report_of_the_book() -> None:
    """With its own heading; a cover, contents and a page of a name alone are none."""
    data = epub_of(
        '<section epub:type="cover" xmlns:epub="http://www.idpf.org/2007/ops"><p>All rights reserved.</p></section>',
        "<h1>Part One</h1>",
        f"<h1>One</h1><p>{MET}</p><ruby>x<rt>y</rt></ruby>",
        f"<p>{FAILED}&nbsp;<!-- not -->Indeed.</p>",
        about=ABOUT,
    )
    origin = ("Harbour Press", "2021-05-04", "https://harbour.example/reader")
    assert read(data) == [
        ("document 3", Draft(f"One\n\n{MET}\n\nx", "One (Ferry Reader)", *origin)),
        ("document 4", Draft(f"{FAILED} Indeed.", "Ferry Reader", *origin)),
    ]


def test_a_bad_document_costs_no_other() -> None:
    """One that is missing is named."""
    data = epub_of(f"<p>{MET}</p>", f"<p>{FAILED}</p>")
    told = read(data.replace(b"OEBPS/c 1.xhtml", b"OEBPS/c 9.xhtml"))
    assert isinstance(told[0][1], UnreadableError)
    assert isinstance(told[1][1], Draft)


LOCK = '<encryption xmlns:e="urn:e"><e:EncryptionMethod Algorithm="{}"/></encryption>'


def test_locked_fonts_do_no_harm() -> None:
    """A book whose text is locked is refused; one that only hides its fonts is read."""
    fonts = LOCK.format("http://www.idpf.org/2008/embedding")
    assert read(epub_of(f"<p>{MET}</p>", **{"META-INF__encryption_xml": fonts}))
    with pytest.raises(UnreadableError, match="locked"):
        read(epub_of(f"<p>{MET}</p>", **{"META-INF__encryption_xml": LOCK.format("urn:aes")}))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (zip_of(**{"META-INF__container_xml": "<container/>"}), "where its contents are"),
        (zip_of(**{"META-INF__container_xml": '<c><rootfile full-path="../../x.opf"/></c>'}), "missing"),
        (
            zip_of(**{"META-INF__container_xml": '<c><rootfile full-path="a.opf"/></c>'}, a_opf="<p><item/></p>"),
            "order",
        ),
        (epub_of("<img src='x'/>"), "no text"),
    ],
)
def test_hostile_and_broken_books_are_refused(data: bytes, why: str) -> None:
    """Each says why, and what to do."""
    with pytest.raises(UnreadableError, match=why) as told:
        read(data)
    assert told.value.remedy


def test_an_entity_of_its_own_costs_the_document() -> None:
    """It is not expanded."""
    bad = '<!DOCTYPE a [<!ENTITY b "c">]><html><body><p>They met &b;.</p></body></html>'
    z = Zipped(epub_of("x"))
    parts: dict[str, str | bytes] = {n: z.part(n) or b"" for n in z.names}
    ((_, told),) = read(zip_with(parts | {"OEBPS/c 1.xhtml": bad}))
    assert isinstance(told, UnreadableError)
    assert "entities" in told.why
