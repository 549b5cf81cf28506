"""Unpacks gzip and deflate piece by piece, and stops where a small file grows beyond reason."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import IO, Protocol

from parley.intake.left_out import UnreadableError

GZIP = b"\x1f\x8b"
"""How what is packed with gzip begins."""
PIECE = 1 << 16
MOST_TIMES, FREELY = 200, 100_000_000
"""A stream may grow to so many times its size, and to so many bytes whatever its size."""


class Stream(Protocol):
    """What can be read in pieces."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes; none at the end."""
        ...


class Inflated:
    """A byte stream that unpacks another. Several members one after another are read as one."""

    def __init__(self, packed: Stream, new: Callable[[], zlib._Decompress] | None = None) -> None:
        self._packed, self._new = packed, new or gunzipper
        self._one = self._new()
        self._rest = b""
        self._taken = self._given = 0
        self._ended = False

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end. Raises UnreadableError where it is broken, cut short or a bomb."""
        while not self._ended:
            if not self._rest:
                self._rest = self._packed.read(PIECE)
                self._taken += len(self._rest)
            at_end = not self._rest
            if made := self._unpack(size):
                return made
            if at_end and not self._ended:
                raise UnreadableError("it is cut short", "fetch it again")
        return b""

    def _unpack(self, size: int) -> bytes:
        try:
            made = self._one.decompress(self._rest, size)
        except zlib.error as e:
            raise UnreadableError(f"what is packed is broken ({e})", "fetch it again") from e
        self._rest = self._one.unconsumed_tail
        if self._one.eof:
            self._next()
        self._given += len(made)
        if self._given > max(FREELY, MOST_TIMES * self._taken):
            raise UnreadableError(f"it unpacks to more than {MOST_TIMES} times its size", "unpack it yourself first")
        return made

    def _next(self) -> None:
        """Go on to the next member, if there is one; zeros that fill up a tape are none."""
        rest = self._one.unused_data.lstrip(b"\0")
        if not rest:
            rest = self._packed.read(PIECE).lstrip(b"\0")
            self._taken += len(rest)
        self._rest, self._ended = rest, not rest
        self._one = self._new()


def gunzipper() -> zlib._Decompress:
    """What unpacks one member of gzip."""
    return zlib.decompressobj(16 + zlib.MAX_WBITS)


def beginning_of_gzip(head: bytes, size: int) -> bytes:
    """The first bytes of what is packed; none where it is broken.

    >>> import gzip
    >>> beginning_of_gzip(gzip.compress(b"WARC/1.0"), 4)
    b'WARC'
    """
    try:
        return gunzipper().decompress(head, size)
    except zlib.error:
        return b""


def up_to(stream: Stream | IO[bytes], size: int) -> bytes:
    """So many bytes of a stream, fewer only at its end."""
    parts: list[bytes] = []
    while size > 0 and (part := stream.read(min(size, PIECE))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
