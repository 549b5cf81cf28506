"""Which tellings are worth comparing: blocks by act and actors, and within them windows of time. Never all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product

from parley.joining.pairs import SLACK, STATE_WINDOW, WINDOW
from parley.joining.standing import Standing
from parley.joining.telling import Telling
from parley.terms.bodies import Judgement, TalkBody
from parley.terms.enums import Form

Pair = tuple[int, int]
Window = tuple[int, int, int, bool]
"""First day, last day, index of the telling, and whether it seeks: two that do not are never paired."""


def across(tellings: Sequence[Telling], known: Standing) -> Iterator[Pair]:
    """Pairs of indices, lower first, each once, that may be of one thing as told by two reports."""
    return _each_once(p for block in _blocks(tellings, known) for p in _near(block, tellings))


def within(tellings: Sequence[Telling], known: Standing) -> Iterator[Pair]:
    """The same for pairs of one report, where a telling may also leave a side out, or share another's head word."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for i, t in enumerate(tellings):
        alike[(t.report, t.act)].append(i)
    blocks = (block for block in alike.values() if len(block) > 1)  # most acts are told of once in a report
    return _each_once(p for block in blocks for p in _within(block, tellings, known))


def _within(block: Sequence[int], tellings: Sequence[Telling], known: Standing) -> Iterator[Pair]:
    """Pairs of one report and act."""
    seeking: dict[Hashable, list[int]] = defaultdict(list)
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for i in block:
        t = tellings[i]
        for key in (t.proposal.head, *keys_of(t, known)):
            seeking[key].append(i)
        for key in _single(t, known) if _two_sided(t) else ():
            waiting[key].append(i)
    return (p for key, sought in seeking.items() for p in _sought(sought, waiting.get(key, ())))


def _sought(seeking: Sequence[int], waiting: Sequence[int]) -> Iterator[Pair]:
    """Pairs of which one at least seeks; both lists rise."""
    yield from combinations(seeking, 2)
    yield from ((min(p), max(p)) for p in product(seeking, waiting))


def _each_once(pairs: Iterable[Pair]) -> Iterator[Pair]:
    seen: set[Pair] = set()
    for pair in pairs:
        if pair not in seen:
            seen.add(pair)
            yield pair


def _blocks(tellings: Sequence[Telling], known: Standing) -> Iterator[list[int]]:
    by_key: dict[Hashable, list[int]] = defaultdict(list)
    for i, t in enumerate(tellings):
        for key in keys_of(t, known):
            by_key[(t.act, key)].append(i)
    return (block for block in by_key.values() if len(block) > 1)


def keys_of(t: Telling, known: Standing) -> Iterable[Hashable]:
    """What a telling's actors stand for, in pairs where it names two; a role's or judgement's act is key enough."""
    if t.proposal.form in (Form.ROLE, Form.JUDGEMENT):
        return {""}
    if not _two_sided(t):
        return _single(t, known)
    if t.sides.open:
        return {frozenset(p) for p in _pairs_of(combinations(t.sides.all, 2), known)}
    return set(_pairs_of(product(t.sides.doers, t.sides.others), known))


def _two_sided(t: Telling) -> bool:
    return len(t.sides.all) > 1 if t.sides.open else bool(t.sides.doers and t.sides.others)


def _single(t: Telling, known: Standing) -> set[Hashable]:
    """What each actor stands for, with its side where the sides are told apart."""
    sides = ((True, t.sides.all),) if t.sides.open else ((True, t.sides.doers), (False, t.sides.others))
    return {(side, x) for side, actors in sides for a in actors for x in known.reach(a)}


def _pairs_of(actors: Iterable[tuple[str, str]], known: Standing) -> Iterator[tuple[str, str]]:
    """What two actors stand for, pair by pair."""
    return (p for a, b in actors for p in product(known.reach(a), known.reach(b)))


def _near(block: Sequence[int], tellings: Sequence[Telling]) -> Iterator[Pair]:
    """Pairs of a block that are of near dates, published near each other, or of any time."""
    told = [(i, tellings[i]) for i in block]
    yield from _overlaps((t.time.start, t.time.end + SLACK, i, True) for i, t in told if t.time)
    window = STATE_WINDOW if told[0][1].proposal.form is Form.TIE else WINDOW
    near = ((t.published, t.published + window, i, t.time is None) for i, t in told if t.published is not None)
    yield from _overlaps(near)
    ever = [(i, t.time is None) for i, t in told if any_time(t)]
    yield from _sought([i for i, undated in ever if undated], [i for i, undated in ever if not undated])


def any_time(t: Telling) -> bool:
    """Whether it may be joined to a telling of any time."""
    body = t.proposal.body
    judges = isinstance(body, Judgement) and bool(body.about.talk or body.about.statement)
    numbered = isinstance(body, TalkBody) and None not in (body.round, body.process)
    return t.timeless or judges or numbered


def _overlaps(windows: Iterable[Window]) -> Iterator[Pair]:
    """Pairs of windows that share a day and of which one at least seeks, by a sweep over their first days."""
    seeking: list[Window] = []
    waiting: list[Window] = []
    for window in sorted(windows):
        start, _, i, seeks = window
        seeking = [w for w in seeking if w[1] >= start]
        waiting = [w for w in waiting if w[1] >= start]
        for w in (*seeking, *waiting) if seeks else seeking:
            yield (w[2], i) if w[2] < i else (i, w[2])
        (seeking if seeks else waiting).append(window)
