"""Whether two tellings are of one thing: what forbids it, and how much speaks for it.

Precision comes first: where nothing forbids a join but too little speaks for it, the two stay two.
"""

from __future__ import annotations

from enum import IntEnum

from parley.joining.acts import acts_differ
from parley.joining.standing import Standing
from parley.joining.telling import STATES, Footing, Telling, outcome_told
from parley.joining.words import alike
from parley.terms.bodies import Role, TalkBody
from parley.terms.enums import Form, Outcome, PlaceRole, Precision, Stance
from parley.terms.values import REPORT, Place

SLACK = 1
"""Days by which the dates of two reports may miss each other: night, time zones, date of filing."""
WINDOW = 7
"""Days between two publications within which the same words tell of the same occasion."""
STATE_WINDOW = 31
"""The same for what holds for a while."""
_FINE = frozenset({Precision.POINT, Precision.TOWN, Precision.DISTRICT})


class Fit(IntEnum):
    """How the actors of two tellings go together."""

    NONE = 0
    PART = 1
    FULL = 2


def fit(a: Telling, b: Telling, known: Standing) -> Fit:
    """How well the sides of two tellings match, up to compatible actors."""
    day = min((t.day for t in (a, b) if t.day), default=None)
    x, y = a.sides, b.sides
    if not x.all or not y.all:
        return Fit.FULL if a.proposal.form is Form.JUDGEMENT and x == y else Fit.NONE
    if known.match(x.doers, y.doers, day) and known.match(x.others, y.others, day):
        return Fit.FULL
    if x.open and _either_way(a, b, known, day):
        return Fit.FULL
    return Fit.PART if _partly(a, b, known, day) else Fit.NONE


def _either_way(a: Telling, b: Telling, known: Standing, day: str | None) -> bool:
    x, y = a.sides, b.sides
    if a.proposal.form is Form.TIE:
        return known.match(x.doers, y.others, day) and known.match(x.others, y.doers, day)
    return not (x.others and y.others) and known.match(x.all, y.all, day)


def _partly(a: Telling, b: Telling, known: Standing, day: str | None) -> bool:
    """Whether one telling leaves a side open and agrees in the rest."""
    x, y = a.sides, b.sides
    if a.proposal.form is Form.TALK or (x.open and not (x.others and y.others)):
        few, many = sorted((x.all, y.all), key=len)
        return known.within(few, many, day)
    if not x.others or not y.others:
        return bool(x.doers and y.doers) and known.match(x.doers, y.doers, day)
    return not (x.doers and y.doers) and known.match(x.others, y.others, day)


def contradict(a: Telling, b: Telling, known: Standing) -> bool:
    """Whether two tellings of one block can never be of one thing."""
    if a.act != b.act or acts_differ(a.proposal.body, b.proposal.body) or _offices_differ(a, b, known):
        return True
    same_report = a.report == b.report
    if same_report and a.proposal.head == b.proposal.head:
        return False
    if a.time and b.time and not a.time.near(b.time, 0 if same_report else SLACK):
        return True
    if same_report and (_objects_differ(a, b) or _places_differ(a, b) or _unsays(a, b)):
        return True
    return fit(a, b, known) is Fit.NONE


def evidence(a: Telling, b: Telling, known: Standing) -> int:
    """How much speaks for two tellings being one, 0 (too little) to 3."""
    if contradict(a, b, known):
        return 0
    if a.report == b.report:
        return _evidence_within(a, b, known)
    if fit(a, b, known) is not Fit.FULL:
        return 0
    if a.timeless and not (a.time and b.time):
        return _evidence_lasting(a, b)
    return _evidence_across(a, b)


def _evidence_within(a: Telling, b: Telling, known: Standing) -> int:
    if a.proposal.head == b.proposal.head:
        return 3
    dated = a.time is not None and b.time is not None
    if not (dated or _go_undated(a, b)) or not _footings_meet(a, b, dated):
        return 0
    if fit(a, b, known) is Fit.FULL:
        return 3 if dated else 2
    return 1 if a.time == b.time is not None or a.proposal.sentence == b.proposal.sentence else 0


def _evidence_across(a: Telling, b: Telling) -> int:
    if a.time and b.time and (a.proposal.form in STATES or (a.time.specific and b.time.specific)):
        if (_objects_differ(a, b) or _places_differ(a, b)) and not (a.time == b.time and a.head == b.head):
            return 0
        return 3 if _footings_meet(a, b, True) else 0
    if a.proposal.form is Form.TALK:
        return 2 if _same_round(a.proposal.body, b.proposal.body) and _footings_meet(a, b, True) else 0
    if not _footings_meet(a, b, False) or _objects_differ(a, b) or _places_differ(a, b):
        return 0
    if a.proposal.form is Form.JUDGEMENT and (a.act[2] or a.act[3]):
        return 2
    return 1 if _told_together(a, b) else 0


