"""Why an act is done, by the words about it."""

from __future__ import annotations

import pytest

from parley.reading.coding.contexts import contexts
from parley.reading.lexicon.tables import rows
from parley.reading.pipeline import parse

KNOWN = frozenset(
    [
        "military",
        "intelligence",
        "executive",
        "legislative",
        "election",
        "political_institutions",
        "pro_democracy",
        "pro_autocracy",
        "economic",
        "legal",
        "reparations",
        "human_rights",
        "rights_freedoms",
        "repression",
        "human_security",
        "gender",
        "lgbt",
        "religion_ethnicity",
        "inequality",
        "diplomatic",
        "territory",
        "peacekeeping",
        "health",
        "asylum",
        "migration",
        "disasters",
        "natural_resource",
        "environment",
        "technology",
        "terrorism",
        "cbrn",
        "cyber",
        "misinformation",
        "crime",
        "corruption",
        "illegal_drugs",
        "trafficking",
    ]
)


def test_the_table_knows_all_contexts_and_no_other() -> None:
    """Each of PLOVER's 37 contexts has words, and no word signals another."""
    assert {c for _, told in rows("contexts.tsv") for c in told.split()} == KNOWN


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Norway accused Sweden of enriching uranium.", "accused", {"cbrn"}),
        ("Norway held talks with Sweden on the border.", "talks", {"diplomatic", "territory"}),
        ("Norway met Sweden.", "met", set()),
    ],
)
def test_the_words_of_the_clause_signal_contexts(text: str, word: str, told: set[str]) -> None:
    """What stands in the act's clause counts, and where nothing tells there is none."""
    doc = parse(text)
    (head,) = (t for t in doc.tokens if t.text == word)
    assert set(contexts(doc, head)) == told
