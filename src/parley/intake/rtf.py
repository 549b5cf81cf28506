"""RTF: the text that a person sees, in one pass over the file.

The words and their meanings are those of the Rich Text Format specification 1.9.1. A reader of our own, since those
that there are drop footnotes, keep hidden text, or take time without end over a file made to hurt.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from parley.intake.blocks import Blocks
from parley.intake.left_out import UnreadableError
from parley.intake.rtf_words import BOX, CHARSETS, HIDDEN, MARKS, NOTES, PARAGRAPH, SHOWN, TABLE, TITLE, UNSEEN

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
DEEPEST = 1000
"""Groups within groups; more are made to hurt."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a group inherits from the one around it, and what ends with it."""

    hidden: bool = False
    unseen: bool = False
    note: bool = False
    title: bool = False
    fonts: bool = False
    skip: int = 1
    font: int | None = None


@dataclass(slots=True)
class _Reading:
    """The reading of one file."""

    body: Blocks = field(default_factory=Blocks)
    notes: Blocks = field(default_factory=Blocks)
    named: list[str] = field(default_factory=list)
    state: _State = _State()
    stack: list[_State] = field(default_factory=list)
    codepage: str = "cp1252"
    charsets: dict[int, str] = field(default_factory=dict)
    default: int | None = None
    bytes_: bytearray = field(default_factory=bytearray)
    skipping: int = 0
    starred: bool = False
    in_row: bool = False


def text_of_rtf(data: bytes) -> tuple[str, str]:
    """The text of an RTF file, footnotes below it, and the title that the file gives itself. Raises UnreadableError."""
    r, at, closed = _Reading(), 0, False
    while m := _TOKEN.match(data, at):
        at = m.end()
        word, number, hexed, sign, brace, plain = m.groups()
        if word == b"bin":
            at += max(0, int(number or 0))
        elif hexed is not None:
            _byte(r, bytes.fromhex(hexed.decode()))
        elif plain is not None:
            _byte(r, plain)
        elif m.lastindex:  # a line's end in the file is none of the text
            _flush(r)
            _step(r, word, number, sign, brace)
            if brace == b"}" and not r.stack:
                closed = True
                break
    _flush(r)
    if not closed:
        raise UnreadableError("the file is cut short or broken", "fetch it again, or save it anew")
    return _whole("\n\n".join(filter(None, (r.body.text(), r.notes.text())))), _whole("".join(r.named)).strip()


def _whole(text: str) -> str:
    """A text whose characters beyond the first 65,536 came as two halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _step(r: _Reading, word: bytes | None, number: bytes | None, sign: bytes | None, brace: bytes | None) -> None:
    """One token that is no text: a brace, a sign or a word."""
    if brace is not None or word is not None:
        r.skipping = r.skipping if word == b"u" else 0
    if brace == b"{":
        if len(r.stack) >= DEEPEST:
            raise UnreadableError(f"it has more than {DEEPEST} groups in each other", "save it as text or PDF")
        r.stack.append(r.state)
    elif brace == b"}":
        _close(r)
    elif sign is not None:
        _sign(r, sign)
    elif word is not None:
        _word(r, word.decode("ascii"), int(number) if number is not None else None)
    r.starred = sign == b"*"


def _close(r: _Reading) -> None:
    before = r.stack.pop() if r.stack else _State()
    if r.state.note and not before.note:
        r.notes.end()
    r.state = before


def _sign(r: _Reading, sign: bytes) -> None:
    if sign in b"\r\n":
        _write(r, "\n", ends=True)
    elif sign in b"{}\\":
        _byte(r, sign)
    elif sign == b"~":
        _write(r, "\u00a0")
    elif sign == b"_":
        _write(r, "-")


def _word(r: _Reading, word: str, number: int | None) -> None:
    if word in HIDDEN or (r.starred and word not in SHOWN):  # a star: whoever does not know the group passes over it
        r.state = replace(r.state, hidden=True, fonts=word == "fonttbl")
    elif word == TITLE:
        r.state = replace(r.state, title=True)
    elif word in NOTES:
        r.state = replace(r.state, note=True)
    elif word == BOX:
        r.state = replace(r.state, hidden=False)
    elif word in UNSEEN:
        r.state = replace(r.state, unseen=number != 0)
    elif word == "plain":
        r.state = replace(r.state, unseen=False, font=r.default)
    elif word in PARAGRAPH:
        _write(r, "\n", ends=True)
    elif word in MARKS:
        _write(r, MARKS[word])
    elif word in TABLE:
        _table(r, word)
    else:
        _setting(r, word, number)


def _setting(r: _Reading, word: str, number: int | None) -> None:
    """A word that says how the bytes that follow are to be read."""
    if word == "u" and number is not None:
        _write(r, chr(number % 0x10000))
        r.skipping = r.state.skip
    elif word == "uc":
        r.state = replace(r.state, skip=max(0, number or 0))
    elif word == "f":
        r.state = replace(r.state, font=number)
    elif word == "deff":
        r.default = number
        r.state = replace(r.state, font=number)
    elif word == "ansicpg" and _is_code(name := f"cp{number}"):
        r.codepage = name
    elif word in ("mac", "pc", "pca"):
        r.codepage = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]
    elif word == "fcharset" and r.state.fonts and r.state.font is not None:
        r.charsets[r.state.font] = CHARSETS.get(number or 0, r.codepage)


def _table(r: _Reading, word: str) -> None:
    blocks = _target(r)
    if r.state.hidden or blocks is not r.body:
        return
    if word != "row" and not r.in_row:
        blocks.open_row()
        blocks.open_cell()
        r.in_row = True
    if word in ("cell", "nestcell"):
        blocks.close_cell()
        blocks.open_cell()
    elif word == "row" and r.in_row:
        blocks.close_cell()
        blocks.close_row()
        r.in_row = False


def _byte(r: _Reading, data: bytes) -> None:
    """Bytes of text, to be decoded together; those that stand for a character told before are passed over."""
    passed = min(r.skipping, len(data))
    r.skipping -= passed
    if r.state.title or not (r.state.hidden or r.state.unseen):
        r.bytes_ += data[passed:]


def _flush(r: _Reading) -> None:
    """Decode and write the bytes gathered so far."""
    if r.bytes_:
        font = r.state.font if r.state.font is not None else r.default
        code = r.charsets.get(font, r.codepage) if font is not None else r.codepage
        words = bytes(r.bytes_).decode(code, "replace")
        r.bytes_.clear()
        _write(r, words)


def _write(r: _Reading, words: str, ends: bool = False) -> None:
    """Write into the text, a note or the title, as the group says."""
    if r.state.title:
        r.named.append(words)
    elif not (r.state.hidden or r.state.unseen):
        blocks = _target(r)
        blocks.end() if ends else blocks.write(words)


def _target(r: _Reading) -> Blocks:
    return r.notes if r.state.note else r.body


def _is_code(name: str) -> bool:
    try:
        return codecs.lookup(name) is not None
    except LookupError:
        return False
