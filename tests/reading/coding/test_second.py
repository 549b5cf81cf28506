"""The second opinion: what it adds to the rules, and what it never does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.coding import events
from parley.reading.coding.making import Coded
from parley.reading.english import default
from parley.reading.gazetteer import load
from parley.reading.learned.weights import shipped
from parley.reading.pass_over import Passage, cast_of
from parley.reading.pipeline import parse
from parley.reading.stages import Guard
from parley.terms.report import report_of
from parley.terms.values import LEARNED, Trace

SAID = (
    "The rebels charged the crowd near the bridge.",
    "Four days of pounding by the air force have driven the rebels from the valley.",
    "Troops ringed the embassy on Monday, and the ambassador slipped away.",
)


def coded(text: str, vectors: bool = True, learned: bool = True) -> list[Coded]:
    """The events of a text."""
    doc = parse(text)
    doc = doc if vectors else replace(doc, vectors=None)
    at, args, _ = cast_of(Passage(report_of(text, id="r"), (), load(), "second"), doc, Guard("r"))
    return list(events.events(at.doc, at.books.events, args, learned))


def added(text: str, vectors: bool = True) -> dict[str, str]:
    """The words at which it adds an event, each with its type."""
    return {c.head.text: c.event.type.value for c in coded(text, vectors) if c.rule.startswith(f"{LEARNED}.")}


def test_it_tells_an_act_that_no_phrase_of_the_codebook_tells() -> None:
    """A listed verb with an object that no entry has."""
    assert added(SAID[0]) == {"charged": "ASSAULT"}


@pytest.mark.parametrize("text", SAID)
def test_what_the_rules_found_stays_as_it_is(text: str) -> None:
    """It adds events, and changes none of type and place."""
    ruled = {(c.head.i, c.event.type) for c in coded(text, learned=False)}
    assert ruled <= {(c.head.i, c.event.type) for c in coded(text)}


def test_another_pipeline_is_read_by_its_traits_alone() -> None:
    """Without the vectors that it was fitted with it still works."""
    assert added(SAID[0], vectors=False) == {"charged": "ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels blorped the crowd near the bridge.",
        "The striker charged the goalkeeper in the second half.",
        "Snow fell on the harbour all night.",
        "The minister played the piano.",
    ],
)
def test_what_the_codebook_does_not_list_or_is_no_act_is_left_alone(text: str) -> None:
    """No word is guessed at, and games and shops are no politics."""
    assert added(text) == {}


def test_a_trace_says_that_it_was_learned() -> None:
    """Whoever asks why sees that no entry of the codebook told it."""
    reading = default().read(report_of(SAID[0], id="r"))
    (charged,) = [p for p in reading.proposals if p.quote[p.head.start : p.head.end] == "charged"]
    assert charged.trace[0] == Trace("event", "second.assault", charged.head.start, charged.head.end)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(shipped().rows)), max_size=40))
def test_any_traits_have_chances(traits: list[str]) -> None:
    """Whatever traits come together, all types' chances add up to one."""
    assert sum(shipped().type_chances(traits, [None, None, None]).values()) == pytest.approx(1, abs=1e-3)


def test_the_sides_of_a_phrase_are_not_those_of_its_verb() -> None:
    """To walk free is undergone; who walks out of a place does so."""
    (walks,) = [c for c in coded("Norway walks out of Geneva as Sweden celebrates.") if c.head.text == "walks"]
    assert walks.event.actors == ("norway",)
