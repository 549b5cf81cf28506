"""Zip files by what is in them: a DOCX, an ODT, a book; any other is refused with what to do."""

from __future__ import annotations

from parley.intake.docx import DOCUMENT, draft_of_docx
from parley.intake.epub import CONTAINER, chapters_of_epub
from parley.intake.left_out import UnreadableError
from parley.intake.odt import CONTENT, draft_of_odt
from parley.intake.pieces import Pieces
from parley.intake.sniffing import Kind, kind_of, packing_of
from parley.intake.zipped import Zipped

_DOCUMENTS = (CONTAINER, DOCUMENT, CONTENT)
_NONE = "a zip, and none that is a document or a book"
_OTHERS = (
    ("xl/workbook.xml", "it is a spreadsheet (XLSX)", "save the column of texts as JSON Lines, or as text"),
    ("ppt/presentation.xml", "it is a presentation (PPTX)", "save it as text or PDF"),
)


def pieces_of_zip(data: bytes) -> Pieces:
    """What a zip holds that is of a known kind. Raises UnreadableError."""
    zipped = Zipped(data)
    kind = (zipped.part("mimetype") or b"").strip()
    if CONTAINER in zipped:
        yield from chapters_of_epub(zipped)
    elif DOCUMENT in zipped:
        yield "", draft_of_docx(zipped)
    elif CONTENT in zipped and (b"opendocument.text" in kind or not kind):
        yield "", draft_of_odt(zipped)
    else:
        raise _refused(zipped)


def _refused(zipped: Zipped) -> UnreadableError:
    for name, why, remedy in _OTHERS:
        if name in zipped:
            return UnreadableError(why, remedy)
    return UnreadableError(f"it is {_NONE}", "unpack it, and name the folder")


def packed_as(data: bytes) -> str | None:
    r"""As what some data is packed that is not opened here; None where it is read. Nothing is unpacked to tell it.

    >>> packed_as(b"PK\x03\x04"), packed_as(b"They met.")
    ('a zip, and none that is a document or a book', None)
    """
    kind = kind_of(data[:100_000])
    if kind is Kind.ZIP:
        try:
            zipped = Zipped(data)
        except UnreadableError:
            return _NONE
        return None if any(name in zipped for name in _DOCUMENTS) else _NONE
    return packing_of(data) if kind is Kind.PACKED else None
