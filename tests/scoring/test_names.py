"""Which names stand for one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.scoring.names import Names, alike, content, normal

LISTS = st.lists(st.sampled_from(["Norway", "Oslo", "Sudan", "Omar Teku", "Teku", "the rebels"]), max_size=4)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Islamabad", "Pakistan", True),
        ("the Norwegian foreign minister", "Norway", True),
        ("Rice", "Condoleezza Rice", True),
        ("Sudan", "Sudan Liberation Army", False),
        ("Khartoum", "Norway", False),
        ("Free Hills Army|FHA", "the FHA", True),
        ("the president", "the minister", False),
    ],
)
def test_same(a: str, b: str, same: bool) -> None:
    """Seats and peoples stand for states, parts for whole names; a state is not what is named after it."""
    assert Names().same(a, b) is same
    assert Names().same(b, a) is same


def test_acts_for() -> None:
    """A person stands for a principal, and through it for the principal's own."""
    names = Names({"Omar Teku": "Free Hills Army", "Free Hills Army": "Hill Council"})
    assert names.same("Teku", "Free Hills Army")
    assert names.same("Omar Teku", "the Hill Council")
    assert not Names().same("Teku", "Free Hills Army")


def test_general_words_alone_are_kept() -> None:
    """A name of general words only is compared by them all."""
    assert content("the former president") == {"the", "former", "president"}
    assert normal("Washington's troops") == "usa troops"


@given(LISTS, LISTS)
def test_share_and_equal_agree(a: list[str], b: list[str]) -> None:
    """All is shared where the lists are equal, and only then; the order and the side do not matter."""
    names = Names()
    assert names.equal(a, b) == (names.share(a, b) == 1.0)
    assert names.share(a, b) == names.share(list(reversed(b)), a)


def test_places_and_offices_are_compared_by_their_own_words() -> None:
    """A town is not its state here; a longer title holds a shorter one."""
    assert alike("London", "London, England")
    assert alike("special envoy", "the president's special envoy")
    assert not alike("Tehran", "Iran")
    assert not alike("the", "a")
