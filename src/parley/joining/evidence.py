"""How much speaks for two tellings being of one thing.

Precision comes first: where nothing forbids a join but too little speaks for it, the two stay two.
"""

from __future__ import annotations

from parley.joining.pairs import (
    STATE_WINDOW,
    WINDOW,
    Fit,
    contradict_across,
    contradict_within,
    days_between,
    fit,
    objects_differ,
    places_differ,
)
from parley.joining.standing import Standing
from parley.joining.telling import STATES, Footing, Telling, outcome_told
from parley.joining.words import alike
from parley.terms.bodies import TalkBody
from parley.terms.enums import Form, Outcome


def evidence(a: Telling, b: Telling, known: Standing) -> int:
    """How much speaks for two tellings being one, 0 (too little) to 3."""
    return (evidence_within if a.report == b.report else evidence_across)(a, b, known)


def evidence_within(a: Telling, b: Telling, known: Standing) -> int:
    """The same for two tellings of one report."""
    if contradict_within(a, b, known):
        return 0
    if a.proposal.head == b.proposal.head:
        return 3
    dated = a.time is not None and b.time is not None
    if not (dated or _go_undated(a, b)) or not _footings_meet(a, b, dated, _begin_together(a, b)):
        return 0
    if fit(a, b, known) is Fit.FULL:
        return 3 if dated else 2
    if a.proposal.form is Form.TALK:
        return 0  # who met one side and who met both, in one report, are two meetings
    if _only_doer_shared(a, b):
        return 0
    return 1 if a.time == b.time is not None or a.proposal.sentence == b.proposal.sentence else 0


def _only_doer_shared(a: Telling, b: Telling) -> bool:
    """As in "dismissed the deal and would not talk to generals": one tells of what, the other towards whom."""
    if a.proposal.form is not Form.EVENT or bool(a.sides.others) == bool(b.sides.others):
        return False
    aimed, open_ = (a, b) if a.sides.others else (b, a)
    return bool(open_.object) and not aimed.object and a.head != b.head


def evidence_across(a: Telling, b: Telling, known: Standing) -> int:
    """The same for two tellings as of two reports."""
    if contradict_across(a, b, known, least=Fit.PART):  # those of which one leaves a side out are not joined
        return 0
    if a.timeless and not (a.time and b.time):
        return _evidence_lasting(a, b)
    return _evidence_occurring(a, b)


def _evidence_occurring(a: Telling, b: Telling) -> int:
    if a.time and b.time and (a.proposal.form in STATES or (a.time.specific and b.time.specific)):
        if (objects_differ(a, b) or places_differ(a, b)) and not (a.time == b.time and a.head == b.head):
            return 0
        return 3 if _footings_meet(a, b, True, _came_about(a, b)) else 0
    if a.proposal.form is Form.TALK:
        return 2 if _same_round(a.proposal.body, b.proposal.body) and _footings_meet(a, b, True, True) else 0
    if not _footings_meet(a, b, False, False) or objects_differ(a, b) or places_differ(a, b):
        return 0
    if a.proposal.form is Form.JUDGEMENT and (a.act[2] or a.act[3]):
        return 2
    return 1 if _told_together(a, b) else 0


def _evidence_lasting(a: Telling, b: Telling) -> int:
    """What lasts is of one time however far apart it is told; who denies it speaks of it as it stands then."""
    if a.footing is b.footing:
        return 2
    return 1 if {a.footing, b.footing} == {Footing.REAL, Footing.OFF} and days_between(a, b) <= STATE_WINDOW else 0


def _told_together(a: Telling, b: Telling) -> bool:
    """Whether two reports came out close enough, in words close enough, to tell of one occasion."""
    if a.proposal.form is Form.TIE:
        return days_between(a, b) <= STATE_WINDOW
    if not (_fresh(a, b) and _fresh(b, a)):
        return False
    return days_between(a, b) <= WINDOW and (a.head == b.head or alike(a.words, b.words))


def _fresh(a: Telling, b: Telling) -> bool:
    """Whether a telling without a date is late news of the other's dated act, not of one long ago."""
    if a.time or not b.time or a.published is None or a.proposal.form in STATES:
        return True
    return b.time.end + WINDOW >= a.published


def _footings_meet(a: Telling, b: Telling, dated: bool, came: bool) -> bool:
    """Whether one may be, deny or have become the other; `came` says whether what was to come may be what came."""
    pair, talks = {a.footing, b.footing}, a.proposal.form is Form.TALK
    if pair == {Footing.COMING}:
        return dated or talks or a.proposal.reality is b.proposal.reality
    if len(pair) == 1:
        return True
    if pair == {Footing.REAL, Footing.OFF}:
        return dated or not talks
    return talks if pair == {Footing.COMING, Footing.OFF} else came and Footing.OPEN not in pair


def _came_about(a: Telling, b: Telling) -> bool:
    """Whether an act of which another report tells may be the one that was announced, and was so beforehand."""
    plan, act = (a, b) if a.footing is Footing.COMING else (b, a)
    if not (plan.time and act.time and plan.time.specific and act.time.specific):
        return False
    return plan.time.near(act.time) and (plan.published is None or plan.published <= act.time.end)


def _begin_together(a: Telling, b: Telling) -> bool:
    """Whether a report's plan and act are of one day: "again this week" is not the meeting that it tells of."""
    return bool(a.time and b.time and a.time.specific and b.time.specific and a.time.start == b.time.start)


def _go_undated(a: Telling, b: Telling) -> bool:
    """Whether two tellings of one report can be one though a date is missing; talks must agree how it ended."""
    x, y = a.proposal.body, b.proposal.body
    if not isinstance(x, TalkBody) or not isinstance(y, TalkBody):
        return True
    ends = {outcome_told(x, a.proposal.reality), outcome_told(y, b.proposal.reality)}
    return len(ends) == 1 or Outcome.UNKNOWN in ends or a.footing is not Footing.REAL or b.footing is not Footing.REAL


def _same_round(a: object, b: object) -> bool:
    """Whether two talks are the same numbered round of one process."""
    if not isinstance(a, TalkBody) or not isinstance(b, TalkBody):
        return False
    return None not in (a.round, a.process) and (a.round, a.process) == (b.round, b.process)
