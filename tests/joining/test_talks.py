"""One episode from many tellings: how it ended, who tells of it, who took part."""

from __future__ import annotations

import pytest
from tests.joining.builder import ACTORS, ENVOY, on, proposal, report, talk, voice

from parley.joining import join
from parley.terms.bodies import Party, TalkBody
from parley.terms.enums import Outcome, Reality, Stance
from parley.terms.statement import Talk

DAY = on("2031-03-08")
REPORTS = (report("r1", "2031-03-07"), report("r2", "2031-03-08"), report("r3", "2031-03-09"), report("r4", None))


def talks(*told: tuple[str, Outcome], reality: Reality = Reality.HAPPENED) -> tuple[Talk, ...]:
    """The talks of one day, as told by reports with an outcome each."""
    proposals = [
        proposal(talk("ardova", "belmark", outcome=o), r, 24 * n, date=DAY, reality=reality)
        for n, (r, o) in enumerate(told)
    ]
    return join(proposals, REPORTS, ACTORS, (ENVOY,)).talks


@pytest.mark.parametrize(
    ("told", "outcome", "disputed"),
    [
        ([("r1", Outcome.PLANNED), ("r2", Outcome.ONGOING)], Outcome.ONGOING, ()),
        ([("r1", Outcome.PLANNED), ("r2", Outcome.ONGOING), ("r3", Outcome.AGREEMENT)], Outcome.AGREEMENT, ()),
        ([("r1", Outcome.PLANNED), ("r3", Outcome.CANCELLED)], Outcome.CANCELLED, ()),
        ([("r2", Outcome.UNKNOWN), ("r3", Outcome.NO_RESULT)], Outcome.NO_RESULT, ()),
        ([("r1", Outcome.PLANNED), ("r3", Outcome.UNKNOWN)], Outcome.UNKNOWN, ()),
        (
            [("r2", Outcome.AGREEMENT), ("r3", Outcome.NO_RESULT)],
            Outcome.NO_RESULT,
            (Outcome.NO_RESULT, Outcome.AGREEMENT),
        ),
        (
            [("r3", Outcome.AGREEMENT), ("r4", Outcome.NO_RESULT)],
            Outcome.AGREEMENT,
            (Outcome.AGREEMENT, Outcome.NO_RESULT),
        ),
        ([("r1", Outcome.PLANNED), ("r2", Outcome.POSSIBLE)], Outcome.POSSIBLE, ()),
    ],
)
def test_an_outcome_moves_on(told: list[tuple[str, Outcome]], outcome: Outcome, disputed: tuple[Outcome, ...]) -> None:
    """From announced to held to ended, by the date of reports; endings that disagree stand side by side."""
    for order in (told, told[::-1]):
        (one,) = talks(*order)
        assert (one.outcome, one.variants.outcome) == (outcome, disputed)
        assert len(one.mentions) == len(told)


def test_an_agreement_only_hoped_for_is_none() -> None:
    """Talks that could agree have not."""
    (one,) = talks(("r1", Outcome.AGREEMENT), reality=Reality.POSSIBLE)
    assert one.outcome is Outcome.POSSIBLE


@pytest.mark.parametrize("told", [Outcome.NO_RESULT, Outcome.ONGOING, Outcome.UNKNOWN])
def test_who_says_that_no_talks_were_held_denies_them(told: Outcome) -> None:
    """However late it is said: the positive form stands, and both voices on it."""
    held = proposal(talk("ardova", "belmark", outcome=told), "r2", date=DAY)
    none = proposal(
        talk("ardova", "belmark"),
        "r3",
        date=DAY,
        reality=Reality.DID_NOT_HAPPEN,
        voices=[voice("belmark", report="r3")],
    )
    (one,) = join((held, none), REPORTS, ACTORS, (ENVOY,)).talks
    assert (one.outcome, one.variants.outcome) == (told, (told, Outcome.DID_NOT_HAPPEN))
    assert [(v.who, v.stance) for v in one.voices] == [("report", Stance.ASSERTS), ("belmark", Stance.DENIES)]


def test_who_announced_talks_is_no_voice_for_their_being_held() -> None:
    """The announcement stays as a mention."""
    body = talk("ardova", "belmark", outcome=Outcome.PLANNED)
    plan = proposal(body, "r1", date=DAY, voices=[voice("orlan", report="r1")])
    held = proposal(talk("ardova", "belmark", outcome=Outcome.NO_RESULT), "r2", date=DAY)
    (one,) = join((plan, held), REPORTS, ACTORS, (ENVOY,)).talks
    assert [(v.who, v.stance) for v in one.voices] == [("report", Stance.ASSERTS)]
    assert len(one.mentions) == 2


def test_delegates_of_all_tellings_come_together() -> None:
    """Each party once, as first named, with everybody who spoke for it; agendas add up."""
    a = TalkBody(parties=(Party("ardova", ("orlan",)), Party("belmark")), agenda=("the port",))
    b = TalkBody(
        parties=(Party("belmark", ("mara",)), Party("orlan")), agenda=("the port", "prisoners"), hosts=("sel",)
    )
    (one,) = join((proposal(a, "r1", date=DAY), proposal(b, "r2", date=DAY)), REPORTS, ACTORS, (ENVOY,)).talks
    assert one.parties == (Party("ardova", ("orlan",)), Party("belmark", ("mara",)))
    assert one.agenda == ("the port", "prisoners")
    assert one.hosts == ("sel",)
