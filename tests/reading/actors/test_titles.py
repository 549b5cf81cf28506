"""Titles before a name: which office they mean, and whether it is still held."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, documents

from parley.reading.actors.titles import title_before
from parley.reading.pipeline import parse

TABLE = Path(__file__).with_name("titles.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_title_is_an_office_and_a_tenure(case: Case) -> None:
    """The words before a name give office and tenure; an honorific gives a person without an office."""
    (name,) = case.words(documents(TABLE)[case.text])
    found = title_before(documents(TABLE)[case.text], name.i)
    office, tenure = case.wanted
    assert ((" ".join(found.words), found.tenure.value) if found else ("-", "-")) == (office, tenure)


def test_a_title_does_not_reach_below_its_floor() -> None:
    """Where a caller says that words belong to another phrase, they are no part of the title."""
    doc = parse("Acting Foreign Minister Hess spoke.")
    whole, cut = title_before(doc, 3), title_before(doc, 3, 1)
    assert whole is not None
    assert cut is not None
    assert (whole.first, cut.first) == (0, 1)
    assert (whole.tenure.value, cut.tenure.value) == ("acting", "current")
    assert title_before(doc, 3, 3) is None
