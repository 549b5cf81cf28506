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
        ("A *ceasefire* would help the aid groups.", "possible"),
        ("The *ceasefire* would help the aid groups.", "happened"),
        ("Nothing is signed before Norway *releases* the men.", "possible"),
        ("Nothing was signed before Norway *released* the men.", "happened"),
        ("Norway never took the step of *recognising* it.", "did-not-happen"),
        ("Norway took the step of *recognising* it.", "happened"),
        ("Their demands include the *release* of all prisoners.", "possible"),
        ("The events of May include the *release* of all prisoners.", "happened"),
        ("Norway was to have *signed* the accord.", "did-not-happen"),
        ("Norway was to *sign* the accord.", "planned"),
    ],
)
def test_what_goes_along_follows_what_it_goes_with(marked: str, reality: str) -> None:
    """Purposes, times and conditions of what is yet to come are no more the case than it is."""
    doc = parse(marked.replace("*", ""))
    t = next(t for t in doc.tokens if t.start == marked.index("*"))
    assert commit(doc, t, lexicon()).reality.value == reality


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("A student mailed me that the guards *charged* the crowd.", ["student"]),
        ("The rebels give out that the army *fled*.", ["rebels"]),
        ("Their complaint is that Norway *arms* the rebels.", ["Their"]),
        ("The law means that Norway *arms* the rebels.", []),
        ("The army rebuilt the bridge that rebels had *torn* down.", []),
    ],
)
def test_a_that_clause_is_somebodys_word(marked: str, who: list[str]) -> None:
    """By whatever verb he says it; what things mean or bring about is nobody's."""
    doc = parse(marked.replace("*", ""))
    t = next(t for t in doc.tokens if t.start == marked.index("*"))
    assert [s.text for c in commit(doc, t, lexicon()).cues for s in c.speakers] == who
