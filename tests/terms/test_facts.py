"""What is a fact: the contract's rules as a table of cases."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.terms.enums import Reality, Stance, Status
from parley.terms.facts import counts_as_fact, factuality, status_of
from parley.terms.values import REPORT, Voice

ASSERTS, ADMITS, ALLEGES, DENIES, DOUBTS, ASKS = Stance
OWN, NAMED, OTHER, NOBODY = REPORT, "ardova", "belmark", None


def heard(*voices: tuple[str | None, Stance]) -> list[Voice]:
    return [Voice("r1", who, stance) for who, stance in voices]


CASES: list[tuple[str, list[tuple[str | None, Stance]], Status]] = [
    ("for and against", [(NAMED, ASSERTS), (OTHER, DENIES)], Status.CONTESTED),
    ("the report's own voice counts as for", [(OWN, ASSERTS), (OTHER, DENIES)], Status.CONTESTED),
    ("an unnamed voice counts as for", [(NOBODY, ALLEGES), (OTHER, DENIES)], Status.CONTESTED),
    ("who admits counts as for", [(NAMED, ADMITS), (OTHER, DENIES)], Status.CONTESTED),
    ("the report itself against", [(NAMED, ASSERTS), (OWN, DENIES)], Status.CONTESTED),
    ("unnamed against a report", [(OWN, ASSERTS), (NOBODY, DENIES)], Status.CONTESTED),
    ("only against", [(NAMED, DENIES)], Status.DENIED),
    ("all against", [(NAMED, DENIES), (OWN, DENIES)], Status.DENIED),
    ("against, and doubted", [(NAMED, DENIES), (OTHER, DOUBTS)], Status.DENIED),
    ("against, and asked about", [(NAMED, DENIES), (OTHER, ASKS)], Status.DENIED),
    ("the doer admits", [(NAMED, ADMITS)], Status.ADMITTED),
    ("admitted, and reported too", [(OWN, ASSERTS), (NAMED, ADMITS)], Status.ADMITTED),
    ("admitted, and claimed by another", [(OTHER, ASSERTS), (NAMED, ADMITS)], Status.ADMITTED),
    ("a report's own voice", [(OWN, ASSERTS)], Status.REPORTED),
    ("own voice beside a claim", [(NAMED, ASSERTS), (OWN, ASSERTS)], Status.REPORTED),
    ("own voice, doubted by another", [(OWN, ASSERTS), (NAMED, DOUBTS)], Status.REPORTED),
    ("a named voice", [(NAMED, ASSERTS)], Status.CLAIMED),
    ("two named voices", [(NAMED, ASSERTS), (OTHER, ASSERTS)], Status.CLAIMED),
    ("a named voice beside an unnamed one", [(NOBODY, ASSERTS), (NAMED, ASSERTS)], Status.CLAIMED),
    ("a named voice, the report only passing it on", [(OWN, ALLEGES), (NAMED, ASSERTS)], Status.CLAIMED),
    ("an unnamed voice", [(NOBODY, ASSERTS)], Status.ALLEGED),
    ("passed on without commitment", [(NOBODY, ALLEGES)], Status.ALLEGED),
    ("passed on by the report alone", [(OWN, ALLEGES)], Status.ALLEGED),
    ("only doubted", [(NAMED, DOUBTS)], Status.ALLEGED),
    ("only asked about", [(NAMED, ASKS)], Status.ALLEGED),
    ("only asked about by the report", [(OWN, ASKS)], Status.ALLEGED),
    ("doubted by a named voice, alleged by an unnamed one", [(NAMED, DOUBTS), (NOBODY, ALLEGES)], Status.ALLEGED),
    ("nobody at all", [], Status.ALLEGED),
]


@pytest.mark.parametrize(("voices", "status"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_status_by_the_first_rule_that_fits(voices: list[tuple[str | None, Stance]], status: Status) -> None:
    """Each line of the contract, and what comes before it."""
    assert status_of(heard(*voices)) is status


VOICES = st.lists(st.tuples(st.sampled_from([OWN, NAMED, OTHER, NOBODY]), st.sampled_from(Stance)), max_size=6)


@given(VOICES, st.randoms(use_true_random=False))
def test_neither_order_nor_doubts_nor_questions_change_a_status(
    voices: list[tuple[str | None, Stance]], chance: Random
) -> None:
    """Whatever is doubted or asked about, and in whatever order it is heard, the status is the same."""
    plain = [v for v in voices if v[1] not in (DOUBTS, ASKS)]
    shuffled = list(voices)
    chance.shuffle(shuffled)
    assert status_of(heard(*voices)) is status_of(heard(*shuffled)) is status_of(heard(*plain))


@given(VOICES, st.sampled_from(Reality))
def test_what_anybody_denies_is_never_a_fact(voices: list[tuple[str | None, Stance]], reality: Reality) -> None:
    """One denial is enough."""
    assert not counts_as_fact(status_of(heard(*voices, (OTHER, DENIES))), reality)


@given(VOICES)
def test_without_an_own_voice_or_an_admission_nothing_is_a_fact(voices: list[tuple[str | None, Stance]]) -> None:
    """However many others claim it."""
    others = [v for v in voices if v[0] != OWN and v[1] is not ADMITS]
    assert not counts_as_fact(status_of(heard(*others)), Reality.HAPPENED)


def test_facts_are_these_four_and_no_other() -> None:
    """Of all statuses and realities: reported or admitted, and happened or ongoing."""
    assert {c for c in product(Status, Reality) if counts_as_fact(*c)} == {
        (Status.REPORTED, Reality.HAPPENED),
        (Status.REPORTED, Reality.ONGOING),
        (Status.ADMITTED, Reality.HAPPENED),
        (Status.ADMITTED, Reality.ONGOING),
    }


@pytest.mark.parametrize(
    ("status", "realities", "number"),
    [
        (Status.REPORTED, [Reality.HAPPENED, Reality.ONGOING], 3),
        (Status.ADMITTED, [Reality.HAPPENED, Reality.ONGOING], 3),
        (Status.CLAIMED, [Reality.HAPPENED, Reality.ONGOING], 1.5),
        (Status.ALLEGED, [Reality.HAPPENED, Reality.ONGOING], 1),
        (Status.REPORTED, [Reality.PLANNED], 1),
        (Status.CLAIMED, [Reality.PLANNED], 1),
        (Status.REPORTED, [Reality.POSSIBLE, Reality.THREATENED, Reality.UNKNOWN], 0.5),
        (Status.ALLEGED, [Reality.POSSIBLE, Reality.THREATENED, Reality.UNKNOWN], 0.5),
        (Status.CONTESTED, list(Reality), 0),
        (Status.DENIED, list(Reality), -1.5),
        (Status.REPORTED, [Reality.DID_NOT_HAPPEN], -3),
        (Status.CLAIMED, [Reality.DID_NOT_HAPPEN], -2),
        (Status.ALLEGED, [Reality.DID_NOT_HAPPEN], -2),
    ],
)
def test_factuality(status: Status, realities: list[Reality], number: float) -> None:
    """The contract's numbers."""
    assert {factuality(status, r) for r in realities} == {number}


def test_facts_have_the_highest_number_and_only_they() -> None:
    """3 and fact are the same thing."""
    assert all((factuality(*c) == 3) is counts_as_fact(*c) for c in product(Status, Reality))
