"""Which entry of the codebook a word means, if any."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, documents, who_in

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.codebook import shipped
from parley.reading.coding.match import match

TABLE = Path(__file__).with_name("match.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: f"{c.text} {c.spans[0].start}")
def test_a_word_means_its_entry(case: Case) -> None:
    """An act's verb or noun has its entry; a describing word and what its verb already tells have none; * is any."""
    doc = documents(TABLE)[case.text]
    who = who_in(doc)
    (word,) = case.words(doc)
    found = match(doc, word, shipped(), Arguments(doc, who.cast, who))
    wanted = case.wanted[0]
    assert (found is not None) if wanted == "*" else ((found.entry.id if found else "-") == wanted)


@pytest.mark.parametrize("text", [c.text for c in cases(TABLE)])
def test_what_fits_is_about_the_word_itself(text: str) -> None:
    """Whatever matches, its frame is headed by the word asked for, and the codebook lists that word with it."""
    doc, book = documents(TABLE)[text], shipped()
    who = who_in(doc)
    for t in doc.tokens:
        found = match(doc, t, book, Arguments(doc, who.cast, who))
        if found is not None:
            nouns = (*book.nouns.get(t.lemma, ()), *book.nouns.get(t.lower, ()))
            listed = (*book.verbs.get(t.lemma, ()), *nouns, *book.adjectives.get(t.lower, ()))
            assert found.frame.head == t
            assert (found.phrase, found.entry) in listed
