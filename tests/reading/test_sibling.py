"""The sample that tells again, in other words, of the talks that Parley was first made for."""

from __future__ import annotations

from functools import cache

import pytest

from parley.desk import reading
from parley.intake import gather
from parley.samples import folder
from parley.terms.bodies import Event, Judgement, Position, Tie
from parley.terms.enums import Outcome, Relation, Root, Stance, Status, Verdict
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

FRONT = {"nrf-afghanistan", "ahmad-massoud"}
"""The Front and who speaks for it: compatible actors, either of which a report may name."""


@cache
def record() -> Slice:
    """The sample, read and joined."""
    (report,) = gather([folder() / "tehran-sibling.txt"]).reports
    return reading.read(report)


def _events(*codes: Root) -> list[tuple[Statement, Event]]:
    told = [(s, s.body) for s in record().statements]
    return [(s, e) for s, e in told if isinstance(e, Event) and (not codes or e.type in codes)]


def _about(word: str) -> list[tuple[Statement, Event]]:
    """Events told in a sentence with a word."""
    return [(s, e) for s, e in _events() if any(word in m.quote for m in s.mentions)]


def _meeting() -> Talk:
    found = [t for t in record().talks if "taliban" in _parties(t) and FRONT & _parties(t) and t.outcome in _HELD]
    assert len(found) == 1, [(t.title, t.outcome) for t in record().talks]
    return found[0]


_HELD = {Outcome.NO_RESULT, Outcome.UNKNOWN, Outcome.AGREEMENT, Outcome.PARTIAL, Outcome.ONGOING}


def _parties(talk: Talk) -> set[str]:
    return {p.actor for p in talk.parties}


def test_the_meeting_is_one_talk_in_tehran() -> None:
    """The two sides met once, at one place, on the day that the report gives."""
    place, date = _meeting().place, _meeting().date
    assert place is not None
    assert date is not None
    assert (place.name, date.start, date.end) == ("Tehran", "2022-01-09", "2022-01-09")


def test_who_seated_the_two_in_one_room_hosts() -> None:
    """Iran brought them together in its own capital."""
    assert "iran" in _meeting().hosts


def test_two_conquests_stay_two() -> None:
    """A valley that was overrun and a capital that was captured are two places and two acts, each with its own date."""
    seized = {p.name: s for s, e in _events(Root.COERCE) if "taliban" in e.actors for p in s.places}
    assert {"Kabul", "Panjshir Valley"} <= set(seized)
    assert seized["Kabul"].id != seized["Panjshir Valley"].id
    date = seized["Kabul"].date
    assert date is not None
    assert (date.start, date.end) == ("2021-08-14", "2021-08-14")


def test_the_meeting_brought_no_agreement() -> None:
    """It ended without a deal, and so it is told."""
    assert _meeting().outcome is Outcome.NO_RESULT


def test_the_military_support_is_contested() -> None:
    """Iran's ministry says so and Pakistan denies it: held once, for and against, and no fact."""
    ((told, event),) = [(s, e) for s, e in _events(Root.AID) if "pakistan" in e.actors]
    stances = {(v.who, v.stance) for v in told.voices}
    assert ("pakistan", Stance.DENIES) in stances
    assert any(who and who.startswith("iran") for who, stance in stances if stance is Stance.ASSERTS)
    assert (told.status, told.fact) == (Status.CONTESTED, False)
    assert not {"iran", "iran-foreign-ministry"} & set(event.recipients)


def test_nothing_is_a_fact_that_only_the_front_claims() -> None:
    """The attacks that the Front claims are its claim; the loss that it admits is admitted."""
    claimed = [s for s, e in _events(Root.ASSAULT) if FRONT & set(e.actors)]
    assert [(s.status, s.fact) for s in claimed] == [(Status.CLAIMED, False)]
    lost = [s for s, e in _events(Root.ASSAULT) if FRONT & set(e.recipients)]
    assert [s.status for s in lost] == [Status.ADMITTED]


