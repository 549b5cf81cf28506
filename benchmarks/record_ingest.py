"""How fast readings are kept, joined and asked for: `python benchmarks/record_ingest.py [PROPOSALS]`.

The readings are generated with a fixed seed: ten proposals a report, twelve invented actors, a hundred reports a year.
What joining costs is shown as a ratio too: four times the proposals should cost about four times as much, not sixteen.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from parley.joining import join
from parley.record import Record
from parley.terms.actor import Actor
from parley.terms.bodies import Body, Event, Party, TalkBody, Tie, actors_in
from parley.terms.enums import ActorType, DateBasis, Outcome, Reality, Relation, Root, Stance
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.slice import Filter, ReaderInfo
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Date, Span, Voice

READER = ReaderInfo("generated", "1", "0")


def named(many: int) -> tuple[Actor, ...]:
    """So many invented actors."""
    return tuple(Actor(f"actor-{n}", f"Actor {n}", ActorType.STATE) for n in range(many))


ACTORS = named(12)
EACH = 10
A_YEAR = 100
"""Reports a year: the years grow with the reports, so that what is told of one week stays as dense."""


def readings(proposals: int, actors: Sequence[Actor] = ACTORS) -> Iterator[Reading]:
    """Generated readings with so many proposals in all; each tells of the actors that it names."""
    chance = random.Random(1)
    many = proposals // EACH
    for n in range(many):
        day = dt.date(1931, 1, 1) + dt.timedelta(days=chance.randrange(max(365 * many // A_YEAR, 1)))
        text = f"Report {n}. " * 40
        report = report_of(text, id=f"r{n}", published=day.isoformat())
        told = tuple(_proposal(chance, report.id, text, k, day, actors) for k in range(EACH))
        names = {a for p in told for a in actors_in(p.body)}
        yield Reading(report, tuple(a for a in actors if a.id in names), (), told)


def _proposal(
    chance: random.Random, report: str, text: str, k: int, day: dt.date, actors: Sequence[Actor] = ACTORS
) -> Proposal:
    body, start = _body(chance, actors), k * 20
    when = (day - dt.timedelta(days=chance.randrange(4))).isoformat()
    head = Span(start, start + 6)
    return Proposal(
        id=proposal_id(report, body.FORM, head, READER.name),
        report=report,
        reader=READER.name,
        form=body.FORM,
        quote=text[start : start + 20],
        start=start,
        end=start + 20,
        head=head,
        sentence=Span(start, start + 20),
        trace=(),
        confidence=0.5,
        reality=Reality.HAPPENED,
        voices=(Voice(report, REPORT, Stance.ASSERTS),),
        date=Date(when, when, when, DateBasis.STATED) if chance.random() < 0.7 else None,
        places=(),
        links=(),
        body=body,
    )


def _body(chance: random.Random, actors: Sequence[Actor]) -> Body:
    a, b = (x.id for x in chance.sample(actors, 2))
    kind = chance.randrange(6)
    if kind == 0:
        return TalkBody(parties=(Party(a), Party(b)), outcome=chance.choice([*Outcome]))
    if kind == 1:
        return Tie((a,), (b,), chance.choice([*Relation]), 1)
    return Event(chance.choice([*Root][:-1]), actors=(a,), recipients=(b,))


def timed(name: str, do: Callable[[], object], many: int) -> None:
    """Run once and print seconds and how many a second."""
    start = time.perf_counter()
    do()
    took = time.perf_counter() - start
    print(f"{name:28} {took:8.2f} s {many / took:12,.0f} proposals a second")


def retold(proposals: int) -> list[Reading]:
    """One attack, told alike by so many reports of one day."""
    day = dt.date(2031, 1, 2)
    when = Date("2031-01-01", "2031-01-01", "on Wednesday", DateBasis.STATED)
    body = Event(Root.ASSAULT, actors=("actor-0",), recipients=("actor-1",))
    made = []
    for n in range(proposals):
        text = f"Actor 0 attacked Actor 1 on Wednesday, outlet {n} reports."
        report = report_of(text, id=f"r{n}", published=day.isoformat())
        told = _proposal(random.Random(n), report.id, text, 0, day)
        made.append(Reading(report, ACTORS, (), (replace(told, body=body, form=body.FORM, date=when),)))
    return made


def one_report(proposals: int) -> list[Reading]:
    """One report of so many proposals."""
    chance, day = random.Random(1), dt.date(2031, 1, 2)
    text = "Much was told. " * (2 * proposals)
    report = report_of(text, id="r0", published=day.isoformat())
    told = tuple(_proposal(chance, report.id, text, k, day) for k in range(proposals))
    return [Reading(report, ACTORS, (), told)]


def joining_cost(made: Sequence[Reading]) -> float:
    """Seconds of processor time, the least of three joinings."""
    told = [p for r in made for p in r.proposals]
    reports = [r.report for r in made]
    costs = []
    for _ in range(3):
        start = time.process_time()
        join(told, reports, ACTORS, ())
        costs.append(time.process_time() - start)
    return min(costs)


def growth(name: str, make: Callable[[int], Iterable[Reading]], many: int) -> None:
    """Print what joining costs for a quarter and for all, and their ratio."""
    few, all_ = (joining_cost(list(make(n))) for n in (many // 4, many))
    print(f"{name:28} {few:8.2f} s for {many // 4:,}, {all_:.2f} s for {many:,}: ratio {all_ / few:.1f}")


def main(proposals: int) -> None:
    """Print one line a task."""
    growth("join many events", readings, proposals)
    growth("join one event retold", retold, proposals)
    growth("join one long report", one_report, proposals // 10)
    made = list(readings(proposals))
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "record.db") as record:
        timed("keep, a commit a report", lambda: record.add(made, READER), proposals)
        timed("join in the record", record.rejoin, proposals)
        timed("slice of everything", record.slice, proposals)
        one = Filter(actors=frozenset({"actor-1"}), since="1931-03-01", until="1931-03-07")
        timed("slice of an actor's week", lambda: record.slice(one), proposals)
        print(", ".join(f"{n} {k}" for k, n in record.counts().items()))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
