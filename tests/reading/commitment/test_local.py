"""What a predicate's own words say of its reality."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.commitment.local import compose, flip, local_of
from parley.reading.commitment.signatures import lexicon
from parley.reading.pipeline import parse
from parley.terms.enums import Reality

CASES = [
    ("The rebels *attacked* the bridge.", "happened", False),
    ("The rebels are *attacking* the bridge.", "ongoing", False),
    ("The rebels never *attacked* the bridge.", "did-not-happen", True),
    ("Nobody *attacked* the bridge.", "did-not-happen", True),
    ("The rebels no longer *attack* the bridge.", "did-not-happen", True),
    ("The rebels could *attack* the bridge.", "possible", False),
    ("The rebels will *attack* the bridge.", "planned", False),
    ("The rebels did not attack or *kill* anybody.", "did-not-happen", True),
    ("The rebels nearly *captured* the bridge.", "did-not-happen", False),
    ("The planned *talks* worry traders.", "planned", False),
    ("The imaginary *attack* worried traders.", "did-not-happen", False),
    ("The alleged *attack* worried traders.", "happened", False),
    ("No *talks* were held.", "did-not-happen", True),
]
REALITIES = st.sampled_from(list(Reality))


@pytest.mark.parametrize(("marked", "reality", "negated"), CASES)
def test_own_words(marked: str, reality: str, negated: bool) -> None:
    """Negation, auxiliaries, tense, adverbs and modifiers give a predicate's own reality."""
    doc = parse(marked.replace("*", ""))
    own = local_of(doc, next(t for t in doc.tokens if t.start == marked.index("*")), lexicon())
    assert (own.reality.value, own.negated) == (reality, negated)


@given(REALITIES)
def test_no_operator_leaves_the_reality(inner: Reality) -> None:
    """Nothing is changed by a word that has no effect."""
    assert compose(None, inner) is inner


@given(REALITIES)
def test_what_is_undone_is_never_ongoing(inner: Reality) -> None:
    """A negation gives what happened or did not, whatever it negates."""
    assert compose(Reality.DID_NOT_HAPPEN, inner) in {Reality.HAPPENED, Reality.DID_NOT_HAPPEN}


def test_two_negations_cancel() -> None:
    """What did not fail to happen happened."""
    assert flip(flip(Reality.HAPPENED)) is Reality.HAPPENED
