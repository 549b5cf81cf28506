"""Two sources' events side by side: which are one, which only one of them has, which the other prints more than once.

One to one, so that all pairs together are as alike as can be. The order in which events come, and which source is named
first, make no difference: where two assignments are equally good, a hash of the ids decides.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment  # type: ignore[import-untyped]

from parley.analysis.likeness import LEAST, SLACK, SURE, VAGUE, Act, Stands, likeness, neighbours, stands_by
from parley.terms.affiliation import Affiliations
from parley.terms.enums import Root

LARGEST = 1_000_000
"""Cells of a table for which the best assignment is worked out; in a larger tangle the likeliest pairs come first."""
_WEEK = 7
_Cell = tuple[str, Root, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two events taken for one; `sure` where nothing leaves it in doubt."""

    here: str
    there: str
    score: float

    @property
    def sure(self) -> bool:
        """Whether it is more than a doubtful pair."""
        return self.score >= SURE


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs, and the ids that are left on each side, all in the order of ids.

    `copies` leads from what is left there to the pair whose event it seems to print again; it is not in `only_there`.
    """

    pairs: tuple[Pair, ...]
    only_here: tuple[str, ...]
    only_there: tuple[str, ...]
    copies: Mapping[str, Pair]


@dataclass(frozen=True, slots=True)
class Scope:
    """The days, and the countries, of which a source tells; ordinal days, None where none is known."""

    start: int | None
    end: int | None
    countries: frozenset[str]

    def holds(self, act: Act) -> bool:
        """Whether an act may be of these days and countries; what is not known of it does not speak against it."""
        if act.countries and self.countries and not act.countries & self.countries:
            return False
        after = self.end is not None and act.start is not None and act.start > self.end
        before = self.start is not None and act.end is not None and act.end < self.start
        return not (after or before)


def scope_of(acts: Iterable[Act]) -> Scope:
    """The days and countries of some acts; acts that are too vaguely dated do not widen it."""
    start: int | None = None
    end: int | None = None
    countries: set[str] = set()
    for a in acts:
        countries |= a.countries
        if a.start is not None and a.end is not None and a.end - a.start < VAGUE:
            start = a.start if start is None else min(start, a.start)
            end = a.end if end is None else max(end, a.end)
    return Scope(start, end, frozenset(countries))


def compare(here: Iterable[Act], there: Iterable[Act], known: Affiliations) -> Compared:
    """Set two sources' acts side by side. Ids are to be each source's own, and each act's own."""
    stands = stands_by(known)
    mine = {a.id: a for a in sorted(here, key=lambda a: a.id)}
    theirs = {a.id: a for a in sorted(there, key=lambda a: a.id)}
    scores = _scores(mine, theirs, stands)
    pairs = {p.there: p for part in _parts(scores) for p in _assigned(part, scores)}
    taken = {p.here for p in pairs.values()}
    copies = _copies(scores, pairs)
    return Compared(
        pairs=tuple(sorted(pairs.values(), key=lambda p: (p.here, p.there))),
        only_here=tuple(i for i in mine if i not in taken),
        only_there=tuple(i for i in theirs if i not in pairs and i not in copies),
        copies=copies,
    )


Scores = Mapping[tuple[str, str], float]


def _scores(mine: Mapping[str, Act], theirs: Mapping[str, Act], stands: Stands) -> dict[tuple[str, str], float]:
    """The pairs that may be one, by their ids."""
    cells: dict[_Cell, list[str]] = defaultdict(list)
    for a in mine.values():
        for cell in set(_cells(a, a.types, stands)):
            cells[cell].append(a.id)
    found: dict[tuple[str, str], float] = {}
    for b in theirs.values():
        types = frozenset[Root]().union(*map(neighbours, b.types))
        for i in {i for cell in _cells(b, types, stands) for i in cells.get(cell, ())}:
            score = likeness(mine[i], b, stands)
            if score >= LEAST:
                found[(i, b.id)] = score
    return found


def _cells(act: Act, types: frozenset[Root], stands: Stands) -> Iterator[_Cell]:
    """Where an act is looked for: whoever it names and those they ever stand for, by kind of act and by week."""
    if act.span is None:
        return iter(())
    who = {x for a in (*act.actors, *act.recipients) for x in stands(a, None)}
    start, end = act.span
    weeks = range((start - SLACK) // _WEEK, (end + SLACK) // _WEEK + 1)
    return ((x, t, w) for x in who for t in types for w in weeks)


def _parts(scores: Scores) -> list[tuple[list[str], list[str]]]:
    """What hangs together: the ids of both sides, in order, of each tangle of pairs."""
    led: dict[tuple[str, str], tuple[str, str]] = {}

    def root(x: tuple[str, str]) -> tuple[str, str]:
        while led.setdefault(x, x) != x:
            led[x] = led[led[x]]
            x = led[x]
        return x

    for i, j in scores:
        led[root(("here", i))] = root(("there", j))
    parts: dict[tuple[str, str], tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for x in sorted(led):
        parts[root(x)][x[0] == "there"].append(x[1])
    return list(parts.values())


def _assigned(part: tuple[Sequence[str], Sequence[str]], scores: Scores) -> Iterator[Pair]:
    """The pairs of a tangle that together are the most alike."""
    here, there = part
    if len(here) * len(there) > LARGEST:
        yield from _likeliest_first(part, scores)
        return
    rows, columns = {i: n for n, i in enumerate(here)}, {j: n for n, j in enumerate(there)}
    table = np.zeros((len(here), len(there)))
    for i in here:
        for j in there:
            if (i, j) in scores:
                table[rows[i], columns[j]] = scores[(i, j)] + _lot(i, j)
    for m, n in zip(*linear_sum_assignment(-table), strict=True):
        if table[m, n]:
            yield Pair(here[m], there[n], round(scores[(here[m], there[n])], 3))


def _likeliest_first(part: tuple[Sequence[str], Sequence[str]], scores: Scores) -> Iterator[Pair]:
    mine = set(part[0])
    taken: set[tuple[str, str]] = set()
    for i, j in sorted((k for k in scores if k[0] in mine), key=lambda k: (-scores[k] - _lot(*k), k)):
        if ("here", i) not in taken and ("there", j) not in taken:
            taken |= {("here", i), ("there", j)}
            yield Pair(i, j, round(scores[(i, j)], 3))


def _lot(one: str, other: str) -> float:
    """Less than a millionth, the same for two ids in either order: it decides between what is equally good."""
    key = "\x1f".join(sorted((one, other))).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(key, digest_size=4).digest(), "big") / 2**32 * 1e-6


def _copies(scores: Scores, pairs: Mapping[str, Pair]) -> dict[str, Pair]:
    """What is left there and is surely like an event that is paired already: that pair, the likeliest one."""
    by_here = {p.here: p for p in pairs.values()}
    best: dict[str, tuple[float, Pair]] = {}
    for (i, j), score in scores.items():
        if j not in pairs and i in by_here and score >= SURE:
            told = (score + _lot(i, j), by_here[i])
            if j not in best or told[0] > best[j][0]:
                best[j] = told
    return {j: best[j][1] for j in sorted(best)}
