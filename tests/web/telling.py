"""A small record of every form, told by hand: what the pages are tried on."""

from __future__ import annotations

from dataclasses import replace

from parley.record import Record
from parley.terms.actor import Actor
from parley.terms.bodies import About, Body, Event, Judgement, Party, Position, Role, TalkBody, Tie
from parley.terms.enums import (
    ActorType,
    DateBasis,
    Outcome,
    PlaceRole,
    PositionStance,
    Reality,
    Relation,
    Root,
    Stance,
    Verdict,
)
from parley.terms.layers import Reading
from parley.terms.report import Report, report_of
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Date, Place, Span, Trace, Voice

READER = ReaderInfo("by-hand", "1", "0")
NORTH = Actor("northland", "Northland", ActorType.STATE, "NOR", "GOV")
SOUTH = Actor("southmark", "Southmark", ActorType.ARMED_GROUP, aliases=("the Southmark Front",))
VOSS = Actor("mara-voss", "Mara Voss", ActorType.PERSON)
HARBOUR = Actor("harbour", "Harbour Union", ActorType.IGO)
ACTORS = (NORTH, SOUTH, VOSS, HARBOUR)
TEXT = (
    "Northland shelled the port on 3 May 2031. Southmark said that it had attacked nobody. "
    "Mara Voss, the foreign minister of Northland, wants a ceasefire. Northland backs the Harbour Union. "
    "The two sides met in Eastmere on 9 May 2031. Voss called the talks a success. "
    "Southmark may withdraw from the hills."
)
AGAIN = "A second outlet: Northland shelled the port on 3 May 2031, and Southmark denied attacking Northland."


def proposal(report: Report, words: str, head: str, body: Body, **more: object) -> Proposal:
    """One proposal whose quote are some words of a report, and whose head is among them."""
    text = report.text or ""
    start = text.index(words)
    at = text.index(head, start)
    span = Span(at, at + len(head))
    made = Proposal(
        id=proposal_id(report.id, body.FORM, span, READER.name),
        report=report.id,
        reader=READER.name,
        form=body.FORM,
        quote=words,
        start=start,
        end=start + len(words),
        head=span,
        sentence=Span(start, start + len(words)),
        trace=(Trace("event", "by-hand", span.start, span.end), Trace("commitment", "said", start, start + 4)),
        confidence=0.6,
        reality=Reality.HAPPENED,
        voices=(Voice(report.id, REPORT, Stance.ASSERTS),),
        date=None,
        places=(),
        links=(),
        body=body,
    )
    return replace(made, **more)  # type: ignore[arg-type]


def on(day: str) -> Date:
    """A stated day."""
    return Date(day, day, day, DateBasis.STATED)


def readings() -> list[Reading]:
    """Two reports, one of which tells every form."""
    one = report_of(TEXT, id="first", title="Shells on the port", publisher="The Ledger", published="2031-05-10")
    two = report_of(AGAIN, id="second", title="Again", publisher="The Wire", published="2031-05-11")
    denial = (Voice(one.id, "southmark", Stance.DENIES), Voice(one.id, "northland", Stance.ASSERTS))
    told = (
        proposal(one, "Northland shelled the port on 3 May 2031.", "shelled", shelling(), date=on("2031-05-03")),
        proposal(one, "Southmark said that it had attacked nobody.", "attacked", attack(), voices=denial),
        proposal(one, "Mara Voss, the foreign minister of Northland", "minister",
                 Role("mara-voss", "foreign minister", "northland"), reality=Reality.ONGOING),
        proposal(one, "wants a ceasefire", "wants",
                 Position("mara-voss", "a ceasefire", "ceasefire", PositionStance.FOR), reality=Reality.ONGOING),
        proposal(one, "Northland backs the Harbour Union.", "backs",
                 Tie(("northland",), ("harbour",), Relation.SUPPORTS, 1), reality=Reality.ONGOING),
        proposal(one, "The two sides met in Eastmere on 9 May 2031.", "met", talk(), date=on("2031-05-09")),
        proposal(one, "Voss called the talks a success.", "called",
                 Judgement(About(text="the talks"), Verdict.SUCCESS, words="a success"),
                 voices=(Voice(one.id, "mara-voss", Stance.ASSERTS),)),
        proposal(one, "Southmark may withdraw from the hills.", "withdraw",
                 Event(Root.RETREAT, "withdraw", actors=("southmark",)), reality=Reality.POSSIBLE),
    )  # fmt: skip
    more = (
        proposal(two, "Northland shelled the port on 3 May 2031", "shelled", shelling(), date=on("2031-05-03")),
        proposal(two, "Southmark denied attacking Northland", "attacking", attack(),
                 voices=(Voice(two.id, "southmark", Stance.DENIES),)),
    )  # fmt: skip
    return [Reading(one, ACTORS, (), told), Reading(two, ACTORS, (), more)]


def shelling() -> Event:
    """An act that is a fact."""
    return Event(Root.ASSAULT, actors=("northland",), recipients=("southmark",))


def attack() -> Event:
    """An act that is contested."""
    return Event(Root.ASSAULT, "firearms", actors=("southmark",), recipients=("northland",))


def talk() -> TalkBody:
    """A meeting."""
    sides = (Party("northland", ("mara-voss",)), Party("southmark"))
    place = Place("Eastmere", PlaceRole.AT, ("NOR",), latitude=61.5, longitude=9.0, text="Eastmere")
    return TalkBody(
        "Eastmere talks", "eastmere", 1, sides, ("harbour",), ("harbour",), place, outcome=Outcome.NO_RESULT
    )


def tell(record: Record) -> None:
    """Put all of it into a record."""
    record.add(readings(), READER)
    record.settle()
