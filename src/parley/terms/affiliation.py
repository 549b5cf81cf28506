"""Who stands for whom, when: the ground on which two actors are compatible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Affiliation:
    """`who` stands for `whom` (an office-holder for its office's owner, a government for its country).

    `start` and `end` are ISO days; None is open. `how` is `role` or `governs`.
    """

    who: str
    whom: str
    how: str
    start: str | None = None
    end: str | None = None

    def holds_on(self, day: str | None) -> bool:
        """Whether it held on an ISO day; on an unknown day, whether it ever did."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Affiliations:
    """All that is known of who stands for whom."""

    by_who: Mapping[str, tuple[Affiliation, ...]] = field(default_factory=dict)

    @staticmethod
    def of(known: Iterable[Affiliation]) -> Affiliations:
        """Index affiliations by the one that stands for another."""
        by: dict[str, list[Affiliation]] = {}
        for a in known:
            by.setdefault(a.who, []).append(a)
        return Affiliations({who: tuple(sorted(set(v), key=_order)) for who, v in by.items()})

    def stands_for(self, who: str, day: str | None = None) -> frozenset[str]:
        """Everybody for whom an actor stands on a day, through any number of steps, itself included."""
        seen, todo = {who}, [who]
        while todo:
            for a in self.by_who.get(todo.pop(), ()):
                if a.whom not in seen and a.holds_on(day):
                    seen.add(a.whom)
                    todo.append(a.whom)
        return frozenset(seen)


def _order(a: Affiliation) -> tuple[str, str, str, str]:
    return a.whom, a.how, a.start or "", a.end or ""


def compatible(a: str, b: str, known: Affiliations, day: str | None = None) -> bool:
    """Whether two actors may be the same doer: equal, or one stands for the other on that day.

    Two ministers of one government are not compatible with each other; each is with the government.
    """
    return a == b or b in known.stands_for(a, day) or a in known.stands_for(b, day)
