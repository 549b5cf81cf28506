"""The codebook of events: its files, and its phrases by the word that they turn on."""

from __future__ import annotations

import pytest

from parley.reading.coding import codebook
from parley.reading.coding.codebook import build, of_noun, shipped, shipped_texts


def test_a_type_may_have_several_files(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside `assault.toml` stands any `assault-….toml`, after it; files of other books are not read as events."""
    files = ("aid.toml", "assault.toml", "assault-by-air.toml", "assaults.toml", "classes.toml", "ties.toml")
    monkeypatch.setattr(codebook, "shipped_files", lambda: files)
    monkeypatch.setattr(codebook, "shipped_text", lambda file: f"# {file}")
    assert set(shipped_texts.__wrapped__()) == {"aid.toml", "assault.toml", "assault-by-air.toml"}


def test_the_phrase_that_asks_for_most_comes_first() -> None:
    """Of the phrases of a word those with more words and conditions are looked at first."""
    lengths = [len(words) + entry.conditions for words, entry in shipped().verbs["hold"]]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > 0


@pytest.mark.parametrize(
    ("phrase", "head", "rest"),
    [("air strike", "strike", ("air",)), ("show of force", "show", ("of", "force")), ("raid", "raid", ())],
)
def test_a_noun_phrase_turns_on_its_head(phrase: str, head: str, rest: tuple[str, ...]) -> None:
    """That is the last word before a preposition."""
    assert of_noun(phrase) == (head, rest)


def test_classes_are_spread() -> None:
    """A class of the file, and one that all files know, stand for their words."""
    text = """
[class]
beasts = ["mule", "horse"]
[[entry]]
id = "x"
code = "AID"
verbs = ["feed"]
not_objects = ["@beasts", "@talks"]
example = ["A fed B.", "A", "B"]
trap = "A fed mules."
"""
    (entry,) = build({"f.toml": text}).entries
    assert {"mule", "horse", "summit"} <= entry.not_objects
