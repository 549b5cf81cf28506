"""From grammatical places to actors."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, case, cases, documents, wanted_of, who_in

from parley.reading.coding.arguments import Arguments
from parley.reading.document import Document
from parley.reading.predicates.frames import Frame, frame_of

TABLE = Path(__file__).with_name("arguments.tsv")


def _asked(given: Case, doc: Document) -> tuple[Arguments, Frame]:
    who = who_in(doc)
    (word,) = given.words(doc)
    return Arguments(doc, who.cast, who), frame_of(doc, word)


def _row(text: str) -> tuple[Arguments, Frame]:
    wanted = case(text).text
    given = next(c for c in cases(TABLE) if c.text == wanted)
    return _asked(given, documents(TABLE)[wanted])


@pytest.mark.parametrize("given", cases(TABLE), ids=lambda c: f"{c.text} {c.wanted[0]}")
def test_a_place_of_a_frame_has_its_actors(given: Case) -> None:
    """Subjects, objects, owners and what follows a preposition, through possessors, tools and relative words."""
    args, frame = _asked(given, documents(TABLE)[given.text])
    assert set(args.at(frame, given.wanted[0])) == wanted_of(given.wanted[1])


def test_the_first_place_with_somebody_decides() -> None:
    """Places are tried in order, those left out do not count, and where nobody stands there is nobody."""
    args, frame = _row("Norway [attacked] Sweden.")
    assert args.first(frame, ("indirect", "object", "subject")) == ("sweden",)
    assert args.first(frame, ("object", "subject"), but=("sweden",)) == ("norway",)
    assert args.first(frame, ("indirect",)) == ()


def test_all_places_name_each_actor_once() -> None:
    """The union over places keeps their order."""
    args, frame = _row("Norway [attacked] Sweden.")
    assert args.all(frame, ("object", "subject", "object")) == ("sweden", "norway")
