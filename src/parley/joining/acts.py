"""What makes two bodies tell of the same act, and whose doing it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.joining.words import alike, content_words, fold
from parley.terms.bodies import About, Body, Event, Judgement, Position, Role, TalkBody, Tie
from parley.terms.enums import Relation, Root
from parley.terms.plover import RECIPROCAL

MUTUAL = frozenset({Relation.ALLIED, Relation.KIN, Relation.RIVAL, Relation.AFFINITY})
"""Relations that hold both ways."""
LASTING = frozenset({Relation.MEMBER_OF, Relation.PART_OF, Relation.GOVERNS, Relation.KIN, Relation.AFFINITY})
"""Relations that seldom change: undated tellings of them are of one time however far apart."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose act it is, and towards whom; `open` where either may stand on either side."""

    doers: tuple[str, ...]
    others: tuple[str, ...] = ()
    open: bool = False
    all: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Both sides together, each actor once; worked out once, for every comparison asks."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "all", tuple(dict.fromkeys(self.doers + self.others)))


def sides_of(body: Body) -> Sides:
    """The actors by which two tellings are compared."""
    match body:
        case Event():
            return Sides(_once(body.actors), _once(body.recipients), body.type in RECIPROCAL)
        case Tie():
            return Sides(_once(body.from_), _once(body.to), body.relation in MUTUAL)
        case Position():
            return Sides((body.actor,))
        case Role():
            return Sides((body.person,))
        case Judgement():
            return Sides(_once(body.gainers), _once(body.losers))
        case TalkBody():
            return Sides(_once(tuple(p.actor for p in body.parties)), (), True)


def act_of(body: Body) -> tuple[str, ...]:
    """What two tellings of one thing must have in common to the letter; a block's first key."""
    match body:
        case Event():
            return (body.FORM, body.type, (body.mode or "") if body.type is Root.OTHER else "")
        case Tie():
            return (body.FORM, body.relation, str(body.sign))
        case Position():
            return (body.FORM, body.stance)
        case Role():
            return (body.FORM, body.person, " ".join(sorted(content_words(body.office))), body.tenure)
        case Judgement():
            return (body.FORM, body.verdict, body.about.talk or "", body.about.statement or "")
        case TalkBody():
            return (body.FORM,)


def acts_differ(a: Body, b: Body) -> bool:
    """Whether two bodies of the same `act_of` still cannot tell of one act."""
    match a, b:
        case Event(), Event():
            return _differ(a.mode, b.mode)
        case Position(), Position():
            return _issues_differ(a, b)
        case Role(), Role():
            return _differ(a.to, b.to)
        case Judgement(), Judgement():
            return not _same_about(a.about, b.about)
        case TalkBody(), TalkBody():
            apart = a.mediators and b.mediators and not set(a.mediators) & set(b.mediators)
            return bool(apart) or _differ(a.round, b.round) or _differ(a.process, b.process)
    return False


def marks_of(body: Body) -> tuple[object, ...]:
    """All that `acts_differ` looks at: bodies of equal marks never differ by it."""
    match body:
        case Event():
            return (body.mode,)
        case Position():
            return body.issue_id, fold(body.issue)
        case Role():
            return body.to, body.of
        case Judgement():
            return (body.about,)
        case TalkBody():
            return body.round, body.process, body.mediators
    return ()


def _once(actors: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(actors))


def _differ(a: object, b: object) -> bool:
    return a is not None and b is not None and a != b


def _issues_differ(a: Position, b: Position) -> bool:
    if a.issue_id and b.issue_id:
        return a.issue_id != b.issue_id
    return fold(a.issue) != fold(b.issue)


def _same_about(a: About, b: About) -> bool:
    if a.talk or a.statement:
        return True  # equal already by `act_of`
    return alike(content_words(a.text or ""), content_words(b.text or ""))
