"""Clauses whose shape alone says that they are not told as fact."""

from __future__ import annotations

import pytest

from parley.reading.commitment.unreal import all_but, inverted, left_open, polar_question, posture
from parley.reading.document import Document, Token
from parley.reading.pipeline import parse


def starred(marked: str) -> tuple[Document, Token]:
    """The parse of a sentence and its starred word."""
    doc = parse(marked.replace("*", ""))
    return doc, next(t for t in doc.tokens if t.start == marked.index("*"))


@pytest.mark.parametrize(
    ("marked", "asked"),
    [
        ("Was Sweden *attacked* by Norway?", True),
        ("Has Norway *attacked* Sweden?", True),
        ("Why did Norway *attack* Sweden?", False),
        ("Norway *attacked* Sweden.", False),
    ],
)
def test_only_a_polar_question_takes_nothing_as_given(marked: str, asked: bool) -> None:
    """A question that opens with an auxiliary asks whether; one that opens with a question word does not."""
    assert polar_question(*starred(marked)) is asked


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("The minister asked whether Norway had *attacked* Sweden.", True),
        ("They will decide whether Norway *attacked* Sweden.", True),
        ("The minister said that Norway had *attacked* Sweden.", False),
    ],
)
def test_what_is_asked_is_left_open(marked: str, left: bool) -> None:
    """An indirect question is left open, a reported statement is not."""
    assert left_open(*starred(marked)) is left


def test_an_auxiliary_before_its_subject_is_a_condition() -> None:
    """The same auxiliary behind its subject tells of what was."""
    assert inverted(*starred("Had Norway *attacked*, Sweden would have fled."))
    assert not inverted(*starred("Norway had *attacked*."))


def test_all_but_is_not_all() -> None:
    """Both words must stand right before the verb."""
    assert all_but(*starred("Norway has all but *attacked* Sweden."))
    assert not all_but(*starred("All attacked but *fled*."))


def test_a_posture_is_its_doers() -> None:
    """Who poses is who claims; who merely works as something does not pose."""
    doc, t = starred("Norway presents itself as a friend, *backing* Sweden.")
    assert [k.text for k in posture(doc, t, doc.head(t))] == ["Norway"]
    doc, t = starred("Norway worked as a mediator, *backing* Sweden.")
    assert posture(doc, t, doc.head(t)) == ()
