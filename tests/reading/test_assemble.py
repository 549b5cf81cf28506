"""Findings to proposals: quote, head, trace, polarity and ids."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.actors.cast import Cast
from parley.reading.actors.who import Who
from parley.reading.assemble import Context, proposal, unique
from parley.reading.commitment.calculus import Commitment, Cue
from parley.reading.document import Token
from parley.reading.english import default
from parley.reading.pipeline import parse
from parley.terms.bodies import Event
from parley.terms.enums import DateBasis, Form, Reality, Root, Stance
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import Date, Trace, Voice

DOC = parse("Oslo was calm. Norway attacked Sweden on Monday, it said.")
HEAD = next(t for t in DOC.tokens if t.text == "attacked")
SAID = next(t for t in DOC.tokens if t.text == "said")
DAY = Date("2020-03-30", "2020-03-30", "on Monday", DateBasis.RELATIVE, None)
EVENT = Event(Root.ASSAULT, None, None, ("norway",), ("sweden",))


def _context(made: Commitment) -> Context:
    """A context in which every word has one commitment, one day and no place."""
    who = Who(DOC, Cast(default().gazetteer))
    fields = {"report": "r", "reader": "reader 1", "doc": DOC, "who": who, "quotes": ()}
    known = set(Context.__dataclass_fields__) - {*fields, "commitment", "when", "where"}
    spare: dict[str, object] = dict.fromkeys(known, ())
    return Context(**fields, **spare, commitment=lambda _: made, when=lambda _: DAY, where=lambda _: ())  # type: ignore[arg-type]


def _made(reality: Reality = Reality.HAPPENED, *cues: Cue) -> Commitment:
    return Commitment(reality, cues, (Trace("commitment", "any", SAID.start, SAID.end),))


def _cue(stance: Stance, *speakers: Token) -> Cue:
    return Cue(SAID, stance, speakers, "say")


def test_a_proposal_quotes_its_sentence() -> None:
    """The quote is the head's sentence, verbatim, and the id is that of report, form, head and reader."""
    p = proposal(_context(_made()), Form.EVENT, HEAD, EVENT, "attack")
    assert p.quote == DOC.text[p.start : p.end] == "Norway attacked Sweden on Monday, it said."
    assert p.head == HEAD.span
    assert p.id == proposal_id("r", Form.EVENT, HEAD.span, "reader 1")
    assert (p.date, p.places, p.links) == (DAY, (), ())


def test_the_trace_names_the_rule_then_what_embeds() -> None:
    """First which rule coded the head, then the words that set voice and reality."""
    p = proposal(_context(_made()), Form.EVENT, HEAD, EVENT, "attack")
    assert p.trace[0] == Trace("event", "attack", HEAD.start, HEAD.end)
    assert p.trace[1:] == _made().trace


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.ALLEGES, Stance.DOUBTS, Stance.DENIES])
def test_a_denied_claim_is_held_in_its_positive_form(stance: Stance) -> None:
    """Only the denial of something not done is turned round; whatever else is told as not done stays so."""
    p = proposal(_context(_made(Reality.DID_NOT_HAPPEN, _cue(stance))), Form.EVENT, HEAD, EVENT, "attack")
    if stance is Stance.DENIES:
        assert (p.reality, {v.stance for v in p.voices}) == (Reality.HAPPENED, {Stance.ASSERTS})
    else:
        assert p.reality is Reality.DID_NOT_HAPPEN


def test_an_event_is_coded_as_plover_would() -> None:
    """A planned attack is a threat, one that did not happen has no code; the act itself stays."""
    happened, not_done = (
        proposal(_context(_made(r)), Form.EVENT, HEAD, EVENT, "attack")
        for r in (Reality.HAPPENED, Reality.DID_NOT_HAPPEN)
    )
    assert isinstance(happened.body, Event)
    assert isinstance(not_done.body, Event)
    assert happened.body.plover is not None
    assert not_done.body.plover is None
    assert happened.body.type is not_done.body.type is Root.ASSAULT


def test_what_the_caller_knows_better_stands() -> None:
    """Reality and voices that are given are not worked out."""
    voice = Voice("r", "finland", Stance.ALLEGES)
    p = proposal(
        _context(_made()), Form.EVENT, HEAD, EVENT, "attack", reality=Reality.PLANNED, voices=(voice,), confidence=0.9
    )
    assert (p.reality, p.voices, p.confidence) == (Reality.PLANNED, (voice,), 0.9)


ANY = proposal(_context(_made()), Form.EVENT, HEAD, EVENT, "attack")
PROPOSALS = st.lists(
    st.builds(lambda n, c: replace(ANY, id=f"p{n}", confidence=c), st.integers(0, 3), st.sampled_from([0.2, 0.5, 0.9])),
    max_size=8,
)


@given(PROPOSALS)
def test_one_proposal_an_id(found: list[Proposal]) -> None:
    """Of those with one id the most confident stays, the first of equals, in the order in which ids first came."""
    kept = unique(found)
    assert [p.id for p in kept] == list(dict.fromkeys(p.id for p in found))
    for p in kept:
        rivals = [q for q in found if q.id == p.id]
        assert p is next(q for q in rivals if q.confidence == max(r.confidence for r in rivals))
