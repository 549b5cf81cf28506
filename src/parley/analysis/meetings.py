"""Which events are the meeting that a talk already tells, so that nothing need tell it twice."""

from __future__ import annotations

from parley.analysis.standing import actors_of_talk, statements, talks
from parley.terms.bodies import Event
from parley.terms.enums import Reality, Root, Status
from parley.terms.facts import reality_of_outcome, status_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

_IN_DISPUTE = frozenset({Status.CONTESTED, Status.DENIED, Status.ADMITTED})


def _tells(talk: Talk, s: Statement) -> bool:
    """Whether a talk says all that an event does: the same standing and reality, and nobody whom it leaves out."""
    if not isinstance(s.body, Event) or s.body.type is not Root.CONSULT or s.status in _IN_DISPUTE:
        return False
    real = Reality.HAPPENED if s.reality is Reality.ONGOING else s.reality
    told = reality_of_outcome(talk.outcome)
    told = Reality.HAPPENED if told is Reality.ONGOING else told
    met = {*s.body.actors, *s.body.recipients}
    same = s.status is status_of(talk.voices) and real is told
    return same and bool(met) and met <= set(actors_of_talk(talk)) and s.decision is None


def meetings_of_talks(slice: Slice) -> dict[str, str]:  # noqa: A002 - the contract's own word
    """The events that are no more than the meeting of a talk, by id, with the id of that talk.

    An event in dispute, one of another standing, or one that names somebody whom the talk does not, stays its own.
    """
    held = {s.id: s for s in statements(slice)}
    out: dict[str, str] = {}
    for talk in talks(slice):
        own = {s.id for s in held.values() if any(link.to == talk.id for link in s.links)} | set(talk.statements)
        for id_ in sorted(own & held.keys()):
            if id_ not in out and _tells(talk, held[id_]):
                out[id_] = talk.id
    return out
