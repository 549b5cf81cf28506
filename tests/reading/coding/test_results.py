"""What tells of an act beside the act itself: its result, its taking place."""

from __future__ import annotations

import pytest
from tests.reading.actors.tables import who_in

from parley.reading.coding.arguments import Arguments
from parley.reading.coding.results import mere_result, victims
from parley.reading.pipeline import parse
from parley.terms.enums import Root


@pytest.mark.parametrize(
    ("text", "act", "result", "expected"),
    [
        ("Norway shelled the town, killing ten soldiers.", "shelled", "killing", True),
        ("Rebels launched an attack that killed ten soldiers.", "attack", "killed", True),
        ("Norway shelled the town and killed ten soldiers.", "shelled", "killed", False),
    ],
)
def test_a_result_is_no_act_of_its_own(text: str, act: str, result: str, expected: bool) -> None:
    """What an assault came to, told behind it, is no other assault; what is set beside it is."""
    doc = parse(text)
    words = {t.text: t for t in doc.tokens}
    assert mere_result(doc, words[result], {words[act].i: Root.ASSAULT}) is expected


def test_who_came_to_harm_is_told_by_the_result() -> None:
    """Of "an attack that killed ten soldiers" the soldiers were attacked; an attack alone tells of nobody."""
    doc = parse("Rebels launched an attack that killed ten soldiers. Another attack failed.")
    who = who_in(doc)
    first, second = (t for t in doc.tokens if t.text == "attack")
    args = Arguments(doc, who.cast, who)
    assert victims(doc, first, args)
    assert not victims(doc, second, args)
