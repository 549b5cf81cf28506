"""A report that two readers read: rules say what stands, a model beside them makes it surer or doubtful."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.joining.builder import attack, joined, meeting, on, proposal, report, talk, voice

from parley.joining.beside import MOST_SURE, differences, readers_agree, readers_differ, times_told_of
from parley.joining.standing import Standing, affiliations_told
from parley.joining.telling import Telling, telling_of
from parley.terms.bodies import Body, Role
from parley.terms.enums import Outcome, Reality, Stance, Status
from parley.terms.statement import HELD_BACK, MODEL, Proposal, model_proposal_id
from parley.terms.values import Trace

KNOWN = Standing(())
REPORTS = {r.id: r for r in (report("r1"), report("r2"))}
EVENTS: list[Body] = [
    attack(),
    attack(("ardova",)),
    meeting("ardova", "belmark"),
    talk("ardova", "belmark", outcome=Outcome.AGREEMENT),
]


def model(p: Proposal, confidence: float = 0.4, *more: Trace) -> Proposal:
    """What a model makes of the same word."""
    trace = (Trace(MODEL, "tiny at here", p.head.start, p.head.end), *more)
    id_ = model_proposal_id(p.report, p.form, p.head, "chat 1")
    return replace(p, id=id_, reader="chat 1", trace=trace, confidence=confidence)


def group(*told: Proposal) -> list[Telling]:
    """Tellings of some proposals."""
    return [telling_of(p, REPORTS, {}) for p in told]


def test_two_that_agree_are_one_thing_and_surer() -> None:
    """One statement with both as its mentions, of the confidence that two witnesses make, and never certain."""
    ruled = proposal(attack(), confidence=0.6)
    (made,) = joined(ruled, model(ruled)).statements
    assert [m.proposal for m in made.mentions] == [ruled.id, model(ruled).id]
    assert round(made.confidence, 6) == round(1 - 0.4 * 0.6, 6)
    assert made.id == ruled.id
    (sure,) = joined(replace(ruled, confidence=0.9), model(ruled, 0.9)).statements
    assert sure.confidence == MOST_SURE
    assert readers_agree(group(ruled, model(ruled)), KNOWN)


def test_what_a_model_reads_otherwise_stands_beside_and_changes_nothing() -> None:
    """Another act, other actors, reality, voices, day: one statement still, all that it says by rules."""
    ruled = proposal(attack(), reality=Reality.PLANNED, voices=[voice("ardova")], confidence=0.6)
    (alone,) = joined(ruled).statements
    others = [
        (replace(ruled, reality=Reality.HAPPENED), ("reality",)),
        (replace(ruled, voices=(voice(),)), ("voices",)),
        (replace(ruled, body=meeting("ardova")), ("what",)),
        (replace(ruled, body=attack(("belmark",), ("ardova",))), ("actors",)),
        (replace(ruled, reality=Reality.HAPPENED, voices=(voice(),)), ("reality", "voices")),
    ]
    for other, apart in others:
        (made,) = joined(ruled, model(other)).statements
        assert replace(made, mentions=alone.mentions) == alone
        assert len(made.mentions) == 2
        assert readers_differ(group(ruled, model(other)), KNOWN) == apart


def test_a_model_makes_no_fact_of_what_rules_read_otherwise() -> None:
    """Neither a plan nor a claim becomes one because a model says so."""
    ruled = proposal(attack(), voices=[voice("ardova", Stance.ALLEGES)])
    (made,) = joined(ruled, model(replace(ruled, voices=(voice(),)), 0.99)).statements
    assert made.status is Status.CLAIMED
    assert not made.fact


def test_what_was_held_back_is_a_difference() -> None:
    """A model that had it as a fact did not agree, though what is kept of it does."""
    ruled = proposal(attack(), voices=[voice("ardova")])
    held = model(ruled, 0.4, Trace(HELD_BACK, "the model has it happened, reported"))
    assert readers_differ(group(ruled, held), KNOWN) == ("fact",)
    assert joined(ruled, held).statements[0].confidence == ruled.confidence


def test_what_only_a_model_found_is_a_statement_of_its_own() -> None:
    """With its own confidence, joined with what other reports tell as any is."""
    alone = model(proposal(attack(), "r1", date=on("2031-03-03")))
    (made,) = joined(alone).statements
    assert made.confidence == alone.confidence
    assert readers_differ(group(alone), KNOWN) == ()
    both = joined(alone, proposal(attack(), "r2", date=on("2031-03-03"))).statements
    assert [len(s.mentions) for s in both] == [2]


def test_another_report_is_heard_through_its_own_readers() -> None:
    """A model's reading counts where no rule read that report, beside what rules read in another one."""
    first = proposal(attack(), "r1", date=on("2031-03-03"), voices=[voice("ardova", report="r1")])
    second = model(proposal(attack(), "r2", date=on("2031-03-03")))
    (made,) = joined(first, second).statements
    assert {v.report for v in made.voices} == {"r1", "r2"}


