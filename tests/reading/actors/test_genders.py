"""He or she: titles, nouns beside a name, given names."""

from __future__ import annotations

import pytest
from tests.reading.actors.tables import who_in

from parley.reading.actors.genders import genders, of_name, of_pronoun
from parley.reading.lexicon.given import given_names, is_given
from parley.reading.pipeline import parse


def _told(text: str) -> set[str | None]:
    doc = parse(text)
    return set(genders(doc, who_in(doc).cast).values())


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ms Velic said the truce was over.", "she"),
        ("Mr Velic said the truce was over.", "he"),
        ("The spokeswoman, Robin Velic, said the truce was over.", "she"),
        ("Robin Velic, a businessman, said the truce was over.", "he"),
        ("Anna Velic said the truce was over.", "she"),
    ],
)
def test_what_stands_beside_a_name_tells(text: str, gender: str) -> None:
    """A title, a noun set beside the name, or else the given name."""
    assert _told(text) == {gender}


def test_a_name_that_tells_nothing_is_left_open() -> None:
    """Neither is guessed."""
    assert _told("Robin Velic said the truce was over.") == set()


@pytest.mark.parametrize(
    ("name", "gender"),
    [("Anna Hess", "she"), ("Abu Toral", "he"), ("Toral bint Velic", "she"), ("Toral Ivanova", "she"), ("Hess", None)],
)
def test_parts_of_a_name_tell(name: str, gender: str | None) -> None:
    """Given names, patronymic words, endings of surnames."""
    assert of_name(name) == gender


def test_every_given_name_tells_one_of_the_two() -> None:
    """The table has folded names, each once, and hundreds of either kind."""
    table = given_names()
    assert set(table.values()) == {"he", "she"}
    assert all(list(table.values()).count(g) > 300 for g in ("he", "she"))
    assert all(is_given(name.upper()) for name in table)
    assert of_pronoun("they") is None