def test_the_alleged_weapons_are_no_fact() -> None:
    """What Russia "is said to have" supplied stays an allegation of nobody named."""
    told = [(s, e) for s, e in _about("is said to have supplied") if "russia" in e.actors]
    assert [(s.status, s.fact) for s, _ in told] == [(Status.ALLEGED, False)]


def test_what_india_did_not_do_is_no_fact() -> None:
    """That it did not stoke a revolt is told as not done."""
    told = [s for s, e in _events() if "india" in e.actors]
    assert told
    assert not any(s.fact for s in told)


@pytest.mark.parametrize("actor", ["pakistan", "russia", "india"])
def test_no_attack_or_aid_of_theirs_is_a_fact(actor: str) -> None:
    """Nowhere in the record do they fight or arm anybody as a fact."""
    done = [s for s, e in _events(Root.ASSAULT, Root.AID, Root.COOPERATE, Root.MOBILIZE) if actor in e.actors]
    assert not any(s.fact for s in done)


def test_two_more_sat_with_the_delegation() -> None:
    """Both who also talked with the Taliban are told, at the same place and by the same mediator."""
    found = [t for t in record().talks if "ismail-khan" in _parties(t)]
    assert len(found) == 1
    (talk,) = found
    everybody = {a for p in talk.parties for a in (p.actor, *p.delegates)}
    assert {"taliban", "ismail-khan", "habibullah-hesam"} <= everybody
    assert "iran" in talk.mediators


def test_attempts_of_others_came_to_nothing() -> None:
    """Who tried to mediate made an attempt, and neither achieved anything."""
    (talk,) = [t for t in record().talks if "russia" in t.mediators]
    assert talk.outcome is Outcome.NO_RESULT


def test_a_second_meeting_is_only_possible_and_judged_very_unlikely() -> None:
    """What is asked about may be; its odds are a range near zero, with a basis."""
    (talk,) = [t for t in record().talks if t.outcome is Outcome.POSSIBLE]
    assert _parties(talk) >= {"taliban"}
    judged = [s.body for s in record().statements if isinstance(s.body, Judgement) and s.body.probability]
    (low,) = [j.probability for j in judged if j.about.talk == talk.id]
    assert low is not None
    assert low.high <= 0.05
    assert low.basis


@pytest.mark.parametrize(
    ("from_", "to", "relation"),
    [
        ("iran", "massoud-family", Relation.PATRON_OF),
        ("irgc", "ahmad-shah-massoud", Relation.FRIENDLY),
        ("iran", "taliban", Relation.WARY),
        ("taliban", "pakistan", Relation.FRIENDLY),
        ("taliban", "turkey", Relation.AFFINITY),
        ("afghanistan", "iran", Relation.DEPENDS_ON),
        ("iran", "hazaras", Relation.MIXED),
        ("iran", "rival-sunni-states", Relation.RIVAL),
    ],
)
def test_how_the_actors_stand(from_: str, to: str, relation: Relation) -> None:
    """The ties are those of the report that it tells again."""
    ties = [s.body for s in record().statements if isinstance(s.body, Tie)]
    assert any(from_ in t.from_ and to in t.to and t.relation is relation for t in ties)


@pytest.mark.parametrize("verdict", [Verdict.FAILURE, Verdict.EXPECTED, Verdict.SUCCESS, Verdict.UNEXPECTED])
def test_what_is_made_of_the_talks(verdict: Verdict) -> None:
    """Fruitless as expected, but that they were held at all a success and a surprise."""
    assert any(isinstance(s.body, Judgement) and s.body.verdict is verdict for s in record().statements)


def test_who_gains() -> None:
    """The talks serve Iran, though they failed."""
    gains = [s.body for s in record().statements if isinstance(s.body, Judgement) and s.body.gainers]
    assert any("iran" in j.gainers and j.verdict is Verdict.GAIN for j in gains)


def test_who_wants_what() -> None:
    """The Taliban are against a government of several parties; nobody else takes a stand on it."""
    taken = [s.body for s in record().statements if isinstance(s.body, Position)]
    against = {p.actor for p in taken if p.issue_id == "power-sharing"}
    assert against == {"taliban"}
    assert {p.actor for p in taken if p.issue_id == "peace"} == {"iran"}
