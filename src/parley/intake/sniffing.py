"""Which kind of source some data is: by its first bytes, then by the file's suffix, then by how it reads."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from parley.intake.decoding import SAMPLE, looks_binary
from parley.intake.inflating import GZIP, beginning_of_gzip
from parley.intake.page import looks_like_page

_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\n")
_MBOX = re.compile(
    rb"From \S+ +(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} +[0-9]|[^\n]{0,60}[0-9]{4})[^\n]*\n>?[!-9;-~]+:"
)
_HEADER = re.compile(rb"([!-9;-~]{1,60}):[^\n]*\n(?:[ \t]+[^\n]*\n)*")
_OF_MAIL = frozenset((b"from", b"to", b"date", b"subject"))
_OF_SENDING = frozenset(
    (b"message-id", b"mime-version", b"received", b"return-path", b"delivered-to", b"content-type", b"dkim-signature")
)
_RIS = re.compile(rb"(?:\xef\xbb\xbf)?\s*TY  - ?[A-Z]")
_BIBTEX = re.compile(rb"\s*(?:%[^\n]*\n\s*){0,20}@[A-Za-z]{3,20}\s*\{\s*[^\s,{}]{1,100}\s*,\s*[A-Za-z_-]+\s*=")


class Kind(StrEnum):
    """A kind of source."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    PAGE = "HTML"
    PDF = "PDF"
    ROWS = "JSON Lines"
    ZIP = "DOCX, ODT or EPUB"
    RTF = "RTF"
    MAIL = "mail"
    MBOX = "mailbox"
    WARC = "web archive"
    RIS = "RIS"
    BIBTEX = "BibTeX"
    PACKED = "packed"


SUFFIXES: Mapping[str, Kind] = MappingProxyType(
    {
        ".txt": Kind.PLAIN, ".text": Kind.PLAIN, ".md": Kind.MARKDOWN, ".markdown": Kind.MARKDOWN, ".html": Kind.PAGE,
        ".htm": Kind.PAGE, ".xhtml": Kind.PAGE, ".pdf": Kind.PDF, ".jsonl": Kind.ROWS, ".ndjson": Kind.ROWS,
        ".docx": Kind.ZIP, ".odt": Kind.ZIP, ".epub": Kind.ZIP, ".rtf": Kind.RTF, ".eml": Kind.MAIL,
        ".mht": Kind.MAIL, ".mhtml": Kind.MAIL, ".mbox": Kind.MBOX, ".warc": Kind.WARC, ".gz": Kind.WARC,
        ".ris": Kind.RIS, ".bib": Kind.BIBTEX,
    }
)  # fmt: skip
"""The suffixes of what can be read."""
DOCUMENTS = frozenset(s for s, k in SUFFIXES.items() if k not in (Kind.WARC, Kind.RIS, Kind.BIBTEX))
"""The suffixes of what is read where it is attached to something else."""
_TOLD = frozenset((Kind.ZIP, Kind.RTF, Kind.WARC))
"""Kinds that their first bytes tell; a suffix alone makes none of them."""
TYPES: Mapping[str, str] = MappingProxyType(
    {
        "text/plain": ".txt", "text/html": ".html", "application/xhtml+xml": ".xhtml", "application/pdf": ".pdf",
        "text/markdown": ".md", "application/rtf": ".rtf", "text/rtf": ".rtf", "application/epub+zip": ".epub",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
        "application/vnd.oasis.opendocument.text": ".odt", "application/x-ndjson": ".jsonl",
    }
)  # fmt: skip
_MAGIC = (
    (b"%PDF-", Kind.PDF), (b"{\\rtf", Kind.RTF), (b"PK\x03\x04", Kind.ZIP), (b"PK\x05\x06", Kind.ZIP),
    (b"WARC/1.", Kind.WARC), (b"WARC/0.", Kind.WARC),
)  # fmt: skip
PACKED = (
    (GZIP, "packed with gzip"),
    (b"BZh", "packed with bzip2"),
    (b"\xfd7zXZ\x00", "packed with xz"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "packed with zstd"),
    (b"\xd0\xcf\x11\xe0", "an office document of before 2007, or one with a password"),
)
"""What some data is that is not opened here, by its first bytes."""


def kind_of(head: bytes, suffix: str = "") -> Kind | None:
    """The kind of a source from its first bytes and its suffix; None where it is no text of any kind."""
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if kind is not None:
        return kind
    if packing_of(head):
        is_archive = head.startswith(GZIP) and beginning_of_gzip(head, 5) == b"WARC/"
        return Kind.WARC if is_archive else Kind.PACKED
    known = SUFFIXES.get(suffix.lower())
    if known in (None, Kind.PLAIN, Kind.MAIL, Kind.MBOX, *_TOLD) and (kind := _by_first_lines(head)):
        return kind
    if known is not None and known not in _TOLD:
        return known
    return None if looks_binary(head) else _by_reading(head[:SAMPLE])


def packing_of(head: bytes) -> str | None:
    """How some data is packed, where it is; None where it is not, or is a zip."""
    return next((what for magic, what in PACKED if head.startswith(magic)), None)


def suffix_for(content_type: str) -> str:
    """The suffix of a kind that can be read, by the content type that mail and web servers tell; "" for others.

    >>> suffix_for("text/html; charset=utf-8"), suffix_for("image/png")
    ('.html', '')
    """
    return TYPES.get(content_type.split(";")[0].strip().lower(), "")


def _by_first_lines(head: bytes) -> Kind | None:
    """Mail, mailboxes and bibliographies, which are text that begins in a form of its own."""
    head = head[:SAMPLE].replace(b"\r\n", b"\n")
    if _MBOX.match(head):
        return Kind.MBOX
    if _RIS.match(head):
        return Kind.RIS
    if _BIBTEX.match(head):
        return Kind.BIBTEX
    return Kind.MAIL if _begins_as_mail(head) else None


def _begins_as_mail(head: bytes) -> bool:
    """Whether some data begins with headers, some that people read and some that only programs do."""
    names: set[bytes] = set()
    at = 0
    while m := _HEADER.match(head, at):
        names.add(m[1].lower())
        at = m.end()
    ends = at == len(head) or head[at : at + 1] == b"\n"
    return ends and bool(names & _OF_MAIL) and bool(names & _OF_SENDING)


def _by_reading(head: bytes) -> Kind:
    text = head.decode("utf-8-sig", "replace").replace("\r\n", "\n").lstrip()
    if looks_like_page(text):
        return Kind.PAGE
    if _FRONT_MATTER.match(text):
        return Kind.MARKDOWN
    return Kind.ROWS if _begins_with_row(text) else Kind.PLAIN


def _begins_with_row(text: str) -> bool:
    """Whether the first line is a JSON object; where the sample ends within that line, it need only begin as one."""
    line, ended, _ = text.partition("\n")
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not ended and len(text.encode()) >= SAMPLE - 1 and '"text"' in line


def is_json(text: str) -> bool:
    """Whether a text as a whole is one JSON object or list."""
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def has_rows(head: bytes) -> bool:
    """Whether some line in a file's beginning looks like a JSON object: else the file as a whole is no JSON Lines."""
    return not looks_binary(head) and any(
        line.lstrip(b" \t\xef\xbb\xbf").startswith(b"{") for line in head.split(b"\n")
    )
