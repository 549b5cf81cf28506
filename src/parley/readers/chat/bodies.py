"""The body of a proposal from an item of an answer, form by form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from parley.readers.chat.fields import Dropped, DroppedError, Item
from parley.terms.bodies import About, Body, Event, Judgement, Party, Position, Role, TalkBody, Tie
from parley.terms.enums import (
    ActorType,
    Form,
    Intensity,
    Level,
    Outcome,
    PositionStance,
    Reality,
    Relation,
    Root,
    TalkFormat,
    Tenure,
    Verdict,
)
from parley.terms.facts import status_of
from parley.terms.plover import MODES, plover_of
from parley.terms.values import Object, Place, Voice


def body_of(form: Form, item: Item, head: str, place: Place | None) -> Body:
    """The body of a form. Raises DroppedError where the item does not make one."""
    if form is Form.TALK:
        return _talk(item, place)
    if form is Form.EVENT:
        return _event(item, head)
    return _OTHERS[form](item)


def coded(body: Body, reality: Reality, voices: tuple[Voice, ...]) -> Body:
    """The body; an event with PLOVER's code for it, which follows from whether it is so and who says so."""
    if not isinstance(body, Event):
        return body
    return replace(body, plover=plover_of(body.type, body.mode, reality, status_of(voices)))


def _event(item: Item, head: str) -> Event:
    type_ = item.choice("type", Root)
    mode = item.string("mode")
    if type_ is Root.OTHER:
        mode = head.lower()  # an act without a code is told by its predicate
    elif mode not in MODES.get(type_, {}):
        mode = None
    what = item.words("object")
    actors, recipients = item.actors("actors"), item.actors("recipients")
    if not actors and not recipients:
        raise DroppedError(Dropped.EMPTY)
    return Event(type_, mode, None, actors, recipients, Object(what) if what else None)


def _tie(item: Item) -> Tie:
    from_, to = item.actors("from"), item.actors("to")
    sign = item.fields.get("sign")
    if not from_ or not to:
        raise DroppedError(Dropped.EMPTY)
    if isinstance(sign, bool) or sign not in (-1, 0, 1):
        raise DroppedError(Dropped.WORD)
    return Tie(from_, to, item.choice("relation", Relation), int(sign))


def _position(item: Item) -> Position:
    return Position(
        actor=item.actor("actor"),
        issue=item.needed_words("issue"),
        issue_id=None,
        stance=item.choice("stance", PositionStance),
        intensity=item.choice_or_none("intensity", Intensity),
        condition=item.words("condition"),
    )


def _role(item: Item) -> Role:
    of = item.string("of")
    return Role(
        person=item.actor("person", ActorType.PERSON),
        office=item.needed_words("office"),
        of=item.who(of)[0] if of else None,
        tenure=item.choice("tenure", Tenure),
    )


def _judgement(item: Item) -> Judgement:
    about = item.needed_words("about")
    return Judgement(About(text=about), item.choice("verdict", Verdict), item.actors("gainers"), item.actors("losers"))


def _talk(item: Item, place: Place | None) -> TalkBody:
    parties = item.actors("parties")
    if not parties:
        raise DroppedError(Dropped.EMPTY)
    return TalkBody(
        parties=tuple(map(Party, parties)),
        mediators=item.actors("mediators"),
        hosts=item.actors("hosts"),
        place=place,
        level=item.choice_or_none("level", Level),
        format=item.choice_or_none("format", TalkFormat),
        agenda=item.all_words("agenda"),
        outcome=item.choice("outcome", Outcome),
    )


_OTHERS: Mapping[Form, Callable[[Item], Body]] = {
    Form.TIE: _tie,
    Form.POSITION: _position,
    Form.ROLE: _role,
    Form.JUDGEMENT: _judgement,
}
