"""Issues are found by their words; the words of an issue are its own."""

from __future__ import annotations

import pytest

from parley.reading.coding.issues import FILE, build, shipped
from parley.reading.coding.rows import EntryError

ENTRIES = {e.id: e for e in shipped().entries}


def test_the_issues_of_the_contract_are_there() -> None:
    """The issues that the contract names have ids of their own."""
    assert {"ceasefire", "recognition", "power-sharing", "withdrawal", "sanctions-relief", "refugees"} <= ENTRIES.keys()


def test_words_claimed_twice_are_refused() -> None:
    """Two issues cannot claim the same words, or which is meant would hang on their order."""
    one = '[[issue]]\nid = "{}"\nwords = ["water"]\nexample = "water"\ntrap = "fire"\n'
    with pytest.raises(EntryError, match="leave it to one"):
        build(one.format("a") + one.format("b"), FILE)
