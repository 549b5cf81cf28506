"""Salience: of several persons the one who stands out is meant, and nobody where two do alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reading.actors.tables import case, mentioned_each, wanted_each

from parley.reading.actors.cast import Found
from parley.reading.actors.salience import MARGIN, Candidate, outstanding
from parley.reading.english import default
from parley.terms.enums import How
from parley.terms.report import report_of


@given(st.lists(st.floats(0, 9), min_size=1, max_size=5, unique=True))
def test_the_first_must_stand_out(weights: list[float]) -> None:
    """Whoever leads by less than the margin is not chosen, whatever the weights."""
    ranked = sorted(weights, reverse=True)
    candidates = [Candidate(Found(i, i + 1, i, (str(i),), How.NAME), w) for i, w in enumerate(ranked)]
    clear = len(ranked) == 1 or ranked[0] - ranked[1] >= MARGIN
    assert outstanding(candidates) == (("0",) if clear else ())


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Anna Hess met Goran Velic in Oslo. [She] left before [he] did.", "anna-hess, goran-velic"),
        ("Goran Velic told Milan Kos that [he] was tired.", "goran-velic"),
        ("Anna Hess met a woman from Oslo. Then [she] left.", "anna-hess"),
        ("An old woman met Anna Hess in Oslo. Then [she] left.", "-"),
        ("[Her] neighbour, Anna Hess, left.", "-"),
        ("In [her] speech, Anna Hess blamed Sweden.", "anna-hess"),
        ('Anna Hess said: "[I] will never sign such a treaty with them."', "anna-hess"),
        ('"[My] party will never sign such a treaty," said Anna Hess.', "anna-hess"),
        ('"Goran Velic will never sign such a treaty," said Milan Kos. [He] left.', "milan-kos"),
        ("Milan Kos worked for [his] overthrow.", "-"),
        ("Milan Kos knew Goran Velic's brothers and [his] son.", "goran-velic"),
        ("Norway spoke for Sweden in the [country].", "-"),
        ("It seems that Norway left. [It] took weeks to agree.", "-"),
    ],
)
def test_who_stands_out_is_meant(marked: str, who: str) -> None:
    """Gender, role, quotation marks and a rival without a name decide, or leave the pronoun alone."""
    c = case(marked, who)
    assert mentioned_each(c, default().read(report_of(c.text, id="r"))) == wanted_each(c)