def test_a_talk_is_the_rules_too() -> None:
    """Its parties, outcome and place; the model's stand beside."""
    ruled = proposal(talk("ardova", "belmark", outcome=Outcome.NO_RESULT))
    other = model(replace(ruled, body=talk("ardova", "reed-front", outcome=Outcome.AGREEMENT)))
    (made,), (alone,) = joined(ruled, other).talks, joined(ruled).talks
    assert replace(made, mentions=alone.mentions) == alone
    assert "reality" not in readers_differ(group(ruled, other), KNOWN)
    assert readers_differ(group(ruled, other), KNOWN)


def test_offices_that_only_a_model_tells_bind_nobody() -> None:
    """Who stands for whom has a say in all joining: a model's word is not enough for it."""
    told = proposal(Role("orlan", "envoy", "ardova"), reality=Reality.ONGOING)
    assert len(list(affiliations_told([told]))) == 1
    assert list(affiliations_told([model(told)])) == []


def test_a_reading_by_a_model_is_not_told_twice() -> None:
    """One report, one telling, however many read it."""
    ruled, other = proposal(attack()), proposal(attack(), "r2")
    assert times_told_of(group(ruled, model(ruled), model(other))) == 2


def test_a_reading_does_not_differ_from_itself() -> None:
    """Nor in what one leaves out."""
    (a,) = group(proposal(attack(), date=on("2031-03-03")))
    (b,) = group(proposal(attack(on=())))
    assert differences(a, a, KNOWN) == ()
    assert differences(a, b, KNOWN) == ()


PLACES = st.tuples(st.sampled_from(range(len(EVENTS))), st.sampled_from(["r1", "r2"]), st.integers(0, 3))


@given(ruled=st.lists(PLACES, max_size=5), models=st.lists(PLACES, max_size=5), seed=st.integers(0, 99))
def test_models_never_change_what_rules_say(
    ruled: list[tuple[int, str, int]], models: list[tuple[int, str, int]], seed: int
) -> None:
    """At words that rules read: whatever a model adds, in whatever order, statements say and count what they did."""
    told = {p.id: p for p in (proposal(EVENTS[i], r, n * 24) for i, r, n in ruled)}
    more = [model(proposal(_like(EVENTS[i], told, r, n), r, n * 24)) for i, r, n in models]
    beside = {p.id: p for p in more if any(_same_word(p, q) for q in told.values())}
    both = [*told.values(), *beside.values()]
    random.Random(seed).shuffle(both)
    before, after = joined(*told.values()), joined(*both)
    bare = [replace(s, mentions=(), confidence=0.0) for s in before.statements]
    assert [replace(s, mentions=(), confidence=0.0) for s in after.statements] == bare
    held = [m.proposal for made in after.statements for m in made.mentions]
    held += [m.proposal for made in after.talks for m in made.mentions]
    assert sorted(held) == sorted(p.id for p in both)
    assert all(a.confidence >= b.confidence for a, b in zip(after.statements, before.statements, strict=True))


def _same_word(p: Proposal, q: Proposal) -> bool:
    return (p.report, p.form, p.head) == (q.report, q.form, q.head)


def _like(body: Body, told: dict[str, Proposal], in_report: str, at: int) -> Body:
    """The body, or one of the form that rules found at that word."""
    own = [p.body for p in told.values() if p.report == in_report and p.start == at * 24]
    return body if not own or body.FORM is own[0].FORM else own[0]
