"""Resolutions tell in each line what the body named above them does."""

from __future__ import annotations

import pytest

from parley.reading.english import EnglishReader
from parley.terms.bodies import Event
from parley.terms.enums import Root
from parley.terms.report import report_of

HEAD = "The African Union Peace and Security Council,\n\n"


def events(text: str) -> list[Event]:
    """The events of a text."""
    return [p.body for p in EnglishReader().read(report_of(text, id="r")).proposals if isinstance(p.body, Event)]


@pytest.mark.parametrize(
    ("line", "root"),
    [
        ("Strongly condemns the attack by Sudan on Chad;", Root.ACCUSE),
        ("Rain fell on Goma.\n\nUrges Sudan to leave Chad;", Root.REQUEST),
    ],
)
def test_a_line_that_begins_with_its_verb_is_of_the_body_above(line: str, root: Root) -> None:
    """Whatever stands between."""
    told = [e for e in events(HEAD + line) if e.type is root]
    assert told
    assert all("council" in a or "psc" in a for e in told for a in e.actors)
    assert all(e.actors for e in told)


@pytest.mark.parametrize("text", ["Strongly condemns the attack by Sudan on Chad;", "The rain,\n\nCondemns Sudan;"])
def test_without_a_body_above_nobody_is_guessed(text: str) -> None:
    """A line of nobody stays one."""
    assert all(not e.actors for e in events(text) if e.type is Root.ACCUSE)
