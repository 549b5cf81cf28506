"""Judgements of whole sentences: whose they are, about what, how sure, for which reason, on which condition."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.english import default
from parley.terms.bodies import Judgement
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, Form, Reality, Stance, Verdict
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.statement import Proposal
from parley.terms.values import REPORT

LANDS = (
    ActorEntry("ruritania", "Ruritania", ActorType.STATE, sector="GOV", demonyms=("Ruritanian", "Ruritanians")),
    ActorEntry("syldavia", "Syldavia", ActorType.STATE, sector="GOV", demonyms=("Syldavian", "Syldavians")),
)


@cache
def read(text: str) -> Reading:
    """A short report, read with two countries of fiction."""
    return default(actors=LANDS).read(report_of(text, id="r", published="2024-05-03"))


def judged(text: str) -> list[tuple[Proposal, Judgement]]:
    """The judgements of a short report."""
    return [(p, p.body) for p in read(text).proposals if isinstance(p.body, Judgement)]


def one(text: str) -> tuple[Proposal, Judgement]:
    """The only judgement of a short report."""
    made = judged(text)
    assert len(made) == 1, made
    return made[0]


@pytest.mark.parametrize(
    ("text", "verdict", "about"),
    [
        ("The negotiations in the capital ended in failure.", Verdict.FAILURE, "The negotiations in the capital"),
        ("Kenya's mediation effort was widely seen as a failure.", Verdict.FAILURE, "Kenya's mediation effort"),
        ("The meeting failed to produce a joint statement.", Verdict.FAILURE, "The meeting"),
        ("The mission was not successful.", Verdict.FAILURE, "The mission"),
        ("The envoy described the talks as constructive.", Verdict.SUCCESS, "the talks"),
        ("The talks are not likely to resume before June.", Verdict.UNLIKELY, "The talks to resume before June"),
        ("The truce will probably hold.", Verdict.LIKELY, "The truce will hold"),
        ("Few expect the truce to last.", Verdict.UNLIKELY, "the truce to last"),
        ("Peace remains a distant prospect.", Verdict.UNLIKELY, "Peace"),
        ("As expected, Ruritania vetoed the plan.", Verdict.EXPECTED, "Ruritania vetoed the plan"),
        ("The walkout came as a surprise.", Verdict.UNEXPECTED, "The walkout"),
    ],
)
def test_verdict_and_matter(text: str, verdict: Verdict, about: str) -> None:
    """The verdict is that of the words and their negation, and the matter is what they are said of."""
    _, body = one(text)
    assert body.verdict is verdict
    assert body.about.text == about


@pytest.mark.parametrize(
    "text",
    [
        "The engine failed and the plane crashed near the town.",
        "The likely successor of the minister arrived.",
        "Certain officers refused to march.",
        "They are certainly angry with the army.",
        "The successful candidate took the oath.",
        "If the talks fail, the army will march.",
        "The envoy asked whether the talks had failed.",
        "The two sides want the talks to succeed.",
        "The surprise attack killed ten soldiers.",
        "One thing is certain.",
        "No one should imagine that the agreement was a success.",
        "The minister does not believe that the talks failed.",
    ],
)
def test_what_judges_nothing(text: str) -> None:
    """Words of judgement in another sense, or of what is only wished, asked or supposed, make none."""
    assert not judged(text)


def test_the_judge_is_who_says_so() -> None:
    """A judgement that somebody speaks is his, not the report's."""
    made, _ = one("The talks were a success, the Ruritanian foreign minister said.")
    assert [v.who for v in made.voices] == ["ruritania"]


def test_those_in_whose_view_it_is_judge() -> None:
    """Words like "in the view of" give the judgement to others; the unnamed only allege."""
    for text in (
        "In the view of many observers, the summit was a success.",
        "Diplomats see little prospect of a breakthrough.",
        "Analysts say the ceasefire is unlikely to hold.",
        "The effort was widely seen as a failure.",
    ):
        made, _ = one(text)
        assert [(v.who, v.stance) for v in made.voices] == [(None, Stance.ALLEGES)], text


def test_who_regards_something_as_something_judges() -> None:
    """Who calls a deal a breakthrough judges it, not the report."""
    made, body = one("Syldavia called the agreement a historic breakthrough.")
    assert body.verdict is Verdict.SUCCESS
    assert [(v.who, v.stance) for v in made.voices] == [("syldavia", Stance.ASSERTS)]


THOUGHT = {
    "Syldavia thinks it unlikely that the talks will resume.": (Verdict.UNLIKELY, "the talks will resume"),
    "Syldavia does not think it likely that the talks will resume.": (Verdict.UNLIKELY, "the talks will resume"),
    "Syldavia considers an attack by Ruritania unlikely.": (Verdict.UNLIKELY, "an attack by Ruritania"),
}


@pytest.mark.parametrize(("text", "judged"), THOUGHT.items())
def test_what_somebody_thinks_likely_is_his_estimate_and_no_fact(text: str, judged: tuple[Verdict, str]) -> None:
    """The estimate has the words of what is estimated, in the view of who holds it; none of it has come about."""
    made, body = one(text)
    assert (body.verdict, body.about.text) == judged
    assert [(v.who, v.stance) for v in made.voices] == [("syldavia", Stance.ASSERTS)]
    assert all(p.reality is Reality.POSSIBLE for p in read(text).proposals)


def test_the_report_judges_in_its_own_voice() -> None:
    """Without anybody else to judge, the report does."""
    made, _ = one("The talks were fruitless.")
    assert [(v.who, v.stance) for v in made.voices] == [(REPORT, Stance.ASSERTS)]


