"""How much speaks for two being one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.joining.builder import ENVOY, at, attack, meeting, on, proposal, report, talk

from parley.joining.evidence import evidence, evidence_across, evidence_within
from parley.joining.pairs import contradict
from parley.joining.standing import Standing
from parley.joining.telling import Telling, telling_of
from parley.terms.bodies import TalkBody
from parley.terms.enums import Outcome, Precision, Reality
from parley.terms.statement import Proposal
from parley.terms.values import Span

KNOWN = Standing([ENVOY])
REPORTS = {r.id: r for r in (report("r1"), report("r2", "2031-03-06"), report("r3", "2031-04-20"), report("r4", None))}
DAY = on("2031-03-04")


def telling(p: Proposal) -> Telling:
    return telling_of(p, REPORTS, {})


def test_a_known_day_speaks_loudest() -> None:
    """Dated, then undated in one report, then undated in two; nothing speaks for what was printed far apart."""
    own = telling(proposal(attack(), date=DAY))
    assert evidence(own, telling(proposal(attack(), "r2", date=DAY)), KNOWN) == 3
    bare = telling(proposal(attack()))
    assert evidence(bare, telling(proposal(attack(), start=24)), KNOWN) == 2
    assert evidence(bare, telling(proposal(attack(), "r2")), KNOWN) == 1
    assert evidence(bare, telling(proposal(attack(), "r3")), KNOWN) == 0
    assert evidence(bare, telling(proposal(attack(), "r4")), KNOWN) == 0


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (proposal(attack(what="guns"), "r2", 24, date=DAY, places=(at("Kell"),)), 0),
        (proposal(attack(what="the port"), "r2", 24, date=DAY, places=(at("Sorn"),)), 0),
        (proposal(attack(what="the port"), "r2", 24, date=DAY, places=(at("Kell"),)), 3),
        (proposal(attack(), "r2", 24, date=DAY), 3),
        (proposal(attack(on=("ardova",)), "r2", date=DAY), 0),
        (proposal(meeting("reed-front", "belmark"), "r2", date=DAY), 0),
    ],
)
def test_what_is_told_otherwise_speaks_against(other: Proposal, count: int) -> None:
    """Other objects, places, recipients or acts of the same day are other things; what is left out is not other."""
    own = telling(proposal(attack(what="the port"), date=DAY, places=(at("Kell"),)))
    assert evidence(own, telling(other), KNOWN) == count


@pytest.mark.parametrize(("north", "count"), [(0.1, 2), (1.0, 0)])
def test_a_town_and_a_far_district_are_two_places(north: float, count: int) -> None:
    """A district about a town may hold it, one a hundred kilometres away does not; so the acts stay two."""
    town = replace(at("Kell"), latitude=34.5, longitude=69.2)
    district = replace(at("Upper Sorn", Precision.DISTRICT), latitude=34.5 + north, longitude=69.2)
    a = telling(proposal(attack(), date=DAY, places=(town,)))
    b = telling(proposal(attack(), start=24, places=(district,)))
    assert evidence_within(a, b, KNOWN) == evidence_within(b, a, KNOWN) == count


def test_the_deal_and_the_generals_are_two_refusals() -> None:
    """In one sentence what is done to a thing is not what is done to somebody; where none is told, it may be."""
    whole = Span(0, 60)
    deal = telling(proposal(attack(on=(), what="the deal"), sentence=whole))
    other = telling(proposal(attack(), start=24, sentence=whole))
    bare = telling(proposal(attack(on=()), start=24, sentence=whole))
    assert evidence_within(bare, telling(proposal(attack(), sentence=whole)), KNOWN) == 1
    assert evidence_within(deal, other, KNOWN) == evidence_within(other, deal, KNOWN) == 0


def test_a_numbered_round_is_one_at_any_time() -> None:
    """The third round of one process, announced and held, without a date; the fourth is another."""
    third = TalkBody(process="harbour", round=3, parties=talk("ardova", "belmark").parties)
    plan = telling(proposal(third, "r1", reality=Reality.PLANNED))
    assert evidence(plan, telling(proposal(third, "r3")), KNOWN) == 2
    fourth = TalkBody(process="harbour", round=4, parties=third.parties, outcome=Outcome.AGREEMENT)
    assert evidence(plan, telling(proposal(fourth, "r3")), KNOWN) == 0


TELLINGS = st.builds(
    proposal,
    st.sampled_from(
        [attack(), attack(("orlan",)), attack(on=()), meeting("ardova", "belmark"), talk("orlan", "belmark")]
    ),
    st.sampled_from(sorted(REPORTS)),
    st.sampled_from([0, 24, 48]),
    reality=st.sampled_from(Reality),
    date=st.sampled_from([None, DAY, on("2031-03-05"), on("2031-03-01", "2031-03-31"), on("2031-01-01", "2031-12-31")]),
).map(telling)


@given(TELLINGS, TELLINGS)
def test_it_is_the_same_either_way_round(a: Telling, b: Telling) -> None:
    """Who is told of first makes no difference, to what speaks for or to what forbids."""
    assert contradict(a, b, KNOWN) is contradict(b, a, KNOWN)
    for weigh in (evidence, evidence_within, evidence_across):
        assert weigh(a, b, KNOWN) == weigh(b, a, KNOWN)


@given(TELLINGS, TELLINGS)
def test_nothing_speaks_for_a_contradiction(a: Telling, b: Telling) -> None:
    """What cannot be one has no evidence for it."""
    assert not (contradict(a, b, KNOWN) and evidence(a, b, KNOWN))
