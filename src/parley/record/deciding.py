"""A decision made: what is meant looked up, what it would change checked, then appended to the log."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from parley.joining.correcting import OF_ACTOR, OF_REPORT, corrected, set_right, value_of
from parley.joining.log import ACTOR, INFORMATION, SOURCE, undone
from parley.record.asking import as_decided, found, number_of
from parley.record.deriving import derived
from parley.record.errors import RecordError
from parley.record.recalling import Recall
from parley.record.tables import ACTORS, DECISIONS, PROPOSALS, REPORTS
from parley.record.wiring import read
from parley.terms.actor import Actor
from parley.terms.enums import Action
from parley.terms.log import Decision
from parley.terms.named import named_in
from parley.terms.quotes import misquotes
from parley.terms.report import Report
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.wire import KIND_OF, WireError, from_object

Value = Statement | Talk | Report | Actor
_RATINGS: Mapping[str, Callable[[object], bool]] = {
    SOURCE: lambda v: v is None or (isinstance(v, str) and re.fullmatch("[A-F]", v) is not None),
    INFORMATION: lambda v: v is None or (isinstance(v, int) and v in range(1, 7)),
}
_PROPOSED = re.compile("m[0-9a-f]{15}")
"""The id of a proposal to merge."""
ADMIRALTY = (
    "A source is rated A (reliable) to F (cannot be judged), what it says 1 (confirmed) to 6 (cannot be judged)."
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants decided: on what, what, and why. `new` is as it stands on the wire."""

    action: Action
    target: str
    by: str
    at: str
    field: str | None = None
    new: object = None
    why: str | None = None
    undoes: int | None = None
    coder: str | None = None
    round: int | None = None


def decision_of(connection: Connection, recall: Recall, wish: Wish) -> Decision:
    """The decision that a wish comes to, with the full id that it is about, the old value and the next number.

    Raises RecordError where nothing is called so, the value is none for the field, or it would change nothing.
    """
    recall.log(connection)
    target, old, new = _MADE_BY[wish.action](connection, recall, wish)
    seq = (connection.execute(select(func.max(DECISIONS.c.seq))).scalar() or 0) + 1
    field = ACTOR if wish.action in (Action.ADD, Action.MERGE) and _is_actor(connection, target, wish) else wish.field
    return Decision(
        seq, target, wish.action, field, old, new, wish.by, wish.at, wish.why, wish.undoes, wish.coder, wish.round
    )


def _is_actor(connection: Connection, target: str, wish: Wish) -> bool:
    if wish.action is Action.ADD:
        return isinstance(wish.new, Mapping) and wish.new.get("kind") == "actor"
    return connection.execute(select(PROPOSALS.c.n).where(PROPOSALS.c.id == target)).first() is None


