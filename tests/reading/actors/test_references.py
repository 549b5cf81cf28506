"""References: pronouns, possessives, both sides, the group."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each

TABLE = Path(__file__).with_name("references.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_reference_means_whom_it_should(case: Case) -> None:
    """A reference means whom the report makes plain, and nobody where it does not."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)
