"""Prepositions and particles under which nothing is told as fact."""

from __future__ import annotations

import pytest

from parley.reading.commitment.adjuncts import opens_with, under
from parley.reading.commitment.calculus import commit
from parley.reading.commitment.signatures import lexicon
from parley.reading.document import Document, Token
from parley.reading.pipeline import parse
from parley.terms.enums import Reality


def starred(marked: str) -> tuple[Document, Token]:
    """The parse of a sentence and its starred word."""
    doc = parse(marked.replace("*", ""))
    return doc, next(t for t in doc.tokens if t.start == marked.index("*"))


@pytest.mark.parametrize(
    ("marked", "reality"),
    [
        ("In the event *of* an attack on Sweden, Norway will close its border.", Reality.POSSIBLE),
        ("Norway closed its border in anticipation *of* an attack.", Reality.PLANNED),
        ("Norway sent a letter in lieu *of* talks.", Reality.DID_NOT_HAPPEN),
        ("The talks failed for want *of* agreement.", Reality.DID_NOT_HAPPEN),
        ("They left *without* attacking Sweden.", Reality.DID_NOT_HAPPEN),
        ("They were far *from* attacking Sweden.", Reality.DID_NOT_HAPPEN),
        ("The main event *of* the war was the siege.", None),
        ("They came *from* Sweden after the attack.", None),
    ],
)
def test_what_a_preposition_makes_of_what_it_takes(marked: str, reality: Reality | None) -> None:
    """Conditions and substitutes are no facts; other prepositions leave what they take as it is."""
    assert under(*starred(marked)) is reality


@pytest.mark.parametrize(
    ("marked", "reality"),
    [
        ("Pending *talks* with Sweden, Norway closed its border.", Reality.PLANNED),
        ("Fresh *talks* with Sweden followed.", None),
        ("Norway held pending *talks* with Sweden.", None),
    ],
)
def test_a_preposition_taken_for_an_adjective(marked: str, reality: Reality | None) -> None:
    """Only at a sentence's beginning."""
    assert opens_with(*starred(marked)) is reality


@pytest.mark.parametrize(
    ("marked", "reality"),
    [
        ("Norway stopped short of an *attack* on Sweden.", Reality.DID_NOT_HAPPEN),
        ("Norway shied away from *talks* with Sweden.", Reality.DID_NOT_HAPPEN),
        ("Norway stayed away from the *talks* with Sweden.", Reality.DID_NOT_HAPPEN),
        ("Norway gave up *talks* with Sweden.", Reality.DID_NOT_HAPPEN),
        ("Norway lacked *talks* with Sweden.", Reality.DID_NOT_HAPPEN),
        ("Norway argued against *talks* with Sweden.", Reality.POSSIBLE),
        ("Norway warned against an *attack* on Sweden.", Reality.POSSIBLE),
        ("Norway waited for *talks* with Sweden.", Reality.POSSIBLE),
        ("Norway braced for an *attack* by Sweden.", Reality.POSSIBLE),
        ("The would-be *attack* on Sweden angered Norway.", Reality.POSSIBLE),
        ("The non-existent *talks* with Sweden angered Norway.", Reality.DID_NOT_HAPPEN),
        ("The simulated *attack* on Sweden angered Norway.", Reality.POSSIBLE),
        ("The long-running *war* with Sweden angered Norway.", Reality.HAPPENED),
        ("Norway gave an account of the *attack* on Sweden.", Reality.HAPPENED),
        ("Norway came away from the *talks* with Sweden.", Reality.HAPPENED),
    ],
)
def test_particles_and_hyphens_are_part_of_the_word(marked: str, reality: Reality) -> None:
    """A verb with its particle embeds what its preposition takes, a modifier with a hyphen is one word."""
    assert commit(*starred(marked), lexicon()).reality is reality


@pytest.mark.parametrize(
    ("marked", "reality"),
    [
        ("The union announced a *march* on the capital.", Reality.PLANNED),
        ("The junta dragged its feet on *releasing* the men.", Reality.DID_NOT_HAPPEN),
        ("The accord obliges Norway to *withdraw* its army.", Reality.PLANNED),
        ("The rebels *surrender* their arms by the end of the year.", Reality.PLANNED),
        ("The rebels *surrender* their arms in the square.", Reality.ONGOING),
        ("Norway will leave while the rebels *retreat*.", Reality.PLANNED),
        ("The minister went on television to *accuse* Sweden.", Reality.HAPPENED),
        ("The minister went to Oslo to *accuse* Sweden.", Reality.POSSIBLE),
        ("The students gathered to *denounce* the king.", Reality.HAPPENED),
    ],
)
def test_what_is_still_to_come_and_what_is_done_by_doing_so(marked: str, reality: Reality) -> None:
    """Announced acts and terms with a deadline are planned; what people do by gathering or speaking out is done."""
    assert commit(*starred(marked), lexicon()).reality is reality
