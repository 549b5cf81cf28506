"""Whose date is whose: a table of predicates and the words of their dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.reading.dates import attach, find
from parley.reading.pipeline import parse

LINES = (Path(__file__).parent / "attachments.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if line and not line.startswith("#")]


def test_the_table_is_no_small_one() -> None:
    """At least forty predicates are tried."""
    assert len(ROWS) >= 40


@pytest.mark.parametrize(("sentence", "words"), ROWS)
def test_a_predicate_gets_its_own_date_only(sentence: str, words: str) -> None:
    """A date in its own clause, a shared one where it scopes over both, and never another clause's."""
    at = sentence.index("[")
    doc = parse(sentence.replace("[", "").replace("]", ""))
    head = next(t.i for t in doc.tokens if t.start == at)
    found = attach(doc, head, find(doc, "2022-01-12"))
    assert (found.date.text if found else "-") == words
