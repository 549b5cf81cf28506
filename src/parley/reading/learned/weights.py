"""Weights that were fitted to coded passages (training/), and what a word's traits add up to.

Two linear models over the same traits: how likely a word is told as an act at all (logistic), and of which type it
then is (softmax). What the parser saw in the word, its object and its head counts beside the traits where there is any.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
FILE = "events.npz"


@dataclass(frozen=True)
class Weights:
    """What each trait adds: `act` to the log odds of an act, `type_rows` (a column a type) to each type.

    What the parser saw in a word, in its object and in its head adds by `act_seen` (3, n) and `type_seen`
    (3, n, types), and for every word alike `act_bare` and `type_bare` do; where nothing was seen, `act_blind` and
    `type_blind` do, as if all had been seen that is usual. `trained_on` is a hash of the passages.
    """

    types: tuple[str, ...]
    rows: Mapping[str, int]
    act: Mapping[str, float]
    act_bare: float
    act_blind: float
    act_seen: Vectors
    type_rows: Vectors
    type_bare: Vectors
    type_blind: Vectors
    type_seen: Vectors
    trained_on: str

    def act_odds(self, traits: Iterable[str]) -> float:
        """What traits add to the log odds that a word is told as an act; above 0 it is more likely than not."""
        return sum(map(self.act.get, traits, repeat(0.0)))

    def seen_odds(self, vectors: Vectors) -> list[list[float]]:
        """For each row of a report's vectors, what it adds as the word itself, as its object, and as its head."""
        odds: list[list[float]] = (vectors @ self.act_seen.T).tolist()
        return odds

    def type_chances(self, traits: Iterable[str], seen: Sequence[Vectors | None]) -> Mapping[str, float]:
        """How likely each type is, given that the word is told as an act; they add up to 1."""
        blind = all(v is None for v in seen)
        odds = self.type_rows[[self.rows[t] for t in traits if t in self.rows]].sum(axis=0)
        odds = (
            odds
            + (self.type_blind if blind else self.type_bare)
            + sum(v @ w for v, w in zip(seen, self.type_seen, strict=True) if v is not None)
        )
        chances = np.exp(odds - odds.max())
        return dict(zip(self.types, (chances / chances.sum()).tolist(), strict=True))


def digest(passages: Mapping[str, bytes]) -> str:
    """A hash of files of passages by name, which weights are kept with: it tells when they are no longer of those."""
    whole = hashlib.sha256()
    for name in sorted(passages):
        whole.update(name.encode() + b"\0" + passages[name])
    return whole.hexdigest()


@cache
def shipped() -> Weights:
    """The weights that Parley ships."""
    return read((files(__package__) / FILE).read_bytes())


def read(data: bytes) -> Weights:
    """Weights as `written` wrote them."""
    with np.load(io.BytesIO(data), allow_pickle=False) as told:
        names = bytes(told["names"]).decode().split("\n")
        single = {k: told[k].astype(np.float32) for k in told.files if told[k].dtype.kind == "f"}
        return Weights(
            types=tuple(bytes(told["types"]).decode().split("\n")),
            rows={n: i for i, n in enumerate(names)},
            act=dict(zip(names, single["act"].tolist(), strict=True)),
            act_bare=float(single["act_bare"]),
            act_blind=float(single["act_blind"]),
            act_seen=single["act_seen"],
            type_rows=single["type_rows"],
            type_bare=single["type_bare"],
            type_blind=single["type_blind"],
            type_seen=single["type_seen"],
            trained_on=bytes(told["trained_on"]).decode(),
        )


def written(w: Weights) -> bytes:
    """Weights as bytes, the same for the same weights; in half precision, which is as fine as they are known."""
    out = io.BytesIO()
    half = {
        "act": np.array(list(w.act.values())), "act_bare": np.asarray(w.act_bare), "act_blind": np.asarray(w.act_blind),
        "act_seen": w.act_seen, "type_rows": w.type_rows, "type_bare": w.type_bare, "type_blind": w.type_blind,
        "type_seen": w.type_seen,
    }  # fmt: skip
    texts = {"names": "\n".join(w.rows), "types": "\n".join(w.types), "trained_on": w.trained_on}
    numbers = {k: v.astype(np.float16) for k, v in half.items()}
    np.savez_compressed(out, **numbers, **{k: np.frombuffer(v.encode(), np.uint8) for k, v in texts.items()})  # type: ignore[arg-type]
    return out.getvalue()
