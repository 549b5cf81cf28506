"""Talks are episodes: several tellings make one, several meetings stay several, and prospects are never held."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.reading.coding.talks import part_of
from parley.reading.english import default
from parley.terms.bodies import Event, TalkBody
from parley.terms.entry import ActorEntry
from parley.terms.enums import ActorType, Form, LinkRel, Outcome, Reality, Root, TalkFormat
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.statement import Proposal

LANDS = tuple(
    ActorEntry(i, n, ActorType.STATE, country=c, sector="GOV", demonyms=(f"{n}n", f"{n}ns"), seats=(seat,))
    for i, n, c, seat in (
        ("ruritania", "Ruritania", "RUR", "Strelsau"),
        ("syldavia", "Syldavia", "SYL", "Klow"),
        ("borduria", "Borduria", "BOR", "Szohod"),
        ("freedonia", "Freedonia", "FRE", "Glorium"),
    )
)
READER = default(actors=LANDS)
REAL = (Reality.HAPPENED, Reality.ONGOING)


def read(text: str) -> Reading:
    """A reading of a text that was published on a Monday."""
    return READER.read(report_of(text, id="r", published="2024-05-20"))


def proposals(text: str) -> list[Proposal]:
    """The talks of a text."""
    return [p for p in read(text).proposals if p.form is Form.TALK]


def bodies(text: str) -> list[TalkBody]:
    """What the talks of a text say."""
    return [p.body for p in proposals(text) if isinstance(p.body, TalkBody)]


def only(text: str) -> TalkBody:
    """The one talk of a text."""
    found = bodies(text)
    assert len(found) == 1, found
    return found[0]


def sides(body: TalkBody) -> set[str]:
    """A talk's parties."""
    return {p.actor for p in body.parties}


def test_tellings_make_one_episode() -> None:
    """Sides, mediator, host, agenda and result that stand in several sentences are of one talk."""
    body = only(
        "Ruritania and Syldavia held talks on fishing rights. Borduria hosted the meeting and mediated between the two "
        "sides. The talks ended without result."
    )
    assert sides(body) == {"ruritania", "syldavia"}
    assert body.mediators == ("borduria",)
    assert body.hosts == ("borduria",)
    assert body.agenda == ("fishing rights",)
    assert body.outcome is Outcome.NO_RESULT


def test_meetings_at_two_venues_stay_two() -> None:
    """The same sides at another place are another talk."""
    found = bodies("Ruritania met Syldavia in Oslo in March. Ruritania met Syldavia again in Geneva in April.")
    assert [b.place and b.place.name for b in found] == ["Oslo", "Geneva"]


def test_other_sides_are_another_talk() -> None:
    """A second pair of sides never joins the first."""
    found = bodies("Ruritania held talks with Syldavia. Ruritania also held talks with Borduria.")
    assert [sides(b) for b in found] == [{"ruritania", "syldavia"}, {"ruritania", "borduria"}]


def test_one_more_round_has_the_sides_of_the_last() -> None:
    """One more round without sides is a talk of its own, with those who met before."""
    found = proposals("Ruritania and Syldavia met in Oslo. Borduria has offered to host another round.")
    bodies_ = [p.body for p in found if isinstance(p.body, TalkBody)]
    assert [sides(b) for b in bodies_] == [{"ruritania", "syldavia"}] * 2
    assert found[1].reality not in REAL


def test_what_they_discuss_elsewhere_is_not_the_talk_before() -> None:
    """A mere "they" reaches no further than the sentence before: no talk is lent what a distant one has."""
    found = bodies(
        "Ruritania held talks with Syldavia. It rained all week. The harvest was poor. Wheat rose. "
        "They discussed music."
    )
    assert [b.agenda for b in found] == [()]


def test_mediation_attempts_that_are_similar_are_several() -> None:
    """Each of several mediators with a similar attempt has a talk of its own, with an id of its own."""
    found = proposals("Borduria and Freedonia made similar mediation attempts between Ruritania and Syldavia.")
    assert [p.body.mediators for p in found if isinstance(p.body, TalkBody)] == [("borduria",), ("freedonia",)]
    assert len({p.id for p in found}) == 2


