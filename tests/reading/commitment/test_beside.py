"""Voices that stand beside what they tell."""

from __future__ import annotations

import pytest

from parley.reading.commitment.beside import beside
from parley.reading.commitment.signatures import lexicon
from parley.reading.pipeline import parse


@pytest.mark.parametrize(
    ("marked", "who"),
    [
        ("According to the army, rebels *attacked* the port.", ["army"]),
        ("As the army told reporters, rebels *attacked* the port.", ["army"]),
        ("As you know, rebels *attacked* the port.", []),
        ("As observers had predicted, rebels *attacked* the port.", []),
        ("Rebels *attacked* the port as the minister said a prayer.", []),
        ("As planned, rebels *attacked* the port.", []),
        ("Rebels, the army says, *attacked* the port.", ["army"]),
        ("Hess *brushed* it aside: the police, he said, had kept order.", []),
        ("As the army left, rebels *attacked* the port.", []),
        ("By the army's count, rebels *attacked* the port.", ["army"]),
        ("By its own admission the army *attacked* the port.", ["army"]),
        ("In Norway's view, rebels *attacked* the port.", ["Norway"]),
        ("On the army's orders, rebels *attacked* the port.", []),
    ],
)
def test_a_voice_beside_a_clause_holds_for_it(marked: str, who: list[str]) -> None:
    """Words of saying with nothing else to say, and somebody who says it."""
    doc = parse(marked.replace("*", ""))
    t = next(t for t in doc.tokens if t.start == marked.index("*"))
    assert [s.text for _, _, speakers, _ in beside(doc, t, t, lexicon()) for s in speakers] == who


def test_the_words_beside_are_not_held_by_themselves() -> None:
    """The saying itself is told in the report's voice."""
    doc = parse("As the army told reporters, rebels attacked the port.")
    told = next(t for t in doc.tokens if t.text == "told")
    top = next(t for t in doc.tokens if t.text == "attacked")
    assert list(beside(doc, top, told, lexicon())) == []


@pytest.mark.parametrize(
    "marked", ["Hess, it is whispered, has *refused* the order.", "Hess, it is said, *refused* it."]
)
def test_what_is_said_by_nobody_in_particular_is_no_report_of_its_own(marked: str) -> None:
    """A voice is heard, and nobody is named."""
    doc = parse(marked.replace("*", ""))
    t = next(t for t in doc.tokens if t.start == marked.index("*"))
    ((_, _, speakers, _),) = beside(doc, t, t, lexicon())
    assert speakers == ()


def test_an_own_admission_admits() -> None:
    """Whose admission it is stands behind it."""
    doc = parse("By its own admission the army attacked the port.")
    t = next(t for t in doc.tokens if t.text == "attacked")
    ((_, stance, _, _),) = beside(doc, t, t, lexicon())
    assert stance.value == "admits"
