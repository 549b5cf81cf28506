"""Which kind of source some data is: by its first bytes, then by the file's suffix, then by how it reads."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from parley.intake.decoding import SAMPLE, looks_binary
from parley.intake.page import looks_like_page

_FRONT_MATTER = re.compile(r"(?:---|\+\+\+)[ \t]*\n")


class Kind(StrEnum):
    """A kind of source."""

    PLAIN = "plain text"
    MARKDOWN = "Markdown"
    PAGE = "HTML"
    PDF = "PDF"
    ROWS = "JSON Lines"


SUFFIXES = {
    ".txt": Kind.PLAIN,
    ".text": Kind.PLAIN,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".pdf": Kind.PDF,
    ".jsonl": Kind.ROWS,
    ".ndjson": Kind.ROWS,
}


def kind_of(head: bytes, suffix: str = "") -> Kind | None:
    """The kind of a source from its first bytes and its suffix; None where it is no text of any kind."""
    if head.startswith(b"%PDF-"):
        return Kind.PDF
    known = SUFFIXES.get(suffix.lower())
    if known is not None:
        return known
    return None if looks_binary(head) else _by_reading(head[:SAMPLE])


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
