"""Generated readings as many outlets would give them: the happenings of a week, each told by none, one or several.

Four outlets tell of every week, ten things each, from the thirty that happened: forty tellings make about 24
statements. They disagree on days, voices and outcomes. An outlet's archive of a thousand weeks comes before the next
outlet's, so that no two tellings of one thing are ever in one batch. Few actors do most of what is told. Fixed seeds.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parley.terms.actor import Actor
from parley.terms.bodies import About, Body, Event, Judgement, Party, Position, Role, TalkBody, Tie, actors_in
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
from parley.terms.report import report_of
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Date, Place, Span, Trace, Voice

EACH = 10
"""Proposals of one report."""
OUTLETS = ("Daily Ledger", "Northern Wire", "Harbour Post", "The Courier")
WEEKS = 1_000
"""Weeks of one archive."""
HAPPENINGS = 30
"""What happened in a week."""
ACTORS = tuple(Actor(f"actor-{n}", f"Actor {n}", ActorType.STATE) for n in range(600))
PERSONS = tuple(Actor(f"person-{n}", f"Person {n}", ActorType.PERSON) for n in range(600))
_KNOWN = {a.id: a for a in (*ACTORS, *PERSONS)}
_OFTEN = [1 / (n + 3) for n in range(len(ACTORS))]
_TOLD = [1 / (n + 4) for n in range(HAPPENINGS)]
_RELATIONS = tuple(r for r in Relation if r is not Relation.GOVERNS)
"""Not at random: who governs whom bears on all that is told of the two."""
_PLACES = tuple(f"Town {n}" for n in range(300))
_WORDS = (
    "met", "shelled", "accused", "signed", "denied", "promised", "seized", "threatened", "envoys", "troops", "port",
    "border", "truce", "convoy", "aid", "hostages", "minister", "spokesman", "village", "river", "talks", "ceasefire",
    "withdrawal", "sanctions", "weapons", "refugees",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happening:
    """What happened on a day, at a place, in the words that most use for it."""

    body: Body
    day: dt.date
    place: str
    words: str


def readings(proposals: int, weeks: int = WEEKS) -> Iterator[Reading]:
    """So many proposals in all, ten a report, in the order in which archives of so many weeks are read.

    Fewer weeks for fewer proposals: then little is told by as many outlets as much is.
    """
    number, first = 0, 0
    while True:
        for outlet in range(len(OUTLETS)):
            for week in range(first, first + weeks):
                if number * EACH >= proposals:
                    return
                yield _reading(number, week, outlet)
                number += 1
        first += weeks


def _reading(number: int, week: int, outlet: int) -> Reading:
    chance = random.Random(f"{week}/{outlet}")
    happened = _week(week)
    some = sorted(range(HAPPENINGS), key=lambda n: -(chance.random() ** (1 / _TOLD[n])))[:EACH]
    printed = max(happened[n].day for n in some) + dt.timedelta(days=chance.randrange(2))
    lines = [f"{happened[n].words} {chance.choice(_WORDS)}." for n in some]
    report = report_of(
        " ".join(lines) + f" {OUTLETS[outlet]}, {number}.",
        id=f"r{number}",
        published=printed.isoformat(),
        publisher=OUTLETS[outlet],
        title=f"{lines[0]} {week}",
    )
    told, start = [], 0
    for n, line in zip(some, lines, strict=True):
        told.append(_told(chance, report.id, line, start, happened[n]))
        start += len(line) + 1
    names = {a for p in told for a in (*actors_in(p.body), *(v.who or "" for v in p.voices))}
    return Reading(report, tuple(_KNOWN[a] for a in sorted(names) if a in _KNOWN), (), tuple(told))


def _week(week: int) -> list[Happening]:
    chance = random.Random(week)
    monday = dt.date(1931, 1, 5) + dt.timedelta(days=7 * (week * 7919 % 20_000))
    return [_happening(chance, monday) for _ in range(HAPPENINGS)]


def _happening(chance: random.Random, monday: dt.date) -> Happening:
    a, b = (x.id for x in chance.choices(ACTORS, _OFTEN, k=2))
    other = b if a != b else "actor-599"
    kinds = ("event", "talk", "tie", "position", "role", "judgement")
    kind = chance.choices(kinds, (55, 15, 10, 11, 5, 4))[0]
    place = chance.choice(_PLACES)
    words = f"{' '.join(chance.choices(_WORDS, k=8))} {place}".capitalize()
    day = monday + dt.timedelta(days=chance.randrange(6))
    return Happening(_body(chance, kind, a, other), day, place, words)


def _body(chance: random.Random, kind: str, a: str, b: str) -> Body:
    match kind:
        case "event":
            return Event(chance.choice([*Root][:-1]), actors=(a,), recipients=(b,))
        case "talk":
            return TalkBody(parties=(Party(a), Party(b)), outcome=chance.choice([*Outcome]))
        case "tie":
            return Tie((a,), (b,), chance.choice(_RELATIONS), 1)
        case "position":
            return Position(a, "a truce", chance.choice(["ceasefire", "withdrawal"]), chance.choice([*PositionStance]))
        case "role":
            return Role(f"person-{a.removeprefix('actor-')}", "minister", a)
    return Judgement(About(text=chance.choice(_WORDS)), chance.choice([*Verdict]), gainers=(a,))


def _told(chance: random.Random, report: str, line: str, start: int, of: Happening) -> Proposal:
    """One telling: its day may be missing or miss by one, its voice be a claim or a denial, its outcome differ."""
    off = chance.choices((0, 1, None), (65, 15, 20))[0]
    when = (of.day + dt.timedelta(days=off)).isoformat() if off is not None else None
    head = Span(start, start + len(line.split()[0]))
    body = of.body
    if isinstance(body, TalkBody) and chance.random() < 0.3:
        body = replace(body, outcome=chance.choice([*Outcome]))
    return Proposal(
        id=proposal_id(report, body.FORM, head, "generated"),
        report=report,
        reader="generated",
        form=body.FORM,
        quote=line,
        start=start,
        end=start + len(line),
        head=head,
        sentence=Span(start, start + len(line)),
        trace=(Trace("events", "generated.rule", head.start, head.end),),
        confidence=0.5,
        reality=chance.choices((Reality.HAPPENED, Reality.PLANNED, Reality.ONGOING), (85, 10, 5))[0],
        voices=(_voice(chance, report),),
        date=Date(when, when, when, DateBasis.STATED) if when else None,
        places=(Place(of.place, PlaceRole.AT, text=of.place),) if chance.random() < 0.5 else (),
        links=(),
        body=body,
    )


def _voice(chance: random.Random, report: str) -> Voice:
    speaker = chance.choices(ACTORS, _OFTEN)[0].id
    kinds = ((REPORT, Stance.ASSERTS), (speaker, Stance.ASSERTS), (speaker, Stance.DENIES), (None, Stance.ALLEGES))
    who, stance = chance.choices(kinds, (60, 25, 10, 5))[0]
    return Voice(report, who, stance)
