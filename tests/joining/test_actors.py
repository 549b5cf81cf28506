"""Actors told by many readings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.joining.builder import ARDOVA, BELMARK
from tests.strategies import ACTORS, values

from parley.joining.actors import merge_proposals, united
from parley.terms.actor import Actor
from parley.terms.enums import ActorType


def test_one_id_is_one_actor_with_what_each_telling_knows() -> None:
    """Unknown fields are filled, lists united; nothing known is lost."""
    a = Actor("kell", "Kell", ActorType.REGION, aliases=("Old Kell",))
    b = Actor("kell", "Kell", ActorType.REGION, country="ARD", aliases=("Upper Kell",))
    (one,) = united([a, b])
    assert (one.country, set(one.aliases)) == ("ARD", {"Old Kell", "Upper Kell"})


@given(st.lists(st.tuples(values(Actor), ACTORS), max_size=6))
def test_uniting_is_a_function_of_the_set(told: list[tuple[Actor, str]]) -> None:
    """Any order, anything told twice: the same actors."""
    actors = [Actor(i, a.name, a.type, a.country, a.sector, a.aliases) for a, i in told]
    assert united(actors) == united([*reversed(actors), *actors])


def test_names_alike_under_two_ids_are_proposed_not_merged() -> None:
    """Case and diacritics do not part names; a person decides; other types make it less likely."""
    other = Actor("ardova-2", "ÁRDOVA", ActorType.STATE)
    party = Actor("ardova-3", "ardova", ActorType.PARTY)
    (likely,) = merge_proposals([ARDOVA, other, BELMARK])
    assert (likely.targets, likely.state) == (("ardova", "ardova-2"), "open")
    (unlikely,) = merge_proposals([ARDOVA, party])
    assert unlikely.score < likely.score
    assert len(united([ARDOVA, other])) == 2