def _evidence_lasting(a: Telling, b: Telling) -> int:
    """What lasts is of one time however far apart it is told; who denies it speaks of it as it stands then."""
    if a.footing is b.footing:
        return 2
    return 1 if {a.footing, b.footing} == {Footing.REAL, Footing.OFF} and _apart(a, b) <= STATE_WINDOW else 0


def _apart(a: Telling, b: Telling) -> float:
    """Days between two publications; without end where one is unknown."""
    if a.published is None or b.published is None:
        return float("inf")
    return abs(a.published - b.published)


def _told_together(a: Telling, b: Telling) -> bool:
    """Whether two reports came out close enough, in words close enough, to tell of one occasion."""
    if a.proposal.form is Form.TIE:
        return _apart(a, b) <= STATE_WINDOW
    return _apart(a, b) <= WINDOW and (a.head == b.head or alike(a.words, b.words))


def _footings_meet(a: Telling, b: Telling, dated: bool) -> bool:
    """Whether one may have become, or deny, the other; what is to come is what came only on a known date."""
    pair = {a.footing, b.footing}
    if Footing.OPEN in pair:
        return len(pair) == 1
    if a.proposal.form is Form.TALK and pair == {Footing.COMING, Footing.OFF}:
        return True
    if pair == {Footing.COMING, Footing.OFF}:
        return False
    if pair == {Footing.COMING}:
        return dated or a.proposal.form is Form.TALK or a.proposal.reality is b.proposal.reality
    return len(pair) == 1 or dated or (Footing.COMING not in pair and a.proposal.form is not Form.TALK)


def _go_undated(a: Telling, b: Telling) -> bool:
    """Whether two tellings of one report can be one though a date is missing; talks must agree how it ended."""
    x, y = a.proposal.body, b.proposal.body
    if not isinstance(x, TalkBody) or not isinstance(y, TalkBody):
        return True
    ends = {outcome_told(x, a.proposal.reality), outcome_told(y, b.proposal.reality)}
    return len(ends) == 1 or Outcome.UNKNOWN in ends or a.footing is not Footing.REAL or b.footing is not Footing.REAL


def _unsays(a: Telling, b: Telling) -> bool:
    """Whether the report's own voice says both: then it tells of two things, for it does not deny itself."""
    return {a.footing, b.footing} == {Footing.REAL, Footing.OFF} and _own(a) and _own(b)


def _own(t: Telling) -> bool:
    return any(v.who == REPORT and v.stance is Stance.ASSERTS for v in t.proposal.voices)


def _objects_differ(a: Telling, b: Telling) -> bool:
    return bool(a.object and b.object) and not a.object & b.object


def _offices_differ(a: Telling, b: Telling, known: Standing) -> bool:
    x, y = a.proposal.body, b.proposal.body
    if not isinstance(x, Role) or not isinstance(y, Role) or not x.of or not y.of:
        return False
    return not known.one(x.of, y.of, None)


def _same_round(a: object, b: object) -> bool:
    """Whether two talks are the same numbered round of one process."""
    if not isinstance(a, TalkBody) or not isinstance(b, TalkBody):
        return False
    return None not in (a.round, a.process) and (a.round, a.process) == (b.round, b.process)


def _places_differ(a: Telling, b: Telling) -> bool:
    """Whether both are told to be at places that cannot hold each other."""
    at = [[p for p in _places(t) if p.role is PlaceRole.AT] for t in (a, b)]
    return bool(at[0] and at[1]) and all(_elsewhere(p, q) for p in at[0] for q in at[1])


def _places(t: Telling) -> tuple[Place, ...]:
    body = t.proposal.body
    return (*t.proposal.places, *((body.place,) if isinstance(body, TalkBody) and body.place else ()))


def _elsewhere(p: Place, q: Place) -> bool:
    if p.name == q.name or (p.geonames is not None and p.geonames == q.geonames):
        return False
    if p.countries and q.countries and not set(p.countries) & set(q.countries):
        return True
    return (p.precision in _FINE and p.precision == q.precision) or (
        p.precision == q.precision and p.precision in (Precision.PROVINCE, Precision.COUNTRY)
    )
