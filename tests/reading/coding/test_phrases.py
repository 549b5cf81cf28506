"""Which phrases of a head word stand about it."""

from __future__ import annotations

from parley.reading.coding.phrases import Phrases

PHRASES = Phrases([(("state", "of", "siege"), "lift"), (("talk",), "meet"), (("talk", "face"), "face"), ((), "bare")])


def test_only_whole_phrases_stand_in_their_order() -> None:
    """A phrase needs all its words, one without words needs none, and the order of choice stays."""
    assert [e for _, e in PHRASES.standing({"face", "talk"}, set())] == ["meet", "face", "bare"]
    assert [e for _, e in PHRASES.standing({"face"}, set())] == ["bare"]


def test_what_follows_of_counts_for_phrases_with_of_only() -> None:
    """As in "lifted the state of siege"; a talk that only follows "of" is none of a verb."""
    assert [e for _, e in PHRASES.standing({"state", "of"}, {"siege", "talk"})] == ["lift", "bare"]


def test_no_phrases_are_false() -> None:
    """A word without phrases is passed over."""
    assert not Phrases()
    assert PHRASES
