"""Merges and splits on top of what joining made, and which decisions each group then carries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from parley.joining.log import Log, bears_on_what_is_held, named
from parley.joining.telling import Telling
from parley.terms.enums import Action
from parley.terms.log import Decision


@dataclass(eq=False, slots=True)
class Group:
    """Tellings of one thing, in order, with the decisions that bear on them, in theirs."""

    tellings: list[Telling]
    decisions: list[Decision] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The earliest proposal's id."""
        return self.tellings[0].proposal.id


def regrouped(groups: Iterable[Sequence[Telling]], log: Log) -> list[Group]:
    """Groups after the merges and splits of the log, applied in its order; in the order of their first tellings.

    What is merged into another takes on that one's decisions: its own were about what it was alone. What is split off
    keeps those that name its own tellings.
    """
    all_ = [Group(list(g)) for g in groups]
    if log.entries:
        holder = {t.proposal.id: g for g in all_ for t in g.tellings}
        for d in _bearing(log, holder):
            _take(d, holder)
        all_ = list({id(g): g for g in holder.values()}.values())
    return sorted(all_, key=lambda g: g.tellings[0].order)


def _bearing(log: Log, holder: dict[str, Group]) -> Iterable[Decision]:
    """The entries that bear on these groups; found by the smaller of the two."""
    if len(log.entries) <= len(holder):
        return (d for d in log.entries if d.target in holder)
    found = {d.seq: d for p in holder for d in log.on.get(p, ()) if d.target in holder}
    return (found[seq] for seq in sorted(found) if bears_on_what_is_held(found[seq]))


def _take(d: Decision, holder: dict[str, Group]) -> None:
    group = holder[d.target]
    if d.action is Action.MERGE:
        for other in (holder[p] for p in named(d) if p in holder):
            _merge(group, other, holder)
    elif d.action is Action.SPLIT:
        _split(group, {p for p in named(d) if holder.get(p) is group and p != d.target}, holder)
    else:
        group.decisions.append(d)


def _merge(into: Group, other: Group, holder: dict[str, Group]) -> None:
    if other is into or other.tellings[0].proposal.form is not into.tellings[0].proposal.form:
        return
    into.tellings = sorted((*into.tellings, *other.tellings), key=lambda t: t.order)
    holder.update((t.proposal.id, into) for t in other.tellings)


def _split(group: Group, gone: set[str], holder: dict[str, Group]) -> None:
    if not gone:
        return
    apart = Group(
        [t for t in group.tellings if t.proposal.id in gone], [d for d in group.decisions if d.target in gone]
    )
    group.tellings = [t for t in group.tellings if t.proposal.id not in gone]
    group.decisions = [d for d in group.decisions if d.target not in gone]
    holder.update((p, apart) for p in gone)
