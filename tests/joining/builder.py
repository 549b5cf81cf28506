"""Small proposals about invented actors, for tests of joining, record and formats.

Ardova and Belmark are states; Orlan is Ardova's envoy; the Reed Front is an armed group.
"""

from __future__ import annotations

from collections.abc import Iterable

from parley.joining import join
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Body, Event, Party, TalkBody
from parley.terms.enums import ActorType, DateBasis, Outcome, PlaceRole, Precision, Reality, Root, Stance
from parley.terms.report import Report, report_of
from parley.terms.slice import Joined, ReaderInfo
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Date, Link, Object, Place, Span, Trace, Voice

READER = ReaderInfo("test", "1", "c0de")
ARDOVA = Actor("ardova", "Ardova", ActorType.STATE)
BELMARK = Actor("belmark", "Belmark", ActorType.STATE)
ORLAN = Actor("orlan", "Orlan Vey", ActorType.PERSON)
FRONT = Actor("reed-front", "Reed Front", ActorType.ARMED_GROUP)
ACTORS = (ARDOVA, BELMARK, ORLAN, FRONT)
ENVOY = Affiliation("orlan", "ardova", "role")
TEXT = "Envoys met in the hall. Shells fell on the port. Nobody signed the accord. " * 8


def report(
    id: str = "r1",  # noqa: A002 - as in the contract
    published: str | None = "2031-03-05",
    text: str = "",
    publisher: str = "Wire",
) -> Report:
    """A report of its own text, long enough for every proposal of this builder."""
    return report_of(text or f"{TEXT}{id}", id=id, title=f"On {id}", publisher=publisher, published=published)


def on(start: str, end: str | None = None) -> Date:
    """A stated date; one day where no end is given."""
    return Date(start, end or start, start, DateBasis.STATED)


def at(name: str, precision: Precision = Precision.TOWN, countries: tuple[str, ...] = ()) -> Place:
    """A place where something was."""
    return Place(name, PlaceRole.AT, countries, precision=precision, text=name)


def voice(who: str | None = REPORT, stance: Stance = Stance.ASSERTS, report: str = "r1") -> Voice:
    """One voice."""
    return Voice(report, who, stance)


def proposal(
    body: Body,
    report: str = "r1",
    start: int = 0,
    *,
    reality: Reality = Reality.HAPPENED,
    voices: Iterable[Voice] | None = None,
    date: Date | None = None,
    places: tuple[Place, ...] = (),
    links: tuple[Link, ...] = (),
    confidence: float = 0.8,
    sentence: Span | None = None,
) -> Proposal:
    """One proposal whose quote is the 23 characters of the report's text from `start`, headed by its second word."""
    end = start + 23
    quote = f"{TEXT}{report}"[start:end]
    head = Span(start + 7, start + 10)
    return Proposal(
        id=proposal_id(report, body.FORM, head, READER.name),
        report=report,
        reader=READER.name,
        form=body.FORM,
        quote=quote,
        start=start,
        end=end,
        head=head,
        sentence=sentence or Span(start, end),
        trace=(Trace("events", "test.rule", head.start, head.end),),
        confidence=confidence,
        reality=reality,
        voices=tuple(voices) if voices is not None else (voice(report=report),),
        date=date,
        places=places,
        links=links,
        body=body,
    )


def attack(by: tuple[str, ...] = ("reed-front",), on: tuple[str, ...] = ("belmark",), what: str | None = None) -> Event:
    """An attack."""
    return Event(Root.ASSAULT, None, None, by, on, Object(what) if what else None)


def meeting(*who: str, mode: str | None = None) -> Event:
    """A meeting."""
    return Event(Root.CONSULT, mode, None, who)


def talk(*who: str, outcome: Outcome = Outcome.UNKNOWN, place: Place | None = None, title: str = "") -> TalkBody:
    """A talk."""
    return TalkBody(title=title, parties=tuple(Party(w) for w in who), outcome=outcome, place=place)


def joined(*proposals: Proposal, known: tuple[Affiliation, ...] = (ENVOY,), reports: tuple[Report, ...] = ()) -> Joined:
    """What proposals say together; each report is of one day unless reports are given."""
    told = reports or tuple(report(r) for r in sorted({p.report for p in proposals}))
    return join(proposals, told, ACTORS, known)
