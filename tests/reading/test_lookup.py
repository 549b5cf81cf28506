"""What a word meets in codebook and lexicon."""

from __future__ import annotations

import pytest

from parley.reading.lookup import conditions, look_up
from parley.terms.overlay import Overlay


def ids(words: str, book: str = "events", whole: bool = True) -> list[str]:
    """The entries of a book that some words meet."""
    return [h.row.id for h in look_up(words).hits if h.book == book and h.whole is whole]


@pytest.mark.parametrize("word", ["shell", "shelled", "shelling", "SHELLS"])
def test_any_inflection_is_looked_up(word: str) -> None:
    """A verb is found by all its forms."""
    assert "shell" in ids(word)


@pytest.mark.parametrize(
    ("words", "book", "entry"),
    [
        ("held talks", "events", "hold-talks"),
        ("air strikes", "events", "air-strike"),
        ("truces", "issues", "ceasefire"),
        ("cease-fire", "issues", "ceasefire"),
        ("virtually certain", "estimates", "virtually-certain"),
        ("fruitless", "judgements", "fruitless"),
    ],
)
def test_nouns_phrases_and_other_books(words: str, book: str, entry: str) -> None:
    """Nouns, adjectives and phrases are found, hyphens or not, in every book."""
    assert entry in ids(words, book)


def test_phrases_that_have_more_words_are_told_apart() -> None:
    """A word of a phrase is no whole phrase."""
    assert "announce-ceasefire" in ids("ceasefire", whole=False)
    assert "announce-ceasefire" not in ids("ceasefire")


def test_the_entries_stand_in_the_order_of_choice() -> None:
    """The longest phrase with the most conditions comes first."""
    weights = [h.weight for h in look_up("attacked").hits if h.book == "events" and h.whole]
    assert weights == sorted(weights, reverse=True)
    assert len(weights) > 1


def test_a_verb_is_not_met_as_a_noun() -> None:
    """A past tense is a form of the verb alone."""
    assert {h.pos for h in look_up("talked").hits if h.whole and h.book != "issues"} == {"VERB"}


@pytest.mark.parametrize(("words", "signature"), [("denied", "deny"), ("pointing out", "say")])
def test_signatures_are_found(words: str, signature: str) -> None:
    """What a word does to what it embeds is told with its two sentences."""
    (cue,) = [c for c in look_up(words).cues if c.signature.id == signature]
    assert "*" in cue.example
    assert "*" in cue.trap


def test_nothing_found_names_what_is_near() -> None:
    """A misspelt word meets nothing; words like it are named, and only then."""
    met = look_up("atack")
    assert (met.hits, met.cues) == ((), ())
    assert "attack" in met.near
    assert look_up("attack").near == ()


def test_conditions_are_as_written() -> None:
    """Neither codes nor words nor sentences are conditions."""
    (hit,) = [h for h in look_up("shelled").hits if h.row.id == "shell"]
    assert "@no_agents" in conditions(hit.row)["not_subjects"]
    assert not conditions(hit.row).keys() & {"id", "code", "verbs", "example", "trap"}


def test_overlays_are_looked_up() -> None:
    """An entry that is switched off is not met."""
    over = (Overlay("own.toml", '[[entry]]\nid = "shell"\noff = true\n'),)
    assert "shell" not in [h.row.id for h in look_up("shelled", over).hits]
