"""Words above that are in no list."""

from __future__ import annotations

import pytest

from parley.reading.commitment.calculus import commit
from parley.reading.commitment.signatures import lexicon
from parley.reading.pipeline import parse


@pytest.mark.parametrize(
    ("marked", "reality"),
    [
        ("The king did nothing to *help* the poor.", "did-not-happen"),
        ("The king never did anything to *help* the poor.", "did-not-happen"),
        ("The king did much to *help* the poor.", "possible"),
        ("Let me know when the rebels *leave*.", "possible"),
        ("The rebels laughed when the troops *left*.", "happened"),
        ("The army stays so that the rebels *leave*.", "possible"),
        ("The bridge was mined so that the rebels *fled*.", "happened"),
        ("*Freeing* the men would please the union.", "possible"),
        ("*Freeing* the men pleased the union.", "happened"),
        ("An effort led by Norway to *free* the men goes on.", "possible"),
    ],
)
def test_what_goes_along_follows_what_it_goes_with(marked: str, reality: str) -> None:
    """Purposes, times and conditions of what is yet to come are no more the case than it is."""
    doc = parse(marked.replace("*", ""))
    t = next(t for t in doc.tokens if t.start == marked.index("*"))
    assert commit(doc, t, lexicon()).reality.value == reality
