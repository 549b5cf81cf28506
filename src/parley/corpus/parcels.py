"""Cutting a source into parcels, each of which becomes one part: a function of the source's content alone."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from parley.intake import Unit

HEAVY = 4_000_000
"""Bytes after which a parcel is full, however few its units: it travels to a worker, and lies in memory there."""
KEY = 16
"""Hex digits of a unit's key: at ten million units, two share one with a chance of one in 400,000."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """Units to be read together; `keys` name them by content, and the name comes of the keys."""

    number: int
    name: str
    units: tuple[Unit, ...]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """What was read before: the names of the parts, and the keys of the units in them."""

    names: Collection[str] = frozenset()
    keys: Collection[str] = frozenset()


@dataclass(slots=True)
class Plan:
    """How a source is cut; `repeats` counts units that came before to the letter, `known` those read before."""

    size: int
    finished: Finished = field(default_factory=Finished)
    repeats: int = 0
    known: int = 0

    def parcels(self, units: Iterable[Unit]) -> Iterator[Parcel]:
        """The parcels that are still to be read, streaming.

        A source that is unchanged is cut as before, so that a run that was stopped makes the parts that it would have
        made. Of one that has changed, what was read before is passed over, and the new units are gathered.
        """
        number = -1
        loose: list[tuple[str, Unit]] = []
        for number, some in enumerate(self._cut(self._once(units))):
            new = [u for u in some if u[0] not in self.finished.keys]
            self.known += len(some) - len(new)
            if len(new) == len(some):
                yield _parcel(number, new)
                continue
            loose += new
            while len(loose) >= self.size:
                yield _parcel(number, loose[: self.size])
                del loose[: self.size]
        if loose:
            yield _parcel(number, loose)

    def _once(self, units: Iterable[Unit]) -> Iterator[tuple[str, Unit]]:
        seen: set[int] = set()
        for unit in units:
            key = key_of(unit)
            known = len(seen)
            seen.add(int(key, 16))
            if len(seen) == known:
                self.repeats += 1
            else:
                yield key, unit

    def _cut(self, units: Iterable[tuple[str, Unit]]) -> Iterator[list[tuple[str, Unit]]]:
        some: list[tuple[str, Unit]] = []
        weight = 0
        for key, unit in units:
            if some and (len(some) >= self.size or weight + len(unit.data) > HEAVY):
                yield some
                some, weight = [], 0
            some.append((key, unit))
            weight += len(unit.data)
        if some:
            yield some


def key_of(unit: Unit) -> str:
    """A unit's name by its content: the same wherever it stands."""
    whole = hashlib.sha256(f"{unit.shape}\0{unit.suffix.lower()}\0".encode("utf-8", "surrogatepass"))
    whole.update(unit.data)
    return whole.hexdigest()[:KEY]


def _parcel(number: int, units: Sequence[tuple[str, Unit]]) -> Parcel:
    keys = tuple(key for key, _ in units)
    digest = hashlib.sha256("".join(keys).encode()).hexdigest()[:12]
    return Parcel(number, f"{number:06d}-{digest}", tuple(u for _, u in units), keys)