def test_reason_and_condition_are_in_the_trace() -> None:
    """The reasons and conditions that the text gives are kept as places in it."""
    text = "The talks failed because neither side would yield."
    made, _ = one(text)
    assert [text[t.start : t.end] for t in made.trace if t.rule == "reason"] == ["because neither side would yield"]
    text = "War is almost inevitable unless the two sides compromise."
    made, _ = one(text)
    assert [text[t.start : t.end] for t in made.trace if t.rule == "condition"] == ["unless the two sides compromise"]


def test_a_bare_likelihood_answers_the_question_before_it() -> None:
    """A likelihood of nothing named is that of what was asked just before."""
    _, body = one(
        "An open question is whether or not Ruritania can arrange a second round. The likelihood is minuscule."
    )
    assert body.verdict is Verdict.UNLIKELY
    assert body.about.text == "Ruritania can arrange a second round"
    assert body.probability is not None
    assert (body.probability.low, body.probability.high) == (0.0, 0.05)
    assert body.probability.basis.startswith("by analogy")


def test_a_judgement_of_an_event_names_it() -> None:
    """Where the matter is an event or a talk of the record, the judgement leads to it."""
    text = "The talks between Ruritania and Syldavia were fruitless."
    _, body = one(text)
    ids = {p.id for p in read(text).proposals if p.form in {Form.EVENT, Form.TALK}}
    assert (body.about.talk or body.about.statement) in ids


def test_who_gains_and_who_loses() -> None:
    """A gain names its gainers, a loss its losers."""
    made = judged("The visit was a victory for Ruritania. The walkout is a blow to Syldavia.")
    assert {(b.verdict, b.gainers, b.losers) for _, b in made} == {
        (Verdict.GAIN, ("ruritania",), ()),
        (Verdict.OTHER, (), ("syldavia",)),
    }


@settings(deadline=None)
@given(
    word=st.sampled_from(["likely", "unlikely", "very likely", "highly unlikely", "almost certain"]),
    act=st.sampled_from(["attack the port", "withdraw from the hills", "sign the treaty"]),
)
def test_what_is_only_judged_likely_is_no_fact(word: str, act: str) -> None:
    """However sure an estimate is, what it is about is possible and never a fact."""
    for p in read(f"Ruritania is {word} to {act}.").proposals:
        if p.form in {Form.JUDGEMENT, Form.EVENT}:
            assert p.reality is not Reality.HAPPENED
            assert not counts_as_fact(status_of(p.voices), p.reality)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The discussions on the border went nowhere.", Verdict.FAILURE),
        ("The two lands are on the brink of war.", Verdict.LIKELY),
        ("The truce is expected to fail.", Verdict.LIKELY),
        ("The rebels look as if they are on the brink of launching an offensive.", Verdict.LIKELY),
    ],
)
def test_what_is_negated_or_to_come_in_its_own_words(text: str, verdict: Verdict) -> None:
    """A phrase that carries its "nothing" is not turned by it, and one that points ahead judges what is likely."""
    _, body = one(text)
    assert body.verdict is verdict


@pytest.mark.parametrize(
    "text",
    [
        "The envoys are expected to arrive in the evening.",
        "The paper asks whether a new offensive is in the offing.",
        "The cake was surprisingly good.",
    ],
)
def test_timetables_questions_and_degrees_judge_nothing(text: str) -> None:
    """What is on the timetable, what is asked, and how good a cake is."""
    assert not judged(text)


def test_what_few_had_thought_came_about() -> None:
    """What few had thought would be is a surprise, no forecast."""
    _, body = one("Few had thought that the rebels would accept the plan.")
    assert body.verdict is Verdict.UNEXPECTED


def test_they_are_what_the_clause_before_is_about() -> None:
    """Whatever the talks failed to bring, it is they that benefit somebody."""
    found = [b for _, b in judged("Whatever the talks failed to bring, they benefit Oman.") if b.gainers]
    assert [b.about.text for b in found] == ["the talks"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("A truce would benefit the rebels.", Verdict.GAIN),
        ("The loss would be a disaster for Kyiv.", Verdict.FAILURE),
        ("The talks were anything but a success.", Verdict.FAILURE),
        ("A deal is far from certain.", Verdict.UNLIKELY),
        ("There is no prospect of peace.", Verdict.UNLIKELY),
        ("The truce is bound to collapse.", Verdict.LIKELY),
        ("The biggest winner is Iran.", Verdict.GAIN),
        ("To the surprise of many, the rebels signed.", Verdict.UNEXPECTED),
        ("The peace process is on life support.", Verdict.FAILURE),
        ("Norway's role was crucial in bringing the sides together.", Verdict.SUCCESS),
    ],
)
def test_what_would_be_what_is_far_from_so_and_idioms(text: str, verdict: Verdict) -> None:
    """What would come of something is judged too, and what stands under a preposition."""
    made = [p.body for p in read(text).proposals if isinstance(p.body, Judgement)]
    assert [j.verdict for j in made] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "If a truce would benefit the rebels, the army will refuse.",
        "The shop will probably close.",
        "Georgian Dream won the vote.",
    ],
)
def test_suppositions_small_talk_and_names_judge_nothing(text: str) -> None:
    """What is supposed, what is likely of nobody and no undertaking, and a word within a name judge nothing."""
    assert not [p for p in read(text).proposals if isinstance(p.body, Judgement)]


def test_one_thing_is_judged_once() -> None:
    """The lack of progress and the impasse that somebody complains of in one breath are one judgement."""
    made = read("Norway complained about the lack of progress and reaching an impasse in the talks.").proposals
    assert len([p for p in made if isinstance(p.body, Judgement)]) == 1
