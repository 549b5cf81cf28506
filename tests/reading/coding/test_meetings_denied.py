"""Who denies a meeting is heard where the meeting is told, and at its talk."""

from __future__ import annotations

import pytest

from parley.reading.english import EnglishReader
from parley.terms.enums import Form, LinkRel, Stance
from parley.terms.report import report_of
from parley.terms.statement import Proposal

MET = "Envoys of Chad and Sudan met in Oslo on Monday, a diplomat said. "
DENIED = (
    "Chad denied that any talks had taken place.",
    "Chad denied that the talks had taken place.",
    "Chad said that no talks had been held.",
    "Chad denied that there had been any contact.",
    "Rain fell. The market was shut. Chad denied that any talks had taken place.",
)
OTHERS = (
    "Chad denied that it had met Norway.",
    "Chad confirmed that the talks had taken place.",
    "Norway denied that talks between Norway and Sweden had taken place.",
)


def found(text: str) -> tuple[Proposal, ...]:
    """What is read in a text."""
    return EnglishReader().read(report_of(text, id="r", published="2024-03-14")).proposals


def deniers(proposals: tuple[Proposal, ...], form: Form) -> set[str | None]:
    """Who denies what is told of the meeting in the first sentence."""
    first = min((p for p in proposals if p.form is form), key=lambda p: p.head.start)
    return {v.who for v in first.voices if v.stance is Stance.DENIES}


@pytest.mark.parametrize("denied", DENIED)
def test_a_denied_meeting_is_contested(denied: str) -> None:
    """Both the event and the talk; and a link leads from the denial to what it denies."""
    proposals = found(MET + denied)
    assert deniers(proposals, Form.EVENT) == {"chad"}
    assert deniers(proposals, Form.TALK) == {"chad"}
    links = [link for p in proposals for link in p.links if link.rel is LinkRel.DENIES]
    assert {link.to for link in links} <= {p.id for p in proposals}
    assert len(links) == 1


@pytest.mark.parametrize("other", OTHERS)
def test_other_meetings_and_confirmations_contest_nothing(other: str) -> None:
    """A meeting of others is another meeting."""
    proposals = found(MET + other)
    assert deniers(proposals, Form.EVENT) == set()
    assert deniers(proposals, Form.TALK) == set()
