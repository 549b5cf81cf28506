"""Tellings that are alike in all that joining compares: weighed once, however many reports tell so.

A thing that a thousand outlets tell in the same terms is one kind; without kinds it would be half a million pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.joining.acts import marks_of
from parley.joining.evidence import evidence_across
from parley.joining.pairs import contradict_across, contradict_within, places_of
from parley.joining.standing import Standing
from parley.joining.telling import Telling


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """Tellings of one thing, told alike, in the order of tellings; `by_report` holds the same ones."""

    tellings: tuple[Telling, ...]
    by_report: Mapping[str, tuple[Telling, ...]]

    @property
    def first(self) -> Telling:
        """The earliest telling, which stands for all."""
        return self.tellings[0]


def kinds_of(ranked: Iterable[Telling], known: Standing) -> list[Kind]:
    """Tellings, given in their order, by kind; kinds are in the order of their first tellings."""
    alike: dict[Hashable, list[Telling]] = defaultdict(list)
    for t in ranked:
        alike[_likeness(t)].append(t)
    found = [_kind(part) for told in alike.values() for part in _parts(told, known)]
    return sorted(found, key=lambda k: k.first.order)


def opposed(a: Kind, b: Kind, known: Standing) -> bool:
    """Whether any telling of one kind contradicts any of the other."""
    if len(a.by_report.keys() | b.by_report.keys()) > 1 and contradict_across(a.first, b.first, known):
        return True
    few, many = sorted((a, b), key=lambda k: len(k.by_report))
    shared = (r for r in few.by_report if r in many.by_report)
    return any(contradict_within(x, y, known) for r in shared for x in few.by_report[r] for y in many.by_report[r])


def _kind(told: Sequence[Telling]) -> Kind:
    by_report: dict[str, list[Telling]] = defaultdict(list)
    for t in told:
        by_report[t.report].append(t)
    return Kind(tuple(told), {r: tuple(ts) for r, ts in by_report.items()})


def _parts(told: Sequence[Telling], known: Standing) -> list[Sequence[Telling]]:
    """All together where such likeness is enough to be of one thing; else each apart."""
    if len(told) > 1 and evidence_across(told[0], told[1], known):
        return [told]
    return [[t] for t in told]


def _likeness(t: Telling) -> Hashable:
    """All that is compared across reports but the quotes' words, which count only where the head words differ."""
    own = (t.act, marks_of(t.proposal.body), t.sides, t.footing, t.proposal.reality, t.time, frozenset(places_of(t)))
    if t.table is not None:
        return (*own, t.report)
    return own if t.timeless else (*own, t.published, t.day, t.head, t.object)
