"""Issues are found by their words: every entry's example is about it, and its trap is not."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.issues import FILE, build, shipped
from parley.reading.coding.rows import EntryError
from parley.reading.document import Document
from parley.reading.pipeline import parse

ENTRIES = {e.id: e for e in shipped().entries}


@cache
def parsed(text: str) -> Document:
    """A phrase as a report has it."""
    return parse(text)


@pytest.mark.parametrize("id_", ENTRIES)
def test_example_is_about_the_issue(id_: str) -> None:
    """The example is about its own issue."""
    assert shipped().of(parsed(ENTRIES[id_].example).tokens) == id_


@pytest.mark.parametrize("id_", ENTRIES)
def test_trap_is_not_about_the_issue(id_: str) -> None:
    """The trap has a like word and is not about the issue."""
    assert shipped().of(parsed(ENTRIES[id_].trap).tokens) != id_


def test_the_issues_of_the_contract_are_there() -> None:
    """The issues that the contract names have ids of their own."""
    assert {"ceasefire", "recognition", "power-sharing", "withdrawal", "sanctions-relief", "refugees"} <= ENTRIES.keys()


def test_words_claimed_twice_are_refused() -> None:
    """Two issues cannot claim the same words, or which is meant would hang on their order."""
    one = '[[issue]]\nid = "{}"\nwords = ["water"]\nexample = "water"\ntrap = "fire"\n'
    with pytest.raises(EntryError, match="leave it to one"):
        build(one.format("a") + one.format("b"), FILE)