def test_talk_without_a_word_of_the_talkbook() -> None:
    """Two political sides that consult each other talk, whatever the word; a greeting, a visit or a maybe is none."""
    assert sides(only("Ruritania and Syldavia dined together in Klow.")) == {"ruritania", "syldavia"}
    for text in (
        "Ruritania embraced Syldavia at the game.",
        "Ruritania may dine with Syldavia in Klow.",
        "The barber dined with a shepherd in Klow.",
    ):
        assert not [p for p in proposals(text) if isinstance(p.body, TalkBody)]


def test_mediating_state_hosts_at_home() -> None:
    """A mediating state at a venue of its own hosts too."""
    turkey = only("Turkey brokered talks between Ruritania and Syldavia in Istanbul.")
    assert turkey.mediators == turkey.hosts == ("turkey",)


def test_visit_for_talks() -> None:
    """Who travels to a capital for talks meets the state that sits there, and that state hosts."""
    body = only("Syldavia's president visited Strelsau for talks on grain and timber.")
    assert "ruritania" in sides(body)
    assert body.hosts == ("ruritania",)
    assert body.format is TalkFormat.VISIT
    assert body.agenda == ("grain", "timber")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ruritania proposed talks with Syldavia.", Outcome.POSSIBLE),
        ("Borduria urged Ruritania and Syldavia to hold talks.", Outcome.POSSIBLE),
        ("Ruritania will meet Syldavia in June.", Outcome.PLANNED),
        ("Ruritania and Syldavia to open talks in June", Outcome.PLANNED),
        ("Ruritania refused to meet Syldavia.", Outcome.REFUSED),
        ("Ruritania has ruled out talks with Syldavia.", Outcome.REFUSED),
        ("Ruritania did not meet Syldavia.", Outcome.DID_NOT_HAPPEN),
        ("Ruritania called off a meeting with Syldavia.", Outcome.CANCELLED),
        ("Borduria may host talks between Ruritania and Syldavia.", Outcome.POSSIBLE),
        ("Ruritania rejected an invitation to talks with Syldavia.", Outcome.REFUSED),
    ],
)
def test_prospects_are_not_held(text: str, outcome: Outcome) -> None:
    """What is proposed, planned, refused or called off is told so, and never as having happened."""
    (made,) = proposals(text)
    assert isinstance(made.body, TalkBody)
    assert made.body.outcome is outcome
    assert made.reality not in REAL


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Ruritania and Syldavia failed to reach an agreement.", Outcome.NO_RESULT),
        ("The two sides signed a peace treaty.", Outcome.AGREEMENT),
        ("They agreed to a ceasefire.", Outcome.AGREEMENT),
        ("They agreed to meet again.", Outcome.UNKNOWN),
        ("They hope to reach an agreement.", Outcome.UNKNOWN),
        ("Reports that the two sides signed a truce are false.", Outcome.UNKNOWN),
        ("The talks made some progress.", Outcome.PARTIAL),
        ("The negotiations are under way.", Outcome.ONGOING),
    ],
)
def test_result_of_the_talk_before(text: str, outcome: Outcome) -> None:
    """What comes of a talk is taken from what is told of it or its sides after it, not from hopes and rumours."""
    found = bodies(f"Ruritania and Syldavia held talks in Oslo. {text}")
    assert found[0].outcome is outcome


@pytest.mark.parametrize(
    "text",
    [
        "The coach held talks with Ruritania's goalkeeper about a contract.",
        "The minister told reporters in Klow that Syldavia had met the criteria.",
        "The shareholders held a board meeting in Strelsau.",
        "The parliament of Ruritania ended its session.",
        "Ruritania met Syldavia in the final. The session on yoga was popular.",
        "She talks about her childhood in Syldavia.",
        "Massed fighters had an engagement with the army of Ruritania.",
    ],
)
def test_no_talk(text: str) -> None:
    """Words for talks in another sense make none."""
    assert bodies(text) == []


def test_talks_led_by_a_third_are_mediated() -> None:
    """Whoever stands before "-led" or "-brokered" mediates and is no party."""
    body = only("Bordurian-led talks between Ruritania and Syldavia resumed.")
    assert (sides(body), body.mediators) == ({"ruritania", "syldavia"}, ("borduria",))


