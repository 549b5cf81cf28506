"""The phrases of one head word, and which of them stand about it in a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

E = TypeVar("E")
Words = tuple[str, ...]


class Phrases(Generic[E]):
    """Phrases in the order of choice: the words beyond the head, and the entry that they are of."""

    __slots__ = ("_bare", "_ending", "listed")

    def __init__(self, listed: Iterable[tuple[Words, E]] = ()) -> None:
        self.listed = tuple(listed)
        self._bare = [n for n, (words, _) in enumerate(self.listed) if not words]
        self._ending: dict[str, list[int]] = {}
        for n, (words, _) in enumerate(self.listed):
            if words:
                self._ending.setdefault(words[-1], []).append(n)

    def __iter__(self) -> Iterator[tuple[Words, E]]:
        return iter(self.listed)

    def __bool__(self) -> bool:
        return bool(self.listed)

    def standing(self, around: set[str], of: set[str]) -> list[tuple[Words, E]]:
        """Those all of whose words stand about the head, in their order; `of` counts where they have "of"."""
        wide = around | of if of else around
        numbers = sorted((*self._bare, *(n for w in wide if w in self._ending for n in self._ending[w])))
        told = (self.listed[n] for n in numbers)
        return [(words, e) for words, e in told if (wide if "of" in words else around).issuperset(words)]
