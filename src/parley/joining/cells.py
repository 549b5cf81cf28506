"""Which tellings of a great record are worth comparing with a new one: those that share a cell of act, actors and time.

What `blocks` does by sorting all tellings, this does by an index: two tellings for which anything speaks, told by two
reports, share a cell of which one at least seeks (tests hold the two together). What shares one is not yet alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import lru_cache
from hashlib import blake2b

from parley.joining.blocks import any_time, keys_of
from parley.joining.pairs import SLACK, STATE_WINDOW, WINDOW
from parley.joining.standing import Standing
from parley.joining.telling import STATES, Telling
from parley.terms.enums import Form

DAYS = 4
"""Days that a cell of dates spans."""
DAYS_PUBLISHED = 8
"""Days that a cell of publications spans."""
_HASH_BITS = 40
_EVER, _WIDE, _DATED, _PUBLISHED = range(4)
Cell = tuple[int, bool]
"""A number of 63 bits, later days being greater, and whether the telling seeks: two that do not are never compared."""


def cells_of(t: Telling, known: Standing) -> list[Cell]:
    """The cells of a telling, each once."""
    found: dict[int, bool] = {}
    when = list(_when(t))
    for key in keys_of(t, known):
        at = _hash(t.act, key)
        for kind, number, seeks in when:
            cell = (kind << 61) | (number << _HASH_BITS) | at
            found[cell] = found.get(cell, False) or seeks
    return list(found.items())


def _hash(act: Hashable, actors: Hashable) -> int:
    plain = tuple(sorted(actors)) if isinstance(actors, frozenset) else actors
    told = f"({_shown(act)}, {plain!r})"
    return int.from_bytes(blake2b(told.encode(), digest_size=_HASH_BITS // 8).digest())


@lru_cache(maxsize=10_000)
def _shown(act: Hashable) -> str:
    """An act in full, for kept numbers rest on it; acts are few, and writing one out costs more than hashing."""
    return repr(act)


def _when(t: Telling) -> Iterator[tuple[int, int, bool]]:
    """The kinds and numbers of its cells of time, and whether it seeks in each."""
    state = t.proposal.form in STATES
    narrow = t.time is not None and t.time.specific
    if t.time is not None and narrow:
        yield from ((_DATED, n, True) for n in _run(t.time.start, t.time.end + SLACK, DAYS))
    if state and t.time is not None:
        yield _WIDE, 0, not narrow
    if t.published is not None:
        window = STATE_WINDOW if t.proposal.form is Form.TIE else WINDOW
        seeks = t.time is None or not (narrow or state)
        yield from ((_PUBLISHED, n, seeks) for n in _run(t.published, t.published + window, DAYS_PUBLISHED))
    if any_time(t):
        yield _EVER, 0, t.time is None or not narrow


def _run(first: int, last: int, days: int) -> range:
    return range(first // days, last // days + 1)
