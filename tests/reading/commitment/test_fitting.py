"""Which signature of a word above fits, and whether the word is negated."""

from __future__ import annotations

import pytest

from parley.reading.commitment.fitting import kind_of, negated_cue, own_doing, signature_of, unsaid
from parley.reading.commitment.signatures import lexicon
from parley.reading.document import Document, Token
from parley.reading.pipeline import parse


def starred(marked: str) -> tuple[Document, Token]:
    """The parse of a sentence and its starred word."""
    doc = parse(marked.replace("*", ""))
    return doc, next(t for t in doc.tokens if t.start == marked.index("*"))


@pytest.mark.parametrize(
    ("marked", "fits"),
    [
        ("The envoy hoped that they would *leave*.", "hope-that"),
        ("The envoy hoped to *leave*.", "plan"),
        ("The envoy warned them to *leave*.", "ask"),
        ("The envoy demanded that Sweden *leave*.", "ask"),
        ("The envoy recommended that they should *leave*.", "ask"),
        ("Norway *wants* it, Sweden wants it.", None),
    ],
)
def test_a_signature_fits_by_form(marked: str, fits: str | None) -> None:
    """Infinitive, finite clause or subjunctive decide which signature is meant; a clause spliced on is none's."""
    doc, t = starred(marked)
    s = signature_of(doc, lexicon(), "verb", doc.head(t), kind_of(doc, t, ""), t)
    assert (s.id if s else None) == fits


@pytest.mark.parametrize(
    ("marked", "no"),
    [
        ("Few *believe* that they left.", True),
        ("A few *believe* that they left.", False),
        ("Hardly anyone *believes* that they left.", True),
        ("The envoy did not *say* that they left.", True),
        ("The envoy *said* that they had not left.", False),
    ],
)
def test_a_cue_is_negated_by_its_own_words(marked: str, no: bool) -> None:
    """Its verb or its subject negates a cue; its content does not."""
    assert negated_cue(*starred(marked)) is no


@pytest.mark.parametrize(
    ("marked", "no"),
    [
        ("The envoy refused to *confirm* that they left.", True),
        ("The envoy stopped short of *saying* that they left.", True),
        ("The envoy has yet to *say* that they left.", True),
        ("It is too early to *say* that they left.", True),
        ("The envoy did not refuse to *confirm* that they left.", False),
        ("The envoy wanted to *say* that they left.", False),
    ],
)
def test_what_governs_a_cue_may_leave_it_unsaid(marked: str, no: bool) -> None:
    """A word by which the saying did not happen."""
    doc, t = starred(marked)
    assert unsaid(doc, t, lexicon()) is no


def test_an_effort_led_by_somebody_leads_nobody() -> None:
    """The led effort is to free them; a led man is led to do so."""
    doc, t = starred("An effort led by Norway to *free* the men goes on.")
    assert own_doing(doc, t, doc.head(t), t)
