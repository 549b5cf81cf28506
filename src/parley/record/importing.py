"""What an export holds, as the readings that it was made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parley.terms.bodies import actors_in
from parley.terms.layers import Reading
from parley.terms.slice import Slice
from parley.terms.statement import Proposal


def readings_in(part: Slice) -> Iterator[Reading]:
    """One reading a report; actors that no proposal names come with the first."""
    proposals: dict[str, list[Proposal]] = defaultdict(list)
    for p in part.proposals:
        proposals[p.report].append(p)
    rest = {a.id for a in part.actors} - {n for p in part.proposals for n in _named(p)}
    for report in part.reports:
        found = proposals[report.id]
        named = {n for p in found for n in _named(p)} | rest
        rest = set()
        actors = tuple(a for a in part.actors if a.id in named)
        yield Reading(report, actors=actors, affiliations=part.affiliations, proposals=tuple(found))


def _named(p: Proposal) -> set[str]:
    return {*actors_in(p.body), *(a for v in p.voices for a in (v.who, *v.via) if a)}
