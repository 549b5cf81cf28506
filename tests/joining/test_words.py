"""Words compared across tellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.joining.words import alike, content_words, fold, stem


@pytest.mark.parametrize(
    ("words", "one"),
    [
        (("attack", "attacks", "attacked", "attacking", "Attacked"), True),
        (("shell", "shelled", "shelling"), True),
        (("deny", "denies"), True),
        (("met", "meet", "meeting"), True),
        (("withdraw", "withdrew", "withdrawn"), True),
        (("attack", "accuse"), False),
        (("press", "pressed"), True),
    ],
)
def test_stems(words: tuple[str, ...], one: bool) -> None:
    """Inflections of one word share a stem; other words do not."""
    assert (len({stem(w) for w in words}) == 1) is one


@given(st.text(max_size=20))
def test_folding_is_done_once(text: str) -> None:
    """What is folded stays so; case and outer spaces make no difference."""
    assert fold(fold(text)) == fold(text)
    assert fold(f"  {text} ") == fold(text)


def test_likeness_needs_half_of_all_words_and_at_least_one() -> None:
    """Two texts without a word of content are not alike."""
    a, b = content_words("The shelling of the port"), content_words("Port shelled at night")
    assert alike(a, b)
    assert not alike(a, content_words("The harvest of the port's plain, by night"))
    assert not alike(content_words("the"), content_words("of"))


def test_stop_words_carry_no_content() -> None:
    """Only what says something is compared."""
    assert content_words("They were at the hall") == {stem("hall")}
