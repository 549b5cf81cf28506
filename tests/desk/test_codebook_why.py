"""Why a word is coded as it is."""

from __future__ import annotations

from parley.desk.codebook_why import why


def test_an_entry_is_told_in_full() -> None:
    """Where it stands, what it codes and when, and its two sentences."""
    found = next(a for a in why("shelled", ()).entries if a.id == "shell")
    assert (found.book, found.type, found.mode) == ("events", "ASSAULT", "heavy-weapons")
    assert (found.phrase, found.pos, found.whole) == ("shell", "verb", True)
    assert found.place.startswith("assault.toml:")
    assert "not_objects" in found.conditions
    assert found.example[0] != found.trap


def test_a_signature_is_told_in_full() -> None:
    """Which voice it opens, and what it makes of what it embeds."""
    (deny,) = why("denied", ()).embeds
    assert (deny.word, deny.pos, deny.voice) == ("deny", "verb", "denies")
    assert "clause" in deny.takes


def test_nothing_found_is_told_with_what_is_near() -> None:
    """A word that means nothing to the reader is no error."""
    found = why("atack", ())
    assert (found.entries, found.embeds) == ((), ())
    assert "attack" in found.near
