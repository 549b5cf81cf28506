"""Mailboxes (mbox): message after message, one in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from parley.intake.left_out import UnreadableError
from parley.intake.mail import pieces_of_mail
from parley.intake.pieces import Pieces, held_at

LARGEST = 60_000_000
"""Bytes of one message with all that is attached to it."""
_LINE = 1 << 20
_BEGINS = re.compile(rb"From \S+ +[^\n]{0,80}[0-9]{4}[^\n]{0,40}\r?\n|From - [^\n]{0,80}\n")
_ESCAPED = re.compile(rb">+From ")
_TOO_LARGE = (f"the message has more than {LARGEST / 1e6:.0f} MB", "save what is attached to it by itself")


def pieces_of_mbox(stream: IO[bytes]) -> Pieces:
    """The reports of all messages in a mailbox, in its order; a bad message costs no other. Raises UnreadableError."""
    number = 0
    for number, data in enumerate(_messages(stream), 1):
        where = f"message {number}"
        if data is None:
            yield where, UnreadableError(*_TOO_LARGE)
        else:
            yield from held_at(where, pieces_of_mail(data))
    if not number:
        raise UnreadableError("it holds no message that begins with a line 'From …'", "export the mailbox anew as mbox")


def _messages(stream: IO[bytes]) -> Iterator[bytes | None]:
    """The bytes of each message; None for one that is too large, which is passed over without being held."""
    lines: list[bytes] = []
    size, begun, after_blank = 0, False, True
    while line := stream.readline(_LINE):
        if after_blank and _BEGINS.match(line):
            if begun:
                yield _joined(lines, size)
            lines, size, begun = [], 0, True
        elif begun:
            size += len(line)
            if size <= LARGEST:
                lines.append(line[1:] if _ESCAPED.match(line) else line)
        after_blank = not line.strip()
    if begun:
        yield _joined(lines, size)


def _joined(lines: list[bytes], size: int) -> bytes | None:
    return b"".join(lines) if size <= LARGEST else None
