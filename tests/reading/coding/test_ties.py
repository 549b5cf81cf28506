"""Ties of whole sentences: which way round they run, whether they hold, and who says so."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.english import default
from parley.terms.bodies import Tie
from parley.terms.enums import Reality, Relation, Stance
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.statement import Proposal
from parley.terms.values import REPORT


@cache
def read(text: str) -> Reading:
    """A short report."""
    return default().read(report_of(text, id="r", published="2024-05-03"))


def tied(text: str) -> list[tuple[Proposal, Tie]]:
    """The ties of a short report."""
    return [(p, p.body) for p in read(text).proposals if isinstance(p.body, Tie)]


def one(text: str) -> tuple[Proposal, Tie]:
    """The only tie of a short report."""
    made = tied(text)
    assert len(made) == 1, made
    return made[0]


@pytest.mark.parametrize(
    ("text", "from_", "to", "relation", "sign"),
    [
        ("Iran, which backs Hezbollah, spoke first.", "iran", "hezbollah", Relation.SUPPORTS, 1),
        ("The Houthis are armed by Iran.", "iran", "houthis", Relation.SUPPORTS, 1),
        ("China is North Korea's only ally.", "china", "north-korea", Relation.ALLIED, 1),
        ("Belarus, Moscow's closest ally, sent troops.", "belarus", "russia", Relation.ALLIED, 1),
        ("Relations between Algeria and Morocco are tense.", "algeria", "morocco", Relation.HOSTILE, -1),
        ("Finland is a member of NATO.", "finland", "nato", Relation.MEMBER_OF, 0),
        ("Eritrea distrusts Ethiopia.", "eritrea", "ethiopia", Relation.WARY, -1),
        ("Ethiopia views Egypt with suspicion.", "ethiopia", "egypt", Relation.WARY, -1),
        ("Kosovo and Serbia are old rivals.", "kosovo", "serbia", Relation.RIVAL, -1),
        ("The M23 rebels, backed by Rwanda, took the town.", "rwanda", "m23", Relation.SUPPORTS, 1),
    ],
)
def test_direction_relation_and_sign(text: str, from_: str, to: str, relation: Relation, sign: int) -> None:
    """Actives, passives, appositions and relative clauses give the same tie, the same way round."""
    made, tie = one(text)
    assert (tie.from_, tie.to, tie.relation, tie.sign) == ((from_,), (to,), relation, sign)
    assert made.reality is Reality.ONGOING


def test_goods_that_are_depended_on() -> None:
    """What somebody depends on another for is kept."""
    _, tie = one("Armenia depends on Russia for gas and weapons.")
    assert tie.goods == ("gas", "weapons")


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijan supported the resolution on Monday.",
        "India may become an ally of Japan.",
        "If Chad becomes an ally of Sudan, the region will change.",
        "Egypt talks to everyone but its rivals\n\nNorway has learned much.",
        "Three days after Chad and its armed opponents met, nobody agreed.",
        "The delegation was led by Olusegun Obasanjo; a member of NATO said nothing.",
    ],
)
def test_what_tells_no_tie(text: str) -> None:
    """Single acts, suppositions, headlines and what stands beside each other by chance tell no tie."""
    assert not tied(text)


@pytest.mark.parametrize(
    ("text", "reality"),
    [
        ("France once supported Haftar.", Reality.HAPPENED),
        ("Ukraine is no longer dependent on Russia.", Reality.HAPPENED),
        ("Russia is not an ally of Iran.", Reality.DID_NOT_HAPPEN),
    ],
)
def test_ties_that_hold_no_more_or_never(text: str, reality: Reality) -> None:
    """What is over has happened; what is denied outright did not."""
    made, _ = one(text)
    assert made.reality is reality


def test_a_tie_that_somebody_claims_is_no_fact() -> None:
    """An accusation gives the tie to its speaker; a denial is heard as one."""
    made, tie = one("Sudan accuses the United Arab Emirates of arming the RSF.")
    assert (tie.from_, tie.to) == (("united-arab-emirates",), ("rapid-support-forces",))
    assert [v.who for v in made.voices] == ["sudan"]
    assert not counts_as_fact(status_of(made.voices), made.reality)
    made, _ = one("Rwanda denies backing the M23.")
    assert [(v.who, v.stance) for v in made.voices] == [("rwanda", Stance.DENIES)]


@pytest.mark.parametrize(
    "text",
    ["Saudi Arabia considers the Houthis a proxy of Iran.", "Saudi Arabia described the Houthis as a proxy of Iran."],
)
def test_a_tie_that_somebody_sees_is_his_to_say(text: str) -> None:
    """What one actor regards another as is told in its voice, not the report's."""
    made, tie = one(text)
    assert (tie.from_, tie.to, tie.relation) == (("iran",), ("houthis",), Relation.PATRON_OF)
    assert [v.who for v in made.voices] == ["saudi-arabia"]


