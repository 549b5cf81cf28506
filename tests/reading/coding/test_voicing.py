"""Voices: who is heard on a predicate, with what stance, and through whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, readings

from parley.terms.enums import Form
from parley.terms.layers import Reading
from parley.terms.statement import Proposal
from parley.terms.values import Voice

TABLE = Path(__file__).with_name("voicing.tsv")


def _event(reading: Reading, case: Case) -> Proposal:
    (at,) = case.spans
    found = [p for p in reading.proposals if p.form is Form.EVENT and at.start <= p.head.start < at.end]
    assert len(found) == 1, [p.body for p in reading.proposals]
    return found[0]


def _said(v: Voice) -> str:
    through = f" via {', '.join(v.via)}" if v.via else ""
    return f"{v.who or 'nobody'} {v.stance.value}{through}"


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_predicate_is_voiced_by_whom_it_should(case: Case) -> None:
    """The innermost speaks; who passes it on stands in `via`; unnamed voices allege; a denial is the denier's."""
    voices = _event(readings(TABLE)[case.text], case).voices
    assert {_said(v) for v in voices} == set(case.wanted[0].split("; "))


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_voice_quotes_the_word_that_says_so(case: Case) -> None:
    """Each voice but the report's own shows its cue, verbatim; who is heard through others is not the report."""
    voices = _event(readings(TABLE)[case.text], case).voices
    for v in voices:
        if v.who == "report":
            assert (v.quote, len(voices)) == (None, 1)
        elif v.start is not None:
            assert v.quote == case.text[v.start : v.end]
