"""Whom a headline means is told by the report below it."""

from __future__ import annotations

import pytest

from parley.reading.english import EnglishReader
from parley.terms.report import report_of

BODY = "The Chadian government met Hezbollah in Oslo. The government left early. The rebels stayed."
MEANT = (
    ("Rebels and government meet in Oslo", {"hezbollah", "chad"}),
    ("Rebels and government met in Oslo.", {"rebels", "government"}),
    ("Farmers and government meet in Oslo", {"farmers", "chad"}),
)


@pytest.mark.parametrize(("title", "actors"), MEANT)
def test_a_bare_noun_of_a_headline_is_who_is_meant_by_it_below(title: str, actors: set[str]) -> None:
    """A sentence of the text is read as it stands, and who is never named stays a description."""
    mentions = EnglishReader().read(report_of(f"{title}\n\n{BODY}", id="r")).mentions
    assert {m.actor for m in mentions if m.end <= len(title)} == actors
