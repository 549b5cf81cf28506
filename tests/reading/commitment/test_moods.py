"""Commands, polite wishes, and what is meant as said."""

from __future__ import annotations

import pytest

from parley.reading.commitment.moods import about_to, commanded, meant_as_is
from parley.reading.document import Document, Token
from parley.reading.pipeline import parse


def starred(marked: str) -> tuple[Document, Token]:
    """The parse of a sentence and its starred word."""
    doc = parse(marked.replace("*", ""))
    return doc, next(t for t in doc.tokens if t.start == marked.index("*"))


@pytest.mark.parametrize(
    ("marked", "is_command"),
    [
        ("*Leave* the town at once.", True),
        ("Please *leave* the town.", True),
        ("Leave the town and *hide* the guns.", True),
        ("Do not *leave* the town.", True),
        ("*Leaving* the town.", True),
        ("The rebels *leave* the town.", False),
        ("The guards let the rebels *leave*.", False),
        ("The rebels were told to *leave*.", False),
        ("*Hope* the rebels leave.", False),
    ],
)
def test_a_command_has_no_subject(marked: str, is_command: bool) -> None:
    """A bare form with nobody to do it is a command, unless the writer left out "I" or another verb governs it."""
    assert commanded(*starred(marked)) is is_command


@pytest.mark.parametrize(
    ("marked", "same"),
    [
        ("The king would *like* to leave.", True),
        ("If he could, the king would *like* to leave.", False),
        ("The king would *leave*.", False),
        ("We can *see* the port.", True),
        ("The king can *leave*.", False),
        ("I must *say* that it failed.", True),
        ("The king will *say* that it failed.", False),
    ],
)
def test_some_auxiliaries_change_nothing(marked: str, same: bool) -> None:
    """A polite wish is wished, what can be seen is seen, and "I must say" says it."""
    doc, t = starred(marked)
    assert meant_as_is(doc, t, doc.kids(t, "aux")[0]) is same


def test_going_to_is_yet_to_come() -> None:
    """Only with an infinitive behind it."""
    assert about_to(*starred("The rebels are *going* to attack."))
    assert not about_to(*starred("The rebels are *going* home."))
