"""What forbids that two tellings are of one thing; `evidence` weighs what speaks for it."""

from __future__ import annotations

from enum import IntEnum
from math import asin, cos, radians, sin, sqrt

from parley.joining.acts import acts_differ
from parley.joining.standing import Standing
from parley.joining.telling import Footing, Telling
from parley.terms.bodies import Role, TalkBody
from parley.terms.enums import Form, PlaceRole, Precision, Stance
from parley.terms.values import REPORT, Place

SLACK = 1
"""Days by which the dates of two reports may miss each other: night, time zones, date of filing."""
WINDOW = 7
"""Days between two publications within which the same words tell of the same occasion."""
STATE_WINDOW = 31
"""The same for what holds for a while."""
_FINE = frozenset({Precision.POINT, Precision.TOWN, Precision.DISTRICT})
_PEERS = _FINE | {Precision.PROVINCE, Precision.COUNTRY}
"""Sizes of which two places of different names never hold each other."""
FAR_KM = 60.0
"""Kilometres from a town beyond which a district does not hold it."""
EARTH_KM = 6371.0


class Fit(IntEnum):
    """How the actors of two tellings go together."""

    NONE = 0
    PART = 1
    FULL = 2


def fit(a: Telling, b: Telling, known: Standing) -> Fit:
    """How well the sides of two tellings match, up to compatible actors."""
    x, y = a.sides, b.sides
    if not x.all or not y.all:
        return Fit.FULL if a.proposal.form is Form.JUDGEMENT and x == y else Fit.NONE
    if x.doers == y.doers and x.others == y.others:
        return Fit.FULL  # whoever stands for whom: each is compatible with itself
    day = min((t.day for t in (a, b) if t.day), default=None)
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
    return (contradict_within if a.report == b.report else contradict_across)(a, b, known)


def contradict_within(a: Telling, b: Telling, known: Standing) -> bool:
    """The same for two tellings of one report, which does not mistake its own dates or deny itself."""
    if _acts_apart(a, b, known):
        return True
    if a.proposal.head == b.proposal.head:
        return False
    if a.time and b.time and not a.time.near(b.time):
        return True
    if objects_differ(a, b) or places_differ(a, b) or _unsays(a, b):
        return True
    return fit(a, b, known) is Fit.NONE


def contradict_across(a: Telling, b: Telling, known: Standing, least: Fit = Fit.NONE) -> bool:
    """The same for two tellings as of two reports; with actors that fit no better than `least`, they never can be.

    Two rows of a table that has one for each event never are.
    """
    if a.table is not None and a.table == b.table:
        return True
    if _acts_apart(a, b, known) or (a.time and b.time and not a.time.near(b.time, SLACK)):
        return True
    if a.proposal.form is Form.EVENT and (_long_between(a, b) or _too_early(a, b) or _too_early(b, a)):
        return True
    return fit(a, b, known) <= least


def days_between(a: Telling, b: Telling) -> float:
    """Days between two publications; without end where one is unknown."""
    if a.published is None or b.published is None:
        return float("inf")
    return abs(a.published - b.published)


def _acts_apart(a: Telling, b: Telling, known: Standing) -> bool:
    return a.act != b.act or acts_differ(a.proposal.body, b.proposal.body) or _offices_differ(a, b, known)


def _long_between(a: Telling, b: Telling) -> bool:
    """Whether two undated occurrences were printed too far apart: no chain of reports between makes them one."""
    return a.time is None and b.time is None and days_between(a, b) > WINDOW


def _too_early(a: Telling, b: Telling) -> bool:
    """Whether one tells, without a date, of what was done before the day came on which the other has it done."""
    if a.time or not b.time or a.published is None:
        return False
    return a.footing is b.footing is Footing.REAL and a.published + SLACK < b.time.start


def _unsays(a: Telling, b: Telling) -> bool:
    """Whether the report's own voice says both: then it tells of two things, for it does not deny itself."""
    return {a.footing, b.footing} == {Footing.REAL, Footing.OFF} and _own(a) and _own(b)


def _own(t: Telling) -> bool:
    return any(v.who == REPORT and v.stance is Stance.ASSERTS for v in t.proposal.voices)


def objects_differ(a: Telling, b: Telling) -> bool:
    """Whether both name what the act is about, in words that share nothing."""
    return bool(a.object and b.object) and not a.object & b.object


def _offices_differ(a: Telling, b: Telling, known: Standing) -> bool:
    x, y = a.proposal.body, b.proposal.body
    if not isinstance(x, Role) or not isinstance(y, Role) or not x.of or not y.of:
        return False
    return not known.one(x.of, y.of, None)


def places_differ(a: Telling, b: Telling) -> bool:
    """Whether both are told to be at places that cannot hold each other."""
    at = [[p for p in places_of(t) if p.role is PlaceRole.AT] for t in (a, b)]
    return bool(at[0] and at[1]) and all(_elsewhere(p, q) for p in at[0] for q in at[1])


def places_of(t: Telling) -> tuple[Place, ...]:
    """All places of a telling, a talk's own among them."""
    body = t.proposal.body
    return (*t.proposal.places, *((body.place,) if isinstance(body, TalkBody) and body.place else ()))


def _elsewhere(p: Place, q: Place) -> bool:
    """Whether neither of two places can lie within the other: other countries, equals of another name, or far apart."""
    if p.name == q.name or (p.geonames is not None and p.geonames == q.geonames):
        return False
    if p.countries and q.countries and not set(p.countries) & set(q.countries):
        return True
    if p.precision == q.precision and p.precision in _PEERS:
        return True
    return p.precision in _FINE and q.precision in _FINE and _km_between(p, q) > FAR_KM


def _km_between(p: Place, q: Place) -> float:
    """Kilometres between two places on a sphere; 0 where the coordinates of one are unknown."""
    if p.latitude is None or p.longitude is None or q.latitude is None or q.longitude is None:
        return 0.0
    x, y = radians(p.latitude), radians(q.latitude)
    half = sin((y - x) / 2) ** 2 + cos(x) * cos(y) * sin(radians(q.longitude - p.longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
