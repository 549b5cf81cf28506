"""Streams without end in sight, and how much reading them holds."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from io import BytesIO, RawIOBase
from itertools import repeat
from typing import Any

from parley.intake.pieces import Pieces


class Made(RawIOBase):
    """A stream of copies of a part, made as it is read."""

    def __init__(self, part: bytes, times: int) -> None:
        self._parts, self._held = repeat(part, times), BytesIO()

    def read(self, size: int = -1, /) -> bytes:
        """At most `size` bytes; none at the end."""
        return self._held.read(size) or self._next().read(size)

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line; none at the end."""
        return self._held.readline(size) or self._next().readline(size)

    def _next(self) -> BytesIO:
        self._held = BytesIO(next(self._parts, b""))
        return self._held


def most_held(pieces_of: Callable[[Any], Pieces], part: bytes, times: int) -> int:
    """How many bytes reading so many copies of a part, a piece each, held at most."""
    tracemalloc.start()
    assert sum(1 for _ in pieces_of(Made(part, times))) == times
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most
