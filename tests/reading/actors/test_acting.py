"""Names met alone: somebody where they do or undergo what only somebody does, else nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each

TABLE = Path(__file__).with_name("acting.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_name_that_acts_is_somebody(case: Case) -> None:
    """By its verb, its preposition, its owner's part, or whom it is joined to."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)