def test_neither_of_two_has_the_tie() -> None:
    """What is said of neither did not happen."""
    made, _ = one("Neither Chad nor Sudan is an ally of Egypt.")
    assert made.reality is Reality.DID_NOT_HAPPEN


def test_not_only_negates_nothing() -> None:
    """What "not only" introduces is told as so."""
    made, _ = one("Not only is Eritrea wary of Ethiopia, but the border is closed.")
    assert made.reality is Reality.ONGOING


@settings(deadline=None)
@given(st.permutations(["Egypt", "Turkey", "Qatar"]))
def test_names_change_places_with_the_ties(lands: list[str]) -> None:
    """Whoever stands at a place of the sentence has that place in the tie."""
    a, b, _ = lands
    made, tie = one(f"{a} is a close ally of {b}.")
    assert (tie.from_, tie.to) == ((a.lower(),), (b.lower(),))
    assert [v.who for v in made.voices] == [REPORT]


@pytest.mark.parametrize(
    ("text", "from_", "to", "sign"),
    [
        ("The pro-Syrian Hezbollah objected.", "hezbollah", "syria", 1),
        ("The anti-Syrian Lebanese Forces objected.", "lebanese-forces", "syria", -1),
        ("They praised Algeria, then the strongest supporter of Mali, at length.", "algeria", "mali", 1),
    ],
)
def test_sides_by_prefix_and_what_is_set_beside(text: str, from_: str, to: str, sign: int) -> None:
    """For and against before a name, and a phrase between commas wherever the parser hangs it."""
    _, tie = one(text)
    assert (tie.from_, tie.to, tie.sign) == ((from_,), (to,), sign)


@pytest.mark.parametrize(
    "text",
    [
        "The Muslim Brotherhood of Egypt withdrew.",
        "India used its camps to arm the M23.",
    ],
)
def test_names_and_purposes_tell_no_tie(text: str) -> None:
    """A word within a name is no bond, and what is only meant to be done is no standing support."""
    assert not tied(text)


def test_relations_yet_to_be_made_are_none() -> None:
    """What a meeting aims at establishing is not there."""
    assert not tied("Japan hosted Peru for a meeting aimed at establishing close relations between Japan and Peru.")


def test_two_guarantors_are_not_each_others() -> None:
    """Of two who are one-sidedly something, nobody tells to whom; two rivals are each other's."""
    assert tied("Cuba and Norway were guarantors.") == []
    assert one("Cuba and Norway are rivals.")[1].relation is Relation.RIVAL


def test_who_is_against_somebody_is_not_that_one() -> None:
    """Anti-X forces are a side of their own, hostile to X."""
    _, tie = one("Anti-Taliban militias fled.")
    assert tie.to == ("taliban",)
    assert tie.from_ != tie.to
    assert tie.relation is Relation.HOSTILE


def test_a_particle_makes_another_verb() -> None:
    """Who runs a town governs it; who runs somebody over does not."""
    assert [t.relation for _, t in tied("Hamas runs Gaza.")] == [Relation.GOVERNS]
    assert not tied("Hamas ran over two policemen.")
