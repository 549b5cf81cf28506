"""Attempts to mediate have the outcome that they had, and who mediates is told by itself."""

from __future__ import annotations

import pytest

from parley.reading.english import EnglishReader
from parley.terms.bodies import TalkBody
from parley.terms.report import report_of

OFFERS = (
    ("Qatar offered to mediate between Chad and Sudan in 2021, but Chad turned the offer down.", "refused"),
    ("Qatar offered to mediate between Chad and Sudan in 2021. Norway turned the offer down.", "possible"),
    ("Qatar offered to mediate between Chad and Sudan in 2021.", "possible"),
)
BROUGHT = (
    ("Chad and Sudan met in Oslo. Qatar mediated.", ("qatar",)),
    ("Chad and Sudan met in Oslo. Qatar did not mediate.", ()),
    ("Chad and Sudan met in Oslo. Rain fell. The market was shut. Qatar mediated.", ()),
    ("Chad and Sudan met in Oslo. Sudan mediated.", ()),
)


def talk(text: str) -> TalkBody:
    """The one talk of a text."""
    proposals = EnglishReader().read(report_of(text, id="r")).proposals
    (body,) = [p.body for p in proposals if isinstance(p.body, TalkBody)]
    return body


@pytest.mark.parametrize(("text", "outcome"), OFFERS)
def test_an_offer_that_a_side_turns_down_was_refused(text: str, outcome: str) -> None:
    """By one of the sides; what others make of it changes nothing."""
    assert talk(text).outcome.value == outcome


@pytest.mark.parametrize(("text", "mediators"), BROUGHT)
def test_who_mediated_is_told_after_the_talk(text: str, mediators: tuple[str, ...]) -> None:
    """In the sentence behind, by somebody who is no side."""
    assert talk(text).mediators == mediators
