"""How alike two events of two sources are, from 0 (they cannot be one) to 1 (nothing speaks against it).

Who did it to whom, which kind of act, when, where. The weights are a judgement, not a measurement: who and what tell
most, a day tells much, a place what is left. What is told of too vaguely, or speaks against it, keeps a pair in doubt.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from parley.terms.affiliation import Affiliations
from parley.terms.enums import Root

WHO, WHAT, WHEN, WHERE = 0.35, 0.25, 0.25, 0.15
"""What each of the four weighs; together 1."""
SURE, LEAST = 0.75, 0.5
"""From where a pair is taken for one, and from where it is shown as doubtful; below that it is none."""
DOUBT = 0.74
"""The most that a pair comes to of which something is too vague, or speaks against it."""
SLACK = 2
"""Days by which two sources may differ: a day is often that of the news, or another side of midnight."""
VAGUE = 31
"""Days; what may have been on any of more than these is told too vaguely to be sure of."""
WIDEST = 366
"""Days; what may have been on any of more than these is compared with nothing."""
RELATED: tuple[frozenset[Root], ...] = (
    frozenset({Root.ASSAULT, Root.COERCE}),
    frozenset({Root.ASSAULT, Root.PROTEST}),
    frozenset({Root.CONSULT, Root.AGREE}),
    frozenset({Root.CONSULT, Root.COOPERATE}),
    frozenset({Root.AGREE, Root.COOPERATE}),
    frozenset({Root.AGREE, Root.CONCEDE}),
    frozenset({Root.AID, Root.COOPERATE}),
    frozenset({Root.CONCEDE, Root.RETREAT}),
    frozenset({Root.THREATEN, Root.ACCUSE}),
)
"""Kinds of acts between which two codebooks may well draw the line elsewhere; `OTHER` may be any."""
Stands = Callable[[str, str | None], frozenset[str]]
"""Everybody for whom an actor stands on an ISO day."""


@dataclass(frozen=True, slots=True)
class Act:
    """An event as it is compared, under the id that its source gives it.

    `types` are the roots that it may be coded by; `start` and `end` ordinal days, None where that is not known; `towns`
    folded names of places known as finely as a town; `countries` ISO 3166 alpha-3.
    """

    id: str
    types: frozenset[Root]
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None
    towns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()

    @property
    def span(self) -> tuple[int, int] | None:
        """The first and last day by which it is compared; None where it is told too vaguely to be.

        Of what began on a day and has no known end only its first weeks are looked at; so backwards for what ended.
        """
        if self.start is None and self.end is None:
            return None
        start = self.start if self.start is not None else (self.end or 0) - VAGUE
        end = self.end if self.end is not None else start + VAGUE
        return (start, end) if end - start < WIDEST else None

    @property
    def day(self) -> str | None:
        """The ISO day by which actors are judged."""
        found = self.start if self.start is not None else self.end
        return dt.date.fromordinal(found).isoformat() if found is not None else None


def likeness(a: Act, b: Act, stands: Stands) -> float:
    """How alike two acts are; the same whichever comes first. 0 for a pair that is none."""
    what, when, where = _what(a, b), _when(a, b), _where(a, b)
    if not what or not when or not where:
        return 0.0
    who = _who(a, b, stands)
    if not who:
        return 0.0
    score = WHO * who + WHAT * what + WHEN * when + WHERE * where
    return min(score, DOUBT) if _doubtful(a, b, what, where) else score


def neighbours(root: Root) -> frozenset[Root]:
    """The kinds of acts that may be one with a kind, itself among them."""
    if root is Root.OTHER:
        return frozenset(Root)
    return frozenset({root, Root.OTHER}).union(*(pair for pair in RELATED if root in pair))


def stands_by(known: Affiliations) -> Stands:
    """Who stands for whom, each asked once."""
    met: dict[tuple[str, str | None], frozenset[str]] = {}

    def stands(who: str, day: str | None) -> frozenset[str]:
        if who not in known.by_who:
            return frozenset((who,))
        if (who, day) not in met:
            met[(who, day)] = known.stands_for(who, day)
        return met[(who, day)]

    return stands


def _what(a: Act, b: Act) -> float:
    if a.types & b.types - {Root.OTHER}:
        return 1.0
    pairs = [frozenset({x, y}) for x in a.types for y in b.types]
    return 0.5 if any(p in RELATED or Root.OTHER in p for p in pairs) else 0.0


def _when(a: Act, b: Act) -> float:
    """1 for the same days, less the less of them are shared; a little for days that only come near."""
    one, other = a.span, b.span
    if one is None or other is None:
        return 0.0
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    if shared > 0:
        return 0.5 + 0.5 * shared / (max(one[1], other[1]) - min(one[0], other[0]) + 1)
    return 0.4 if shared > -SLACK else 0.0


def _where(a: Act, b: Act) -> float:
    if a.countries and b.countries and not a.countries & b.countries:
        return 0.0
    if a.towns and b.towns:
        return 1.0 if a.towns & b.towns else 0.2
    return 0.6 if a.countries and b.countries else 0.5


def _doubtful(a: Act, b: Act, what: float, where: float) -> bool:
    vague = any(x.span is None or x.span[1] - x.span[0] >= VAGUE for x in (a, b))
    return vague or what < 1 or (bool(a.towns and b.towns) and where < 1)


def _who(a: Act, b: Act, stands: Stands) -> float:
    """How much of both sides is shared, each side with its own; where one source has no second side, all with all."""
    day = min((d for d in (a.day, b.day) if d), default=None)
    if a.recipients and b.recipients:
        sides = ((a.actors, b.actors), (a.recipients, b.recipients))
    else:
        sides = (((*a.actors, *a.recipients), (*b.actors, *b.recipients)), ((), ()))
    met = sum(_shared(x, y, stands, day) for x, y in sides)
    of = sum(max(len(x), len(y)) for x, y in sides)
    return met / of if of else 0.0


def _shared(xs: Sequence[str], ys: Sequence[str], stands: Stands, day: str | None) -> int:
    """How many of one side find an actor of their own on the other who may be the same: the fewer side's count."""
    fit: Mapping[str, list[str]] = {
        x: [y for y in ys if y in stands(x, day) or x in stands(y, day)] for x in sorted(xs)
    }
    led: dict[str, str] = {}

    def place(x: str, seen: set[str]) -> bool:
        for y in sorted(fit[x]):
            if y not in seen:
                seen.add(y)
                if y not in led or place(led[y], seen):
                    led[y] = x
                    return True
        return False

    return sum(place(x, set()) for x in fit)
