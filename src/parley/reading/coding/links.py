"""Which proposals bear on which: an act of speech on what it says, a meeting on its talk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.reading.assemble import Context
from parley.reading.coding.talks import part_of
from parley.reading.document import Document
from parley.terms.enums import Form, LinkRel
from parley.terms.statement import Proposal
from parley.terms.values import Link


def linked(doc: Document, at: Context, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same proposals with links: `content` from a speech act to what stands in its scope, and those to talks."""
    by_head = {p.head.start: p for p in proposals if p.form is Form.EVENT}
    tokens = {t.start: t for t in doc.tokens}
    told = part_of([p for p in proposals if p.form is Form.TALK], proposals)
    links: dict[str, list[Link]] = {e: list(to) for e, to in told.items()}
    for p in proposals:
        t = tokens.get(p.head.start)
        if t is None or p.form is Form.TALK:
            continue
        for cue in at.commitment(t).cues:
            act = by_head.get(cue.word.start)
            if act is not None and act.id != p.id:
                links.setdefault(act.id, []).append(Link(LinkRel.CONTENT, p.id))
                break
    return tuple(replace(p, links=(*p.links, *links[p.id])) if p.id in links else p for p in proposals)
