"""Names: listed ones, the asker's, and those that no list has."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each

TABLE = Path(__file__).with_name("names.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_name_names_whom_it_should(case: Case) -> None:
    """Each bracket names its actor; what is no actor's name names nobody."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)
