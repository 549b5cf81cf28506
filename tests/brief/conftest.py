"""An invented conflict as a slice: Northland, Southmark and the River Front, with every form and status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from parley.brief import OutlookLine, OutlookSection
from parley.terms.actor import Actor
from parley.terms.bodies import About, Event, Judgement, Party, Position, Role, StatementBody, Tie
from parley.terms.enums import (
    ActorType,
    DateBasis,
    DecisionState,
    HarmKind,
    Intensity,
    Level,
    LinkRel,
    Outcome,
    PlaceRole,
    PositionStance,
    Reality,
    Relation,
    ReportState,
    Root,
    Stance,
    TalkFormat,
    Tenure,
    Verdict,
)
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.plover import plover_of
from parley.terms.report import Report, report_of
from parley.terms.slice import ReaderInfo, Slice
from parley.terms.statement import Decided, Mention, Statement, Talk, TalkVariants, Variants
from parley.terms.values import Date, Harm, Link, Object, Place, Probability, Span, Voice

TEXTS = Path(__file__).parent / "reports"

NAMES: tuple[tuple[str, str, ActorType, str | None], ...] = (
    ("northland", "Northland", ActorType.STATE, "NLD"),
    ("northland-ministry", "Northland's foreign ministry", ActorType.ORGANISATION, "NLD"),
    ("northland-army", "Northland's army", ActorType.ORGANISATION, "NLD"),
    ("southmark", "Southmark", ActorType.STATE, "SMK"),
    ("eastmere", "Eastmere", ActorType.STATE, "EMR"),
    ("river-front", "River Front", ActorType.ARMED_GROUP, None),
    ("lowland-council", "Lowland Council", ActorType.IGO, None),
    ("mara-voss", "Mara Voss", ActorType.PERSON, None),
    ("jon-hale", "Jon Hale", ActorType.PERSON, None),
    ("ilse-morrow", "Ilse Morrow", ActorType.PERSON, None),
    ("aldo-brandt", "Aldo Brandt", ActorType.PERSON, None),
    ("tam-okoro", "Tam Okoro", ActorType.PERSON, None),
    ("diplomats", "diplomats", ActorType.GROUP, None),
    ("deputy-leader", "the River Front's deputy leader", ActorType.PERSON, None),
    ("southmark-minister", "Southmark's information minister", ActorType.PERSON, None),
    ("civilians", "thousands of civilians", ActorType.POPULATION, None),
)


def day(start: str, end: str | None = "", text: str = "", basis: DateBasis = DateBasis.STATED) -> Date:
    """A date; one day where no end is given, open where it is None."""
    return Date(start, start if end == "" else end, text or start, basis)


def at(name: str, role: PlaceRole = PlaceRole.AT) -> Place:
    """A place by name."""
    return Place(name, role, text=name)


@dataclass
class Telling:
    """Builds statements whose quotes are found in the reports' texts."""

    reports: dict[str, Report]
    made: list[Statement] = field(default_factory=list)

    def mention(self, report: str, quote: str, id_: str) -> Mention:
        """Where a quote stands in a report."""
        text = self.reports[report].text or ""
        start = text.index(quote)
        return Mention(f"p-{id_}-{report}", report, quote, start, start + len(quote), Span(start, start + 1))

    def voice(self, report: str, who: str | None, stance: Stance, quote: str = "", via: tuple[str, ...] = ()) -> Voice:
        """A voice, with its own quote where one is given."""
        if not quote:
            return Voice(report, who, stance, via)
        m = self.mention(report, quote, "v")
        return Voice(report, who, stance, via, quote, m.start, m.end)

    def tell(
        self,
        id_: str,
        body: StatementBody,
        tellings: dict[str, str],
        *voices: Voice,
        reality: Reality = Reality.HAPPENED,
        date: Date | None = None,
        places: tuple[Place, ...] = (),
        variants: Variants | None = None,
        links: tuple[Link, ...] = (),
        decision: Decided | None = None,
    ) -> None:
        """Add a statement; without voices, every report tells it in its own."""
        mentions = tuple(self.mention(r, q, id_) for r, q in tellings.items())
        heard = voices or tuple(Voice(r, "report", Stance.ASSERTS) for r in tellings)
        status = status_of(heard)
        if isinstance(body, Event):
            code = plover_of(body.type, body.mode, reality, status)
            body = Event(
                body.type, body.mode, code, body.actors, body.recipients, body.object, body.contexts, body.harm
            )
        fact = counts_as_fact(status, reality)
        self.made.append(
            Statement(
                id_, body.FORM, mentions, reality, heard, status, fact, date, places, variants or Variants(), links,
                0.8, decision, body,
            )
        )  # fmt: skip