def _state(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    """Accept, reject, unsure: on a statement or talk; reject also on a proposal to merge."""
    if wish.action is Action.REJECT and _PROPOSED.fullmatch(wish.target):
        return wish.target, None, None
    held = _held(connection, recall, wish.target)
    return held.id, held.decision.state.value if held.decision else None, None


def _correct(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    value = _value(connection, recall, wish.target, wish.field or "")
    try:
        made = corrected(value, wish.field or "", wish.new)  # type: ignore[type-var]
    except WireError as e:
        raise RecordError(f"{wish.target}: {e}. Write the value as it stands in an export.") from e
    old, new = value_of(value, wish.field or ""), value_of(made, wish.field or "")
    if old == new:
        raise RecordError(f"{wish.target}: {wish.field} is {old!r} already. Nothing is to be decided.")
    if isinstance(made, Statement | Talk):
        _check(connection, made)
    return value.id, old, new


def _merge(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    others = [str(x) for x in wish.new] if isinstance(wish.new, list | tuple) else []
    n = number_of(connection, wish.target)
    if n is None:
        into = _actor(connection, recall, wish.target).id
        found_now = [_actor(connection, recall, o).id for o in others]
    else:
        first, *rest = (_held(connection, recall, x) for x in (wish.target, *others))
        if any(_form(r) != _form(first) for r in rest):
            raise RecordError(f"{wish.target}: only what is of one form can be one. See `parley why` for each.")
        into, found_now = first.id, [r.id for r in rest]
    new = [x for x in dict.fromkeys(found_now) if x != into]
    if not new:
        raise RecordError(f"{wish.target}: it is one with these already. Name another id.")
    return into, None, new


def _split(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    """What stays keeps the decision; the target is one of the mentions that stay."""
    held = _held(connection, recall, wish.target)
    begun = [str(x) for x in wish.new] if isinstance(wish.new, list | tuple) else []
    own = [m.proposal for m in held.mentions]
    gone = [p for p in own if any(p.startswith(b) for b in begun)]
    stay = [p for p in own if p not in gone]
    if not gone or not stay:
        raise RecordError(f"{held.id}: some of its mentions must go and some stay. It has {', '.join(own)}.")
    return (held.id if held.id in stay else stay[0]), None, gone


def _rate(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    field = wish.field or ""
    if field not in _RATINGS or not _RATINGS[field](wish.new):
        raise RecordError(f"{wish.target}: {wish.new!r} is no rating. {ADMIRALTY}")
    target = _held(connection, recall, wish.target).id if field == INFORMATION else wish.target
    if field == SOURCE and not _is_source(connection, recall, target):
        raise RecordError(f"the record holds no report, outlet or actor {target!r}. Type its id or its name in full.")
    last = {(r.target, SOURCE if r.source else INFORMATION): r for r in recall.log(connection).ratings}
    rated = last.get((target, field))
    return target, (rated.source or rated.information) if rated else None, wish.new


def _is_source(connection: Connection, recall: Recall, name: str) -> bool:
    if any(connection.execute(select(t.c.id).where(t.c.id == name)).first() for t in (REPORTS, ACTORS)):
        return True
    log = recall.log(connection)
    reports = connection.execute(select(REPORTS.c.id, REPORTS.c.json))
    return any(as_decided(read(REPORTS, i, text), log).publisher == name for i, text in reports)


def _add(connection: Connection, _: Recall, wish: Wish) -> tuple[str, Any, Any]:
    try:
        value = from_object(wish.new if isinstance(wish.new, Mapping) else {})
    except (WireError, KeyError) as e:
        raise RecordError(f"{wish.target}: {e}. Write it as it stands in an export.") from e
    if isinstance(value, Actor):
        if connection.execute(select(ACTORS.c.id).where(ACTORS.c.id == value.id)).first():
            raise RecordError(f"the record holds an actor {value.id!r} already. Correct it, or take another id.")
        return value.id, None, wish.new
    if not isinstance(value, Proposal):
        raise RecordError(f"a {KIND_OF[type(value)]} cannot be added. Add a proposal or an actor.")
    if connection.execute(select(PROPOSALS.c.id).where(PROPOSALS.c.id == value.id)).first():
        raise RecordError(f"{value.id}: this was added already, with the same words at its head. Correct it instead.")
    _check(connection, value)
    return value.id, None, wish.new


def _withdraw(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    report = _report(connection, recall, wish.target)
    if report.text is None:
        raise RecordError(f"report {report.id!r} is withdrawn already. Nothing is to be done.")
    return report.id, None, None


def _undo(connection: Connection, recall: Recall, wish: Wish) -> tuple[str, Any, Any]:
    recall.log(connection)
    meant = next((d for d in recall.decisions if d.seq == wish.undoes), None)
    if meant is None or meant.seq in undone(recall.decisions):
        what = "there is no decision" if meant is None else "undone already is decision"
        raise RecordError(f"{what} {wish.undoes}. See `parley history` for their numbers.")
    return meant.target, None, None


def _held(connection: Connection, recall: Recall, wanted: str) -> Statement | Talk:
    held = found(connection, recall, wanted)
    if held is None:
        raise RecordError(f"the record holds no statement or talk {wanted!r}. `parley show events` lists their ids.")
    return held


def _value(connection: Connection, recall: Recall, wanted: str, field: str) -> Value:
    """What has such a field and is called so: a statement or talk, else a report, else an actor."""
    n = number_of(connection, wanted)
    if n is not None:
        return derived(connection, recall, [n])[0]
    known = connection.execute(select(REPORTS.c.id).where(REPORTS.c.id == wanted)).first() is not None
    if known and (field in OF_REPORT or field not in OF_ACTOR):
        return _report(connection, recall, wanted)
    return _actor(connection, recall, wanted)


def _report(connection: Connection, recall: Recall, wanted: str) -> Report:
    text = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == wanted)).scalar()
    if text is None:
        raise RecordError(f"the record holds no report {wanted!r}. Type its id in full.")
    report: Report = read(REPORTS, wanted, text)
    return set_right(report, recall.log(connection).on.get(wanted, ()))


def _actor(connection: Connection, recall: Recall, wanted: str) -> Actor:
    name = recall.log(connection).renamed.get(wanted, wanted)
    text = connection.execute(select(ACTORS.c.json).where(ACTORS.c.id == name)).scalar()
    if text is None:
        raise RecordError(f"the record holds nothing called {wanted!r}. `parley show` lists ids.")
    actor: Actor = read(ACTORS, name, text)
    return actor


def _form(held: Statement | Talk) -> str:
    return held.form.value if isinstance(held, Statement) else KIND_OF[Talk]


def _check(connection: Connection, value: Statement | Talk | Proposal) -> None:
    """Quotes are to the letter, and whoever acts or speaks is known. Raises RecordError."""
    texts: dict[str, str | None] = {}
    for v in (*value.voices, *((value,) if isinstance(value, Proposal) else ())):
        text = connection.execute(select(REPORTS.c.json).where(REPORTS.c.id == v.report)).scalar()
        if text is None:
            raise RecordError(f"{value.id}: the record holds no report {v.report!r}. Type its id in full.")
        texts[v.report] = read(REPORTS, v.report, text).text
    for fault in misquotes([value], texts):
        raise RecordError(f"{fault}. Give the words and their place as they stand in the text.")
    for actor in named_in(value):
        if connection.execute(select(ACTORS.c.id).where(ACTORS.c.id == actor)).first() is None:
            raise RecordError(f"{value.id}: the record knows no actor {actor!r}. Add it first, or name another.")


_MADE_BY: Mapping[Action, Callable[[Connection, Recall, Wish], tuple[str, Any, Any]]] = {
    Action.ACCEPT: _state,
    Action.REJECT: _state,
    Action.UNSURE: _state,
    Action.CORRECT: _correct,
    Action.MERGE: _merge,
    Action.SPLIT: _split,
    Action.RATE: _rate,
    Action.ADD: _add,
    Action.WITHDRAW: _withdraw,
    Action.UNDO: _undo,
}
