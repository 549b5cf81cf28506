"""Which tellings are compared: all that could be one, and few others."""

from __future__ import annotations

import datetime as dt

from tests.joining.builder import ENVOY, attack, meeting, on, proposal, report

from parley.joining.blocks import across, within
from parley.joining.evidence import evidence
from parley.joining.standing import Standing
from parley.joining.telling import Telling, telling_of

KNOWN = Standing([ENVOY])


def tellings(days: int) -> list[Telling]:
    """A meeting and an attack every third day, each told by two reports, by state and by envoy in turn."""
    reports = {f"r{n}": report(f"r{n}", _day(n // 2 * 3)) for n in range(2 * days)}
    told: list[Telling] = []
    for n, r in enumerate(reports):
        who, day = ("orlan", "ardova")[n % 2], on(_day(n // 2 * 3))
        told += [
            telling_of(p, reports, {})
            for p in (proposal(meeting(who, "belmark"), r, date=day), proposal(attack((who,)), r, 24))
        ]
    return told


def _day(n: int) -> str:
    return (dt.date(2031, 1, 1) + dt.timedelta(days=n)).isoformat()


def test_blocking_misses_nothing_that_speaks_for_a_join() -> None:
    """Every pair for which there is evidence is a candidate."""
    told = tellings(20)
    found = {*across(told, KNOWN), *within(told, KNOWN)}
    for i, a in enumerate(told):
        for j in range(i + 1, len(told)):
            if a.act == told[j].act and evidence(a, told[j], KNOWN):
                assert (i, j) in found


def test_candidates_grow_with_the_tellings_not_with_their_square() -> None:
    """Four times the tellings over four times the days are about four times the pairs."""
    few, many = (len({*across(tellings(days), KNOWN), *within(tellings(days), KNOWN)}) for days in (25, 100))
    assert many < 5 * few
