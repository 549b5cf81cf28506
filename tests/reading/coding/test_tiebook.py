"""The codebook of ties names the entry that cannot be used, and why."""

from __future__ import annotations

import pytest

from parley.reading.coding.rows import EntryError
from parley.reading.coding.tiebook import FILE, build


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('relation = "cousin"', "relation 'cousin'"),
        ('relation = "allied"\nsign = 2', "sign 2"),
        ('relation = "allied"\nkind = "rumour"', "kind 'rumour'"),
        ('relation = "allied"\ncolour = "red"', "colour"),
        ("sign = 1", "'relation' is missing"),
    ],
)
def test_a_wrong_entry_is_named(entry: str, says: str) -> None:
    """An entry that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[tie]]\nid = "x"\n{entry}\nexample = ["A helps B.", "A", "B"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        build(text, FILE)
    assert FILE in str(told.value)
    assert "'x'" in str(told.value)


def test_an_entry_without_a_trap_is_refused() -> None:
    """Every entry carries a sentence that it must not code."""
    text = '[[tie]]\nid = "x"\nrelation = "allied"\nexample = ["A helps B.", "A", "B"]\n'
    with pytest.raises(EntryError, match="'trap' is missing"):
        build(text, FILE)