def _text(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def _reports() -> dict[str, Report]:
    harbour = report_of(
        _text("harbour"), id="harbour", title="River talks end in silence", publisher="Harbour Post",
        url="https://harbour.example/talks", published="2031-01-10", language="en",
    )  # fmt: skip
    gazette = report_of(
        _text("gazette"), id="gazette", title="Second round in March", publisher="Lowland Gazette",
        url="javascript:alert(1)", published="2031-02-20", language="en",
    )  # fmt: skip
    dispatch = report_of(_text("dispatch"), id="dispatch", title="Eight months of war & <no> end", publisher=None)
    unread = report_of("Strömmen är lugn.", id="strom", title="Strömmen", publisher="Kust", language="sv")
    unread = Report(
        unread.id, unread.title, unread.publisher, None, None, None, "sv", unread.text, unread.sha256,
        ReportState.UNREAD, "no installed reader reads sv",
    )  # fmt: skip
    return {r.id: r for r in (harbour, gazette, dispatch, unread)}


def _told_by_harbour(t: Telling) -> None:
    by = Stance.ASSERTS
    arms = Event(Root.AID, None, None, ("southmark",), ("river-front",), Object("two shiploads of rifles"))
    t.tell(
        "arms", arms,
        {"harbour": "Southmark sent two shiploads of rifles up the river in December"},
        t.voice("harbour", "jon-hale", by, "spokesman Jon Hale said"),
        t.voice("harbour", "southmark", Stance.DENIES, "Southmark denied that any weapons had been sent."),
        t.voice("harbour", "southmark-minister", Stance.DENIES, "\"Not one cartridge,\""),
        date=day("2030-12-01", "2030-12-31", "in December", DateBasis.INFERRED),
    )  # fmt: skip
    t.tell(
        "accuse", Event(Root.ACCUSE, "allege", None, ("northland-ministry",), ("southmark",)),
        {"harbour": "Northland's foreign ministry accused Southmark of arming the River Front."},
        date=day("2031-01-08", "2031-01-10", "", DateBasis.INFERRED), links=(Link(LinkRel.CONTENT, "arms"),),
    )  # fmt: skip
    t.tell(
        "shelling",
        Event(
            Root.ASSAULT, "heavy-weapons", None, ("river-front",), ("northland",), Object("the customs house"), (),
            (Harm(HarmKind.KILLED, 12, 12, "killing 12 guards", "northland"),),
        ),
        {"harbour": "On 3 January River Front fighters shelled the customs house at Low Ferry, killing 12 guards"},
        t.voice("harbour", "northland-army", by, "according to Northland's army"),
        date=day("2031-01-03"), places=(at("Low Ferry"),),
    )  # fmt: skip
    t.tell(
        "loss", Event(Root.ASSAULT, None, None, (), ("river-front", "tam-okoro")),
        {"harbour": "The River Front admitted that it had lost its commander Tam Okoro in the fighting."},
        t.voice("harbour", "river-front", Stance.ADMITS), date=day("2031-01-03", "2031-01-10", "", DateBasis.INFERRED),
    )  # fmt: skip


def _told_by_gazette(t: Telling) -> None:
    t.tell(
        "release", Event(Root.RETREAT, "release", None, ("northland",), ("river-front",), Object("40 prisoners")),
        {"gazette": "Northland released 40 prisoners on 20 January."}, date=day("2031-01-20"),
        variants=Variants(date=(day("2031-01-20"), day("2031-01-19"))),
        decision=Decided(DecisionState.ACCEPTED, "r.lind", "2031-03-01T10:00:00Z"),
    )  # fmt: skip
    t.tell(
        "praise", Event(Root.SUPPORT, None, None, ("lowland-council",), ("northland",)),
        {"gazette": "The Lowland Council praised the step"}, date=day("2031-01-20", "2031-02-20"),
    )  # fmt: skip
    t.tell(
        "call", Event(Root.REQUEST, "yield", None, ("lowland-council",), ("northland", "river-front"),
                      Object("a ceasefire")),
        {"gazette": "The Lowland Council praised the step and called on both sides to cease fire."},
    )  # fmt: skip
    t.tell(
        "pay", Event(Root.AID, None, None, ("southmark",), ("river-front",), Object("pay")),
        {"gazette": "Southmark is said to have paid the River Front's fighters since 2030."},
        t.voice("gazette", None, Stance.ALLEGES), reality=Reality.ONGOING, date=day("2030-01-01", None, "since 2030"),
    )  # fmt: skip
    t.tell(
        "navy", Event(Root.MOBILIZE, "troops", None, ("southmark",), (), Object("its navy")),
        {"gazette": "Southmark's navy did not leave port during the crisis"}, reality=Reality.DID_NOT_HAPPEN,
    )  # fmt: skip
    t.tell(
        "blockade", Event(Root.COERCE, "restrict", None, ("southmark",), ("northland",), Object("the estuary")),
        {"gazette": "a threatened blockade of the estuary never came"}, reality=Reality.THREATENED,
    )  # fmt: skip


def _told_by_dispatch(t: Telling) -> None:
    by, past = Stance.ASSERTS, Reality.HAPPENED
    t.tell(
        "fighting", Event(Root.ASSAULT, None, None, ("northland", "river-front"), ()),
        {"dispatch": "Fighting along the Anwen river has gone on since the summer of 2029"},
        reality=Reality.ONGOING, date=day("2029-06-01", None, "since the summer of 2029"), places=(at("Anwen river"),),
    )  # fmt: skip
    t.tell(
        "flight", Event(Root.OTHER, "flee", None, ("civilians",), ("eastmere",)),
        {"dispatch": "thousands have fled to Eastmere"}, date=day("2029-06-01", None, "since the summer of 2029"),
        places=(at("Eastmere", PlaceRole.TO),),
    )  # fmt: skip
    t.tell(
        "dam", Event(Root.ACCUSE, "disapprove", None, ("southmark",), ("northland",), Object("the dam at Upper Weir")),
        {"dispatch": "Northland's dam at Upper Weir was built in 1998 over Southmark's protest."},
        date=day("1998-01-01", "1998-12-31", "1998"), places=(at("Upper Weir"),),
    )  # fmt: skip
    t.tell(
        "convoys", Event(Root.RETREAT, "access", None, ("northland",), (), Object("aid convoys")),
        {"dispatch": "Northland agreed to let aid convoys pass in mid-February."}, reality=Reality.PLANNED,
        date=day("2031-02-11", "2031-02-20", "mid-February", DateBasis.INFERRED),
    )  # fmt: skip
    t.tell(
        "attack-dam", Event(Root.ASSAULT, None, None, ("river-front",), (), Object("the dam")),
        {"dispatch": "The River Front may attack the dam if the talks fail"},
        t.voice("dispatch", "deputy-leader", by, "its deputy leader warned"), reality=Reality.POSSIBLE,
    )  # fmt: skip
    t.tell(
        "envoy", Event(Root.CONSULT, None, None, ("southmark",), ("eastmere",)),
        {"dispatch": "Whether Southmark's ambassador took part is not known."}, t.voice("dispatch", "report", by),
        reality=Reality.UNKNOWN,
    )  # fmt: skip
    t.tell(
        "gone", Event(Root.CONSULT, None, None, ("southmark",), ("northland",)),
        {"dispatch": "Brandt travelled to Eastmere"}, reality=past,
        decision=Decided(DecisionState.REJECTED, "r.lind", "2031-03-01T10:00:00Z"),
    )  # fmt: skip


def _others(t: Telling) -> None:
    by, holds = Stance.ASSERTS, Reality.ONGOING
    wary = "Northland has long been wary of Southmark, its rival for the river trade."
    both = "Eastmere, which depends on Northland for electricity, has kept up friendly relations with both."
    t.tell("wary", Tie(("northland",), ("southmark",), Relation.WARY, -1), {"harbour": wary}, reality=holds)
    t.tell("rival", Tie(("northland",), ("southmark",), Relation.RIVAL, -1), {"harbour": wary}, reality=holds)
    t.tell(
        "needs", Tie(("eastmere",), ("northland",), Relation.DEPENDS_ON, 0, ("electricity",)),
        {"harbour": "Eastmere, which depends on Northland for electricity,"}, reality=holds,
    )  # fmt: skip
    t.tell(
        "friends", Tie(("eastmere",), ("northland", "southmark"), Relation.FRIENDLY, 1), {"harbour": both},
        reality=holds,
    )  # fmt: skip
    t.tell(
        "backs", Tie(("southmark",), ("river-front",), Relation.SUPPORTS, 1),
        {"harbour": "Southmark of arming the River Front"},
        t.voice("harbour", "northland-ministry", by), t.voice("harbour", "southmark", Stance.DENIES), reality=holds,
    )  # fmt: skip
    t.tell(
        "leads", Role("mara-voss", "leader", "river-front"),
        {"harbour": "Mara Voss, who has led the River Front since the spring of 2029"}, reality=holds,
        date=day("2029-03-01", None, "since the spring of 2029"),
    )  # fmt: skip
    t.tell(
        "minister", Role("ilse-morrow", "foreign minister", "eastmere", None, Tenure.ACTING),
        {"harbour": "Eastmere's foreign minister, Ilse Morrow"}, reality=holds,
    )  # fmt: skip
    t.tell(
        "share",
        Position("river-front", "a share of the customs revenue", "revenue", PositionStance.FOR, Intensity.HIGH),
        {"harbour": "demands a share of the customs revenue"}, reality=holds,
    )  # fmt: skip
    t.tell(
        "ceasefire",
        Position("river-front", "a ceasefire", "ceasefire", PositionStance.CONDITIONAL, None, "prisoners are freed"),
        {"harbour": "rejects any ceasefire before prisoners are freed"}, t.voice("harbour", "mara-voss", by),
        reality=holds,
    )  # fmt: skip
    t.tell(
        "failed", Judgement(About(talk="round1"), Verdict.EXPECTED, words="as most observers had expected"),
        {"harbour": "The talks ended without a result, as most observers had expected."},
    )  # fmt: skip
    t.tell(
        "slim",
        Judgement(About(talk="round2"), Verdict.UNLIKELY, words="slim",
                  probability=Probability(0.05, 0.2, "by analogy with “little chance”")),
        {"gazette": "Its chance of success is slim"},
        t.voice("gazette", "diplomats", by, "diplomats say"), reality=Reality.POSSIBLE,
    )  # fmt: skip
    t.tell(
        "gain", Judgement(About(text="the role of host"), Verdict.GAIN, ("eastmere",)),
        {"gazette": "Eastmere gains from its role as host whatever comes of them"},
        t.voice("gazette", "report", by),
    )  # fmt: skip


def _talks(t: Telling) -> tuple[Talk, ...]:
    front, north = Party("river-front", ("mara-voss",)), Party("northland", ("jon-hale",))
    said = Stance.ASSERTS
    round1 = Talk(
        "round1", "First round of the river talks", "river-talks", 1, (north, front), ("eastmere",), ("eastmere",),
        at("Port Sable"), day("2031-01-08"), Level.OFFICIALS, TalkFormat.PROXIMITY,
        ("prisoners", "customs revenue", "fishing rights"), Outcome.NO_RESULT,
        (t.voice("harbour", "report", said), t.voice("gazette", "report", said)),
        TalkVariants(date=(day("2031-01-08"), day("2031-01-01", "2031-01-31", "January"))),
        (t.mention("harbour", "Envoys of Northland and the River Front met in Port Sable on 8 January 2031", "t1"),
         t.mention("harbour", "The talks ended without a result", "t1"),
         t.mention("gazette", "discussed prisoners, customs revenue and fishing rights in January", "t1")),
        ("failed", "accuse", "not-held"),
    )  # fmt: skip
    round2 = Talk(
        "round2", "Second round of the river talks", "river-talks", 2, (Party("northland"), Party("river-front")), (),
        ("eastmere",), at("Port Sable"), day("2031-03-01", "2031-03-10", "early March"), None, None, (),
        Outcome.PLANNED, (t.voice("gazette", "eastmere", said, "Eastmere's foreign ministry said"),),
        mentions=(t.mention("gazette", "A second round of river talks is planned for early March in Port Sable", "t"),),
        statements=("slim",),
    )  # fmt: skip
    visit = Talk(
        "visit", "", None, None, (Party("northland", ("aldo-brandt",)), Party("eastmere")), (), ("eastmere",),
        at("Eastmere"), day("2031-02-02"), Level.HEADS, TalkFormat.VISIT, ("grain & transit",), Outcome.UNKNOWN,
        (t.voice("dispatch", "report", said),),
        mentions=(t.mention("dispatch", "Brandt travelled to Eastmere on 2 February and spoke with its president about"
                                        " grain & transit.", "t3"),),
    )  # fmt: skip
    refused = Talk(
        "refused", "Invitation by the Lowland Council", None, None, (Party("southmark"),), ("lowland-council",), (),
        None, day("2031-02-01", "2031-02-28", "In February"), None, TalkFormat.MEDIATION_ATTEMPT, (), Outcome.REFUSED,
        (t.voice("gazette", "report", said),),
        mentions=(t.mention("gazette", "In February Southmark refused an invitation by the Lowland Council to join the"
                                       " talks.", "t4"),),
    )  # fmt: skip
    return round1, round2, visit, refused


@pytest.fixture(scope="session")
def northland() -> Slice:
    """Four reports (one unread), four talks and some thirty statements of all forms and statuses."""
    return build()


def build() -> Slice:
    """The slice itself, for a look at it outside tests."""
    telling = Telling(_reports())
    _told_by_harbour(telling)
    _told_by_gazette(telling)
    _told_by_dispatch(telling)
    _others(telling)
    return Slice(
        reports=tuple(telling.reports.values()),
        actors=tuple(Actor(i, name, kind, country) for i, name, kind, country in NAMES),
        statements=tuple(telling.made),
        talks=_talks(telling),
        reader=ReaderInfo("english", "0.1.0", "9f2c4e71aa03be"),
    )


@pytest.fixture(scope="session")
def outlook() -> OutlookSection:
    """What a model might make of the river talks."""
    return an_outlook()


def an_outlook() -> OutlookSection:
    """The outlook itself."""
    return OutlookSection(
        "Outlook",
        (
            OutlookLine("Where the sides' weighted positions meet on revenue", "38 of 100", "assumption: saliences"),
            OutlookLine("Room for agreement between Northland and the River Front", "none", "assumption: costs of war"),
            OutlookLine("Eastmere's gain from hosting, whatever the result", "+0.2 to +0.4", ""),
        ),
        ("Northland frees the remaining prisoners", "Southmark joins the talks"),
    )


@pytest.fixture(scope="session")
def rich_page(northland: Slice, outlook: OutlookSection, render: Callable[..., str]) -> str:
    """The web page of the invented conflict."""
    return render(northland, "Talks on the Anwen", outlook, "1 March 2031, 10:00 UTC")


@pytest.fixture(scope="session")
def render() -> Callable[..., str]:
    """The page writer."""
    from parley.brief import html

    return html
