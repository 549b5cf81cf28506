"""Lines of the contract as items."""

from dataclasses import replace
from typing import Any

from parley.scoring import Item, told
from parley.terms.actor import Actor
from parley.terms.bodies import About, Body, Event, Judgement, Party, Plover, Role, Tie
from parley.terms.enums import (
    ActorType,
    Form,
    Outcome,
    PlaceRole,
    Reality,
    Relation,
    Root,
    Stance,
    Status,
    Verdict,
)
from parley.terms.statement import Mention, Statement, Talk, Variants
from parley.terms.values import REPORT, Place, Probability, Span, Voice

NORWAY = Actor("norway", "Norway", ActorType.STATE, aliases=("Kingdom of Norway",))
OSLO = Place("Oslo", PlaceRole.AT)


def mention(report: str, start: int) -> Mention:
    """A telling of something at a place of a report."""
    return Mention("p1", report, "met", start, start + 3, Span(start, start + 3))


def statement(body: Any, **more: Any) -> Statement:
    """A statement of a body, told once, by the report and somebody unnamed."""
    voices = (Voice("a", REPORT, Stance.ASSERTS), Voice("a", None, Stance.DENIES))
    made = Statement(
        "p1", body.FORM, (mention("a", 5),), Reality.HAPPENED, voices, Status.CONTESTED, False, None, (), Variants(),
        (), 0.5, None, body,
    )  # fmt: skip
    return replace(made, **more)


def only(body: Body, **more: Any) -> Item:
    """The one item that a statement becomes."""
    ((item,),) = told([NORWAY, statement(body, **more)]).values()
    return item


def test_event_is_called_by_its_actors_names() -> None:
    """An actor's aliases stand beside its name; who has no line is called by its id; PLOVER's type is right, too."""
    act = Event(Root.CONSULT, None, Plover(Root.AGREE, "meet"), ("norway", "sudan"))
    item = only(act, places=(OSLO,))
    assert item.first("actors") == ("Norway|Kingdom of Norway", "sudan")
    assert item.fields["type"] == (Root.CONSULT, Root.AGREE)
    assert item.fields["mode"] == (None, "meet")
    assert item.first("voices") == {("report", "for"), ("-", "against")}
    assert item.first("place") == "Oslo"


def test_told_twice_in_two_reports() -> None:
    """Each report has the item, with the heads that it has there."""
    mentions = (mention("a", 5), mention("b", 1), mention("a", 30))
    items = told([statement(Event(Root.AID), mentions=mentions)])
    assert [h.start for h in items["a"][0].heads] == [5, 30]
    assert [h.start for h in items["b"][0].heads] == [1]


def test_only_events_are_facts() -> None:
    """Leak and facts kept are figures of events."""
    tie = Tie(("norway",), ("sudan",), Relation.WARY, -1)
    assert only(tie, fact=True).fact is None
    assert only(Event(Root.AID), fact=True).fact is True


def test_judges_are_those_for_it() -> None:
    """Who denies a judgement does not judge so."""
    item = only(Judgement(About(text="the talks"), Verdict.UNLIKELY, probability=Probability(0.0, 0.1, "a survey")))
    assert item.fields["by"] == ("report",)
    assert item.first("probability") == (0.0, 0.1)


def test_role_and_tie() -> None:
    """Ends that are not known stay empty."""
    assert only(Role("dahl", "minister", "norway")).first("of") == "Norway|Kingdom of Norway"
    assert only(Role("dahl", "minister", None)).first("of") is None
    assert only(Tie((), ("norway",), Relation.KIN, 1)).first("from") == ()


def test_talk() -> None:
    """Delegates of all parties are one list."""
    parties = (Party("norway", ("dahl",)), Party("sudan", ("bakri",)))
    talk = Talk("p1", "Talk", None, None, parties, (), ("norway",), OSLO, None, None, None, (), Outcome.PARTIAL, ())
    (item,) = told([NORWAY, replace(talk, mentions=(mention("a", 5),))])["a"]
    assert (item.form, item.first("venue"), item.first("delegates")) == (Form.TALK, "Oslo", ("dahl", "bakri"))
    assert item.first("parties") == ("Norway|Kingdom of Norway", "sudan")


def test_the_last_line_names_an_actor() -> None:
    """Given twice, an actor is called as in its last line, wherever that stands."""
    renamed = replace(NORWAY, name="Noreg", aliases=())
    (item,) = told([NORWAY, statement(Event(Root.AID, actors=("norway",))), renamed])["a"]
    assert item.first("actors") == ("Noreg",)
