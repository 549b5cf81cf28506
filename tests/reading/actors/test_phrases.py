"""Phrases for actors: demonyms, seats of government, organs, described people."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, mentioned_each, readings, wanted_each

TABLE = Path(__file__).with_name("phrases.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_phrase_stands_for_whom_it_should(case: Case) -> None:
    """A seat that acts is its state and a seat where something is done a place; officials are whom they serve."""
    assert mentioned_each(case, readings(TABLE)[case.text]) == wanted_each(case)
