"""What waits for a person's eye, the most doubtful and most consequential first, worked out by the database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, literal_column, select
from sqlalchemy.dialects.sqlite import dialect

from parley.record.asking import EVERYTHING, conditions
from parley.record.tables import HELD
from parley.terms.enums import DecisionState, Form, Reality, Root, Status
from parley.terms.slice import Filter

DOUBT: Mapping[str, int] = MappingProxyType(
    {Status.CONTESTED: 5, Status.DENIED: 4, Status.ALLEGED: 4, Status.CLAIMED: 3, Status.ADMITTED: 2}
)
"""How doubtful a status leaves a thing; `reported` leaves it 0."""
UNSURE: Mapping[str, int] = MappingProxyType({Reality.UNKNOWN: 2, Reality.DID_NOT_HAPPEN: 1, Reality.POSSIBLE: 1})
"""What a reality adds to the doubt: what is told as not done or only possible is misread most easily. Talks have
outcomes instead, which add nothing."""
WEIGHT: Mapping[str, int] = MappingProxyType(
    {Form.TALK: 3, Form.EVENT: 1, Form.POSITION: 2, Form.TIE: 2, Form.JUDGEMENT: 1, Form.ROLE: 0}
)
"""How much hangs on a form: talks carry the record, offices change little."""
GRAVE = frozenset(
    {Root.ASSAULT, Root.COERCE, Root.AGREE, Root.CONCEDE, Root.MOBILIZE, Root.RETREAT, Root.REJECT, Root.THREATEN}
)
"""Acts after which talks go otherwise."""
OF_GRAVE, OF_ONCE = 3, 1
"""What a grave act and a single telling add."""
OF_APART = 20
"""What it adds that two readers of one report differ: more than all else together, so that it stands in front."""


class Waiting(StrEnum):
    """Which part of the queue: what nobody decided on, what somebody was unsure of, or what is decided."""

    OPEN = "open"
    UNSURE = "unsure"
    DECIDED = "decided"


def queue(connection: Connection, which: Waiting, asked: Filter, many: int, after: int = 0) -> list[int]:
    """The numbers of so many that wait, after so many others; what is equally pressing stands in the order of days."""
    first: ColumnElement[int] = literal_column(index_expression())
    found: Select[Any] = select(HELD.c.n).where(*_meant(which, asked)).order_by(first.desc(), HELD.c.day, HELD.c.n)
    return list(connection.execute(found.limit(many).offset(after)).scalars())


def waiting(connection: Connection, which: Waiting, asked: Filter = EVERYTHING) -> int:
    """How many wait."""
    return int(connection.execute(select(func.count()).select_from(HELD).where(*_meant(which, asked))).scalar_one())


def pressing(form: Form, kind: str, reality: Reality, status: Status, told: int, apart: bool = False) -> int:
    """The same figure for one thing, so that a page can say why it stands where it stands."""
    grave = OF_GRAVE if form is Form.EVENT and kind in GRAVE else 0
    once = OF_ONCE if told == 1 else 0
    unsure = UNSURE.get(reality, 0) if form is not Form.TALK else 0
    return DOUBT.get(status, 0) + unsure + WEIGHT[form] + grave + once + (OF_APART if apart else 0)


def index_expression() -> str:
    """The figure as the migration that indexes it spells it: an index serves only what is written like it."""
    sql = str(_pressing().compile(dialect=dialect(), compile_kwargs={"literal_binds": True}))
    return " ".join(sql.replace("held.", "").split())


def _pressing() -> ColumnElement[int]:
    acts = HELD.c.type.in_(sorted(g.value for g in GRAVE))
    grave = case(((HELD.c.form == Form.EVENT.value) & acts, OF_GRAVE), else_=0)
    once = case((HELD.c.told == 1, OF_ONCE), else_=0)
    unsure = case((HELD.c.form != Form.TALK.value, _by(HELD.c.reality, UNSURE)), else_=0)
    apart = case((HELD.c.apart == 1, OF_APART), else_=0)
    parts = (_by(HELD.c.status, DOUBT), unsure, _by(HELD.c.form, WEIGHT), grave, once, apart)
    total: ColumnElement[int] = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def _by(column: ColumnElement[str], table: Mapping[str, int]) -> ColumnElement[int]:
    return case({str(k): v for k, v in table.items()}, value=column, else_=0)


def _meant(which: Waiting, asked: Filter) -> Iterator[ColumnElement[bool]]:
    if which is Waiting.OPEN:
        yield HELD.c.decision.is_(None)
    elif which is Waiting.UNSURE:
        yield HELD.c.decision == DecisionState.UNSURE.value
    else:
        yield HELD.c.decision.is_not(None)
    yield from conditions(asked)
