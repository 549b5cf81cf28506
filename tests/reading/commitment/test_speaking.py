"""Who speaks at a word that opens a voice."""

from __future__ import annotations

import pytest

from parley.reading.commitment.speaking import speakers_of
from parley.reading.pipeline import parse


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("The army *said* that rebels left.", ["army"]),
        ("The town was taken, as was *claimed* by the army.", ["army"]),
        ("The general was *quoted* by a paper.", ["general"]),
        ("The state, which *denied* that, is small.", ["state"]),
        ("The army's *claim* that rebels left spread.", ["army"]),
        ("The army made the *claim* that rebels left.", ["army"]),
        ("Police studied the *claim* that rebels left.", []),
    ],
)
def test_speakers(marked: str, who: list[str]) -> None:
    """The doer of a verb of saying; the owner of a noun of saying, else who utters it, never who merely handles it."""
    doc = parse(marked.replace("*", ""))
    assert [s.text for s in speakers_of(doc, next(t for t in doc.tokens if t.start == marked.index("*")))] == who
