"""Nouns that stand for a named person or body."""

from __future__ import annotations

import pytest
from tests.reading.actors.tables import case, mentioned_each, wanted_each

from parley.reading.actors.likeness import nouns_of
from parley.reading.english import default
from parley.terms.actor import Actor
from parley.terms.enums import ActorType
from parley.terms.report import report_of


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("Anna Hess, a [doctor] from Oslo, left.", "anna-hess"),
        ("Anna Hess left. She was a [doctor].", "anna-hess"),
        ("Anna Hess left. She was not a [doctor].", "doctor"),
        ("A spokeswoman for the university, [Anna Hess], left.", "anna-hess"),
        ("The Hess Foundation pays for it. The [foundation] has no money.", "hess-foundation"),
        ("The Hess Foundation met the Velic Foundation. Two years later the [foundation] had no money.", "-"),
        ("Nobody pays. The [foundation] has no money.", "-"),
        ("The Hess Foundation pays the University of Leeds. The [university] has no money.", "university-of-leeds"),
    ],
)
def test_a_noun_means_the_one_that_it_fits(marked: str, who: str) -> None:
    """What stands beside a name or is said of it; the only body of that noun; not what is denied."""
    c = case(marked, who)
    assert mentioned_each(c, default().read(report_of(c.text, id="r"))) == wanted_each(c)


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Church of the Hills", "church"), ("Anna Hess Foundation for the Arts", "foundation"), ("Delmar", "")],
)
def test_the_noun_of_a_name_is_its_head(name: str, noun: str) -> None:
    """Before "of" or "for", else the last word; a single word tells none."""
    assert nouns_of(Actor("x", name, ActorType.ORGANISATION)) == (frozenset({noun}) if noun else frozenset())
