"""How many a noun says there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, documents

from parley.reading.coding.counting import count_of

TABLE = Path(__file__).with_name("counts.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_count_is_the_range_that_the_words_leave(case: Case) -> None:
    """A bound that is left open is None; a noun without any number counts nothing."""
    doc = documents(TABLE)[case.text]
    found = count_of(doc, case.words(doc)[0])
    low, high = (None if w == "-" else int(w) for w in case.wanted)
    assert (found.low, found.high) == (low, high) if found else (low, high) == (None, None)
