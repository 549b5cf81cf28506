"""Who may be the same doer: compatibility asked many times over, and sets of actors matched one to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parley.terms.affiliation import Affiliation, Affiliations, compatible
from parley.terms.bodies import Role, Tie
from parley.terms.enums import Form, Reality, Relation, Tenure
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.statement import Proposal, by_model

MOST = 20_000
"""Answers remembered at once."""


class Standing:
    """Who stands for whom; remembers its answers for the length of one joining."""

    def __init__(self, known: Iterable[Affiliation]) -> None:
        self._known = Affiliations.of(known)
        self._reach: dict[str, frozenset[str]] = {}
        self._on: dict[tuple[str, str, str | None], bool] = {}

    def reach(self, who: str) -> frozenset[str]:
        """Everybody for whom an actor ever stood, itself included."""
        if who not in self._reach:
            self._reach[who] = self._known.stands_for(who)
        return self._reach[who]

    def one(self, a: str, b: str, day: str | None) -> bool:
        """Whether two actors are compatible on an ISO day (on an unknown day: ever)."""
        if a == b:
            return True
        if b not in self.reach(a) and a not in self.reach(b):
            return False
        asked = (a, b, day)
        if asked not in self._on:
            if len(self._on) > MOST:
                self._on.clear()
            self._on[asked] = compatible(a, b, self._known, day)
        return self._on[asked]

    def match(self, a: tuple[str, ...], b: tuple[str, ...], day: str | None) -> bool:
        """Whether two sets of actors pair off one to one, each with a compatible one."""
        return len(a) == len(b) and self.within(a, b, day)

    def within(self, a: tuple[str, ...], b: tuple[str, ...], day: str | None) -> bool:
        """Whether each actor of `a` finds a compatible one of its own in `b`."""
        if set(a) <= set(b):
            return True
        first, rest = a[0], a[1:]
        return any(
            self.one(first, other, day) and self.within(rest, b[:i] + b[i + 1 :], day) for i, other in enumerate(b)
        )


def affiliations_told(proposals: Iterable[Proposal]) -> Iterator[Affiliation]:
    """Who stands for whom by the roles and the ties of government that are told as facts and hold now.

    What only a language model found says nothing here: it would have a say in how all else is joined.
    """
    for p in proposals:
        if p.form not in (Form.ROLE, Form.TIE) or by_model(p) or not counts_as_fact(status_of(p.voices), p.reality):
            continue
        match p.body:
            case Role(tenure=Tenure.CURRENT | Tenure.ACTING, of=str() as of):
                yield Affiliation(p.body.person, of, "role")
            case Tie(relation=Relation.GOVERNS) if p.reality is Reality.ONGOING:
                start, end = (p.date.start, p.date.end) if p.date else (None, None)
                yield from (Affiliation(a, b, "governs", start, end) for a in p.body.from_ for b in p.body.to)
