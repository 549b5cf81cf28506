"""Events: who did what to whom, from any construction, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, readings, wanted_of

from parley.reading.english import default
from parley.terms.bodies import Event
from parley.terms.enums import Form, Root
from parley.terms.report import report_of
from parley.terms.statement import Proposal

TABLE = Path(__file__).with_name("events.tsv")


def _events(case: Case) -> list[tuple[Proposal, Event]]:
    made = readings(TABLE)[case.text].proposals
    return [(p, p.body) for p in made if p.form is Form.EVENT and isinstance(p.body, Event)]


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: f"{c.text} {c.spans[0].start}")
def test_an_act_is_coded_with_its_sides(case: Case) -> None:
    """The word in brackets yields the code, actors, recipients and reality of its row, or nothing."""
    (at,) = case.spans
    here = [(p, e) for p, e in _events(case) if at.start <= p.head.start < at.end]
    got = [(e.type.value, set(e.actors), set(e.recipients), p.reality.value) for p, e in here]
    code, actors, recipients, reality = case.wanted
    assert got == ([] if code == "-" else [(code, wanted_of(actors), wanted_of(recipients), reality)])


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: f"{c.text} {c.spans[0].start}")
def test_an_act_is_told_once(case: Case) -> None:
    """No code comes twice with the same sides: a verb and its noun are one act; nobody is on both sides."""
    told = [(e.type, e.actors, e.recipients) for _, e in _events(case)]
    assert len(told) == len(set(told))
    assert all(not set(e.actors) & set(e.recipients) for _, e in _events(case))


CARRIED = {
    "Norway stepped up its attacks on Sweden.": None,
    "Norway renewed its assault.": None,
    "Norway repelled a raid.": "a raid",
    "Norway bombed a bridge.": "a bridge",
}


@pytest.mark.parametrize(("text", "thing"), CARRIED.items())
def test_an_attack_that_is_carried_on_is_the_act_and_no_target(text: str, thing: str | None) -> None:
    """What one steps up or renews is the act itself; what one repels, or bombs, is what the act is done to."""
    (act,) = [p.body for p in default().read(report_of(text)).proposals if isinstance(p.body, Event)]
    assert (act.type, act.actors) == (Root.ASSAULT, ("norway",))
    assert (act.object.text if act.object else None) == thing
