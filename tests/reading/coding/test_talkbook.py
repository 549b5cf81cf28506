"""The codebook of talks names the entry that cannot be used, and why."""

from __future__ import annotations

import pytest

from parley.reading.coding.rows import EntryError
from parley.reading.coding.talkbook import build

TALK = '[[talk]]\nid = "x"\nnouns = ["powwow"]\nexample = ["A.", "a", "", ""]\ntrap = "B."\n'
RESULT = '[[result]]\nid = "y"\nverbs = ["end"]\nexample = ["A.", "no-result"]\ntrap = "B."\n'


def test_reads_an_entry() -> None:
    """A whole entry is read with its defaults."""
    (entry,) = build(TALK, "t.toml").talks.entries
    assert (entry.kind, entry.weak, entry.outcome) == ("named", False, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TALK + 'kind = "dance"\n', "'dance' is none of"),
        (TALK.replace('["A.", "a", "", ""]', '["A."]'), "'example' is not [sentence, parties, mediators, hosts]"),
        (TALK + 'format = "hat"\n', "'hat' is none of"),
        (TALK + 'colour = "red"\n', "unknown colour"),
        (RESULT, "'outcome' is missing"),
        (RESULT + 'outcome = "peace"\n', "'peace' is none of"),
        (TALK.replace('trap = "B."\n', ""), "'trap' is missing"),
        ('[[manner]]\nid = "z"\nnouns = ["hat"]\nexample = ["A.", "b"]\ntrap = "C."\n', "neither 'format' nor 'level'"),
    ],
)
def test_faults_name_entry_and_remedy(text: str, words: str) -> None:
    """A fault names the file, the entry and what is wrong."""
    with pytest.raises(EntryError) as e:
        build(text, "t.toml")
    assert "t.toml" in str(e.value)
    assert words in str(e.value)
