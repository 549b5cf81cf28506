"""What a person is told where a wish cannot be met."""

from parley.desk.amiss import AmissError, near


def test_says_what_and_remedy() -> None:
    """Both are in the message."""
    fault = AmissError("no such record", "make one")
    assert str(fault) == "no such record\nmake one"


def test_nothing_near_is_nothing() -> None:
    """A word that is like none gets no suggestion."""
    assert near("xylophone", ["talks", "ties"]) == ""
