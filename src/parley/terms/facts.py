"""What is a fact: the one place that decides it (record.md, "Statement: common fields")."""

from __future__ import annotations

from collections.abc import Iterable

from parley.terms.enums import Outcome, Reality, Stance, Status
from parley.terms.values import REPORT, Voice

FOR = frozenset({Stance.ASSERTS, Stance.ADMITS, Stance.ALLEGES})
REAL = frozenset({Reality.HAPPENED, Reality.ONGOING})


def status_of(voices: Iterable[Voice]) -> Status:
    """What the voices make of a statement, by the first line of the contract that fits.

    `doubts` and `asks` never change it. A report that merely passes something on (`alleges`)
    is no voice of its own for it.
    """
    heard = tuple(voices)
    for_it = [v for v in heard if v.stance in FOR]
    if any(v.stance is Stance.DENIES for v in heard):
        return Status.CONTESTED if for_it else Status.DENIED
    if any(v.stance is Stance.ADMITS for v in for_it):
        return Status.ADMITTED
    if any(v.who == REPORT and v.stance is Stance.ASSERTS for v in for_it):
        return Status.REPORTED
    if any(v.who not in (None, REPORT) for v in for_it):
        return Status.CLAIMED
    return Status.ALLEGED


_OF_OUTCOME = {
    Outcome.ONGOING: Reality.ONGOING,
    Outcome.PLANNED: Reality.PLANNED,
    Outcome.POSSIBLE: Reality.POSSIBLE,
    Outcome.REFUSED: Reality.DID_NOT_HAPPEN,
    Outcome.CANCELLED: Reality.DID_NOT_HAPPEN,
    Outcome.DID_NOT_HAPPEN: Reality.DID_NOT_HAPPEN,
}


def reality_of_outcome(outcome: Outcome) -> Reality:
    """Whether a talk took place, by its outcome; one of which only the result is not known (`unknown`) did."""
    return _OF_OUTCOME.get(outcome, Reality.HAPPENED)


def counts_as_fact(status: Status, reality: Reality) -> bool:
    """Whether a statement may be counted as a fact. Nothing else is one, anywhere."""
    return status in (Status.REPORTED, Status.ADMITTED) and reality in REAL


_BY_REALITY = {
    Reality.PLANNED: 1.0,
    Reality.POSSIBLE: 0.5,
    Reality.THREATENED: 0.5,
    Reality.UNKNOWN: 0.5,
}
_BY_STATUS = {
    Status.REPORTED: 3.0,
    Status.ADMITTED: 3.0,
    Status.CLAIMED: 1.5,
    Status.ALLEGED: 1.0,
}


def factuality(status: Status, reality: Reality) -> float:
    """The contract's number for how far a statement is presented as the case, from -3 to 3."""
    if status is Status.CONTESTED:
        return 0.0
    if status is Status.DENIED:
        return -1.5
    if reality is Reality.DID_NOT_HAPPEN:
        return -3.0 if status in (Status.REPORTED, Status.ADMITTED) else -2.0
    return _BY_REALITY.get(reality, _BY_STATUS[status])
