"""Which ids a file has named so far: eight bytes an id, so that millions of rows stay small."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt


class Seen:
    """A set of ids that can only grow; asked and told many at a time."""

    def __init__(self) -> None:
        self._known: npt.NDArray[np.uint64] = np.empty(0, np.uint64)

    def among(self, ids: Iterable[str]) -> list[bool]:
        """For each id whether it was seen."""
        keys = _keys(ids)
        if not len(self._known):
            return [False] * len(keys)
        at = np.minimum(np.searchsorted(self._known, keys), len(self._known) - 1)
        return [bool(x) for x in self._known[at] == keys]

    def add(self, ids: Iterable[str]) -> None:
        """Note that ids were seen."""
        self._known = np.union1d(self._known, _keys(ids))

    def __len__(self) -> int:
        return len(self._known)


def _keys(ids: Iterable[str]) -> npt.NDArray[np.uint64]:
    digests = (hashlib.blake2b(i.encode("utf-8", "surrogatepass"), digest_size=8).digest() for i in ids)
    return np.frombuffer(b"".join(digests), np.dtype("<u8")).astype(np.uint64)
