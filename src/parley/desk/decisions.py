"""Decisions: what a person types made into an entry of the log, and the log as a table."""

from __future__ import annotations

import getpass
import os
from collections.abc import Iterable, Sequence
from typing import Any

from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.typed import plain, proposal_from, value_from
from parley.joining.log import INFORMATION, SOURCE
from parley.record import Entry, Orphan, Record
from parley.terms.enums import Action
from parley.terms.log import Decision

NAME = "PARLEY_NAME"
"""The environment's variable that names who decides."""
COLUMNS = ("seq", "at", "by", "action", "target", "field", "old", "new", "why", "stands")
NARROW = ("seq", "by", "action", "field", "new", "stands")
ORPHANS = ("seq", "by", "action", "target", "field", "new", "what_became_of_it")
_NEEDS = {
    Action.CORRECT: "parley decide correct ID FIELD VALUE",
    Action.MERGE: "parley decide merge ID OTHER…",
    Action.SPLIT: "parley decide split ID MENTION…",
    Action.RATE: "parley decide rate REPORT A   (or: rate ID 2)",
    Action.ADD: 'parley decide add REPORT "THE WORDS" form=event type=ASSAULT actors=ID recipients=ID',
}


def who_decides(given: str | None) -> str:
    """Who decides: the name given, else the environment's PARLEY_NAME, else the one logged in."""
    try:
        return given or os.environ.get(NAME) or getpass.getuser()
    except (OSError, KeyError) as e:
        raise AmissError("who decides is not known", f"Say so: --by NAME, or set {NAME}") from e


def decide(
    record: Record,
    action: Action,
    target: str,
    values: Sequence[str],
    by: str,
    why: str | None = None,
    coder: str | None = None,
    round: int | None = None,  # noqa: A002 - the contract's own word
) -> Decision:
    """Decide as a person types it. Raises AmissError where a value is missing, or it cannot be decided so.

    With `coder` it is a blind coding: nothing is changed by it.
    """
    own: dict[str, Any] = {"why": why, "coder": coder, "round": round}
    if action in _NEEDS and not values:
        raise AmissError(f"{action} needs more than {target!r}", f"Type: {_NEEDS[action]}")
    with plainly():
        match action:
            case Action.CORRECT:
                field, new = _correction(record, target, values)
                return record.decide(action, target, by, field=field, new=new, **own)
            case Action.MERGE | Action.SPLIT:
                return record.decide(action, target, by, new=list(values), **own)
            case Action.RATE:
                rating: object = int(values[0]) if values[0].isdigit() else values[0].upper()
                field = INFORMATION if isinstance(rating, int) else SOURCE
                return record.decide(action, target, by, field=field, new=rating, **own)
            case Action.ADD:
                made = proposal_from(record, target, values, by)
                return record.decide(action, made["id"], by, new=made, **own)
            case Action.UNDO:
                return record.decide(action, target, by, undoes=_number(target), **own)
        return record.decide(action, target, by, **own)


def _number(typed: str) -> int:
    if not typed.isdigit():
        raise AmissError(f"{typed!r} is no number of a decision", "See `parley history` for their numbers.")
    return int(typed)


def _correction(record: Record, target: str, values: Sequence[str]) -> tuple[str, object]:
    if len(values) < 2:
        raise AmissError(f"to what {values[0]!r} is to be corrected is missing", f"Type: {_NEEDS[Action.CORRECT]}")
    return values[0], value_from(record, target, values[0], " ".join(values[1:]))


def history(record: Record, wanted: str | None) -> Table:
    """What was decided on one thing, or on all, in the order of the log."""
    with plainly():
        return Table("Decisions", COLUMNS, tuple(map(_row, record.history(wanted))), NARROW)


def orphans(record: Record) -> Table:
    """The decisions that have lost what they were about."""
    with plainly():
        return Table("Decisions that rest on nothing", ORPHANS, tuple(map(_orphan, record.orphans())), ORPHANS)


def loudly(found: Iterable[Orphan]) -> list[str]:
    """Orphaned decisions as lines for whoever watches."""
    return [f"decision {o.decision.seq} ({_short(o.decision)}): {o.why}" for o in found]


def _short(d: Decision) -> str:
    return " ".join(x for x in (d.action.value, d.target, d.field) if x)


def _row(e: Entry) -> tuple[str | int | None, ...]:
    d = e.decision
    what = f"undoes {d.undoes}" if d.undoes is not None else plain(d.new)
    stands = "yes" if e.stands else "undone"
    return d.seq, d.at, d.by, d.action.value, d.target, d.field, plain(d.old), what, d.why, stands


def _orphan(o: Orphan) -> tuple[str | int | None, ...]:
    d = o.decision
    return d.seq, d.by, d.action.value, d.target, d.field, plain(d.new), o.why
