"""Judging what waits: a decision made on what a person has seen, refused where another was made meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parley.desk.amiss import AmissError
from parley.desk.decisions import decide
from parley.desk.records import plainly
from parley.desk.typed import emptied, value_from
from parley.joining.correcting import corrected
from parley.record import Record
from parley.terms.enums import Action
from parley.terms.log import Decision
from parley.terms.statement import Statement, Talk
from parley.terms.wire import WireError

SIMPLE = frozenset({Action.ACCEPT, Action.REJECT, Action.UNSURE})


class OvertakenError(AmissError):
    """Somebody decided on the same thing since it was looked at. `decision` is theirs; nothing of it is lost."""

    def __init__(self, decision: Decision) -> None:
        what = f"{decision.by} decided on this meanwhile: {decision.action}" + (
            f" {decision.field}" if decision.field else ""
        )
        super().__init__(what, "Look at it again; if you still want yours, decide once more.")
        self.decision = decision


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing as a person saw it: its id, and the number of the last decision on it, 0 where there was none."""

    id: str
    seq: int


def judge(record: Record, action: Action, on: Seen, by: str, why: str | None = None) -> Decision:
    """Accept, reject or be unsure. Raises OvertakenError, or AmissError where it cannot be decided so."""
    if action not in SIMPLE:
        raise AmissError(f"{action} is no such judgement", "Accept, reject, or be unsure.")
    _fresh(record, on)
    return decide(record, action, on.id, (), by, why)


def correct(
    record: Record, on: Seen, fields: Mapping[str, str], by: str, why: str | None = None
) -> tuple[Decision, ...]:
    """Correct some fields as they are typed: all of them, or none where one is amiss. Raises as `judge`."""
    _fresh(record, on)
    with plainly():
        held = record.find(on.id)
        if held is None:
            raise AmissError(f"the record holds no statement or talk {on.id!r}", "Its report may be withdrawn.")
        for field, typed in fields.items():
            try:
                _tried(held, field, value_from(record, on.id, field, typed or emptied(field)))
            except WireError as e:
                raise AmissError(f"{field}: {e}", "Write it as the field's hint says.") from e
    return tuple(
        decide(record, Action.CORRECT, on.id, [f, typed or emptied(f)], by, why) for f, typed in fields.items()
    )


def undo(record: Record, seqs: Sequence[int], by: str) -> tuple[Decision, ...]:
    """Take decisions back, the last first."""
    return tuple(decide(record, Action.UNDO, str(seq), (), by) for seq in sorted(seqs, reverse=True))


def since(record: Record, seq: int) -> tuple[Decision, ...]:
    """The decisions after a number, blind codings left out."""
    with plainly():
        return tuple(d for d in record.decisions() if d.seq > seq and d.coder is None)


def _tried(held: Statement | Talk, field: str, new: object) -> None:
    """See whether a correction fits. Raises WireError."""
    if isinstance(held, Talk):
        corrected(held, field, new)
    else:
        corrected(held, field, new)


def _fresh(record: Record, on: Seen) -> None:
    with plainly():
        last = record.last_decision(on.id)
        if last > on.seq:
            raise OvertakenError(next(d for d in record.decisions() if d.seq == last))
