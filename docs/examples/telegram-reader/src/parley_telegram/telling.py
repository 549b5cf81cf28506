"""From a telegram to a proposal of the contract: the act, whose it is, who says so, when and where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from parley.terms.actor import Actor
from parley.terms.bodies import Event
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, DateBasis, Form, PlaceRole, Reality, Root, Stance
from parley.terms.facts import status_of
from parley.terms.plover import plover_of
from parley.terms.report import Report
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Date, Place, Trace, Voice
from parley_telegram.lines import Telegram

ACTS: dict[str, tuple[Root, str | None]] = {
    "TRIFFT": (Root.CONSULT, None),
    "BESCHULDIGT": (Root.ACCUSE, "allege"),
    "DROHT": (Root.THREATEN, None),
    "UNTERSTÜTZT": (Root.SUPPORT, None),
    "UNTERSTUETZT": (Root.SUPPORT, None),
    "GREIFT": (Root.ASSAULT, None),
    "BESTREITET": (Root.ASSAULT, None),
}
"""Each verb's act. What is denied is the attack itself: it is held in its positive form, with a denying voice."""
CONFIDENCE = 0.9
"""The style is controlled, so little can be misread."""


class Naming:
    """The actors of one report: the user's own by their names, others by the name that the report gives."""

    def __init__(self, actors: Iterable[ActorEntry]) -> None:
        self._known = {name.casefold(): a for a in actors for name in (a.name, *a.aliases)}
        self._met: dict[str, Actor] = {}

    def id_of(self, name: str) -> str:
        """The id of whom a name means."""
        entry = self._known.get(name.casefold())
        if entry is not None:
            made = Actor(entry.id, entry.name, entry.type, entry.country, entry.sector, entry.aliases)
        else:
            made = Actor(re.sub(r"\W+", "-", name.casefold()).strip("-"), name.title(), ActorType.ORGANISATION)
        return self._met.setdefault(made.id, made).id

    def met(self) -> tuple[Actor, ...]:
        """All actors that were met so far."""
        return tuple(self._met.values())


def proposal_of(t: Telegram, report: Report, naming: Naming, reader: str) -> Proposal:
    """The proposal that a telegram makes. Every span is one of the report's text as it is stored."""
    text = report.text or ""
    verb = t.verb.of(text).upper()
    type_, mode = ACTS[verb]
    doer, other = naming.id_of(t.doer.of(text)), naming.id_of(t.other.of(text))
    voice = _voice(t, text, report, naming, doer if verb == "BESTREITET" else None)
    both = type_ is Root.CONSULT  # a meeting is done by both sides
    actors, recipients = ((doer, other), ()) if both else ((doer,), (other,))
    plover = plover_of(type_, mode, Reality.HAPPENED, status_of([voice]))
    return Proposal(
        id=proposal_id(report.id, Form.EVENT, t.verb, reader),
        report=report.id,
        reader=reader,
        form=Form.EVENT,
        quote=t.line.of(text),
        start=t.line.start,
        end=t.line.end,
        head=t.verb,
        sentence=t.line,
        trace=(Trace("telegram", verb.lower(), t.verb.start, t.verb.end),),
        confidence=CONFIDENCE,
        reality=Reality.HAPPENED,
        voices=(voice,),
        date=_date(t, text, report.published),
        places=_places(t, text),
        links=(),
        body=Event(type_, mode, plover, actors, recipients),
    )


def _voice(t: Telegram, text: str, report: Report, naming: Naming, denier: str | None) -> Voice:
    """Who says so: whoever denies it, "LAUT X" that X, else the report itself."""
    if denier is not None:
        return Voice(report.id, denier, Stance.DENIES)
    if t.source is not None:
        return Voice(report.id, naming.id_of(t.source.of(text)), Stance.ASSERTS)
    return Voice(report.id, REPORT, Stance.ASSERTS)


def _date(t: Telegram, text: str, published: str | None) -> Date | None:
    """The day; without a year, the last such day before the report came out. Never a day that was made up."""
    if t.year is not None:
        day = _day(t.year, t)
        return Date(day, day, t.date.of(text), DateBasis.STATED) if day else None
    if published is None:
        return None
    years = (int(published[:4]), int(published[:4]) - 1)
    day = next((d for year in years if (d := _day(year, t)) and d <= published), None)
    return Date(day, day, t.date.of(text), DateBasis.RELATIVE) if day else None


def _day(year: int, t: Telegram) -> str | None:
    try:
        return dt.date(year, t.month, t.day).isoformat()
    except ValueError:
        return None


def _places(t: Telegram, text: str) -> tuple[Place, ...]:
    if t.place is None:
        return ()
    name = t.place.of(text)
    return (Place(name.title(), PlaceRole.AT, text=name),)
