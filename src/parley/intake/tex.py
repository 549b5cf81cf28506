"""Titles and abstracts written for TeX, in plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

_ACCENTS: Mapping[str, str] = MappingProxyType(
    {
        "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
        "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328", "r": "\u030a", "d": "\u0323",
    }
)  # fmt: skip
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å", "l": "ł",
        "L": "Ł", "i": "ı", "j": "ȷ", "textendash": "–", "textemdash": "—", "ldots": "…", "dots": "…",
        "textquoteright": "’", "textquoteleft": "‘",
        "textquotedblleft": "“", "textquotedblright": "”", "textasciitilde": "~",
    }
)  # fmt: skip
_ACCENT = re.compile(r"""\\(?:(['`^"~=.])\s*|([uvHckrd])(?=[\s{]))\s*(?:\{\s*\\?([^\W\d_])\s*\}|\\?([^\W\d_]))""")
_WORD = re.compile(r"\\([a-zA-Z]+)[ ]*(?:\{\})?")
_SIGN = re.compile(r"\\([&%$#_{}, ])")


def without_tex(written: str) -> str:
    r"""A text without TeX's marks; a command that is not known leaves what it is applied to.

    >>> without_tex(r"{\'E}tat \& {UN} talks -- \emph{again}")
    'État & UN talks – again'
    """
    text = address_without_tex(_ACCENT.sub(_accented, written))
    return text.replace("---", "—").replace("--", "–").replace("``", "“").replace("''", "”").replace("~", " ")


def address_without_tex(written: str) -> str:
    r"""An address without TeX's marks; accents, dashes and ties are none in an address.

    >>> address_without_tex(r"\url{https://a.example/~clerk/a--b\_c}")
    'https://a.example/~clerk/a--b_c'
    """
    text = _WORD.sub(lambda m: _WORDS.get(m[1], ""), written)
    return _SIGN.sub(r"\1", text).replace("{", "").replace("}", "")


def _accented(m: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", (m[3] or m[4]) + _ACCENTS[m[1] or m[2]])
