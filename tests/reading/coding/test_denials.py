"""Denials and confirmations of what was said before, in the report's later sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, readings

from parley.terms.enums import Form
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.layers import Reading
from parley.terms.statement import Proposal

TABLE = Path(__file__).with_name("denials.tsv")


def _event(reading: Reading, case: Case) -> Proposal:
    (at,) = case.spans
    (found,) = [p for p in reading.proposals if p.form is Form.EVENT and at.start <= p.head.start < at.end]
    return found


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_an_answer_joins_what_it_answers(case: Case) -> None:
    """A denial joins the nearest claim before it that is somebody else's; what the report itself tells stays."""
    voices = _event(readings(TABLE)[case.text], case).voices
    assert {f"{v.who} {v.stance.value}" for v in voices} == set(case.wanted[0].split("; "))
    assert len(voices) == len({(v.who, v.stance) for v in voices})


@pytest.mark.parametrize("case", [c for c in cases(TABLE) if "denies" in c.wanted[0]], ids=lambda c: c.text)
def test_what_is_denied_is_no_fact(case: Case) -> None:
    """A claim with a denial is contested, never a fact, and the denial quotes its verb."""
    told = _event(readings(TABLE)[case.text], case)
    assert not counts_as_fact(status_of(told.voices), told.reality)
    denial = next(v for v in told.voices if v.stance.value == "denies")
    assert denial.start is not None
    assert denial.start > case.spans[0].end
    assert denial.quote == case.text[denial.start : denial.end]
