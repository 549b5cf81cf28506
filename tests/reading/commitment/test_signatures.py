"""The lexicon of embedding words: every signature does what its example says, and not to its trap."""

from __future__ import annotations

import pytest

from parley.reading.commitment.calculus import commit
from parley.reading.commitment.signatures import LexiconError, lexicon, parse
from parley.reading.pipeline import parse as read

EXAMPLES = {id_: (example, trap) for id_, example, trap in lexicon().examples}
GOOD = """
[[signature]]
id = "say"
pos = "verb"
words = ["say"]
takes = ["clause"]
voice = "asserts"
example = ["She said they *left*.", "happened", "asserts"]
trap = ["They *left*.", "happened", "asserts"]
"""


def told(marked: str) -> tuple[str, str]:
    """The reality of the starred word, and the stance of the innermost voice that it is told in."""
    at = marked.index("*")
    doc = read(marked.replace("*", ""))
    made = commit(doc, next(t for t in doc.tokens if t.start == at), lexicon())
    return made.reality.value, made.cues[0].stance.value if made.cues else "asserts"


@pytest.mark.parametrize("id_", EXAMPLES)
def test_example_gets_what_the_signature_gives(id_: str) -> None:
    """The starred word of the example has the reality and the stance that the signature states."""
    sentence, reality, stance = EXAMPLES[id_][0]
    assert told(sentence) == (reality, stance or "asserts")


@pytest.mark.parametrize("id_", EXAMPLES)
def test_trap_does_not(id_: str) -> None:
    """The starred word of the trap is not reached by the signature's word."""
    sentence, reality, stance = EXAMPLES[id_][1]
    assert told(sentence) == (reality, stance or "asserts")


def test_ids_are_unique() -> None:
    """A trace names exactly one signature."""
    assert len(EXAMPLES) == len(lexicon().examples)


def test_lexicon_is_wide() -> None:
    """At least six hundred words carry a signature."""
    assert len(lexicon().by_word) >= 600


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('pos = "verb"', 'pos = "verbal"', "verbal"),
        ('voice = "asserts"', 'voice = "shouts"', "shouts"),
        ('takes = ["clause"]', "", "takes"),
    ],
)
def test_a_bad_signature_is_named(old: str, new: str, said: str) -> None:
    """An error names the signature and what is wrong with it."""
    with pytest.raises(LexiconError, match=f"say.*{said}"):
        parse(GOOD.replace(old, new, 1))


def test_a_word_may_have_several_signatures() -> None:
    """The signatures of a word stay in the order of the file: the first that takes what stands there is meant."""
    again = GOOD.replace('id = "say"', 'id = "say-too"')
    assert [s.id for s in parse(GOOD + again).of("verb", "say")] == ["say", "say-too"]


def test_a_list_of_nouns_must_be_there() -> None:
    """The message names the key, the list and those that there are."""
    with pytest.raises(LexiconError, match=r"say.*never: no list '@deeds' under \[nouns\]; known are none"):
        parse(GOOD.replace('takes = ["clause"]', 'takes = ["noun"]\nnever = ["@deeds"]', 1))
