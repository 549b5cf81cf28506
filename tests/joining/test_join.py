"""Joining: what becomes one, what stays two, and that order never matters."""

from __future__ import annotations

import dataclasses
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.joining.builder import ACTORS, ENVOY, at, attack, joined, meeting, on, proposal, report, talk, voice

from parley.joining import join
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import About, Event, Judgement, Plover, Position, Role, Tie
from parley.terms.enums import (
    LinkRel,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    Stance,
    Status,
    Tenure,
    Verdict,
)
from parley.terms.rows import OWN_EVENT
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.values import Link, Object, Span, Trace


def test_one_event_in_two_reports_on_one_day_is_one_statement_with_two_mentions() -> None:
    """The same act by the same actors at the same known time is one, with each report's mention and voice."""
    a = proposal(attack(), "r1", date=on("2031-03-04"))
    b = proposal(attack(), "r2", 24, date=on("2031-03-05"))
    (one,) = joined(a, b).statements
    assert [m.proposal for m in one.mentions] == [a.id, b.id]
    assert {v.report for v in one.voices} == {"r1", "r2"}
    assert (one.id, one.date, one.fact) == (a.id, a.date, True)
    assert [d.start for d in one.variants.date] == ["2031-03-04", "2031-03-05"]


def test_two_days_apart_stay_two() -> None:
    """Known dates that miss each other by more than a day forbid a join."""
    a = proposal(attack(), "r1", date=on("2031-03-01"))
    b = proposal(attack(), "r2", date=on("2031-03-04"))
    assert len(joined(a, b).statements) == 2


def test_other_recipients_stay_two() -> None:
    """An attack on another is another attack."""
    a = proposal(attack(), "r1", date=on("2031-03-01"))
    b = proposal(attack(on=("ardova",)), "r2", date=on("2031-03-01"))
    assert len(joined(a, b).statements) == 2


def test_office_holder_and_state_are_compatible_two_office_holders_are_not() -> None:
    """An envoy's meeting is the state's; another envoy's is not the first one's, even where the state's joins both."""
    day = on("2031-03-01")
    known = (ENVOY, Affiliation("sel", "ardova", "role"))
    a = proposal(meeting("orlan", "belmark"), "r1", date=day)
    b = proposal(meeting("ardova", "belmark"), "r2", date=day)
    c = proposal(meeting("sel", "belmark"), "r3", date=day)
    assert len(joined(a, b, known=known).statements) == 1
    assert [len(s.mentions) for s in joined(a, b, c, known=known).statements] == [2, 1]


def test_a_told_role_makes_compatible() -> None:
    """A role told as a fact says who acts for whom, without a list."""
    day = on("2031-03-01")
    a = proposal(meeting("mara", "belmark"), "r1", date=day)
    b = proposal(meeting("ardova", "belmark"), "r2", date=day)
    role = proposal(Role("mara", "foreign minister", "ardova"), "r1", 48, reality=Reality.ONGOING)
    assert len(joined(a, b).statements) == 2
    found = joined(a, b, role)
    assert len(found.statements) == 2
    assert Affiliation("mara", "ardova", "role") in found.affiliations


def test_undated_tellings_of_one_report_are_one_unless_their_objects_differ() -> None:
    """Within a report a missing date does not part two tellings; different things given do."""
    arms, guns, grain = (
        Event(Root.AID, None, None, ("ardova",), ("belmark",), Object(o)) for o in ("arms", "some arms", "grain")
    )
    assert len(joined(proposal(arms), proposal(guns, start=24)).statements) == 1
    assert len(joined(proposal(arms), proposal(grain, start=24)).statements) == 2


def test_undated_across_reports_needs_near_publication_and_like_words() -> None:
    """Without dates two reports tell of one occasion only where they came out close together in like words."""
    a, b = proposal(attack(), "r1"), proposal(attack(), "r2")
    assert len(joined(a, b).statements) == 1
    far = (report("r1"), report("r2", "2031-05-05"))
    assert len(joined(a, b, reports=far).statements) == 2
    assert len(joined(a, proposal(attack(), "r2", 24)).statements) == 2
    unknown = (report("r1", None), report("r2", None))
    assert len(joined(a, b, reports=unknown).statements) == 2


