"""Generated reports by number, and what they say: cheap enough for a hundred thousand, and no two alike.

A hundred words from a short vocabulary, three proposals on stretches of them, three reports a day, so that the years
grow with the reports. Everything follows from the report's number.
"""

from __future__ import annotations

import datetime as dt
import random

from parley.terms.actor import Actor
from parley.terms.bodies import Body, Event, Party, TalkBody
from parley.terms.enums import ActorType, DateBasis, Form, Outcome, Reality, Root, Stance
from parley.terms.report import Report, report_of
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Date, Span, Voice

EACH = 3
A_DAY = 3
WORDS = tuple(
    f"{a}{b}" for a in ("har", "bel", "tor", "mes", "dun", "lor", "fen", "gal", "wick", "pol", "ran", "sid")
    for b in ("bour", "mark", "dan", "wick", "ley", "ova", "mere", "ton", "field", "gate", "rin", "sor")
)  # fmt: skip
ACTORS = {f"actor-{n}": Actor(f"actor-{n}", f"Actor {n}", ActorType.STATE) for n in range(600)}
_IDS = tuple(ACTORS)
_ROOTS = (Root.ACCUSE, Root.ASSAULT, Root.CONSULT, Root.THREATEN, Root.REQUEST, Root.REJECT)
_OUTLETS = tuple(f"Outlet {n}" for n in range(40))


def report_numbered(number: int) -> Report:
    """The report of a number."""
    chance = random.Random(number)
    text = f"{' '.join(chance.choices(WORDS, k=100))} {number}."
    day = dt.date(1931, 1, 1) + dt.timedelta(days=number // A_DAY)
    return report_of(
        text, id=f"r{number}", title=f"Report {number}", publisher=chance.choice(_OUTLETS), published=day.isoformat()
    )


def proposals_of(report: Report) -> tuple[Proposal, ...]:
    """What a report says, by the number in its id."""
    chance = random.Random(int(report.id[1:]) + 1_000_000_000)
    return tuple(_proposal(chance, report, k * 20) for k in range(EACH))


def _proposal(chance: random.Random, report: Report, start: int) -> Proposal:
    a, b = chance.sample(_IDS, 2)
    talk = chance.random() < 0.15
    body: Body = (
        TalkBody(parties=(Party(a), Party(b)), outcome=Outcome.UNKNOWN)
        if talk
        else Event(chance.choice(_ROOTS), actors=(a,), recipients=(b,))
    )
    when, head = report.published or "", Span(start, start + 6)
    denied = chance.random() < 0.1
    voice = Voice(report.id, b, Stance.DENIES) if denied else Voice(report.id, REPORT, Stance.ASSERTS)
    return Proposal(
        id=proposal_id(report.id, Form.TALK if talk else Form.EVENT, head, "generated"),
        report=report.id,
        reader="generated",
        form=Form.TALK if talk else Form.EVENT,
        quote=(report.text or "")[start : start + 20],
        start=start,
        end=start + 20,
        head=head,
        sentence=Span(start, start + 20),
        trace=(),
        confidence=0.5,
        reality=Reality.HAPPENED,
        voices=(voice,),
        date=Date(when, when, when, DateBasis.STATED),
        places=(),
        links=(),
        body=body,
    )
