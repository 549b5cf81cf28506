"""Links: an act of speech to what it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, readings

from parley.terms.enums import Form, LinkRel

TABLE = Path(__file__).with_name("links.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_an_act_of_speech_leads_to_what_it_says(case: Case) -> None:
    """The first bracket's event has a `content` link to the second's, and not the other way round."""
    made = [p for p in readings(TABLE)[case.text].proposals if p.form is Form.EVENT]
    act, said = (next(p for p in made if at.start <= p.head.start < at.end) for at in case.spans)
    assert [(k.rel, k.to) for k in act.links] == [(LinkRel.CONTENT, said.id)]
    assert not said.links


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_links_lead_to_proposals_of_the_report(case: Case) -> None:
    """No link leads to itself or to nothing, and none comes twice."""
    made = readings(TABLE)[case.text].proposals
    for p in made:
        assert {k.to for k in p.links} <= {q.id for q in made} - {p.id}
        assert len(p.links) == len(set(p.links))