def test_a_missing_side_joins_only_on_a_known_day_or_in_one_sentence() -> None:
    """A telling that leaves out whom it hit is joined within its report only, and not on a guess."""
    full, bare = proposal(attack()), proposal(attack(on=()), start=24)
    assert len(joined(full, bare).statements) == 2
    whole = Span(0, 60)
    same = (dataclasses.replace(full, sentence=whole), dataclasses.replace(bare, sentence=whole))
    assert len(joined(*same).statements) == 1
    day = on("2031-03-01")
    assert len(joined(proposal(attack(), date=day), proposal(attack(on=()), start=24, date=day)).statements) == 1
    assert len(joined(proposal(attack(), date=day), proposal(attack(on=()), "r2", date=day)).statements) == 2


def test_a_plan_and_its_coming_about_are_one_on_a_known_day() -> None:
    """What came about stands; who announced it is no voice for its having happened."""
    plan = proposal(meeting("ardova", "belmark"), "r1", reality=Reality.PLANNED, date=on("2031-03-08"))
    held = proposal(meeting("ardova", "belmark"), "r2", date=on("2031-03-08"), voices=[voice("orlan", report="r2")])
    told = (report("r1", "2031-03-05"), report("r2", "2031-03-09"))
    (one,) = joined(plan, held, reports=told).statements
    assert (one.id, one.reality, one.status, one.fact) == (plan.id, Reality.HAPPENED, Status.CLAIMED, False)
    assert len(one.mentions) == 2
    assert isinstance(one.body, Event)
    assert one.body.plover == Plover(Root.CONSULT)


def test_a_plan_and_an_undated_past_act_stay_two() -> None:
    """Without a date, what is planned is not taken for what was done."""
    a = proposal(meeting("ardova", "belmark"))
    b = proposal(meeting("ardova", "belmark"), start=24, reality=Reality.PLANNED)
    assert len(joined(a, b).statements) == 2


def test_not_done_meets_done_as_a_denial() -> None:
    """Polarity is ignored: who says that it was not done denies it, and nothing contested is a fact."""
    done = proposal(attack(), "r1", date=on("2031-03-04"))
    not_done = proposal(
        attack(), "r2", date=on("2031-03-04"), reality=Reality.DID_NOT_HAPPEN, voices=[voice("belmark", report="r2")]
    )
    (one,) = joined(done, not_done).statements
    assert (one.reality, one.status, one.fact) == (Reality.HAPPENED, Status.CONTESTED, False)
    assert [(v.who, v.stance) for v in one.voices] == [("report", Stance.ASSERTS), ("belmark", Stance.DENIES)]


def test_a_report_does_not_deny_itself() -> None:
    """One report that tells in its own voice of an act done and not done tells of two."""
    done, not_done = proposal(attack()), proposal(attack(), start=24, reality=Reality.DID_NOT_HAPPEN)
    assert len(joined(done, not_done).statements) == 2


def test_links_lead_to_statements() -> None:
    """Links are rewritten to what holds their proposals; those to oneself, twice or to nothing are dropped."""
    a, b = proposal(attack(), "r1", date=on("2031-03-04")), proposal(attack(), "r2", date=on("2031-03-04"))
    c = proposal(
        Event(Root.ACCUSE, None, None, ("belmark",), ("reed-front",)),
        "r2",
        48,
        links=(Link(LinkRel.CONTENT, b.id), Link(LinkRel.CONTENT, a.id), Link(LinkRel.CONTENT, "gone")),
    )
    itself = dataclasses.replace(b, links=(Link(LinkRel.CONFIRMS, a.id),))
    one, two = joined(a, itself, c).statements
    assert one.links == ()
    assert two.links == (Link(LinkRel.CONTENT, a.id),)


def test_announced_then_held_is_one_talk_whose_outcome_moved_on() -> None:
    """A later report of the meeting itself moves the outcome; both tellings stay as mentions."""
    plan = proposal(talk("ardova", "belmark", outcome=Outcome.PLANNED), "r1", date=on("2031-03-08"))
    held = proposal(talk("ardova", "belmark", outcome=Outcome.NO_RESULT), "r2", date=on("2031-03-08", "2031-03-09"))
    part = proposal(meeting("ardova", "belmark"), "r2", 24, links=(Link(LinkRel.PART_OF, held.id),))
    found = joined(plan, held, part, reports=(report("r1", "2031-03-05"), report("r2", "2031-03-10")))
    (one,) = found.talks
    assert (one.id, one.outcome, one.variants.outcome) == (plan.id, Outcome.NO_RESULT, ())
    assert [v.report for v in one.voices] == ["r2"]
    assert one.statements == (part.id,)


