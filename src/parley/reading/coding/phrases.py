"""The phrases of one head word, and which of them stand about it in a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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

    def standing(
        self, around: set[str], of: set[str], beside: Mapping[str, set[str]] | None = None
    ) -> list[tuple[Words, E]]:
        """Those all of whose words stand about the head, in their order.

        `of` counts where they have "of"; a word of `beside` where they have one of the words that it describes too.
        """
        wide = around | of if of else around
        ends = wide | beside.keys() if beside else wide
        numbers = sorted((*self._bare, *(n for w in ends if w in self._ending for n in self._ending[w])))
        told = (self.listed[n] for n in numbers)
        if not beside:
            return [(words, e) for words, e in told if (wide if "of" in words else around).issuperset(words)]
        return [(words, e) for words, e in told if _stand(words, wide if "of" in words else around, beside)]


def _stand(words: Words, around: set[str], beside: Mapping[str, set[str]]) -> bool:
    lacking = [w for w in words if w not in around]
    return all(not beside.get(w, set()).isdisjoint(words) for w in lacking)
