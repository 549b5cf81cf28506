"""The cast of a report: who keeps a word, and under which id an unlisted actor goes."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.actors.cast import Cast, Found, head_of, slug, text_of
from parley.reading.english import default
from parley.reading.pipeline import parse
from parley.terms.enums import ActorType, How


def _cast() -> Cast:
    return Cast(default().gazetteer)


@given(st.text())
def test_a_slug_is_an_id_whatever_the_name(name: str) -> None:
    """Lower-case letters and digits of any script's folding, joined by single hyphens; never empty; stable."""
    made = slug(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert slug(made) == made


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 4)), max_size=12))
def test_the_first_to_take_a_word_keeps_it(taken: list[tuple[int, int]]) -> None:
    """Later mentions do not take words away; a stretch is free while none of its words is taken."""
    cast = _cast()
    for n, (first, size) in enumerate(taken):
        last = first + size
        assert cast.free(first, last) == all(i not in cast.covered for i in range(first, last))
        before = dict(cast.covered)
        cast.add(Found(first, last, first, (str(n),), How.NAME))
        assert {i: cast.covered[i] for i in before} == before
    assert len(cast.found) == len(taken)


def test_a_modifier_heads_no_phrase() -> None:
    """As in "Iranian talks": a word before a noun covers its word but is not the phrase that stands there."""
    cast = _cast()
    cast.add(Found(0, 1, 0, ("norway",), How.ALIAS, modifier=True))
    assert 0 in cast.covered
    assert 0 not in cast.by_head


def test_an_unlisted_name_goes_under_its_slug_once() -> None:
    """The same name is the same actor; the first description of it stands."""
    cast = _cast()
    one = cast.coin("Lowland Front", ActorType.ORGANISATION, country="NOR")
    again = cast.coin("lowland front", ActorType.ORGANISATION)
    assert one == again == "lowland-front"
    assert (cast.country_of(one), cast.type_of(one)) == ("NOR", ActorType.ORGANISATION)


def test_a_name_like_a_listed_actors_of_another_kind_is_kept_apart() -> None:
    """A person called Norway is not the state."""
    made = _cast().coin("Norway", ActorType.PERSON)
    assert made != "norway"
    assert made.startswith("norway")


def test_nobody_acts_for_himself() -> None:
    """Who stands for whom is noted for two, not for one or none."""
    cast = _cast()
    for whom in ("norway", None, "hess"):
        cast.acts_for("hess", whom)
    assert [(a.who, a.whom) for a in cast.affiliations] == [("hess", "norway")]


def test_an_unknown_actor_has_no_kind_and_no_country() -> None:
    """Asking for one is no error."""
    assert (_cast().type_of("nobody"), _cast().country_of("nobody")) == (None, None)


def test_words_are_joined_as_they_are_written() -> None:
    """Hyphens, possessives and commas stand close."""
    text = "Lowland-born Anna Hess, Norway's envoy."
    assert text_of(parse(text).tokens) == text


def test_the_head_of_a_stretch_lies_in_it() -> None:
    """Of every stretch of a sentence the head is one of its own tokens."""
    doc = parse("The foreign minister of Norway, Anna Hess, met the rebels' envoys in Oslo.")
    size = len(doc.tokens)
    for first in range(size):
        for last in range(first + 1, size + 1):
            assert first <= head_of(doc, first, last) < last
