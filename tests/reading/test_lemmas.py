"""A word's base forms by themselves are those that the reader would find in a sentence."""

from __future__ import annotations

import pytest

from parley.reading.lemmas import POS, forms_of


@pytest.mark.parametrize(
    ("word", "pos", "lemma"),
    [
        ("fought", "VERB", "fight"),
        ("staged", "VERB", "stage"),
        ("Talks", "NOUN", "talk"),
        ("deadlier", "ADJ", "deadly"),
        ("probably", "ADV", "probably"),
    ],
)
def test_the_base_form_is_there(word: str, pos: str, lemma: str) -> None:
    """Irregular and inflected forms lead to their word."""
    assert lemma in forms_of([word])[0][pos]


def test_the_word_itself_is_always_there() -> None:
    """In lower case, as every part of speech, for each word in turn."""
    for word, forms in zip(("Held", "xyzzy"), forms_of(["Held", "xyzzy"]), strict=True):
        assert all(word.lower() in forms[pos] for pos in POS)
