"""The rows by which a statement or talk is found: worked out from its group, decisions applied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast

from parley.joining.beside import readers_differ, times_told_of
from parley.joining.correcting import decided
from parley.joining.merge import distinct_voices, statement_of
from parley.joining.regrouping import Group
from parley.joining.standing import Standing
from parley.joining.talks import talk_of
from parley.joining.telling import Footing, footing_of_outcome
from parley.joining.time import FIRST, LAST, interval_of
from parley.terms.bodies import Event, Judgement, Role, StatementBody, Tie, actors_in
from parley.terms.enums import Form, Outcome, Reality, Stance, Status
from parley.terms.facts import counts_as_fact, status_of
from parley.terms.named import acting_in
from parley.terms.statement import Proposal, Statement, Talk, Variants
from parley.terms.values import Date

_REALITY = {Footing.REAL: Reality.HAPPENED, Footing.OFF: Reality.DID_NOT_HAPPEN, Footing.COMING: Reality.PLANNED}
_OF_OUTCOME = {Outcome.ONGOING: Reality.ONGOING, Outcome.POSSIBLE: Reality.POSSIBLE, Outcome.UNKNOWN: Reality.UNKNOWN}
_LOUD = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.ASKS})
NO_VARIANTS = Variants()
UNDATED = "9999"
"""The day of what has none: behind all others."""
ABOUT = "about"
"""The `rel` of a row that leads from a judgement to what it is about."""
Row = dict[str, Any]


def held_in(group: Group, known: Standing) -> Statement | Talk:
    """What a group makes, as people left it; its links still lead to proposals."""
    if len(group.tellings) == 1 and not group.decisions and group.tellings[0].proposal.form is not Form.TALK:
        return _told_once(group.tellings[0].proposal)
    if group.tellings[0].proposal.form is Form.TALK:
        return decided(talk_of(group.tellings, known), group.decisions)
    return decided(statement_of(group.tellings, known), group.decisions)


def _told_once(p: Proposal) -> Statement:
    """What `statement_of` makes of a single telling, as far as rows ask for it; most are told once."""
    status = status_of(p.voices)
    fact, body = counts_as_fact(status, p.reality), cast(StatementBody, p.body)
    voices = distinct_voices(p.voices)
    return Statement(
        p.id,
        p.form,
        (),
        p.reality,
        voices,
        status,
        fact,
        p.date,
        p.places,
        NO_VARIANTS,
        p.links,
        p.confidence,
        None,
        body,
    )


def row_of(n: int, group: Group, held: Statement | Talk, known: Standing) -> Row:
    """The row of `held`."""
    first = group.tellings[0]
    undated, published, report, start, id_ = first.order
    starts, ends = days_of(held.date)
    return {
        "n": n,
        "undated": int(undated),
        "published": published,
        "report": report,
        "start": start,
        "id": id_,
        "form": first.proposal.form.value,
        **(_own(held) if isinstance(held, Statement) else _own_talk(held)),
        "decision": held.decision.state.value if held.decision else None,
        "starts": starts,
        "ends": ends,
        "day": starts or ends or UNDATED,
        "last_day": ends or UNDATED,
        "month": starts[:7] if starts else None,
        "told": times_told_of(group.tellings),
        "apart": int(bool(readers_differ(group.tellings, known))),
    }


def _own(s: Statement) -> Row:
    match s.body:
        case Event():
            kind: str | None = s.body.type.value
        case Tie():
            kind = s.body.relation.value
        case Judgement():
            kind = s.body.verdict.value
        case Role():
            kind = _storable(s.body.office)
        case _:
            kind = _storable(s.body.issue_id or s.body.issue)
    plain = s.status is Status.REPORTED and s.fact and not any(v.stance in _LOUD for v in s.voices)
    return {
        "type": kind, "reality": s.reality.value, "status": s.status.value, "fact": int(s.fact), "plain": int(plain),
    }  # fmt: skip


def _storable(words: str) -> str:
    """A report's own words without a lone surrogate, for which the database has no room; the JSON beside keeps it."""
    return words.encode("utf-8", "replace").decode()


def _own_talk(t: Talk) -> Row:
    """A talk's outcome as a reality, and the status that its voices give it: one filter serves both. It is no claim."""
    reality = _OF_OUTCOME.get(t.outcome) or _REALITY[footing_of_outcome(t.outcome)]
    status = status_of(t.voices)
    fact = int(counts_as_fact(status, reality))
    return {
        "type": t.outcome.value, "reality": reality.value, "status": status.value, "fact": fact, "plain": 1,
    }  # fmt: skip


def days_of(date: Date | None) -> tuple[str | None, str | None]:
    """A date's first and last ISO day; None where it is open or unknown."""
    span = interval_of(date)
    if span is None:
        return None, None
    start = None if span.start == FIRST else dt.date.fromordinal(span.start).isoformat()
    return start, None if span.end == LAST else dt.date.fromordinal(span.end).isoformat()


def actors_of(n: int, group: Group, held: Statement | Talk) -> Iterator[Row]:
    """The rows of `held_actors`: whom it names, and whom only a later telling names."""
    shown = acting_in(held)
    yield from ({"held": n, "actor": a, "shown": 1} for a in shown)
    if len(group.tellings) > 1 or group.decisions:
        told = dict.fromkeys(a for t in group.tellings for a in actors_in(t.proposal.body))
        yield from ({"held": n, "actor": a, "shown": 0} for a in told if a not in shown)


def voices_of(n: int, held: Statement | Talk) -> Iterator[Row]:
    """The rows of `held_voices`."""
    for v in held.voices:
        for who in (v.who, *v.via):
            yield {"held": n, "report": v.report, "who": who, "stance": v.stance.value}


def links_of(n: int, held: Statement | Talk) -> Iterator[Row]:
    """The rows of `held_links`, that of a judgement to what it is about among them."""
    yield from ({"held": n, "rel": link.rel.value, "target": link.to} for link in held.links)
    if isinstance(held, Statement) and isinstance(held.body, Judgement):
        judged = (held.body.about.talk, held.body.about.statement)
        yield from ({"held": n, "rel": ABOUT, "target": x} for x in judged if x)
