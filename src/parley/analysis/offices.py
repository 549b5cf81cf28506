"""Who held which office on a day: the roles that the record tells, set beside an event's date."""

from __future__ import annotations

from parley.analysis.standing import is_fact, roles
from parley.terms.bodies import Role, actors_in
from parley.terms.enums import Tenure
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Date

_YEARS_NEAR = 1
"""How many years from its report a role without dates of its own is taken to hold."""


class Offices:
    """The offices that a slice tells as facts, by person: looked through once, however many events ask."""

    def __init__(self, slice: Slice) -> None:  # noqa: A002 - the contract's own word
        self._published = {r.id: r.published for r in slice.reports}
        self._of: dict[str, list[tuple[int, Statement, Role]]] = {}
        for place, s in enumerate(roles(slice)):
            if isinstance(s.body, Role) and is_fact(s):
                self._of.setdefault(s.body.person, []).append((place, s, s.body))

    def at(self, event: Statement) -> tuple[Role, ...]:
        """The offices that the persons of an event held when it happened; each once.

        A role with a date holds within it. One without holds in the years about the reports that tell it, unless it is
        a former one; of an event without a date, what its own reports tell holds.
        """
        told = {m.report for m in event.mentions}
        found = [
            (place, role)
            for person in set(actors_in(event.body)) & self._of.keys()
            for place, s, role in self._of[person]
            if _held(s, event, told, self._published)
        ]
        return tuple(dict.fromkeys(role for _, role in sorted(found, key=lambda f: f[0])))


def offices_of(event: Statement, slice: Slice) -> tuple[Role, ...]:  # noqa: A002
    """The same for one event."""
    return Offices(slice).at(event)


def _held(role: Statement, event: Statement, told: set[str], published: dict[str, str | None]) -> bool:
    if event.date is None or (event.date.start is None and event.date.end is None):
        return _lasts(role) and any(m.report in told for m in role.mentions)
    if role.date is not None:
        return _overlap(role.date, event.date)
    days = [d for m in role.mentions if (d := published.get(m.report))]
    near = any(_years_apart(d, event.date) <= _YEARS_NEAR for d in days)
    return _lasts(role) and (near or any(m.report in told for m in role.mentions))


def _lasts(role: Statement) -> bool:
    return isinstance(role.body, Role) and role.body.tenure in {Tenure.CURRENT, Tenure.ACTING}


def _overlap(a: Date, b: Date) -> bool:
    return (a.start or "") <= (b.end or "9999") and (b.start or "") <= (a.end or "9999")


def _years_apart(day: str, date: Date) -> int:
    return min(abs(int(day[:4]) - int(d[:4])) for d in (date.start, date.end) if d)