def test_reports_that_disagree_on_an_outcome_give_variants() -> None:
    """Two endings of one meeting stand side by side, the later report's first."""
    a = proposal(talk("ardova", "belmark", outcome=Outcome.AGREEMENT), "r1", date=on("2031-03-08"))
    b = proposal(talk("ardova", "belmark", outcome=Outcome.NO_RESULT), "r2", date=on("2031-03-08"))
    (one,) = joined(a, b, reports=(report("r1", "2031-03-09"), report("r2", "2031-03-10"))).talks
    assert one.outcome is Outcome.NO_RESULT
    assert one.variants.outcome == (Outcome.NO_RESULT, Outcome.AGREEMENT)


def test_two_meetings_of_the_same_parties_stay_two() -> None:
    """Held talks and further ones planned are two; so are undated ones of two reports, or at two places."""
    held = proposal(talk("ardova", "belmark", outcome=Outcome.NO_RESULT))
    again = proposal(talk("ardova", "belmark", outcome=Outcome.PLANNED), start=24)
    assert len(joined(held, again).talks) == 2
    assert len(joined(held, proposal(talk("ardova", "belmark"), "r2")).talks) == 2
    here, there = (proposal(talk("ardova", "belmark", place=at(p)), start=s) for p, s in (("Kell", 0), ("Sorn", 24)))
    assert len(joined(here, there).talks) == 2


def test_an_invitation_refused_is_one_talk() -> None:
    """Within one report an invitation and its refusal are one talk, refused."""
    a = proposal(talk("ardova", "belmark", outcome=Outcome.PLANNED))
    b = proposal(talk("ardova", "belmark", outcome=Outcome.REFUSED), start=24)
    (one,) = joined(a, b).talks
    assert one.outcome is Outcome.REFUSED


def test_roles_are_one_at_any_time_while_the_tenure_is_the_same() -> None:
    """Who held an office then is not who holds it now."""
    told = (report("r1", "2030-01-01"), report("r2", "2031-03-05"))
    now = [proposal(Role("orlan", "special envoy", "ardova"), r, reality=Reality.ONGOING) for r in ("r1", "r2")]
    assert len(joined(*now, reports=told).statements) == 1
    former = proposal(Role("orlan", "special envoy", "ardova", tenure=Tenure.FORMER), "r2")
    assert len(joined(now[0], former, reports=told).statements) == 2


def test_a_lasting_tie_denied_soon_after_is_contested() -> None:
    """Who denies a membership denies the same one that another report tells of; months later it is another matter."""
    held = proposal(Tie(("orlan",), ("reed-front",), Relation.MEMBER_OF, 1), "r1", reality=Reality.ONGOING)
    said = [voice("orlan", report="r2")]
    not_held = proposal(held.body, "r2", reality=Reality.DID_NOT_HAPPEN, voices=said)
    (one,) = joined(held, not_held).statements
    assert one.status is Status.CONTESTED
    far = (report("r1"), report("r2", "2031-09-05"))
    assert len(joined(held, not_held, reports=far).statements) == 2


def test_mutual_ties_join_either_way_others_do_not() -> None:
    """Allies are allies both ways; a patron is not its client."""
    for relation, count in ((Relation.ALLIED, 1), (Relation.PATRON_OF, 2)):
        a = proposal(Tie(("ardova",), ("belmark",), relation, 1), reality=Reality.ONGOING)
        b = proposal(Tie(("belmark",), ("ardova",), relation, 1), start=24, reality=Reality.ONGOING)
        assert len(joined(a, b).statements) == count


def test_positions_join_by_issue_and_stance() -> None:
    """The same issue held for and against is two positions."""
    a = proposal(Position("ardova", "a truce", "ceasefire", PositionStance.FOR))
    b = proposal(Position("ardova", "the truce plan", "ceasefire", PositionStance.FOR), start=24)
    c = proposal(Position("ardova", "a truce", "ceasefire", PositionStance.AGAINST), start=48)
    assert [len(s.mentions) for s in joined(a, b, c).statements] == [2, 1]


def test_judgements_on_one_talk_join_across_its_tellings() -> None:
    """Two judges of one verdict on one talk, told by two reports, are one judgement with two voices."""
    day = on("2031-03-08")
    talks = [proposal(talk("ardova", "belmark"), r, date=day) for r in ("r1", "r2")]
    judged = [
        proposal(Judgement(About(talk=t.id), Verdict.FAILURE), t.report, 24, voices=[voice(who, report=t.report)])
        for t, who in zip(talks, ("ardova", "belmark"), strict=True)
    ]
    found = joined(*talks, *judged)
    (one,) = found.statements
    assert isinstance(one.body, Judgement)
    assert one.body.about.talk == found.talks[0].id
    assert [v.who for v in one.voices] == ["ardova", "belmark"]


