"""The log told: what was decided on one thing, and which decisions have lost what they were about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from parley.joining.correcting import OF_ACTOR, OF_REPORT, decided, fits, value_of
from parley.joining.log import ACTOR, bears_on_what_is_held, named, undone
from parley.joining.merge import statement_of
from parley.joining.regrouping import Group
from parley.joining.standing import Standing
from parley.joining.talks import talk_of
from parley.record.asking import found
from parley.record.chunks import chunks
from parley.record.deriving import groups_of
from parley.record.recalling import Recall
from parley.record.tables import HELD_DECISIONS, PROPOSALS
from parley.terms.enums import Action, Form
from parley.terms.log import Decision
from parley.terms.statement import Statement, Talk


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision, and whether it stands or was undone."""

    decision: Decision
    stands: bool


@dataclass(frozen=True, slots=True)
class Orphan:
    """A decision that stands and no longer rests on what it was made about, with what became of that."""

    decision: Decision
    why: str


def history(connection: Connection, recall: Recall, wanted: str | None) -> tuple[Entry, ...]:
    """The log, or the part of it that is about one statement, talk, report or actor; no blind coding.

    Raises AmbiguousError.
    """
    log = recall.log(connection)
    gone = undone(recall.decisions)
    about = None if wanted is None else _ids(connection, recall, wanted)
    if about is not None:
        about |= {a for a, to in log.renamed.items() if to in about}
    return tuple(
        Entry(d, d.seq not in gone)
        for d in recall.decisions
        if d.coder is None and (about is None or {d.target, *_also(d)} & about)
    )


def orphans(connection: Connection, recall: Recall) -> tuple[Orphan, ...]:
    """The decisions that stand and have lost their ground: the words are not found any more, or are read otherwise."""
    log = recall.log(connection)
    mine = [d for d in log.entries if d.field not in (*OF_REPORT, *OF_ACTOR) or d.target.startswith("p")]
    held = _there(connection, (i for d in mine for i in (d.target, *named(d))))
    lost = [Orphan(d, "nothing is read there any more") for d in mine if d.target not in held and _is_about_text(d)]
    parted = [
        Orphan(d, "some of what it names is not read any more")
        for d in mine
        if d.target in held and set(named(d)) - held
    ]
    return tuple(sorted((*lost, *parted, *_overtaken(connection, recall)), key=lambda o: o.decision.seq))


def _is_about_text(d: Decision) -> bool:
    """Whether a decision is about what was read; a report or an actor is not, nor a proposal to merge."""
    return d.field != ACTOR and not d.target.startswith("m") and d.action is not Action.ADD


def _also(d: Decision) -> tuple[str, ...]:
    return named(d) if d.action in (Action.MERGE, Action.SPLIT) else ()


def _ids(connection: Connection, recall: Recall, wanted: str) -> set[str]:
    held = found(connection, recall, wanted)
    return {wanted} | ({m.proposal for m in held.mentions} if held else set())


def _there(connection: Connection, ids: Iterable[str]) -> set[str]:
    there: set[str] = set()
    for some in chunks(ids):
        there.update(connection.execute(select(PROPOSALS.c.id).where(PROPOSALS.c.id.in_(some))).scalars())
    return there


def _overtaken(connection: Connection, recall: Recall) -> Iterable[Orphan]:
    """Corrections of what a reader now reads otherwise, or which fit no longer."""
    known = recall.known(connection)
    numbers = connection.execute(select(HELD_DECISIONS.c.held).distinct()).scalars()
    for group in groups_of(connection, recall, numbers).values():
        for i, d in enumerate(group.decisions):
            if d.action is Action.CORRECT and bears_on_what_is_held(d):
                told = _told(group, known, group.decisions[:i])
                if not fits(told, d):
                    yield Orphan(d, "it fits no longer")
                elif value_of(told, d.field or "") not in (d.old, d.new):
                    yield Orphan(d, "it is read otherwise now; the correction stands")


def _told(group: Group, known: Standing, log: Iterable[Decision]) -> Statement | Talk:
    is_talk = group.tellings[0].proposal.form is Form.TALK
    return (
        decided(talk_of(group.tellings, known), log) if is_talk else decided(statement_of(group.tellings, known), log)
    )
