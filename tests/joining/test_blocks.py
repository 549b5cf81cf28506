"""Which tellings are compared: all that could be one, and few others."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.joining.builder import ENVOY, attack, meeting, on, proposal, report, talk

from parley.joining.blocks import across, within
from parley.joining.evidence import evidence
from parley.joining.standing import Standing
from parley.joining.telling import Telling, telling_of
from parley.terms.bodies import About, Event, Judgement, Position, Role, Tie
from parley.terms.enums import PositionStance, Reality, Relation, Root, Verdict
from parley.terms.values import Span

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


BODIES = (
    *(attack((a,), b) for a in ("orlan", "ardova", "reed-front") for b in ((), ("belmark",), ("ardova", "belmark"))),
    Event(Root.ASSAULT, recipients=("belmark",)),
    Event(Root.ASSAULT),
    *(meeting(*w) for w in (("ardova",), ("orlan", "belmark"), ("ardova", "belmark", "reed-front"))),
    Event(Root.CONSULT, actors=("ardova",), recipients=("belmark",)),
    Event(Root.CONSULT, recipients=("ardova",)),
    talk("orlan"),
    talk("ardova", "belmark"),
    talk("ardova", "belmark", "reed-front"),
    Tie(("ardova",), ("belmark",), Relation.ALLIED, 1),
    Tie(("belmark",), ("orlan",), Relation.ALLIED, 1),
    Position("orlan", "a truce", None, PositionStance.FOR),
    Role("orlan", "envoy", "ardova"),
    Judgement(About(text="the port"), Verdict.FAILURE),
)
REPORTS = {r.id: r for r in (report("r1"), report("r2", "2031-03-06"), report("r3", None))}
TOLD = st.builds(
    proposal,
    st.sampled_from(BODIES),
    st.sampled_from(sorted(REPORTS)),
    st.sampled_from([0, 24, 48]),
    reality=st.sampled_from([Reality.HAPPENED, Reality.PLANNED]),
    date=st.sampled_from([None, on("2031-03-04"), on("2031-03-01", "2031-03-31")]),
    sentence=st.sampled_from([None, Span(0, 200)]),
).map(lambda p: telling_of(p, REPORTS, {}))


@given(st.lists(TOLD, max_size=8))
def test_no_pair_for_which_anything_speaks_is_passed_over(told: list[Telling]) -> None:
    """Whatever sides are named or left out, in one report or in two; lower index first, each pair once."""
    apart, together = list(across(told, KNOWN)), list(within(told, KNOWN))
    for found in (apart, together):
        assert len(set(found)) == len(found)
        assert all(i < j for i, j in found)
    for i, j in combinations(range(len(told)), 2):
        if evidence(told[i], told[j], KNOWN):
            assert (i, j) in (together if told[i].report == told[j].report else apart)


def test_one_long_report_compares_few() -> None:
    """Two hundred attacks by and on twenty are not twenty thousand pairs."""
    names = [f"a{n}" for n in range(20)]
    told = [
        telling_of(proposal(attack((names[n % 20],), (names[(n * 7 + n // 20) % 20],)), start=0), REPORTS, {})
        for n in range(200)
    ]
    moved = [replace(t, proposal=replace(t.proposal, head=Span(n, n + 1))) for n, t in enumerate(told)]
    assert len(list(within(moved, KNOWN))) < 2000


def test_candidates_grow_with_the_tellings_not_with_their_square() -> None:
    """Four times the tellings over four times the days are about four times the pairs."""
    few, many = (len({*across(tellings(days), KNOWN), *within(tellings(days), KNOWN)}) for days in (25, 100))
    assert many < 5 * few