def test_tolls_stand_side_by_side() -> None:
    """What the earliest telling leaves open is filled from the next; places that differ stand as variants."""
    day = on("2031-03-04")
    a = proposal(attack(), "r1", date=day, places=(at("Kell"),))
    b = proposal(attack(what="the port"), "r2", date=day, places=(at("Sorn"),))
    (one,) = joined(a, b).statements
    assert isinstance(one.body, Event)
    assert one.body.object == Object("the port")
    assert [p.name for p in one.variants.places] == ["Kell", "Sorn"]


_BODIES = st.one_of(
    st.builds(
        attack,
        st.sampled_from([("ardova",), ("orlan",), ("reed-front",)]),
        st.sampled_from([("belmark",), ("ardova",), ()]),
        st.sampled_from([None, "arms", "grain"]),
    ),
    st.builds(
        meeting,
        st.sampled_from(["ardova", "orlan"]),
        st.sampled_from(["belmark", "reed-front"]),
        mode=st.sampled_from([None, "visit", "phone"]),
    ),
    st.builds(
        talk,
        st.sampled_from(["ardova", "orlan"]),
        st.sampled_from(["belmark", "reed-front"]),
        outcome=st.sampled_from(Outcome),
    ),
    st.builds(
        Tie, st.just(("ardova",)), st.just(("belmark",)), st.sampled_from([Relation.ALLIED, Relation.KIN]), st.just(1)
    ),
)
_PROPOSALS = st.builds(
    proposal,
    _BODIES,
    st.sampled_from(["r1", "r2", "r3", "r4"]),
    st.integers(0, 20).map(lambda n: n * 24),
    reality=st.sampled_from(Reality),
    date=st.sampled_from([None, on("2031-03-03"), on("2031-03-04"), on("2031-03-05"), on("2031-03-01", "2031-03-31")]),
)
_REPORTS = (report("r1"), report("r2"), report("r3", "2031-03-07"), report("r4", None))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(_PROPOSALS, max_size=12), st.randoms(use_true_random=False))
def test_joining_is_a_function_of_the_set(proposals: list[Proposal], chance: Random) -> None:
    """Any order, and anything told twice, gives the same statements and talks."""
    told = list({p.id: p for p in proposals}.values())
    shuffled, reports = [*told, *told[:3]], [*_REPORTS, _REPORTS[0]]
    chance.shuffle(shuffled)
    chance.shuffle(reports)
    assert join(told, _REPORTS, ACTORS, (ENVOY,)) == join(shuffled, reports, ACTORS[::-1], (ENVOY, ENVOY))


@given(st.lists(_PROPOSALS, max_size=12))
def test_every_proposal_is_held_once(proposals: list[Proposal]) -> None:
    """Each proposal's id is found in exactly one statement or talk, whose id is its earliest proposal's."""
    told = {p.id: p for p in proposals}
    found = join(told.values(), _REPORTS, ACTORS, (ENVOY,))
    holders: list[Statement | Talk] = [*found.statements, *found.talks]
    assert sorted(m.proposal for h in holders for m in h.mentions) == sorted(told)
    assert all(h.id == h.mentions[0].proposal for h in holders)


@given(st.permutations(range(4)))
def test_two_rows_of_a_table_are_never_one(order: list[int]) -> None:
    """Not even by way of a report that fits both: it is joined to one of them, and rows of two tables may be one."""
    day = on("2031-03-04")

    def row(n: int, reader: str) -> Proposal:
        made = proposal(attack(), f"r{n}", date=day)
        return dataclasses.replace(made, id=f"p{n}", reader=reader, trace=(Trace(OWN_EVENT, reader),))

    told = [
        row(1, "one"),
        row(2, "one"),
        row(3, "other"),
        dataclasses.replace(proposal(attack(), "r4", date=day), id="p4"),
    ]
    reports = [report(f"r{n}") for n in range(1, 5)]
    made = join([told[i] for i in order], reports, ACTORS, ())
    groups = [{m.proposal for m in s.mentions} for s in made.statements]
    assert sorted(map(len, groups)) == [1, 3]
    assert not any({"p1", "p2"} <= g for g in groups)
