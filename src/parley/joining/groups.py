"""From pairs that speak for a join to groups without contradiction, the same whatever the order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parley.joining.blocks import across, within
from parley.joining.evidence import evidence_across, evidence_within
from parley.joining.kinds import Kind, kinds_of, opposed
from parley.joining.standing import Standing
from parley.joining.telling import Telling
from parley.joining.union import Union

Scored = tuple[int, int, int]
"""Minus the evidence, then the two kinds: sorts the strongest first, ties by order."""
Groups = list[list[Telling]]


def groups(tellings: Iterable[Telling], known: Standing) -> Groups:
    """Tellings of one thing together, each group and all groups in the order of tellings.

    The strongest pairs join first, ties by order; two groups that hold a contradiction stay apart.
    """
    return gathered(tellings, known)[0]


def gathered(tellings: Iterable[Telling], known: Standing) -> tuple[Groups, Groups]:
    """The groups, and the parts beyond which nothing had a say in them: no pair that speaks for a join leads outside.

    A part may be joined anew by itself, and comes out as it would among all others.
    """
    ranked = sorted(tellings, key=lambda t: t.order)
    kinds = kinds_of(ranked, known)
    pairs = sorted({*_scored_across(kinds, known), *_scored_within(ranked, kinds, known)})
    return _by_leader(kinds, _united(kinds, pairs, known)), _by_leader(kinds, _connected(len(kinds), pairs))


def _by_leader(kinds: Sequence[Kind], leaders: Sequence[int]) -> Groups:
    found: dict[int, list[Telling]] = defaultdict(list)
    for i, leader in enumerate(leaders):
        found[leader].extend(kinds[i].tellings)
    return sorted((sorted(g, key=lambda t: t.order) for g in found.values()), key=lambda g: g[0].order)


def _scored_across(kinds: Sequence[Kind], known: Standing) -> Iterator[Scored]:
    firsts = [k.first for k in kinds]
    for i, j in across(firsts, known):
        if len(kinds[i].by_report.keys() | kinds[j].by_report.keys()) > 1:
            score = evidence_across(firsts[i], firsts[j], known)
            if score:
                yield -score, i, j


def _scored_within(ranked: Sequence[Telling], kinds: Sequence[Kind], known: Standing) -> Iterator[Scored]:
    kind_of = {t.proposal.id: n for n, kind in enumerate(kinds) for t in kind.tellings}
    for x, y in within(ranked, known):
        i, j = sorted((kind_of[ranked[x].proposal.id], kind_of[ranked[y].proposal.id]))
        score = evidence_within(ranked[x], ranked[y], known) if i != j else 0
        if score:
            yield -score, i, j


def _united(kinds: Sequence[Kind], pairs: Iterable[Scored], known: Standing) -> list[int]:
    """Each kind's leader, the first of its group."""
    leader = list(range(len(kinds)))
    members = {i: [i] for i in leader}
    for _, i, j in pairs:
        a, b = sorted((leader[i], leader[j]))
        if a == b or any(opposed(kinds[x], kinds[y], known) for x in members[a] for y in members[b]):
            continue
        for moved in members[b]:
            leader[moved] = a
        members[a].extend(members.pop(b))
    return leader


def _connected(many: int, pairs: Iterable[Scored]) -> list[int]:
    """Each kind's leader where every pair joins, contradictions or not."""
    union: Union[int] = Union()
    for _, i, j in pairs:
        union.join(i, j)
    return [union.leader(i) for i in range(many)]
