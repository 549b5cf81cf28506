"""Spans, ids and the actors that a body names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import values

from parley.terms.bodies import BODIES, actors_in
from parley.terms.enums import Form
from parley.terms.report import hash_of, report_of
from parley.terms.statement import proposal_id
from parley.terms.values import Span
from parley.terms.wire import to_plain

SPANS = values(Span)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_runs_forward_from_nought(start: int, end: int) -> None:
    """Anything else is refused where it is made."""
    with pytest.raises(ValueError, match="runs forward"):
        Span(start, end)


@given(SPANS, SPANS, st.text(max_size=60))
def test_spans(a: Span, b: Span, text: str) -> None:
    """One that holds another meets it unless it is empty; meeting is mutual; its words are the text's."""
    assert a.holds(a)
    assert a.meets(b) is b.meets(a)
    assert not a.holds(b) or b.start == b.end or a.meets(b)
    assert a.of(text) == text[a.start : a.end]


def test_an_id_is_of_report_form_head_and_reader() -> None:
    """Each of the four changes it; nothing else goes into it, so that a newer version finds the same place again."""
    own = proposal_id("r1", Form.EVENT, Span(3, 7), "a")
    others = {
        proposal_id("r2", Form.EVENT, Span(3, 7), "a"),
        proposal_id("r1", Form.TIE, Span(3, 7), "a"),
        proposal_id("r1", Form.EVENT, Span(3, 8), "a"),
        proposal_id("r1", Form.EVENT, Span(2, 7), "a"),
        proposal_id("r1", Form.EVENT, Span(3, 7), "b"),
    }
    assert own == proposal_id("r1", Form.EVENT, Span(3, 7), "a")
    assert own not in others
    assert len(others) == 5


@given(st.text())
def test_a_reports_id_is_its_texts(text: str) -> None:
    """The same text, the same id and hash, lone surrogates and all; an id that is given stays."""
    assert report_of(text).sha256 == hash_of(text) == report_of(text, id="x", title="T").sha256
    assert report_of(text).id == report_of(text, publisher="P").id == hash_of(text)[:16]
    assert report_of(text, id="x").id == "x"


@given(st.sampled_from(Form).flatmap(lambda form: values(BODIES[form])))
def test_actors_in_a_body_are_each_named_once(body: object) -> None:
    """No actor is listed twice, and every id that stands among the body's actors is listed."""
    named = actors_in(body)  # type: ignore[arg-type]
    plain = to_plain(body)
    assert len(set(named)) == len(named)
    for field in ("actors", "recipients", "from", "to", "gainers", "losers", "mediators", "hosts"):
        told = plain.get(field) or []
        assert {told} <= set(named) if isinstance(told, str) else set(told) <= set(named)
