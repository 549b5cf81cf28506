"""What is amiss, one by one."""

from collections.abc import Callable, Sequence

from parley.scoring import Item, Pair, Passage, compare, errors, figures
from parley.scoring.errors import Kind
from parley.terms.enums import Form


def test_every_error_is_listed(pairs: list[Pair]) -> None:
    """There are as many misses and extras of events as the figures say."""
    found = figures(Form.EVENT, pairs).found
    kinds = [e.kind for e in errors(pairs) if e.form is Form.EVENT]
    assert kinds.count(Kind.MISS) == found.gold - found.right
    assert kinds.count(Kind.EXTRA) == found.told - found.right
    assert kinds.count(Kind.DIFFERENCE) == found.right - figures(Form.EVENT, pairs).whole.right


def test_what_an_error_says(pairs: list[Pair]) -> None:
    """Where it stands, which fields differ, how both code it, and the sentence."""
    (leak,) = (e for e in errors(pairs) if e.words == "sent")
    assert (leak.kind, leak.passage, "voices" in leak.wrong) == (Kind.DIFFERENCE, "river", True)
    assert (leak.gold["voices"], leak.told["voices"]) == ("- for", "report for")
    assert leak.sentence == "Mali has reportedly sent weapons to the river militia."


def test_leaks_are_marked(pairs: list[Pair]) -> None:
    """As many errors are leaks as the figures say."""
    assert sum(e.leak for e in errors(pairs)) == figures(Form.EVENT, pairs).leak.right


def test_leak_alone_is_an_error(event: Callable[..., Item], passage: Callable[[Sequence[Item]], Passage]) -> None:
    """Right in all fields, yet held as a fact that it is not: listed."""
    pairs = compare([passage([event("met", fact=False)])], {"p": [event("met")]})
    assert [(e.kind, e.wrong, e.leak) for e in errors(pairs)] == [(Kind.DIFFERENCE, (), True)]


def test_optional_is_no_error(pairs: list[Pair]) -> None:
    """What one coder alone saw is not listed."""
    assert not any(e.words == "lost" for e in errors(pairs))
