"""Credits: whose picture, line or saying it is, by a name alone."""

from __future__ import annotations

import pytest

from parley.reading.commitment.credits import credits_of
from parley.reading.pipeline import parse


def found(text: str) -> list[tuple[str, str]]:
    """The name and the first word credited to it."""
    doc = parse(text)
    return [(" ".join(t.text for t in c.name), doc.tokens[c.first].text) for c in credits_of(doc)]


@pytest.mark.parametrize(
    ("text", "name", "first"),
    [
        ("Rebels on a bridge near the port. Image: Ann Lee.", "Ann Lee", "Rebels"),
        ("The port fell within a week (source: Port Authority).", "Port Authority", "The"),
        ("Nothing will come of nothing. \u2014 Ann Lee", "Ann Lee", "Nothing"),
        ("The bridge at dawn, copyright Ann Lee.", "Ann Lee", "The"),
    ],
)
def test_a_name_after_a_mark_is_credited(text: str, name: str, first: str) -> None:
    """What stands before it is credited to the name."""
    assert found(text) == [(name, first)]


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left. - Sweden attacked the port.",
        "The video: rebels burned the port.",
        "The source said that Ann Lee left.",
        "Image: the port at dawn, seen from the hill.",
    ],
)
def test_what_goes_on_is_no_credit(text: str) -> None:
    """A name that a clause follows, and words in lower case, are not credited."""
    assert found(text) == []
