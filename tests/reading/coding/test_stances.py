"""The codebook of positions names the entry that cannot be used, and why."""

from __future__ import annotations

import pytest

from parley.reading.coding.rows import EntryError
from parley.reading.coding.stances import FILE, build


@pytest.mark.parametrize(
    ("entry", "says"),
    [('stance = "maybe"', "maybe"), ('stance = "for"\nintensity = "huge"', "huge"), ("act = true", "stance")],
)
def test_a_wrong_entry_is_named(entry: str, says: str) -> None:
    """An entry that cannot be used is refused with its file, its id and what is wrong."""
    text = f'[[position]]\nid = "x"\n{entry}\nexample = ["A wants B.", "A", "B"]\ntrap = "No."\n'
    with pytest.raises(EntryError, match=says) as told:
        build(text, FILE)
    assert FILE in str(told.value)
    assert "'x'" in str(told.value)
