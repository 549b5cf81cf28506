"""From pairs that speak for a join to groups without contradiction, the same whatever the order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence

from parley.joining.blocks import candidates
from parley.joining.pairs import contradict, evidence
from parley.joining.standing import Standing
from parley.joining.telling import Telling


def groups(tellings: Iterable[Telling], known: Standing) -> list[list[Telling]]:
    """Tellings of one thing together, each group and all groups in the order of tellings.

    The strongest pairs join first, ties by order; two groups that hold a contradiction stay apart.
    """
    ranked = sorted(tellings, key=lambda t: t.order)
    twins = _twins(ranked)
    firsts = [each[0] for each in twins]
    scored = [(-evidence(firsts[i], firsts[j], known), i, j) for i, j in candidates(firsts, known)]
    leaders = _united(firsts, sorted(s for s in scored if s[0]), known)
    found: dict[int, list[Telling]] = defaultdict(list)
    for i, leader in enumerate(leaders):
        found[leader].extend(twins[i])
    return sorted((sorted(g, key=lambda t: t.order) for g in found.values()), key=lambda g: g[0].order)


def _united(firsts: Sequence[Telling], pairs: Iterable[tuple[int, int, int]], known: Standing) -> list[int]:
    """Each telling's leader, the first of its group."""
    leader = list(range(len(firsts)))
    members = {i: [i] for i in leader}
    for _, i, j in pairs:
        a, b = sorted((leader[i], leader[j]))
        if a == b or any(contradict(firsts[x], firsts[y], known) for x in members[a] for y in members[b]):
            continue
        for moved in members[b]:
            leader[moved] = a
        members[a].extend(members.pop(b))
    return leader


def _twins(ranked: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings of what lasts that are alike in all that is compared: compared once, as one."""
    found: dict[Hashable, list[Telling]] = defaultdict(list)
    for t in ranked:
        alone: Hashable = (t.act, t.sides, t.footing, t.time, t.proposal.body) if t.timeless else t.order
        found[alone].append(t)
    return list(found.values())
