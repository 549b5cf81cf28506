"""Meetings that somebody denies: "Chad denied that any talks had taken place" is said of the talks told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.denials import sentence_at
from parley.reading.coding.talk_episodes import Sides
from parley.reading.coding.talks import part_of
from parley.reading.document import Document
from parley.terms.bodies import Event
from parley.terms.enums import Form, LinkRel, Root, Stance
from parley.terms.facts import REAL
from parley.terms.statement import Proposal
from parley.terms.values import Link, Voice

_BACK = 12
"""Sentences back in which the meeting may have been told: reports quote the denial last."""


def denied_meetings(doc: Document, args: Arguments, proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """The same events, with the voice of who denies a meeting at the meeting as it was told, and a link to that."""
    sides = Sides(args.cast)
    heard: dict[str, list[Voice]] = {}
    links: dict[str, tuple[Link, ...]] = {}
    for p in proposals:
        told = _told_before(doc, p, proposals, sides) if _only_denied(p) else None
        if told is not None:
            heard.setdefault(told.id, []).extend(p.voices)
            links[p.id] = (Link(LinkRel.DENIES, told.id),)
    return tuple(replace(_heard(p, heard), links=(*p.links, *links.get(p.id, ()))) for p in proposals)


def with_their_denials(talks: Sequence[Proposal], events: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Talks with the voices of those who deny a meeting that is part of each, and that others tell."""
    told = part_of(talks, (*events, *talks))
    against: dict[str, list[Voice]] = {}
    for e in events:
        denied = [v for v in e.voices if v.stance is Stance.DENIES]
        meeting = _is_meeting(e) and len(denied) < len(e.voices)
        for link in told.get(e.id, ()) if meeting and denied else ():
            against.setdefault(link.to, []).extend(denied)
    return tuple(_heard(t, against) for t in talks)


def _heard(p: Proposal, against: Mapping[str, Sequence[Voice]]) -> Proposal:
    """A proposal with further voices, each once."""
    known = {(v.who, v.stance) for v in p.voices}
    new = {(v.who, v.stance): v for v in against.get(p.id, ()) if (v.who, v.stance) not in known}
    return replace(p, voices=(*p.voices, *new.values())) if new else p


def _only_denied(p: Proposal) -> bool:
    held = _is_meeting(p) and p.reality in REAL
    return held and bool(p.voices) and all(v.stance is Stance.DENIES and v.who for v in p.voices)


def _is_meeting(p: Proposal) -> bool:
    return p.form is Form.EVENT and isinstance(p.body, Event) and p.body.type is Root.CONSULT


def _told_before(doc: Document, p: Proposal, proposals: Sequence[Proposal], sides: Sides) -> Proposal | None:
    """The last meeting told before of the same sides, by whomever but those who deny it."""
    at = sentence_at(doc, p.head.start)
    near = [e for e in proposals if e.head.start < p.head.start and at - sentence_at(doc, e.head.start) <= _BACK]
    for e in sorted(near, key=lambda e: -e.head.start):
        told = _is_meeting(e) and e.reality in REAL and any(v.stance is not Stance.DENIES for v in e.voices)
        if told and _same(_parties(p), _parties(e), sides):
            return e
    return None


def _same(mine: Sequence[str], theirs: Sequence[str], sides: Sides) -> bool:
    return len(mine) == len(theirs) > 1 and all(any(sides.one(a, b) for b in theirs) for a in mine)


def _parties(p: Proposal) -> tuple[str, ...]:
    assert isinstance(p.body, Event)
    return (*p.body.actors, *p.body.recipients)
