"""Scenario values and what is found wrong with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.terms.scenario import (
    SCALES,
    Backing,
    Contender,
    Issue,
    PatronTie,
    Quantity,
    RedLine,
    Scenario,
    Stakeholder,
    Stand,
)
from parley.terms.scenario_faults import faults_of, fields_of


def point(value: float, high: float | None = None) -> Quantity:
    return Quantity(value, value if high is None else high, assumption="for the test")


def party(name: str, at: float, *red_lines: RedLine) -> Stakeholder:
    stand = Stand("land", point(at), point(1))
    return Stakeholder(name, name.title(), point(10), (stand,), Contender(point(0.5), red_lines), point(0.1))


def sound() -> Scenario:
    land = Issue("land", "Land", "none", "all")
    return Scenario("Test", "Will they?", "land", (land,), (party("north", 0), party("south", 100)))


def whats(scenario: Scenario) -> str:
    return " | ".join(f"{'.'.join(map(str, f.path))}: {f.what}" for f in faults_of(scenario))


@pytest.mark.parametrize(
    ("low", "high", "source", "assumption"),
    [
        (1, 0, "s1", None),
        (0, 1, None, None),
        (0, 1, " ", ""),
        (0, float("inf"), "s1", None),
        (float("nan"), 1, "s1", None),
    ],
)
def test_quantity_refuses(low: float, high: float, source: str | None, assumption: str | None) -> None:
    """A quantity that runs backwards, is not finite or rests on nothing is refused."""
    with pytest.raises(ValueError, match=r"\w"):
        Quantity(low, high, source, assumption)


def test_grounds_say_which() -> None:
    """What a number rests on is said: a statement, or an assumption with its reason."""
    assert Quantity(0, 1, source="s1").grounds == "statement s1"
    assert Quantity(0, 1, "s1", "a prior").grounds == "statement s1, read as: a prior"
    assert Quantity(0, 1, assumption="a guess").grounds == "assumption: a guess"


def test_sound_scenario_has_no_faults() -> None:
    """Two parties apart on one issue are enough."""
    assert faults_of(sound()) == ()


def test_every_quantity_is_reached_and_has_a_scale() -> None:
    """No number of a scenario escapes the list of fields, and each has a scale."""
    s = replace(
        sound(),
        backings=(Backing("north", "south", point(0.1), point(0.2), point(0.3), point(0.4)),),
        ties=(PatronTie("north", "south", point(0.5), point(0.2)),),
        base_rate=point(0.3),
    )
    found = list(fields_of(s))
    assert len(found) == 5 * 2 + 4 + 2 + 1
    assert all(kind in SCALES for _, kind, _ in found)
    assert len({path for path, _, _ in found}) == len(found)


def test_off_scale_is_named() -> None:
    """A position off the scale is named by its place."""
    assert "actor.0.stand.0.position: 120 to 120 is off the scale" in whats(
        replace(sound(), actors=(party("north", 120), party("south", 0)))
    )


def test_unknown_names_are_named() -> None:
    """An actor or issue that does not exist is named where it is used."""
    s = replace(sound(), hosts=("nowhere",), contested="sea", backings=(Backing("east", "south"),))
    said = whats(s)
    assert "unknown actor 'nowhere'" in said
    assert "scenario.contested: unknown issue 'sea'" in said
    assert "backing.0.from: unknown actor 'east'" in said


def test_nobody_backs_itself() -> None:
    """An actor is neither its own backer nor its own patron."""
    said = whats(
        replace(
            sound(),
            backings=(Backing("north", "north"),),
            ties=(PatronTie("south", "south", point(1)),),
        )
    )
    assert "'north' backs itself" in said
    assert "'south' is its own patron" in said


def test_too_few() -> None:
    """One actor, no issue, an empty issue and two parties at one point are refused."""
    assert "one actor" in whats(replace(sound(), actors=(party("north", 0),)))
    assert "nothing to bargain over" in whats(replace(sound(), issues=()))
    assert "is empty" in whats(replace(sound(), issues=(*sound().issues, Issue("sea", "Sea", "none", "all"))))
    assert "all actors stand at 40" in whats(replace(sound(), actors=(party("north", 40), party("south", 40))))


def test_red_lines_must_not_contradict() -> None:
    """A party cannot ask for at least more than its at most, nor refuse its own position."""
    crossed = RedLine("land", point(70), point(30))
    assert "contradictory red lines: at least 70 and at most 30" in whats(
        replace(sound(), actors=(party("north", 50, crossed), party("south", 100)))
    )
    own = RedLine("land", at_least=point(30))
    assert "would refuse its own position" in whats(
        replace(sound(), actors=(party("north", 0, own), party("south", 100)))
    )


def test_red_lines_of_one_party_must_leave_something_between_them() -> None:
    """Two lines that each agree with the position, but not with one another, are named by the second."""
    wide = replace(party("north", 0).stands[0], position=point(0, 50))
    lines = (RedLine("land", at_most=point(10)), RedLine("land", at_least=point(20)))
    north = replace(party("north", 0, *lines), stands=(wide,))
    said = whats(replace(sound(), actors=(north, party("south", 100))))
    assert said.startswith("actor.0.red_line.1: contradictory red lines: at least 20 and, elsewhere, at most 10")


def test_somebody_must_be_able_to_prevail() -> None:
    """Chances of nothing on all sides cannot be brought to a sum of one."""
    none = Contender(point(0))
    actors = tuple(replace(a, contender=none) for a in sound().actors)
    assert "actor.0.prevail: no party has any chance" in whats(replace(sound(), actors=actors))


def test_the_ends_of_an_issue_differ() -> None:
    """An issue of which both ends mean the same is no issue."""
    said = whats(replace(sound(), issues=(Issue("land", "Land", "all", "all "),)))
    assert "issue.0.hundred_means: 0 and 100 mean the same" in said


def test_numbers_without_an_upper_bound_have_one_all_the_same() -> None:
    """A capability that would turn sums into no numbers is refused by its field; so is a threshold off its scale."""
    huge = replace(party("north", 0), capability=point(1e308))
    assert "actor.0.capability: 1e+308 is too large" in whats(replace(sound(), actors=(huge, party("south", 100))))
    tie = PatronTie("north", "south", point(1), threshold=7)
    assert "tie.0.threshold: 7 is off the scale" in whats(replace(sound(), ties=(tie,)))


def test_red_lines_of_two_parties_may_exclude_each_other() -> None:
    """That two parties' red lines leave nothing is an answer, not a fault."""
    low, high = RedLine("land", at_most=point(20)), RedLine("land", at_least=point(60))
    assert faults_of(replace(sound(), actors=(party("north", 0, low), party("south", 100, high)))) == ()


def test_a_veto_needs_a_stand() -> None:
    """A patron without a stand on the contested issue cannot veto."""
    patron = Stakeholder("east", "East", point(5), ())
    s = replace(
        sound(), actors=(*sound().actors, patron), ties=(PatronTie("north", "east", point(0.9), veto=point(0.5)),)
    )
    assert "tie.0.veto" in whats(s)
