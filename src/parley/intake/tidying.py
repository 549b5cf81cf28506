"""Tidies texts that come from files: one kind of line end, single spaces, paragraphs kept."""

from __future__ import annotations

import re
import unicodedata

from parley.terms.report import hash_of

_PARAGRAPH_ENDS = re.compile("\u2029|\f")
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\v]")
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u2060\ufeff]")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_AROUND_ENDS = re.compile(" ?\n ?")
_BLANK_LINES = re.compile("\n{3,}")
_SPLITS = re.compile("\u00ad\n")
_FILE_NAME = re.compile(
    r"(?i)\.(?:docx?|pdf|odt|rtf|indd|tex|dvi|qxd|html?)$|^microsoft word|^untitled|^word document$"
)


def tidied(text: str) -> str:
    r"""A text in composed characters, without control characters or runs of spaces; at most one blank line together.

    >>> tidied("  The  talks\r\n\r\n\r\nfailed. ")
    'The talks\n\nfailed.'
    """
    text = _PARAGRAPH_ENDS.sub("\n\n", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _SPLITS.sub("", text)
    text = _DROPPED.sub("", text)
    text = unicodedata.normalize("NFC", text)
    text = _AROUND_ENDS.sub("\n", _SPACES.sub(" ", text))
    return _BLANK_LINES.sub("\n\n", text).strip()


def same_text_key(text: str) -> str:
    """A key that two texts share when they differ in white space and character composition only."""
    return hash_of(" ".join(tidied(text).split()))


def title_told(written: str) -> str | None:
    """The title that a document gives itself, unless it is a file's name left there by a word processor.

    >>> title_told("Ferry talks"), title_told("Microsoft Word - ferry.doc"), title_told("")
    ('Ferry talks', None, None)
    """
    line = " ".join(tidied(written).split())
    return None if not line or _FILE_NAME.search(line) else line
