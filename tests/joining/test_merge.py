"""What one group of tellings says together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.joining.builder import at, attack, on, proposal, report, voice

from parley.joining.merge import statement_of, told_by, unsaid
from parley.joining.telling import Telling, telling_of
from parley.terms.bodies import Event
from parley.terms.enums import HarmKind, LinkRel, Reality, Stance, Status
from parley.terms.statement import Proposal
from parley.terms.values import Harm, Link

REPORTS = {r.id: r for r in (report("r1"), report("r2"), report("r3"))}


def group(*proposals: Proposal) -> list[Telling]:
    return [telling_of(p, REPORTS, {}) for p in proposals]


@pytest.mark.parametrize(
    ("stance", "on_the_positive"),
    [
        (Stance.ASSERTS, Stance.DENIES),
        (Stance.ADMITS, Stance.DENIES),
        (Stance.ALLEGES, Stance.DENIES),
        (Stance.DENIES, Stance.ASSERTS),
        (Stance.DOUBTS, Stance.DOUBTS),
        (Stance.ASKS, Stance.ASKS),
    ],
)
def test_a_voice_on_what_was_not_done_turns_round(stance: Stance, on_the_positive: Stance) -> None:
    """Who says that it was not done denies it; who denies that it was not done says that it was."""
    assert unsaid(voice("ardova", stance)).stance is on_the_positive


def test_a_voice_counts_only_for_the_reality_that_it_spoke_of() -> None:
    """What came to pass stands; who announced, threatened or thought it possible has not said that it came."""
    others = (Reality.PLANNED, Reality.POSSIBLE, Reality.THREATENED, Reality.UNKNOWN)
    told = [proposal(attack(), "r1", 24 * n, reality=r, voices=[voice("orlan")]) for n, r in enumerate(others)]
    done = proposal(attack(), "r2", voices=[voice("belmark", report="r2")])
    reality, voices = told_by(group(*told, done))
    assert (reality, [v.who for v in voices]) == (Reality.HAPPENED, ["belmark"])
    reality, voices = told_by(group(*told))
    assert (reality, len(voices)) == (Reality.PLANNED, 1)


def test_one_voice_is_heard_once_a_report() -> None:
    """However often a report repeats it; another report's hearing of it counts, another stance too."""
    same = [proposal(attack(), "r1", 24 * n, voices=[voice("orlan")]) for n in range(3)]
    other = proposal(attack(), "r2", voices=[voice("orlan", report="r2"), voice("orlan", Stance.DENIES, "r2")])
    _, voices = told_by(group(*same, other))
    assert [(v.report, v.stance) for v in voices] == [
        ("r1", Stance.ASSERTS),
        ("r2", Stance.ASSERTS),
        ("r2", Stance.DENIES),
    ]


def test_fields_are_the_earliest_tellings_and_gaps_are_filled() -> None:
    """Confidence is the surest telling's; dates and tolls that differ stand side by side; denied, it has no code."""
    few, many = (Harm(HarmKind.KILLED, n, n, f"{n} dead") for n in (3, 12))
    hurt = Harm(HarmKind.INJURED, 5, 5, "5 hurt")
    a = proposal(replace(attack(on=()), harm=(few,)), "r1", date=on("2031-03-04"), confidence=0.4)
    b = proposal(replace(attack(), harm=(many, hurt)), "r2", date=on("2031-03-05"), confidence=0.9)
    made = statement_of(group(a, b))
    assert isinstance(made.body, Event)
    assert (made.body.recipients, made.body.harm) == (("belmark",), (few,))
    assert (made.date, made.confidence, made.status) == (a.date, 0.9, Status.REPORTED)
    assert made.variants.harm == (few, many)
    assert made.variants.date == (a.date, b.date)
    denied = statement_of(group(proposal(attack(), voices=[voice("ardova", Stance.DENIES)])))
    assert isinstance(denied.body, Event)
    assert (denied.status, denied.fact, denied.body.plover) == (Status.DENIED, False, None)


@pytest.mark.parametrize("reality", Reality)
@pytest.mark.parametrize("stance", Stance)
def test_told_again_in_the_same_words_it_says_the_same(reality: Reality, stance: Stance) -> None:
    """What is told once is worked out by itself, and comes to what weighing it with others makes of it."""
    harm = tuple(Harm(HarmKind.KILLED, n, n, f"{n} dead") for n in (3, 12))
    told = proposal(
        replace(attack(), harm=harm),
        date=on("2031-03-04"),
        reality=reality,
        voices=[voice("orlan", stance), voice("orlan", stance), voice("ardova")],
        places=(at("Port Sable"), at("Eastmere")),
        links=(Link(LinkRel.DENIES, "p1"), Link(LinkRel.DENIES, "p1")),
    )
    once, twice = statement_of(group(told)), statement_of(group(told, told))
    assert replace(twice, mentions=once.mentions) == once
    assert (len(once.links), len(once.voices), len(once.variants.harm), len(once.variants.places)) == (1, 2, 2, 2)
