"""Two logs made one: what both hold stands once, theirs follows ours in its own order, and what conflicts is told."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from parley.joining.log import standing
from parley.record.appending import append
from parley.record.arriving import AGAIN, Taken
from parley.record.coding import assignment_id
from parley.record.errors import RecordError
from parley.record.recalling import Recall
from parley.record.tables import PROPOSALS
from parley.record.withdrawing import redacted
from parley.terms.enums import Action
from parley.terms.log import Assignment, Decision

STATES = frozenset({Action.ACCEPT, Action.REJECT, Action.UNSURE})
VALUED = frozenset({Action.CORRECT, Action.RATE})


class Logs:
    """The export's log, gathered and then appended to the record's."""

    def __init__(self, connection: Connection, recall: Recall, taken: Taken) -> None:
        self._connection, self._recall, self._taken = connection, recall, taken
        self._theirs: list[Decision] = []
        self._gone: dict[str, set[str]] = {}
        self._named: dict[str, str] = {}
        self._passed: set[str] = set()

    def add(self, decision: Decision) -> None:
        """Gather an entry."""
        self._theirs.append(decision)

    def withdrawn(self, report: str, proposals: set[str]) -> None:
        """A report that was withdrawn here: its words are not to come back with the log."""
        self._gone[report] = proposals

    def elsewhere(self, theirs: str, ours: str, proposals: set[str]) -> None:
        """A text that the record holds under another id: what readers found in it here stays."""
        self._named[theirs] = ours
        self._passed |= proposals
        self._taken.told.append(
            f"report {theirs!r} is the text that is held as {ours!r}: what was found in it there "
            f"({len(proposals)} proposals) was passed over."
        )

    def renamed_assignment(self, a: Assignment) -> Assignment:
        """An assignment, of the report under the id that it has here."""
        report = self._named.get(a.report, a.report)
        return replace(a, report=report, id=assignment_id(report, a.coder)) if report != a.report else a

    def merge(self) -> None:
        """Append what the record does not hold yet. Raises RecordError where an undo leads nowhere."""
        self._recall.log(self._connection)
        ours = self._recall.decisions
        theirs = sorted((self._clean(d) for d in self._theirs), key=lambda d: d.seq)
        held = dict(zip(self._keys(ours), (d.seq for d in ours), strict=True))
        last = max((d.seq for d in ours), default=0)
        number: dict[int, int] = {}
        new: list[Decision] = []
        for d, key in zip(theirs, self._keys(theirs), strict=True):
            if key in held:
                number[d.seq] = held[key]
                continue
            last += 1
            number[d.seq] = last
            new.append(replace(d, seq=last, undoes=_led(d, number)))
        append(self._connection, self._recall, new)
        self._taken.count("decisions", len(new), len(theirs) - len(new))
        self._tell(standing(d for d in ours if d.coder is None), new)

    def _clean(self, d: Decision) -> Decision:
        """Without the words of reports withdrawn here, and of reports by the ids that they have here."""
        for report, proposals in self._gone.items():
            d = redacted(d, report, proposals)
        target = self._named.get(d.target, d.target)
        return replace(d, target=target, old=_renamed(d.old, self._named), new=_renamed(d.new, self._named))

    def _keys(self, decisions: Iterable[Decision]) -> Iterator[tuple[str, int]]:
        """What makes an entry the same in two logs: all but its number; of several alike, which one it is."""
        met: Counter[str] = Counter()
        known: dict[int, str] = {}
        withdrawn = self._withdrawn()
        for d in sorted(decisions, key=lambda d: d.seq):
            bare = d
            for report, proposals in withdrawn.items():
                bare = redacted(bare, report, proposals)
            undoes = known.get(d.undoes, "") if d.undoes is not None else ""
            parts = (bare.target, bare.action, bare.field, bare.old, bare.new, bare.by, bare.at, bare.why, bare.coder)
            known[d.seq] = hashlib.sha256(repr((parts, bare.round, undoes)).encode("utf-8", "replace")).hexdigest()
            met[known[d.seq]] += 1
            yield known[d.seq], met[known[d.seq]]

    def _withdrawn(self) -> dict[str, set[str]]:
        """The reports that either log withdraws, with their proposals as far as they are known."""
        reports = {d.target for d in (*self._recall.decisions, *self._theirs) if d.action is Action.WITHDRAW}
        found: dict[str, set[str]] = {}
        for r in reports:
            asked = select(PROPOSALS.c.id).where(PROPOSALS.c.report == r)
            found[r] = set(self._connection.execute(asked).scalars()) | self._gone.get(r, set())
        return found

    def _tell(self, ours: Iterable[Decision], new: Iterable[Decision]) -> None:
        stand = {d.seq for d in standing(self._recall.decisions)}
        on: dict[str, list[Decision]] = {}
        for d in ours:
            on.setdefault(d.target, []).append(d)
        passed = 0
        for d in (d for d in new if d.seq in stand and d.coder is None):
            passed += d.target in self._passed
            mine = [o for o in on.get(d.target, ()) if o.seq in stand and _conflict(o, d)]
            if mine:
                self._taken.told.append(_told(mine[-1], d))
        if passed:
            self._taken.told.append(
                f"{passed} decisions are about proposals that were passed over; `parley history --orphans` lists them."
            )


def _led(d: Decision, number: dict[int, int]) -> int | None:
    if d.undoes is None:
        return None
    if d.undoes not in number:
        raise RecordError(f"decision {d.seq} undoes {d.undoes}, which is not before it. {AGAIN}")
    return number[d.undoes]


def _renamed(value: Any, named: dict[str, str]) -> Any:
    """A value whose `report` is called as it is here."""
    if isinstance(value, dict):
        return {
            k: named.get(v, v) if k == "report" and isinstance(v, str) else _renamed(v, named) for k, v in value.items()
        }
    return [_renamed(v, named) for v in value] if isinstance(value, list | tuple) else value


def _conflict(a: Decision, b: Decision) -> bool:
    if a.action in STATES and b.action in STATES:
        return a.action is not b.action
    return a.action is b.action and a.action in VALUED and a.field == b.field and a.new != b.new


def _told(ours: Decision, theirs: Decision) -> str:
    return (
        f"{ours.target}: {_said(ours)}, and {_said(theirs)}. Both are in the log, and the later one in it stands; "
        f"to let the other stand: parley decide undo {theirs.seq}"
    )


def _said(d: Decision) -> str:
    what = f"{d.action} {d.field} {d.new!r}" if d.field else str(d.action)
    return f"decision {d.seq} ({what}, {d.by}, {d.at})"
