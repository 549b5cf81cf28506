"""Whom an act faces where its own words leave it out, and people who stay as they are described."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, readings, wanted_of

from parley.terms.bodies import Event

TABLE = Path(__file__).with_name("facing.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_the_other_side_is_the_one_that_is_plain(case: Case) -> None:
    """One other side in the sentence, or faced just before, is meant; of several nobody is."""
    (at,) = case.spans
    made = readings(TABLE)[case.text].proposals
    here = [(p, p.body) for p in made if isinstance(p.body, Event) and at.start <= p.head.start < at.end]
    got = [(e.type.value, set(e.actors), set(e.recipients), p.reality.value) for p, e in here]
    code, actors, recipients, reality = case.wanted
    assert got == ([] if code == "-" else [(code, wanted_of(actors), wanted_of(recipients), reality)])
