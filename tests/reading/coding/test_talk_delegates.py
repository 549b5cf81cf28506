"""Who sat at the table for whom, by the offices that a report tells and the gazetteer lists."""

from __future__ import annotations

import pytest

from parley.reading.english import default
from parley.terms.bodies import TalkBody
from parley.terms.entry import ActorEntry, Governs, Office
from parley.terms.enums import ActorType, Outcome
from parley.terms.report import report_of

LANDS = (
    ActorEntry("ruritania", "Ruritania", ActorType.STATE, country="RUR", demonyms=("Ruritanian",), seats=("Strelsau",)),
    ActorEntry("syldavia", "Syldavia", ActorType.STATE, country="SYL", demonyms=("Syldavian",), seats=("Klow",)),
    ActorEntry("borduria", "Borduria", ActorType.STATE, country="BOR", demonyms=("Bordurian",), seats=("Szohod",)),
    ActorEntry("red-front", "Red Front", ActorType.ARMED_GROUP, country="RUR", governs=(Governs("ruritania", "2020"),)),
    ActorEntry(
        "ivan-petrov", "Ivan Petrov", ActorType.PERSON, country="SYL",
        offices=(Office("President", "syldavia", "2019", "2022-06"),),
    ),
    ActorEntry(
        "olga-brand", "Olga Brand", ActorType.PERSON, country="RUR", parent="red-front",
        offices=(Office("Foreign Minister", "ruritania", "2021"),),
    ),
)  # fmt: skip
READER = default(actors=LANDS)


def seats(text: str, day: str | None = "2022-01-10") -> list[dict[str, tuple[str, ...]]]:
    """The parties of each talk with their delegates."""
    made = READER.read(report_of(text, id="r", published=day)).proposals
    return [{p.actor: p.delegates for p in t.body.parties} for t in made if isinstance(t.body, TalkBody)]


def one(text: str) -> TalkBody:
    """The only talk of a text."""
    bodies = [p.body for p in READER.read(report_of(text, id="r", published="2022-01-10")).proposals]
    (made,) = [b for b in bodies if isinstance(b, TalkBody)]
    return made


def test_people_sit_for_those_whose_office_they_are_told_to_hold() -> None:
    """A role that the report tells makes the person a delegate."""
    text = "Bordurian foreign minister Karl Haupt met Syldavian president Ivan Petrov in Klow."
    assert seats(text) == [{"borduria": ("karl-haupt",), "syldavia": ("ivan-petrov",)}]


@pytest.mark.parametrize(("day", "party"), [("2022-01-10", "syldavia"), ("2023-01-10", "ivan-petrov")])
def test_an_office_counts_on_its_days(day: str, party: str) -> None:
    """A listed president sits for his state while he is one, and for himself when he is no more."""
    (found,) = seats("Ivan Petrov met Bordurian officials in Klow.", day)
    assert party in found


def test_who_holds_office_where_his_movement_rules_sits_for_the_movement() -> None:
    """A minister of a country that an armed group governs is the group's delegate, where the report names the group."""
    (found,) = seats("The Red Front took Strelsau. Olga Brand met Bordurian officials in Klow.")
    assert found["red-front"] == ("olga-brand",)


def test_people_sit_for_the_side_that_their_name_is_told_with() -> None:
    """Hess "of the Front" sits for the Front, and Brandt "of Strelsau" for nobody: a town sends no one."""
    (found,) = seats("Anna Hess of the Red Front and Goran Velic of the Syldavian government met in Klow.")
    assert found["red-front"] == ("anna-hess",)
    assert ("goran-velic",) in found.values()
    (other,) = seats("Karl Brandt of Kaltenberg met Bordurian officials in Klow.")
    assert "karl-brandt" in other


def test_two_people_of_one_side_stay_two() -> None:
    """A president and a premier of one country who talk with each other are its two parties."""
    (found,) = seats("Syldavian president Ivan Petrov met Syldavian prime minister Karl Haupt in Klow.")
    assert set(found) == {"ivan-petrov", "karl-haupt"}


def test_a_described_office_is_its_holder() -> None:
    """A leader who is only described is the person whom the report has told of."""
    text = "The Red Front is led by Boris Kral. Borduria held a meeting with the Red Front leader in Klow."
    (found,) = seats(text)
    assert found["red-front"] == ("boris-kral",)


def test_who_meets_each_of_two_mediates() -> None:
    """Whoever meets two sides by themselves stands between them."""
    made = one("Ruritanian and Syldavian envoys met separately with Borduria.")
    assert made.mediators == ("borduria",)
    assert {p.actor for p in made.parties} == {"ruritania", "syldavia"}


def test_a_meeting_yet_to_come_is_planned() -> None:
    """Told in the present tense, of a day after the report's own."""
    assert one("Ruritania and Syldavia meet in Klow on January 20, 2022.").outcome is Outcome.PLANNED


def test_what_is_only_asked_may_be() -> None:
    """A question whether they will meet tells of a possible talk."""
    assert one("The question is whether Ruritania will hold talks with Syldavia.").outcome is Outcome.POSSIBLE


def test_one_more_beside_a_meeting_is_where_it_was() -> None:
    """Who "also held talks with the delegation" did so at the same place, by the same mediator."""
    text = (
        "Borduria mediated between Ruritania and Syldavia at a meeting in Klow. "
        "The Red Front also held talks with the Syldavian delegation."
    )
    made = READER.read(report_of(text, id="r", published="2022-01-10")).proposals
    last = [p.body for p in made if isinstance(p.body, TalkBody)][-1]
    assert last.mediators == ("borduria",)


def test_who_is_received_is_not_who_receives() -> None:
    """Whom "the minister received" is the person named last before, not the minister himself."""
    text = (
        "Ivan Petrov, the president of Syldavia, had arrived in Szohod. "
        "Karl Haupt, the Bordurian foreign minister, received him in the palace."
    )
    (found,) = seats(text)
    assert found == {"syldavia": ("ivan-petrov",), "borduria": ("karl-haupt",)}


def test_who_came_discusses() -> None:
    """They, in the sentence after a journey, are those who travelled."""
    (found,) = seats(
        "Ivan Petrov travelled to Szohod with two ministers. They discussed trade with Bordurian officials."
    )
    assert set(found) == {"syldavia", "borduria"}


def test_all_with_whom_talks_were_held_are_parties() -> None:
    """A second "with" counts wherever the parser hangs it."""
    (found,) = seats("Borduria held talks with Ivan Petrov, who leads Syldavia, and with Olga Brand in Klow.")
    assert {"borduria", "syldavia"} <= set(found)
    assert len(found) == 3
