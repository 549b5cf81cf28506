"""What was done, denied, planned or only possible: what meets, and what stays apart however like it is."""

from __future__ import annotations

import pytest
from tests.joining.builder import attack, joined, meeting, on, proposal, report, voice

from parley.terms.affiliation import Affiliation
from parley.terms.enums import Reality, Stance, Status


def test_a_second_meeting_planned_is_not_the_one_that_was_held() -> None:
    """Who met on the fourth and will meet again on the fifth, or some time this week, met once so far."""
    held = proposal(meeting("ardova", "belmark"), "r1", date=on("2031-03-04"))
    for report_, start, when in (
        ("r1", 24, on("2031-03-05")),
        ("r1", 24, on("2031-03-03", "2031-03-09")),
        ("r2", 0, on("2031-03-05")),
        ("r2", 0, on("2031-03-01", "2031-12-31")),
    ):
        again = proposal(meeting("ardova", "belmark"), report_, start, reality=Reality.PLANNED, date=when)
        assert len(joined(held, again).statements) == 2, when


def test_a_plan_printed_after_the_act_is_of_another_one() -> None:
    """What a later report still announces is not what an earlier one told as done."""
    held = proposal(meeting("ardova", "belmark"), "r1", date=on("2031-03-04"))
    late = proposal(meeting("ardova", "belmark"), "r2", reality=Reality.PLANNED, date=on("2031-03-04", "2031-03-20"))
    assert len(joined(held, late, reports=(report("r1"), report("r2", "2031-03-12"))).statements) == 2
    early = (report("r1"), report("r2", "2031-03-02"))
    assert len(joined(held, late, reports=early).statements) == 1


@pytest.mark.parametrize("other", [Reality.PLANNED, Reality.POSSIBLE, Reality.THREATENED, Reality.UNKNOWN])
def test_what_is_not_known_to_have_come_stays_apart_undated(other: Reality) -> None:
    """Without a date, what was done is neither what is planned, possible or threatened nor what is open."""
    done = proposal(attack(), "r1")
    for told in (proposal(attack(), "r1", 24, reality=other), proposal(attack(), "r2", reality=other)):
        first, second = joined(done, told).statements
        assert {(first.reality, first.fact), (second.reality, second.fact)} == {
            (Reality.HAPPENED, True),
            (other, False),
        }


def test_a_plan_and_its_failing_to_come_stay_two_events() -> None:
    """An attack that did not happen is no denial of one that is planned."""
    day = on("2031-03-08")
    plan = proposal(attack(), "r1", reality=Reality.PLANNED, date=day)
    failed = proposal(attack(), "r2", reality=Reality.DID_NOT_HAPPEN, date=day)
    assert [s.reality for s in joined(plan, failed).statements] == [Reality.PLANNED, Reality.DID_NOT_HAPPEN]


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("positive", [True, False])
def test_a_denial_in_another_outlet_contests(dated: bool, positive: bool) -> None:
    """Told as done here, denied there, in the positive form or as not done: contested, and a fact nowhere."""
    day = on("2031-03-04") if dated else None
    done = proposal(attack(), "r1", date=day)
    stance, reality = (Stance.DENIES, Reality.HAPPENED) if positive else (Stance.ASSERTS, Reality.DID_NOT_HAPPEN)
    said = [voice("reed-front", stance, "r2")]
    (one,) = joined(done, proposal(attack(), "r2", date=day, reality=reality, voices=said)).statements
    assert (one.reality, one.status, one.fact) == (Reality.HAPPENED, Status.CONTESTED, False)
    assert ("reed-front", Stance.DENIES) in [(v.who, v.stance) for v in one.voices]


def test_asserted_and_denied_in_one_report_is_contested() -> None:
    """A claim and its denial in one report are one statement with two voices."""
    claim = proposal(attack(), voices=[voice("belmark")])
    denial = proposal(attack(), start=24, voices=[voice("reed-front", Stance.DENIES)])
    (one,) = joined(claim, denial).statements
    assert (one.status, one.fact, len(one.mentions)) == (Status.CONTESTED, False, 2)


def test_undated_news_of_successive_weeks_makes_no_chain() -> None:
    """Each report may be of the one before; the first and the last, too far apart, are never of one event."""
    days = ("2031-03-01", "2031-03-07", "2031-03-13", "2031-03-19")
    told = [proposal(attack(), f"r{n}") for n in range(len(days))]
    found = joined(*told, reports=tuple(report(f"r{n}", day) for n, day in enumerate(days))).statements
    assert [len(s.mentions) for s in found] == [2, 2]


def test_undated_news_is_not_of_what_came_later_or_long_before() -> None:
    """An undated telling joins a dated act of the week before it was printed, and no other."""
    undated = proposal(attack(), "r1")
    for day, count in (("2031-03-03", 1), ("2031-03-09", 2), ("2030-01-04", 2)):
        dated = proposal(attack(), "r2", date=on(day))
        found = joined(undated, dated, reports=(report("r1"), report("r2", "2031-03-09"))).statements
        assert len(found) == count, day


def test_an_office_holders_denial_answers_for_the_state_only_in_office() -> None:
    """A minister's denial contests what is said of the state, while the office lasts."""
    day = on("2031-03-04")
    told = proposal(attack(by=("ardova",)), "r1", date=day)
    denied = proposal(attack(by=("orlan",)), "r2", date=day, voices=[voice("orlan", Stance.DENIES, "r2")])
    (one,) = joined(told, denied).statements
    assert one.status is Status.CONTESTED
    left = Affiliation("orlan", "ardova", "role", None, "2030-12-31")
    assert len(joined(told, denied, known=(left,)).statements) == 2
