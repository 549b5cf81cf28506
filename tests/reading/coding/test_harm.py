"""Whom an act harmed, how many, and whose they were."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, readings

from parley.terms.bodies import Event

TABLE = Path(__file__).with_name("harms.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_harm_is_told_with_its_act(case: Case) -> None:
    """The kind, the range and the side of what an act did; nothing where nobody was harmed or nobody is counted."""
    (at,) = case.spans
    made = readings(TABLE)[case.text].proposals
    here = [p.body for p in made if isinstance(p.body, Event) and at.start <= p.head.start < at.end]
    got = [(h.kind.value, h.low, h.high, h.side) for e in here for h in e.harm]
    (wanted,) = case.wanted
    assert got == ([] if wanted == "-" else [_harm(*wanted.split())])


def _harm(kind: str, low: str, high: str, side: str) -> tuple[str, int | None, int | None, str | None]:
    return kind, None if low == "-" else int(low), None if high == "-" else int(high), None if side == "-" else side


def test_a_toll_is_no_act_beside_its_attack() -> None:
    """Of "the fighting claimed lives" the fighting is told, once."""
    text = "The fighting claimed the lives of 15 troops."
    told = [p.body for p in readings(TABLE)[text].proposals if isinstance(p.body, Event)]
    assert len(told) == 1
