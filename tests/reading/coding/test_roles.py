"""Roles: who holds which office of whom, since when no more, and who stands for whom."""

from __future__ import annotations

from functools import cache

import pytest

from parley.reading.coding.roles import affiliations_of
from parley.reading.english import default
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Role
from parley.terms.enums import Form, Stance, Tenure
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.statement import Proposal
from parley.terms.values import REPORT


@cache
def read(text: str) -> Reading:
    """A short report."""
    return default().read(report_of(text, id="r", published="2024-05-03"))


def held(text: str) -> list[tuple[Proposal, Role]]:
    """The roles of a short report."""
    return [(p, p.body) for p in read(text).proposals if isinstance(p.body, Role)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Sergei Lavrov, the Russian foreign minister, spoke.",
            Role("sergei-lavrov", "Foreign Minister", "russia", None, Tenure.CURRENT),
        ),
        (
            "The talks were chaired by former Kenyan President Uhuru Kenyatta.",
            Role("uhuru-kenyatta", "President", "kenya", None, Tenure.FORMER),
        ),
        (
            "William Burns, director of the CIA, flew home.",
            Role("william-burns", "Director", "cia", None, Tenure.CURRENT),
        ),
        (
            "The UN special envoy for Syria, Geir Pedersen, briefed the Council.",
            Role("geir-pedersen", "Special Envoy", "united-nations", "syria", Tenure.CURRENT),
        ),
        (
            "A spokesman for the Taliban, Suhail Shaheen, said no date was fixed.",
            Role("suhail-shaheen", "Spokesperson", "taliban", None, Tenure.CURRENT),
        ),
        (
            "Rishi Sunak resigned as prime minister of Britain.",
            Role("rishi-sunak", "Prime Minister", "united-kingdom", None, Tenure.FORMER),
        ),
        (
            "Abiy Ahmed became prime minister of Ethiopia.",
            Role("abiy-ahmed", "Prime Minister", "ethiopia", None, Tenure.CURRENT),
        ),
        (
            "Assimi Goita was sworn in as interim president of Mali.",
            Role("assimi-goita", "President", "mali", None, Tenure.ACTING),
        ),
        (
            "Yasser Arafat was chairman of the PLO.",
            Role("yasser-arafat", "Chairman", "palestine-liberation-organization", None, Tenure.FORMER),
        ),
    ],
)
def test_office_owner_and_tenure(text: str, role: Role) -> None:
    """Titles, appositions, copulas and appointments give person, office, owner, where sent, and tenure."""
    assert [r for _, r in held(text)] == [role]


def test_the_aide_of_a_president_is_not_the_president() -> None:
    """An office of somebody who is named with a title of his own goes to the aide, and each keeps his own."""
    roles = {r.person: r for _, r in held("Redwan Hussien, the security adviser of Prime Minister Abiy Ahmed, signed.")}
    assert roles["redwan-hussien"].of == "abiy-ahmed"
    assert roles["abiy-ahmed"].office == "Prime Minister"


def test_a_counterpart_has_the_same_office_elsewhere() -> None:
    """A counterpart holds for his own state the office of him whose counterpart he is."""
    roles = {
        r.person: r
        for _, r in held("Turkey's foreign minister Hakan Fidan met his Egyptian counterpart Badr Abdelatty on Friday.")
    }
    assert roles["badr-abdelatty"].office == "Foreign Minister"
    assert roles["badr-abdelatty"].of == "egypt"


def test_a_secretary_of_states_counterpart_is_a_foreign_minister() -> None:
    """The same office has another name in the United States."""
    told = held("Secretary of State John Kerry met his Russian counterpart, Sergey Lavrov.")
    assert {r.office for _, r in told if r.of == "russia"} == {"Foreign Minister"}


@pytest.mark.parametrize(
    "text",
    [
        "The defence ministers of Turkey and Greece met.",
        "Mahamat Deby is expected to become president of Chad.",
        "Title: Egypt names a foreign minister\n\nHakan Fidan flew home.",
        "Nobody knows who will be president of Chad.",
    ],
)
def test_what_tells_no_role(text: str) -> None:
    """Offices without a holder, and what is only expected, tell no role."""
    assert not held(text)


def test_who_holds_an_office_now_stands_for_its_owner() -> None:
    """A role that holds makes its person stand for the owner; a former or denied one does not."""
    known = affiliations_of(read("Sergei Lavrov, the Russian foreign minister, spoke.").proposals)
    assert known == (Affiliation("sergei-lavrov", "russia", "role"),)
    assert affiliations_of(read("Former Kenyan President Uhuru Kenyatta spoke.").proposals) == ()


def test_a_denied_role_is_heard_as_denied() -> None:
    """Who denies that somebody leads is heard denying it."""
    made, _ = held("The rebels deny that Joseph Kony is still their leader.")[0]
    assert [v.stance for v in made.voices] == [Stance.DENIES]
    assert affiliations_of([made]) == ()


def test_a_title_is_told_by_the_report_itself() -> None:
    """Whoever passes on the rest: a title before a name is presupposed, unless it stands in quotation marks."""
    for text, who in (
        ("Sources said that President Anna Hess had left Norway.", REPORT),
        ("Sources said that the alleged president Anna Hess had left.", None),
    ):
        made = [p for p in default().read(report_of(text, id="r")).proposals if p.form is Form.ROLE]
        assert [v.who for p in made for v in p.voices] == [who]
