"""Chances told by a number are judgements with a range."""

from __future__ import annotations

import pytest

from parley.reading.english import EnglishReader
from parley.terms.bodies import Judgement
from parley.terms.report import report_of
from parley.terms.statement import Proposal

SAID = (
    ("There is a 30 percent chance of a deal.", "a deal", "a 30 percent chance", 0.25, 0.35, "unlikely"),
    ("The envoy put the chances of a truce at one in five.", "a truce", "one in five", 0.15, 0.25, "unlikely"),
    ("Diplomats give the talks a one-in-ten chance.", "the talks", "one-in-ten chance", 0.05, 0.15, "unlikely"),
    ("The likelihood of a deal stands at about 70 per cent.", "a deal", "about 70 per cent", 0.65, 0.75, "likely"),
    ("The probability of a new war is 50-50.", "a new war", "50-50", 0.45, 0.55, "other"),
    (
        "Hess sees a less than 20% chance that the talks resume.",
        "the talks resume",
        "less than 20%",
        0,
        0.2,
        "unlikely",
    ),
    ("Few observers give the talks more than one chance in ten.", "the talks", "one chance in ten", 0, 0.1, "unlikely"),
    ("The chance of a split is more than 90%.", "a split", "more than 90%", 0.9, 1, "likely"),
)
SILENT = (
    "There were chances, and 30 percent of voters took them.",
    "The minister met two in three mayors and took no chance.",
    "The chance came at 30 miles from Oslo.",
    "There is a 300 percent chance of a deal.",
    "Few observers give the talks a less than 20% chance.",
)


def judged(text: str) -> list[tuple[Proposal, Judgement]]:
    """The judgements by a number that a text holds."""
    found = EnglishReader().read(report_of(text, id="r")).proposals
    return [(p, p.body) for p in found if isinstance(p.body, Judgement) and p.trace[0].rule == "number"]


@pytest.mark.parametrize(("text", "about", "words", "low", "high", "verdict"), SAID)
def test_a_number_makes_a_range(text: str, about: str, words: str, low: float, high: float, verdict: str) -> None:
    """Never a point: people round, and say so by "less than"; nothing that is only likely has happened."""
    ((p, body),) = judged(text)
    assert words in body.words
    assert (body.about.text, body.verdict.value, p.reality.value) == (about, verdict, "possible")
    assert body.probability is not None
    assert (body.probability.low, body.probability.high) == (low, high)


@pytest.mark.parametrize("text", SILENT)
def test_other_numbers_make_none(text: str) -> None:
    """A number elsewhere in the sentence, a chance of another kind, more than all."""
    assert judged(text) == []


def test_who_gives_a_chance_judges_and_holds_no_meeting() -> None:
    """The one who speaks judges; the meeting is weighed, not held."""
    text = '"I give a second meeting this year one chance in ten," said Joana Mabote, an analyst.'
    ((p, body),) = judged(text)
    assert body.about.text == "a second meeting"
    assert [v.who for v in p.voices] == ["joana-mabote"]
    found = EnglishReader().read(report_of(text, id="r")).proposals
    assert [x.form.value for x in found if x.form.value in ("event", "talk")] == []
