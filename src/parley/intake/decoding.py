"""Bytes to text: byte-order mark, then UTF-8, then what the file declares, then the best guess."""

from __future__ import annotations

import codecs
import re

from parley.intake.language import language_and_sureness
from parley.intake.left_out import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 65_536
"""How many bytes are enough to tell text from other data."""
NOISE = 0.02
"""More control characters than this share, and it is no text."""
_BINARY = UnreadableError("it is not text", "save it as text, HTML or PDF")
_LATIN = ("cp1252", "cp1250", "cp1254")
_LATIN_FAMILY = frozenset((*_LATIN, "cp1257", "latin_1", *(f"iso8859_{n}" for n in (2, 3, 4, 9, 10, 13, 14, 15, 16))))
_TYPOGRAPHIC = frozenset("…‘’“”–—•€™ «»§©®°·".encode("cp1252"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{2,30})""", re.IGNORECASE)


def marked_encoding(data: bytes) -> str | None:
    """The encoding that a byte-order mark tells."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def looks_binary(data: bytes) -> bool:
    """Whether the beginning of some data is that of no text: it holds zero bytes under no byte-order mark."""
    return marked_encoding(data) is None and b"\0" in data[:SAMPLE]


def decode(data: bytes, *, declares: bool = False) -> str:
    """The text of some bytes. `declares`: the data may name its encoding, as pages do. Raises UnreadableError."""
    if looks_binary(data):
        raise UnreadableError(_BINARY.why, _BINARY.remedy)
    text = _first_that_fits(data, declares)
    if text is None or len(_CONTROLS.findall(text[:SAMPLE])) > NOISE * len(text[:SAMPLE]):
        raise UnreadableError(_BINARY.why, _BINARY.remedy)
    return text


def _first_that_fits(data: bytes, declares: bool) -> str | None:
    marked = marked_encoding(data)
    for encoding in (marked, "utf-8", _declared(data) if declares else None):
        if encoding and (text := _decoded(data, encoding)) is not None:
            return text
    guess = guessed_encoding(data)
    return _decoded(data, guess) if guess else None


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):  # a page may declare an encoding that there is not, or one of no texts
        return None


def _declared(data: bytes) -> str | None:
    m = _DECLARED.search(data[:2048])
    if m is None:
        return None
    name = m[1].decode("ascii")
    # Browsers read a page that declares ISO 8859-1 as Windows-1252, and pages are written to browsers.
    return "cp1252" if name.lower() in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name


def guessed_encoding(data: bytes) -> str | None:
    """The likeliest encoding of text that is not UTF-8; None where none is likely.

    It is Windows-1252 where all odd bytes are typographic signs, else what statistics say.
    """
    odd = {b for b in data if b >= 0x80}
    if odd <= _TYPOGRAPHIC:
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.encoding not in _LATIN_FAMILY:
        return best.encoding if best else None
    return _latin(data[:SAMPLE])


def _latin(data: bytes) -> str | None:
    """Which Latin code page: statistics cannot part them, but in the wrong one a language is less itself."""
    read = {name: text for name in _LATIN if (text := _decoded(data, name)) is not None}
    told = {name: language_and_sureness(text) for name, text in read.items()}
    if told.get("cp1252", ("", 0.0))[0] == "en":
        return "cp1252"
    return max(told, key=lambda name: told[name][1], default=None)
