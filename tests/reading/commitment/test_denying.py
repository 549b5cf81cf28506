"""Denials by their object."""

from __future__ import annotations

import pytest

from parley.reading.commitment.denying import denied_things
from parley.reading.commitment.signatures import lexicon
from parley.reading.pipeline import parse


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("Norway denied the charges.", ["charges"]),
        ("Norway rejected the claim.", ["claim"]),
        ("Norway scoffed at the idea.", ["idea"]),
        ("The charges were denied by Norway.", ["charges"]),
        ("Norway called the allegation absurd.", ["allegation"]),
        ("The army made a claim that residents dispute.", ["claim"]),
        ("Norway called the plan absurd.", []),
        ("Norway called the report useful.", []),
        ("Norway rejected the plan.", []),
        ("Norway denied the envoy a visa.", []),
        ("The envoy was denied a visa.", []),
        ("The parties contested the election.", []),
        ("The parties contested the allegation.", ["allegation"]),
    ],
)
def test_what_is_denied_is_a_claim(text: str, things: list[str]) -> None:
    """A claim that is rejected is denied; a plan is not, nor is what somebody is refused."""
    doc = parse(text)
    assert [noun.text for _, noun in denied_things(doc, lexicon())] == things
