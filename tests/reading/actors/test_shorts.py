"""Short forms: surnames, acronyms, ends of names."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each

TABLE = Path(__file__).with_name("shorts.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_short_form_is_the_longer_name(case: Case) -> None:
    """A short form has the actor of the longer name before it, and of no other."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)
