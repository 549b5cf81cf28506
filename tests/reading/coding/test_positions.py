"""Positions of whole sentences: whose, for or against what, how strongly, on which condition, and who says so."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.english import default
from parley.terms.bodies import Position
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, Intensity, PositionStance
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.statement import Proposal

LANDS = (
    ActorEntry("ruritania", "Ruritania", ActorType.STATE, sector="GOV", demonyms=("Ruritanian", "Ruritanians")),
    ActorEntry("syldavia", "Syldavia", ActorType.STATE, sector="GOV", demonyms=("Syldavian", "Syldavians")),
)


@cache
def read(text: str) -> Reading:
    """A short report, read with two countries of fiction."""
    return default(actors=LANDS).read(report_of(text, id="r", published="2024-05-03"))


def taken(text: str) -> list[tuple[Proposal, Position]]:
    """The positions of a short report."""
    return [(p, p.body) for p in read(text).proposals if isinstance(p.body, Position)]


def one(text: str) -> tuple[Proposal, Position]:
    """The only position of a short report."""
    made = taken(text)
    assert len(made) == 1, made
    return made[0]


@pytest.mark.parametrize(
    ("text", "stance", "issue", "issue_id"),
    [
        ("Ruritania wants new elections.", PositionStance.FOR, "new elections", "elections"),
        ("Ruritania refuses to recognise Syldavia.", PositionStance.AGAINST, "recognise Syldavia", "recognition"),
        ("Ruritania does not want a ceasefire.", PositionStance.AGAINST, "a ceasefire", "ceasefire"),
        ("Ruritania has rejected any foreign interference.", PositionStance.AGAINST, "any foreign interference", None),
        ("Ruritania urged Syldavia to accept a truce.", PositionStance.FOR, "accept a truce", "ceasefire"),
        ("Ruritania does not care about recognition.", PositionStance.INDIFFERENT, "recognition", "recognition"),
        ("Ruritania wants to leave the union.", PositionStance.FOR, "leave the union", None),
    ],
)
def test_stance_and_issue(text: str, stance: PositionStance, issue: str, issue_id: str | None) -> None:
    """The stance is that of the words and their negation; a known issue has its id."""
    _, body = one(text)
    assert (body.actor, body.stance, body.issue) == ("ruritania", stance, issue)
    assert issue_id is None or body.issue_id == issue_id


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Ruritania will not discuss a truce unless sanctions are lifted.", "unless sanctions are lifted"),
        ("Ruritania ruled out a ceasefire until all hostages are freed.", "until all hostages are freed"),
        ("Ruritania is ready to disarm if Syldavia frees its leaders.", "if Syldavia frees its leaders"),
    ],
)
def test_conditions_are_kept_in_the_words_of_the_report(text: str, condition: str) -> None:
    """What is wanted or refused on a condition is conditional, and the condition is told."""
    _, body = one(text)
    assert (body.stance, body.condition) == (PositionStance.CONDITIONAL, condition)


@pytest.mark.parametrize(
    ("text", "intensity"),
    [
        ("Ruritania strongly opposes a federal system.", Intensity.HIGH),
        ("Ruritania opposes a federal system.", Intensity.MEDIUM),
        ("International recognition is not important for Ruritania.", Intensity.LOW),
    ],
)
def test_intensity(text: str, intensity: Intensity) -> None:
    """Adverbs make a position strong; what does not matter is held weakly."""
    _, body = one(text)
    assert body.intensity is intensity


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania may accept a transitional government.",
        "Ruritania wanted a coffee.",
        "Ruritania insisted that the general was still in the capital.",
        "Ruritania suggested that the rebels might be behind the ceasefire.",
        "Ruritania asked for a pen.",
        "The meeting was pushed back by Ruritania.",
        "If Ruritania were an ally of Syldavia, it would have supported the ceasefire.",
        "Ruritania mediated between opposing Syldavian factions.",
    ],
)
def test_what_takes_no_position(text: str) -> None:
    """What somebody might do, asserts, surmises, or wants for lunch is no position on an issue."""
    assert not taken(text)


def test_what_neither_wants_both_are_against() -> None:
    """What is wanted by neither is no position for it."""
    made = taken("Neither Ruritania nor Syldavia wants a return to war.")
    assert {body.stance for _, body in made} == {PositionStance.AGAINST}


def test_we_in_a_quotation_is_its_speaker() -> None:
    """In direct speech "we" is who speaks."""
    _, body = one('"We reject a federal system," the Ruritanian foreign minister said.')
    assert (body.actor, body.stance) == ("ruritania", PositionStance.AGAINST)


def test_a_position_that_others_ascribe_is_theirs_to_say() -> None:
    """A position told by an accuser is voiced by the accuser."""
    made, body = one("Syldavia accused Ruritania of seeking independence.")
    assert body.actor == "ruritania"
    assert [v.who for v in made.voices] == ["syldavia"]


def test_what_is_wrecked_is_stood_against() -> None:
    """Who vows to disrupt an election is against it."""
    _, body = one("Syldavia vowed to disrupt the elections.")
    assert (body.stance, body.issue_id) == (PositionStance.AGAINST, "elections")


@pytest.mark.parametrize(
    "text",
    [
        "Syldavia is suspected of seeking a war over the border.",
        "Ruritania condemned the attack on the peace talks.",
        "Ruritania convinced Syldavia to accept the ceasefire.",
        "The president wants peace talks.",
    ],
)
def test_what_is_no_position(text: str) -> None:
    """What is surmised, single deeds that are condemned, what somebody is brought to do, and whose nobody can tell."""
    assert not [b for _, b in taken(text) if b.actor in {"syldavia", "ruritania", "president"}]


def test_words_stand_with_one_plain_space() -> None:
    """However the report sets its spaces, the issue and the condition have one between two words."""
    _, body = one("Ruritania supports a  lasting\u00a0ceasefire in the hills.")
    assert body.issue == "a lasting ceasefire in the hills"


def test_who_leaves_demanding_something_wants_it() -> None:
    """As in "left the talks demanding autonomy"."""
    _, body = one("The Syldavians left the talks demanding autonomy.")
    assert (body.stance, body.issue_id) == (PositionStance.FOR, "autonomy")


def test_a_day_is_no_issue() -> None:
    """What is demanded on a Tuesday is not Tuesday."""
    assert "Tuesday" not in [b.issue for _, b in taken("Ruritania on Tuesday demanded that Syldavia cancel the sale.")]


def test_a_private_wish_is_no_position() -> None:
    """What somebody without an office wants for himself is of no interest."""
    assert not taken("The painter Karl Haupt wanted to be rich and famous.")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway said that elections must be held.", PositionStance.FOR),
        ("Norway said that the referendum must not be held.", PositionStance.AGAINST),
        ("Norway threatened to veto sanctions on Sudan.", PositionStance.AGAINST),
        ("Norway will lift the sanctions only when the rebels disarm.", PositionStance.CONDITIONAL),
        ("Norway is prepared to withdraw in exchange for a land corridor.", PositionStance.CONDITIONAL),
        ("Norway has shown no interest in the talks.", PositionStance.INDIFFERENT),
        ("Norway turned down the plan.", PositionStance.AGAINST),
    ],
)
def test_what_must_be_is_blocked_or_is_a_matter_of_exchange(text: str, stance: PositionStance) -> None:
    """What must be is wanted, what is to be vetoed is not, and what hangs on a return is conditional."""
    assert [p.stance for _, p in taken(text)] == [stance]
