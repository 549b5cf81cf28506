"""Whom a phrase means: coordination, apposition, parts of a whole, relative words."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.actors.tables import Case, cases, documents, wanted_of, who_in

from parley.reading.pipeline import parse

TABLE = Path(__file__).with_name("who.tsv")


@pytest.mark.parametrize("case", cases(TABLE), ids=lambda c: c.text)
def test_a_phrase_means_whom_it_should(case: Case) -> None:
    """The actors of the phrase that a word heads, its coordinated phrases with it."""
    doc = documents(TABLE)[case.text]
    (word,) = case.words(doc)
    assert set(who_in(doc).of(word)) == wanted_of(case.wanted[0])


def test_several_phrases_name_each_actor_once() -> None:
    """The union of phrases keeps the order of the text and repeats nobody."""
    doc = parse("Norway met Sweden, and Norway met Denmark.")
    who = who_in(doc)
    named = [t for t in doc.tokens if t.text in {"Norway", "Sweden", "Denmark"}]
    assert who.of_all(named) == ("norway", "sweden", "denmark")
    assert who.of_all([]) == ()


def test_every_word_can_be_asked_twice() -> None:
    """An answer does not depend on what was asked before, and a phrase that leads back to itself ends."""
    doc = parse("Norway, which Sweden, which Norway had left, had left, and its former leader, Anna Hess, returned.")
    forward, backward = who_in(doc), who_in(doc)
    first = {t.i: forward.of(t) for t in doc.tokens}
    assert first == {t.i: forward.of(t) for t in doc.tokens}
    assert {i: a for i, a in first.items() if a} == {
        t.i: backward.of(t) for t in reversed(doc.tokens) if backward.of(t)
    }
