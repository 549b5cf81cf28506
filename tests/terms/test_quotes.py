"""A quote is its report's text, to the letter."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.joining.builder import ACTORS, ENVOY, attack, on, proposal, report, talk, voice

from parley.joining import join
from parley.terms.quotes import misquotes
from parley.terms.values import Span

REPORT = report("r1")
TEXTS = {"r1": REPORT.text}
TRUE = proposal(attack(), date=on("2031-03-04"))


def said(start: int, end: int, quote: str) -> dict[str, Any]:
    return {"voices": (dataclasses.replace(voice("orlan"), quote=quote, start=start, end=end),)}


def test_what_is_quoted_to_the_letter_is_well() -> None:
    """A proposal, and the statement and talk that joining makes of such."""
    told = (TRUE, proposal(talk("ardova", "belmark"), start=24))
    joined = join(told, [REPORT], ACTORS, (ENVOY,))
    assert not list(misquotes((*told, *joined.statements, *joined.talks), TEXTS))
    assert not list(misquotes([dataclasses.replace(TRUE, **said(0, 6, "Envoys"))], TEXTS))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"quote": TRUE.quote.upper()}, "is not the report's text from 0 to 23"),
        ({"start": 1}, "is not the report's text from 1 to 23"),
        ({"end": 10_000}, "lies outside a text of"),
        ({"start": -23, "end": 0}, "lies outside a text of"),
        ({"head": Span(0, 10_000)}, "its head from 0 to 10000 lies outside"),
        ({"sentence": Span(0, 10_000)}, "its sentence from 0 to 10000 lies outside"),
        (said(0, 6, "envoys"), "the quote 'envoys' is not the report's text from 0 to 6, 'Envoys'"),
        ({"voices": (dataclasses.replace(voice("orlan"), quote="Envoys"),)}, "'Envoys', have no place"),
    ],
)
def test_what_is_not_is_told(change: dict[str, Any], fault: str) -> None:
    """Which value, which quote, and where."""
    (told,) = misquotes([dataclasses.replace(TRUE, **change)], TEXTS)
    assert told.startswith(f"proposal {TRUE.id!r}: ")
    assert fault in told


@given(st.text(max_size=12), st.integers(-3, 15), st.integers(-3, 15), st.text(max_size=12))
def test_only_the_very_words_pass(text: str, start: int, end: int, quote: str) -> None:
    """Nothing but `text[start:end]` of a span within the text; code points, whatever the script."""
    value = dataclasses.replace(TRUE, start=start, end=end, quote=quote, head=Span(0, 0), sentence=Span(0, 0))
    true = 0 <= start <= end <= len(text) and quote == text[start:end]
    assert (not list(misquotes([value], {"r1": text}))) is true


def test_a_text_that_is_withheld_cannot_be_compared() -> None:
    """Withdrawn, left out or not at hand."""
    wrong = dataclasses.replace(TRUE, quote="Something else")
    assert not list(misquotes([wrong], {"r1": None}))
    assert not list(misquotes([wrong], {}))
