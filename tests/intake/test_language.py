"""Languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.intake.language import language_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Negotiators from both islands met on the ferry and agreed to meet again in the autumn."),
        ("en", "HARFANG AND OSTWALD SIGN TRUCE AFTER ELEVEN DAYS OF SHELLING"),
        ("fr", "Les négociateurs des deux îles se sont rencontrés sur le bateau et se reverront en automne."),
        ("ru", "Переговорщики встретились на пароме и договорились встретиться снова осенью."),
        ("ar", "التقى المفاوضون على متن العبارة واتفقوا على اللقاء مرة أخرى في الخريف."),
    ],
)
def test_a_sentence_is_enough(language: str, text: str) -> None:
    """One sentence tells its language."""
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "Ja.", "12.5 % (2021) 99 – 100 / 3 + 4 = 77", "Kara Tepe"])
def test_too_few_letters_tell_nothing(text: str) -> None:
    """Below twenty letters the language is unknown rather than guessed."""
    assert language_of(text) is None


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_has_a_two_letter_language_or_none(text: str) -> None:
    """Lone surrogates and all: an ISO 639-1 code, or None."""
    found = language_of(text)
    assert found is None or (len(found) == 2 and found.islower())
