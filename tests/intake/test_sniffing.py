"""Kinds of sources."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.intake.sniffing import Kind, has_rows, is_json, kind_of


@pytest.mark.parametrize(
    ("head", "suffix", "kind"),
    [
        (b"%PDF-1.7 ...", ".txt", Kind.PDF),
        (b"They met.", ".md", Kind.MARKDOWN),
        (b"They met.", ".HTM", Kind.PAGE),
        (b"They met.", "", Kind.PLAIN),
        (b"\xef\xbb\xbf<!doctype html><p>They met.", "", Kind.PAGE),
        (b"---\r\ntitle: Ferry\r\n---\r\nThey met.", "", Kind.MARKDOWN),
        (b'{"text": "They met."}\nnot json', "", Kind.ROWS),
        (b'{"text": "' + b"a" * 70_000, "", Kind.ROWS),
        (b"{They} met.", ".log", Kind.PLAIN),
        (b"\x00\x01\x02", ".log", None),
        (b"{\\rtf1 They met.}", ".txt", Kind.RTF),
        (b"PK\x03\x04", ".rtf", Kind.ZIP),
        (b"WARC/1.1\r\n", "", Kind.WARC),
        (gzip.compress(b"WARC/1.0", mtime=0), ".txt", Kind.WARC),
        (gzip.compress(b"They met.", mtime=0), ".gz", Kind.PACKED),
        (b"From a@b.example Tue May  4 23:30:00 2021\r\nSubject: x", "", Kind.MBOX),
        (b"From - Tue May 04 23:30:00 2021\nX-Mozilla: x", ".txt", Kind.MBOX),
        (b"From Harfang came 2021 envoys.\nThey met.", "", Kind.PLAIN),
        (b"Received: x\n y\nDate: z\n\nThey met.", ".txt", Kind.MAIL),
        (b"Subject: Talks\nDate: 4 May 2021\n\nThey met.", ".txt", Kind.PLAIN),
        (b"They met.", ".eml", Kind.MAIL),
        (b"\xef\xbb\xbfTY  - NEWS", ".txt", Kind.RIS),
        (b"% x\n@article{a1,\n title = {x}}", "", Kind.BIBTEX),
        (b"@harbour {x} they met", "", Kind.PLAIN),
        (b"They met.", ".docx", Kind.PLAIN),
        (b"<html><p>They met.", ".rtf", Kind.PAGE),
    ],
)
def test_a_kind_is_told_by_magic_then_suffix_then_reading(head: bytes, suffix: str, kind: Kind | None) -> None:
    """A PDF is one under any name; a known suffix is believed; the rest is told by how it begins."""
    assert kind_of(head, suffix) is kind


def test_json_lines_hold_objects() -> None:
    """One line that looks like an object makes JSON Lines, however bad the others; noise does not."""
    assert has_rows(b'bad\n {"text": "a"}')
    assert not has_rows(b"all\nbad")
    assert not has_rows(b"{\x00")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[{"text": "a"}]', True),
        ('{\n"text": "a"\n}', True),
        ("[sic] they met", False),
        ("5", False),
        ("[" * 99_999, False),
    ],
)
def test_json_as_a_whole_is_no_report(text: str, told: bool) -> None:
    """Objects and lists are data; a text that begins with a bracket is not."""
    assert is_json(text) is told


@given(st.binary(max_size=400), st.sampled_from(["", ".txt", ".xyz"]))
def test_any_bytes_have_a_kind_or_none(data: bytes, suffix: str) -> None:
    """Sniffing never fails."""
    assert kind_of(data, suffix) in (*Kind, None)
