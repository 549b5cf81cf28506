"""Which statements a form with rows for events only can carry, and why not the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from parley.formats import telling
from parley.formats.book import NO_EVENT
from parley.formats.lines import held_by
from parley.formats.pieces import Lost, Wish, lost
from parley.terms.bodies import Event, Plover
from parley.terms.enums import Status
from parley.terms.named import named_in
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

UNCODED = "PLOVER has no code for it"
CLAIMED = "it is no fact but {}: --claims carries it"
STANDING = "Parley Standing"
"""The extra column of what is carried with `--claims`."""
Carried = tuple[Statement, Event, Plover]


def plover(body: Event) -> Plover | None:
    """The code by which most forms carry an event."""
    return body.plover


def carried(part: Slice, wish: Wish, code: Callable[[Event], Plover | None] = plover) -> Iterator[Carried | Lost]:
    """The events of a part that count as facts, each with its code; with `wish.claims` also the others that have one.

    Such data sets have no place for denial or doubt: whatever stands in them is taken to have happened.
    """
    for s in part.statements:
        yield _carried(s, wish, code)
    yield from (_talk(t) for t in part.talks)


def _carried(s: Statement, wish: Wish, code: Callable[[Event], Plover | None]) -> Carried | Lost:
    if not isinstance(s.body, Event):
        return lost(s, NO_EVENT.format(s.form))
    if telling.rejected(s):
        return lost(s, telling.REJECTED)
    found = code(s.body)
    if found is None:
        return lost(s, UNCODED)
    if not s.fact and not wish.claims:
        return lost(s, CLAIMED.format(_but(s)))
    return s, s.body, found


def _talk(t: Talk) -> Lost:
    return lost(t, telling.REJECTED if telling.rejected(t) else NO_EVENT.format("talk"))


def _but(s: Statement) -> str:
    """Why it is no fact, in a word: what its voices make of it, or else that it is not so yet."""
    return s.reality.value if s.status in (Status.REPORTED, Status.ADMITTED) else s.status.value


def standing(s: Statement) -> str:
    """How a statement stands: a fact, or what its voices make of it and whether it is the case."""
    return "fact" if s.fact else telling.standing(s)


def story(part: Slice) -> dict[str, set[str]]:
    """The actors that each report of a part names, by id."""
    found: dict[str, set[str]] = {}
    for held in held_by(part):
        names = named_in(held)
        for m in held.mentions:
            found.setdefault(m.report, set()).update(names)
    return found


def line(cells: Iterable[object]) -> str:
    """Cells as a line of a tab-separated file; what would break it becomes a space."""
    return "\t".join("" if c is None else " ".join(str(c).split()) for c in cells) + "\n"
