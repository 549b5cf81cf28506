"""Tellings alike in all that is compared are weighed as one."""

from __future__ import annotations

import time
from collections.abc import Sequence

from tests.joining.builder import ACTORS, ENVOY, attack, on, proposal, report, talk, voice

from parley.joining import join
from parley.joining.kinds import kinds_of, opposed
from parley.joining.standing import Standing
from parley.joining.telling import telling_of
from parley.terms.enums import Outcome, Reality
from parley.terms.statement import Proposal

KNOWN = Standing([ENVOY])
REPORTS = {r.id: r for r in (report("r1"), report("r2"), report("r3", "2031-03-06"))}


def kinds(*proposals: Proposal) -> list[int]:
    """How many tellings each kind holds."""
    told = sorted((telling_of(p, REPORTS, {}) for p in proposals), key=lambda t: t.order)
    return [len(k.tellings) for k in kinds_of(told, KNOWN)]


def test_like_tellings_of_one_day_are_one_kind() -> None:
    """The same act, sides, day and words of two reports of one day are one kind; another day's is another."""
    day = on("2031-03-04")
    assert kinds(proposal(attack(), "r1", date=day), proposal(attack(), "r2", date=day)) == [2]
    assert kinds(proposal(attack(), "r1", date=day), proposal(attack(), "r2", date=on("2031-03-05"))) == [1, 1]


def test_likeness_that_speaks_for_nothing_makes_no_kind() -> None:
    """Undated talks of two reports are alike, yet may be two meetings."""
    told = [proposal(talk("ardova", "belmark", outcome=Outcome.UNKNOWN), r) for r in ("r1", "r2")]
    assert kinds(*told) == [1, 1]


def test_a_report_among_many_does_not_deny_itself() -> None:
    """What one report tells as done and as not done stays two, though a second report tells of it as done."""
    day = on("2031-03-04")
    done = [proposal(attack(), r, date=day) for r in ("r1", "r2")]
    not_done = proposal(attack(), "r2", 24, date=day, reality=Reality.DID_NOT_HAPPEN)
    first, second = kinds_of(
        sorted((telling_of(p, REPORTS, {}) for p in (*done, not_done)), key=lambda t: t.order), KNOWN
    )
    assert opposed(first, second, KNOWN)
    assert [len(s.mentions) for s in join((*done, not_done), REPORTS.values(), ACTORS, (ENVOY,)).statements] == [2, 1]


def _retold(many: int) -> list[Proposal]:
    """One attack as told by so many reports, every fourth without a date, every fifth as a denial."""
    return [
        proposal(
            attack(),
            f"r{n}",
            date=on("2031-03-04") if n % 4 else None,
            reality=Reality.HAPPENED if n % 5 else Reality.DID_NOT_HAPPEN,
            voices=[voice("belmark", report=f"r{n}")] if not n % 5 else None,
        )
        for n in range(many)
    ]


def _cost(told: Sequence[Proposal]) -> float:
    """The least processor time of three joinings, in seconds."""
    reports = [report(p.report) for p in told]
    costs = []
    for _ in range(3):
        start = time.process_time()
        assert len(join(told, reports, ACTORS, (ENVOY,)).statements) == 1
        costs.append(time.process_time() - start)
    return min(costs)


def test_one_event_retold_costs_by_its_tellings_not_by_their_pairs() -> None:
    """Eight times the reports of one event cost about eight times as much; by pairs it would be 64 times."""
    assert _cost(_retold(2400)) < 24 * _cost(_retold(300))
