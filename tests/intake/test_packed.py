"""What is packed."""

from __future__ import annotations

import gzip

import pytest
from tests.intake.making import MET, docx_of, epub_of, odt_of, page_of, warc_of, zip_of

from parley.intake.packed import packed_as

ARCHIVE = warc_of(("https://harbour.example", "200 OK", "text/html", page_of(MET)))


@pytest.mark.parametrize("data", [docx_of(MET), odt_of(""), epub_of(MET), ARCHIVE, MET.encode(), b""])
def test_what_is_read_is_not_packed(data: bytes) -> None:
    """Documents, books and web archives are opened."""
    assert packed_as(data) is None


@pytest.mark.parametrize("data", [zip_of(a="b"), zip_of(a="b")[:9], gzip.compress(b"a", mtime=0), b"BZh91AY", b"Rar!"])
def test_what_is_not_opened_is_told(data: bytes) -> None:
    """Before it is put anywhere."""
    assert packed_as(data)
