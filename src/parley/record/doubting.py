"""Statements and talks that may be one and were not joined: of one act, the same sides and day, told by two reports.

What forbade the join is a detail that outlets often get wrong: the means, the object, the place. A person decides.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from sqlalchemy import Connection, or_, select, tuple_

from parley.joining.acts import acts_differ
from parley.joining.pairs import Fit, fit, objects_differ, places_differ
from parley.joining.regrouping import Group
from parley.joining.standing import Standing
from parley.joining.telling import Telling
from parley.record.asking import Page, numbers_meant
from parley.record.deriving import groups_of
from parley.record.recalling import Recall
from parley.record.tables import HELD
from parley.terms.enums import Action, DecisionState, Form
from parley.terms.log import MergeProposal
from parley.terms.slice import Filter

ACTS = frozenset({Form.EVENT, Form.TALK})
SCORE = 0.5
"""Neither likely nor unlikely: nothing was measured that would make one pair likelier than another."""
_DAYS_AT_ONCE = 200


def doubts(connection: Connection, recall: Recall, asked: Filter, most: int) -> tuple[MergeProposal, ...]:
    """Pairs that a person may look at, among the first statements and talks that a filter means and those like them."""
    meant: list[int] = list(connection.execute(numbers_meant(asked, Page(most))).scalars())  # type: ignore[arg-type]
    rows = _like(connection, meant)
    groups = groups_of(connection, recall, (n for ns in rows for n in ns))
    known = recall.known(connection)
    log = recall.log(connection)
    found: dict[str, MergeProposal] = {}
    for ns in rows:
        for a, b in combinations(sorted((groups[n] for n in ns if n in groups), key=lambda g: g.id), 2):
            if (why := doubtful(a, b, known)) is not None:
                made = _proposed(a, b, why)
                rejected = any(d.action is Action.REJECT for d in log.on.get(made.id, ()))
                found[made.id] = made if not rejected else MergeProposal(made.id, made.targets, SCORE, why, "rejected")
    return tuple(found[i] for i in sorted(found))


def doubtful(a: Group, b: Group, known: Standing) -> str | None:
    """What speaks against two groups being one, where it is a detail only; None where they are plainly two."""
    if {t.report for t in a.tellings} == {t.report for t in b.tellings}:
        return None
    pairs = ((x, y) for x in a.tellings[:3] for y in b.tellings[:3] if x.report != y.report)
    return next((why for x, y in pairs if (why := _detail(x, y, known)) is not None), None)


def _detail(x: Telling, y: Telling, known: Standing) -> str | None:
    if x.act != y.act or x.time is None or x.time != y.time or fit(x, y, known) is not Fit.FULL:
        return None
    if acts_differ(x.proposal.body, y.proposal.body):
        return "told alike but for the means or the round"
    if objects_differ(x, y):
        return "told alike but for what it is about"
    return "told alike but for the place" if places_differ(x, y) else None


def _like(connection: Connection, numbers: Iterable[int]) -> list[list[int]]:
    """The numbers of what is of one form and first day, for each form and day of these."""
    stands = or_(HELD.c.decision.is_(None), HELD.c.decision != DecisionState.REJECTED.value)
    keys: set[tuple[str, str]] = set()
    some = list(numbers)
    for part in _parts(some):
        asked = select(HELD.c.form, HELD.c.starts).where(HELD.c.n.in_(part), HELD.c.starts.is_not(None))
        keys.update((form, starts) for form, starts in connection.execute(asked.distinct()) if Form(form) in ACTS)
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for days in _parts(sorted(keys)):
        query = select(HELD.c.form, HELD.c.starts, HELD.c.n).where(tuple_(HELD.c.form, HELD.c.starts).in_(days), stands)
        for form, starts, n in connection.execute(query):
            found[(form, starts)].append(n)
    return [ns for ns in found.values() if len(ns) > 1]


def _parts(keys: list[int] | list[tuple[str, str]]) -> Iterator[list[int] | list[tuple[str, str]]]:
    return (keys[i : i + _DAYS_AT_ONCE] for i in range(0, len(keys), _DAYS_AT_ONCE))


def _proposed(a: Group, b: Group, why: str) -> MergeProposal:
    key = hashlib.sha256(f"{a.id}\x1f{b.id}".encode()).hexdigest()[:15]
    return MergeProposal(f"m{key}", (a.id, b.id), SCORE, why)
