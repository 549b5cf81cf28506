"""Whom a model's names mean: whom the first reader means at the same words."""

from __future__ import annotations

from parley.readers.chat.naming import Names, slug
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, How
from parley.terms.layers import ActorMention, Reading
from parley.terms.report import report_of
from parley.terms.values import Span

TEXT = "Ada Brandt of Norland met Colonel Rask. She told him that the northern state wanted peace. Both sides agreed."
WHOLE = (Span(0, len(TEXT)),)


def mention(words: str, actor: str, how: How = How.NAME) -> ActorMention:
    """The first place of words, as naming an actor."""
    start = TEXT.index(words)
    return ActorMention("r1", start, start + len(words), actor, how)


FIRST = Reading(
    report_of(TEXT, id="r1"),
    actors=(
        Actor("brandt", "Ada Brandt", ActorType.PERSON),
        Actor("norland", "Norland", ActorType.STATE, aliases=("Kingdom of Norland",)),
        Actor("rask", "Goran Rask", ActorType.PERSON),
    ),
    mentions=(
        mention("Ada Brandt", "brandt"),
        mention("Norland", "norland"),
        mention("Colonel Rask", "rask"),
        mention("She", "brandt", How.PRONOUN),
        mention("the northern state", "norland", How.DESCRIPTION),
        mention("Both sides", "norland", How.DESCRIPTION),
        mention("Both sides", "rask", How.DESCRIPTION),
    ),
)


def ids(name: str, near: tuple[Span, ...] = WHOLE) -> tuple[str, ...]:
    """Whom a name means with a first reading at hand."""
    return Names(TEXT, FIRST).ids(name, near)


def test_names_titles_pronouns_and_descriptions_are_resolved_as_the_first_reader_does() -> None:
    """Also where the model gives a part of the words, or the article that the mention leaves out."""
    assert ids("Ada Brandt") == ids("Brandt") == ids("She") == ("brandt",)
    assert ids("Colonel Rask") == ids("Rask") == ("rask",)
    assert ids("northern state") == ("norland",)


def test_one_phrase_for_several_is_all_of_them() -> None:
    """As "both sides"."""
    assert set(ids("Both sides")) == {"norland", "rask"}


def test_the_nearest_stretch_is_looked_at_first() -> None:
    """A name in the quote is that of the quote, whoever else is called so elsewhere."""
    late = Span(TEXT.index("She"), len(TEXT))
    assert ids("she", (late, *WHOLE)) == ("brandt",)


def test_an_actor_by_another_of_its_names_is_taken_where_it_is_mentioned() -> None:
    """As "Kingdom of Norland" for "Norland"; not where the passage does not name it at all."""
    assert ids("Kingdom of Norland") == ("norland",)
    assert ids("Kingdom of Norland", (Span(26, 38),)) == ()


def test_who_is_not_in_the_passage_is_not_taken() -> None:
    """However well known."""
    assert ids("United Nations") == ()
    assert ids("United Nations of Norland") == ()


def test_without_a_first_reading_names_make_actors() -> None:
    """Under the name that the text gives; a pronoun names nobody, a description makes a group."""
    names = Names(TEXT)
    assert names.ids("Ada Brandt", WHOLE, ActorType.PERSON) == ("ada-brandt",)
    assert names.ids("northern state", WHOLE) == ("northern-state",)
    assert names.ids("she", WHOLE) == names.ids("him", WHOLE) == ()
    made = list(names.actors_of(["ada-brandt", "northern-state", "nobody"]))
    assert [(a.type, a.described_as) for a in made] == [(ActorType.PERSON, None), (ActorType.GROUP, "northern state")]


def test_a_name_of_signs_is_no_name() -> None:
    """Nothing is left of it that could be an id."""
    text = "... --- ..."
    assert Names(text).ids("---", (Span(0, len(text)),)) == ()
    assert slug("---") == ""
