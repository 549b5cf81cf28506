"""What is new between two states of a record."""

from dataclasses import replace

import pytest
from tests.joining.builder import ACTORS, attack, on, proposal, report, talk, voice

from parley.analysis.changes import New, changes
from parley.joining import join
from parley.terms.enums import Outcome, Reality, Stance
from parley.terms.slice import Slice
from parley.terms.statement import Proposal

DAY = on("2031-03-04")
REPORTS = (report("r0", "2031-03-01"), report("r1"), report("r2", "2031-03-06"))


def state(*told: Proposal) -> Slice:
    """What proposals make."""
    made = join(told, REPORTS, ACTORS, ())
    return Slice(reports=REPORTS, proposals=told, statements=made.statements, talks=made.talks)


DONE = proposal(attack(), "r1", date=DAY)
DENIED = proposal(attack(), "r2", date=DAY, voices=[voice("reed-front", Stance.DENIES, report="r2")])
ONLY_DENIED = replace(proposal(attack(), "r1", date=DAY), voices=(voice("reed-front", Stance.DENIES),))
PLANNED = proposal(talk("ardova", "belmark", outcome=Outcome.PLANNED), "r0", 24, date=DAY)
HELD = proposal(talk("ardova", "belmark", outcome=Outcome.AGREEMENT), "r2", 24, date=DAY)
CLAIMED = proposal(attack(), "r1", date=DAY, voices=[voice("belmark")])
EARLIER = proposal(attack(), "r0", date=DAY)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ([], [PLANNED], [(New.TALK, None, "planned")]),
        ([PLANNED], [PLANNED, HELD], [(New.OUTCOME, "planned", "agreement")]),
        ([DONE], [DONE, DENIED], [(New.CONTESTED, "reported", "contested")]),
        ([], [ONLY_DENIED], [(New.DENIED, None, "denied")]),
        ([CLAIMED], [CLAIMED, replace(DONE, id="p-2", report="r2", voices=(voice(report="r2"),))],
         [(New.FACT, "claimed", "reported")]),
        ([DONE], [CLAIMED], [(New.NO_FACT, "reported", "claimed")]),
        ([DONE], [replace(DONE, reality=Reality.POSSIBLE)], [(New.REALITY, "happened", "possible")]),
        ([], [DONE], [(New.STATEMENT, None, "reported")]),
        ([DONE], [], [(New.GONE, "reported", None)]),
        ([DONE], [DONE, EARLIER], []),
        ([DONE, PLANNED], [DONE, PLANNED], []),
    ],
)  # fmt: skip
def test_each_kind_of_news(old: list[Proposal], new: list[Proposal], told: list[tuple[object, ...]]) -> None:
    """One line a change; what an earlier report took over under another id is nothing new."""
    assert [(c.new, c.before, c.after) for c in changes(state(*old), state(*new))] == told