def test_sides_of_an_appended_participle() -> None:
    """Both of two joined subjects meet, wherever the parser hangs the participle."""
    assert sides(only("Saudi Arabia and Iran, meeting in Oslo, agreed to restore ties.")) == {"saudi-arabia", "iran"}


def test_denied_talks_are_contested_by_voice_not_lost() -> None:
    """A denied meeting is held in its positive form, with the denial as its voice."""
    (made,) = proposals("Ruritania denied that it had held talks with Syldavia.")
    assert {(v.who, v.stance.value) for v in made.voices} == {("ruritania", "denies")}


def test_meeting_is_part_of_its_talk_and_deal_its_outcome() -> None:
    """The event of meeting leads to the talk, and so does the deal that came of it."""
    found = read("Ruritania and Syldavia held talks in Oslo. Ruritania and Syldavia signed a treaty.").proposals
    talk = next(p for p in found if p.form is Form.TALK)
    links = {x for p in found if isinstance(p.body, Event) for x in p.links}
    assert {LinkRel.PART_OF, LinkRel.OUTCOME_OF} <= {x.rel for x in links if x.to == talk.id}


def test_part_of_leaves_other_events_alone() -> None:
    """An event that no telling of a talk shares a word with has no link to one."""
    found = read("Ruritania and Syldavia held talks in Oslo. Borduria bombed Freedonia.").proposals
    raid = next(p for p in found if isinstance(p.body, Event) and p.body.type is Root.ASSAULT)
    assert raid.id not in part_of([p for p in found if p.form is Form.TALK], found)


NAMES = ("Ruritania", "Syldavia", "Borduria", "Freedonia")
TELLINGS = (
    "{0} met {1}.",
    "{0} and {1} held talks in Oslo.",
    "Talks between {0} and {1} collapsed.",
    "{2} brokered talks between {0} and {1}.",
    "{0} refused to meet {1}.",
    "{2} mediated between {0} and {1}.",
    "The talks ended without a deal.",
    "{2} called for talks between {0} and {1}.",
)


@settings(max_examples=25, deadline=None)
@given(st.permutations(NAMES), st.lists(st.sampled_from(TELLINGS), min_size=1, max_size=4))
def test_every_talk_holds_together(names: Sequence[str], tellings: list[str]) -> None:
    """Ids are unique, quotes verbatim, no mediator is a party, and no prospect's outcome is that of a talk held."""
    text = " ".join(t.format(*names) for t in tellings)
    found = proposals(text)
    assert len({p.id for p in found}) == len(found)
    for p in found:
        assert isinstance(p.body, TalkBody)
        assert p.quote == text[p.start : p.end]
        assert not sides(p.body) & set(p.body.mediators)
        if p.reality not in REAL:
            assert p.body.outcome not in {Outcome.AGREEMENT, Outcome.PARTIAL, Outcome.NO_RESULT, Outcome.ONGOING}


def test_what_failed_beside_the_talks_is_no_result_of_theirs() -> None:
    """A relative clause tells of its own noun, not of the talks."""
    body = only("Talks between Ruritania and Syldavia dealt with a ship that foundered.")
    assert body.outcome is Outcome.UNKNOWN


def test_a_deal_of_which_no_talks_are_told_is_one() -> None:
    """Who sign a deal have talked and agreed; where talks are told, the deal is but their outcome."""
    (deal,) = [p.body for p in proposals("Ruritania and Syldavia signed an accord on Monday.") if p.form is Form.TALK]
    assert isinstance(deal, TalkBody)
    assert deal.outcome is Outcome.AGREEMENT
    text = "Ruritania and Syldavia held talks in Oslo. On Monday Ruritania and Syldavia signed an accord."
    assert len([p for p in proposals(text) if p.form is Form.TALK]) == 1


def test_a_title_does_not_part_two_who_met() -> None:
    """Of two who are told each with a title, both met, and their meeting is of both."""
    text = "Karl Hess, the head of Ruritania, and Anna Dahl, the head of Syldavia, postponed their meeting."
    made = [p.body for p in proposals(text) if isinstance(p.body, TalkBody)]
    assert [len(b.parties) for b in made] == [2]
