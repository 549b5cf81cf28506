"""What an export holds, as the readings that it was made of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parley.terms.layers import Reading
from parley.terms.named import named_in
from parley.terms.slice import Slice
from parley.terms.statement import Proposal


def readings_in(part: Slice) -> Iterator[Reading]:
    """One reading a report; actors that no proposal names come with the first."""
    proposals: dict[str, list[Proposal]] = defaultdict(list)
    for p in part.proposals:
        proposals[p.report].append(p)
    rest = {a.id for a in part.actors} - {n for p in part.proposals for n in named_in(p)}
    for report in part.reports:
        found = proposals[report.id]
        named = {n for p in found for n in named_in(p)} | rest
        rest = set()
        actors = tuple(a for a in part.actors if a.id in named)
        yield Reading(report, actors=actors, affiliations=part.affiliations, proposals=tuple(found))
