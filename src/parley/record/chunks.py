"""Many keys asked for at once, a query's worth at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T", int, str)
CHUNK = 500
"""Keys asked for in one query."""


def chunks(keys: Iterable[T]) -> Iterator[list[T]]:
    """Keys, each once and in order, in lists that a query can take.

    >>> list(chunks([2, 1, 2]))
    [[1, 2]]
    """
    rest = iter(sorted(set(keys)))
    while some := list(islice(rest, CHUNK)):
        yield some
