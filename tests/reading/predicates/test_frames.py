"""Frames: who does what to whom, whatever the construction."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, documents

from parley.reading.document import Document, Token
from parley.reading.predicates.frames import Frame, frame_of, is_passive, subjects_of

TABLE = Path(__file__).with_name("frames.tsv")
CASES = cases(TABLE)


def _frame(case: Case) -> Frame:
    doc = documents(TABLE)[case.text]
    (word,) = case.words(doc)
    return frame_of(doc, word)


def _texts(tokens: tuple[Token, ...]) -> str:
    return ", ".join(t.text for t in tokens) or "-"


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.text} {c.spans[0].start}")
def test_a_frame_has_its_subjects_and_objects(case: Case) -> None:
    """Passives, relatives, control, light verbs and nouns all yield who acts and who or what it is done to."""
    frame = _frame(case)
    assert (_texts(frame.subjects), _texts(frame.objects)) == case.wanted[:2]


@pytest.mark.parametrize("case", [c for c in CASES if len(c.wanted) > 2], ids=lambda c: f"{c.text} {c.spans[0].start}")
def test_a_frame_has_what_follows_its_prepositions(case: Case) -> None:
    """A named preposition's object is found after it; what only a source follows is no argument."""
    frame = _frame(case)
    place, wanted = case.wanted[2].split(": ")
    found = frame.indirect if place == "indirect" else frame.after(place.removeprefix("not "))
    assert (wanted in {t.text for t in found}) is not place.startswith("not ")


@pytest.mark.parametrize("text", [c.text for c in CASES])
def test_any_word_has_a_frame_of_its_own_sentence(text: str) -> None:
    """Asking for any word's frame ends, and its arguments are words of the document, none the word itself."""
    doc: Document = documents(TABLE)[text]
    for t in doc.tokens:
        frame = frame_of(doc, t)
        arguments = [*frame.subjects, *frame.objects, *frame.indirect, *(o for _, found in frame.preps for o in found)]
        assert frame.head == t
        assert all(doc.tokens[a.i] == a and a.i != t.i for a in arguments)
        assert {s.i for s in subjects_of(doc, t)} <= set(range(len(doc.tokens)))
        assert is_passive(doc, t) in {True, False}


def test_objects_come_in_the_order_of_the_prepositions_asked_for() -> None:
    """The first preposition that is asked for decides, not the first in the text."""
    case = next(c for c in CASES if c.text.startswith("The shelling of"))
    frame = _frame(case)
    assert [t.text for t in frame.after("by", "of")] == ["Norway", "Sweden"]
    assert frame.after() == ()
