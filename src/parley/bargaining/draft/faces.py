"""Who stands for whom: envoys for who sent them, ministries for governments, a state for who holds its offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from parley.terms.actor import Actor
from parley.terms.bodies import Role
from parley.terms.enums import ActorType, Tenure
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

STATE_OFFICE = re.compile(r"\b(minister|ministry|ambassador|premier)\b", re.IGNORECASE)
"""Offices that nobody holds but in the name of a state; presidents and leaders there are of anything."""
IN_POWER = frozenset({ActorType.STATE, ActorType.GOVERNMENT})
LONGEST_CHAIN = 4


@dataclass(frozen=True)
class Faces:
    """A talk's parties in a slice, and for whom every other actor of the slice stands."""

    slice: Slice
    talk: Talk

    @cached_property
    def known(self) -> Mapping[str, Actor]:
        """The slice's actors by id."""
        return {a.id: a for a in self.slice.actors}

    @cached_property
    def offices(self) -> Mapping[str, str]:
        """Who holds a state's offices now, and the statement that says so."""
        found: dict[str, str] = {}
        for s in self.slice.statements:
            b = s.body
            if (
                isinstance(b, Role)
                and b.of
                and b.tenure in (Tenure.CURRENT, Tenure.ACTING)
                and STATE_OFFICE.search(b.office)
            ):
                found.setdefault(b.of, s.id)
        return found

    def in_office(self, actor: str) -> bool:
        """Whether an actor is a state or government, or holds a state's offices."""
        kind = self.known[actor].type if actor in self.known else None
        return kind in IN_POWER or actor in self.offices

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The parties to the talk, each once, those whom others stand for in their place."""
        return tuple(dict.fromkeys(self._owner(p.actor) for p in self.talk.parties))

    @cached_property
    def _owners(self) -> Mapping[str, str]:
        sent = {d: p.actor for p in self.talk.parties for d in p.delegates}
        return {a.who: a.whom for a in self.slice.affiliations} | sent

    def _owner(self, actor: str) -> str:
        for _ in range(LONGEST_CHAIN):
            if actor not in self._owners:
                break
            actor = self._owners[actor]
        return actor

    def of(self, actor: str) -> str:
        """For whom an actor stands: itself, unless an envoy, a ministry, or a state whose offices a party holds."""
        owner = self._owner(actor)
        if owner in self.parties or owner not in self.known:
            return owner
        a = self.known[owner]
        if a.type is ActorType.STATE and a.country:
            holders = [p for p in self.parties if p in self.offices and self._country(p) == a.country]
            if len(holders) == 1 and not self._state_is_party(a.country):
                return holders[0]
        return owner

    def _country(self, actor: str) -> str | None:
        return self.known[actor].country if actor in self.known else None

    def _state_is_party(self, country: str) -> bool:
        return any(
            self._country(p) == country and self.known[p].type in IN_POWER for p in self.parties if p in self.known
        )

    def all_of(self, actors: Iterable[str]) -> frozenset[str]:
        """For whom several actors stand."""
        return frozenset(self.of(a) for a in actors)


def held(s: Statement) -> bool:
    """Whether a statement stands: nobody has rejected it, and it is not denied or contested."""
    return not (s.decision and s.decision.state.value == "rejected") and s.status.value not in ("denied", "contested")
