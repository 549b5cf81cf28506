"""Heads of delegations, and talks whose sides or results are told elsewhere in the report."""

from __future__ import annotations

from parley.reading.english import default
from parley.terms.bodies import TalkBody
from parley.terms.enums import Outcome
from parley.terms.report import report_of


def talks(text: str) -> list[TalkBody]:
    """The talks of a short report."""
    read = default().read(report_of(text, id="r", published="2024-05-03"))
    return [p.body for p in read.proposals if isinstance(p.body, TalkBody)]


def test_who_heads_a_sides_team_is_its_delegate() -> None:
    """Both ways of saying it; nobody heads a team at talks that were not held."""
    told = "Norway and Sweden held talks in Geneva. Anna Hess led Norway's delegation. "
    (talk,) = talks(f"{told}Sweden's team, headed by Nils Berg, left early.")
    assert [p.delegates for p in talk.parties] == [("anna-hess",), ("nils-berg",)]


def test_a_deal_told_before_its_talks_is_their_outcome() -> None:
    """The sentence that names the mediator may follow the one that names the deal."""
    (talk,) = talks("Norway and Sweden signed a truce. Denmark had brokered the talks between Norway and Sweden.")
    assert talk.outcome is Outcome.AGREEMENT


def test_who_reached_no_deal_sat_at_the_talks_before() -> None:
    """Talks told without sides take those of their result."""
    (talk,) = talks("Ten days of talks collapsed on Friday. Norway and Sweden did not reach an agreement.")
    assert [p.actor for p in talk.parties] == ["norway", "sweden"]


def test_two_of_three_who_meet_alone_are_a_meeting_of_their_own() -> None:
    """A meeting of two beside the talks of three."""
    told = talks("Norway, Sweden and Denmark held talks in Geneva. Norway met Sweden alone.")
    assert sorted(len(t.parties) for t in told) == [2, 3]


def test_a_further_round_has_the_sides_of_the_one_before() -> None:
    """A round without sides is one of the process that the report is about."""
    told = talks("Talks between Norway and Sweden ended in Geneva. A third round is planned in Oslo in June.")
    assert [len(t.parties) for t in told] == [2, 2]
    assert told[1].outcome is Outcome.PLANNED


def test_who_only_speaks_of_talks_is_no_side() -> None:
    """An analyst named last before "the two sides" is none of them."""
    told = "Norway and Sweden met in Geneva. A Danish analyst called the meeting a failure. "
    made = talks(f"{told}The two sides said that they would meet again.")
    assert all({p.actor for p in t.parties} == {"norway", "sweden"} for t in made)


def test_mediators_who_tell_of_a_talk_mediated_it() -> None:
    """Whoever is called a mediator where the talk is told is one; who is met as one is whom the other side met."""
    for text in (
        "Talks between Norway and Sweden failed, Danish mediators said.",
        "Mediators from Denmark said that the talks between Norway and Sweden had failed.",
    ):
        (talk,) = talks(text)
        assert ([p.actor for p in talk.parties], talk.mediators) == (["norway", "sweden"], ("denmark",))
    (talk,) = talks("Talks between Norway and Sweden failed, Danish diplomats said.")
    assert talk.mediators == ()
