"""Reads lines and pieces of a byte stream, holding little of it, and no more than its bound allows."""

from __future__ import annotations

from parley.intake.inflating import PIECE, Stream
from parley.intake.left_out import UnreadableError

LONGEST_LINE = 1 << 16
"""Bytes; no header line has more."""


class Bounded:
    """A byte stream, or the next so many bytes of one, which must be there."""

    def __init__(self, stream: Stream, length: int | None = None) -> None:
        self._stream, self._left = stream, length
        self._held = b""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, none at the end. Raises UnreadableError where the stream ends before its bound."""
        if not self._held:
            self._held = self._more()
        given, self._held = self._held[:size], self._held[size:]
        return given

    def line(self) -> bytes:
        """The next line with its end; none at the end. Raises UnreadableError where a line is too long for a header."""
        while b"\n" not in self._held and len(self._held) <= LONGEST_LINE:
            more = self._more()
            if not more:
                return self.read(len(self._held))
            self._held += more
        end = self._held.find(b"\n") + 1
        if not 0 < end <= LONGEST_LINE:
            raise UnreadableError("it is broken: a line of its headers has no end", "fetch it again")
        return self.read(end)

    def skip(self) -> None:
        """Pass over what is left."""
        while self.read(PIECE):
            pass

    def _more(self) -> bytes:
        if self._left is None:
            return self._stream.read(PIECE)
        if not self._left:
            return b""
        more = self._stream.read(min(PIECE, self._left))
        if not more:
            raise UnreadableError("it is cut short", "fetch it again")
        self._left -= len(more)
        return more
