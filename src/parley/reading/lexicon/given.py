"""Given names, and whether their bearers are a he or a she."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from parley.reading.gazetteer import fold
from parley.reading.lexicon.tables import rows


@cache
def given_names() -> Mapping[str, str]:
    """Given names, folded, with the pronoun of those who bear them: "he" or "she"."""
    return {row[0]: row[1] for row in rows("given_names.tsv")}


def is_given(word: str) -> bool:
    """Whether a word is a given name.

    >>> is_given("Anna"), is_given("Oslo")
    (True, False)
    """
    return fold(word) in given_names()
