"""Who else has a part in it: mediators, hosts, and those with ties to a party or told to help one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from parley.bargaining.draft.faces import Faces, held
from parley.terms.bodies import Event, Tie
from parley.terms.enums import ActorType, Reality, Root

STATELY = frozenset({ActorType.STATE, ActorType.GOVERNMENT, ActorType.IGO, ActorType.ARMED_GROUP})
MOST = 8
BEARING = (Root.AID, Root.SUPPORT, Root.COOPERATE, Root.SANCTION, Root.THREATEN)


def outsiders(faces: Faces) -> tuple[str, ...]:
    """Mediators and hosts first, then those that the record ties most to a party, eight in all at most."""
    brought = [faces.of(a) for a in (*faces.talk.mediators, *faces.talk.hosts)]
    tied = Counter(a for a in _bearing(faces) if a in faces.known and faces.known[a].type in STATELY)
    ranked = sorted(tied, key=lambda a: (-tied[a], a))
    parties = set(faces.parties)
    return tuple(a for a in dict.fromkeys([*brought, *ranked]) if a not in parties)[:MOST]


def _bearing(faces: Faces) -> Iterator[str]:
    parties = set(faces.parties)
    for s in faces.slice.statements:
        b = s.body
        if isinstance(b, Tie) and held(s):
            sides = faces.all_of(b.from_), faces.all_of(b.to)
        elif isinstance(b, Event) and b.type in BEARING and s.reality is not Reality.DID_NOT_HAPPEN:
            sides = faces.all_of(b.actors), faces.all_of(b.recipients)
        else:
            continue
        for one, other in (sides, sides[::-1]):
            if one & parties:
                yield from other - parties
