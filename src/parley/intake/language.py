"""Which language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import Any

LETTERS_NEEDED = 20
"""Fewer letters than this tell too little."""
LETTERS_ENOUGH = 4000
"""A text's beginning of this many characters settles the matter."""
SURENESS_NEEDED = 0.5
"""Below this probability the language stays unknown."""


@cache
def _identifier() -> Any:
    """The language model, loaded once (about half a second), limited to languages with an ISO 639-1 code.

    Pidgins and creoles have none; left in, they take short English sentences full of names.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None where the text is too short or the model too unsure.

    >>> language_of("The envoys met on Monday and agreed to meet again.")
    'en'
    >>> language_of("Ja?") is None
    True
    """
    beginning = text[:LETTERS_ENOUGH]
    if sum(map(str.isalpha, beginning)) < LETTERS_NEEDED:
        return None
    found, sureness = language_and_sureness(beginning)
    return found if sureness >= SURENESS_NEEDED else None


def language_and_sureness(text: str) -> tuple[str, float]:
    """The likeliest language of a text, and its probability (0 to 1) in the model's eyes."""
    # A lone surrogate is no letter of any language.
    found, sureness = _identifier().classify(text[:LETTERS_ENOUGH].encode("utf-8", "replace").decode("utf-8"))
    return str(found), float(sureness)
