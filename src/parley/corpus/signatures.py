"""MinHash signatures: small enough to compare all texts of a corpus with one another.

Broder 1997, "On the resemblance and containment of documents"; banding as in Leskovec, Rajaraman and Ullman, Mining of
Massive Datasets, section 3.4. The hashes and the number of bands are datasketch's.
"""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any

from parley.corpus.faults import extra
from parley.joining.resemblance import ALIKE, runs

HASHES = 128
"""Hashes of a signature: an estimate of resemblance is off by some 0.04."""


def signature(text: str) -> bytes | None:
    """A text's signature, four bytes a hash, least first; None where the text is too short to tell."""
    found = runs(text)
    if not found:
        return None
    made = _empty().copy()
    made.update_batch([run.encode("utf-8", "replace") for run in sorted(found)])
    values: bytes = made.hashvalues.astype("<u4").tobytes()
    return values


@cache
def _empty() -> Any:
    """A signature of nothing, to be copied: what its hashes are is worked out once."""
    with extra():
        from datasketch import MinHash
    return MinHash(num_perm=HASHES)


@cache
def bands() -> tuple[int, int]:
    """How many bands a signature has, and how many hashes a band, so that what resembles enough shares one."""
    with extra():
        from datasketch import MinHashLSH
    index: Any = MinHashLSH(threshold=ALIKE, num_perm=HASHES)
    return int(index.b), int(index.r)


def bands_of(made: bytes | None) -> list[int]:
    """The bands of a signature, each as one number (63 bits): texts that share any are worth comparing."""
    if made is None:
        return []
    many, rows = bands()
    width = rows * 4
    return [_number(n, made[n * width : (n + 1) * width]) for n in range(many)]


def _number(band: int, values: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(band.to_bytes(2, "little") + values, digest_size=8).digest(), "little") >> 1


def alike(one: bytes, other: bytes) -> float:
    """The resemblance of two texts as their signatures estimate it, 0 to 1."""
    import numpy as np

    a, b = (np.frombuffer(x, dtype="<u4") for x in (one, other))
    return float((a == b).mean())
