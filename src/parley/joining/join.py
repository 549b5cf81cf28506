"""Proposals to statements and talks: a function of the set, whatever the order and however often told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from parley.joining.actors import merge_proposals, under_one_name, united
from parley.joining.correcting import decided, set_right
from parley.joining.gathering import gather
from parley.joining.links import led, led_talk
from parley.joining.log import log_of
from parley.joining.merge import statement_of
from parley.joining.regrouping import Group
from parley.joining.renaming import renamed, renamed_affiliation
from parley.joining.standing import Standing, affiliations_told
from parley.joining.talks import talk_of
from parley.joining.telling import telling_of
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.enums import LinkRel
from parley.terms.log import Decision
from parley.terms.report import Report
from parley.terms.slice import Joined
from parley.terms.statement import Proposal, Statement, Talk

T = TypeVar("T")


def join(
    proposals: Iterable[Proposal],
    reports: Iterable[Report],
    actors: Iterable[Actor],
    affiliations: Iterable[Affiliation],
    decisions: Iterable[Decision] = (),
) -> Joined:
    """What proposals say together, and what people's decisions, in the order of their log, make of it.

    Statements and talks stand in the order of their earliest proposals. Affiliations are those given and those
    that the proposals tell. Of two proposals, reports with one id, the same one is always kept.
    """
    log = log_of(decisions)
    stands = (p for p in (*proposals, *log.added) if p.report not in log.withdrawn)
    told = [renamed(p, log.renamed) for p in _each_once(stands, lambda p: p.id)]
    by_id = {r.id: set_right(r, log.on.get(r.id, ())) for r in _each_once(reports, lambda r: r.id)}
    named = (renamed_affiliation(a, log.renamed) for a in affiliations)
    standing = sorted({*named, *affiliations_told(told)}, key=repr)
    known = Standing(standing)
    found = gather([telling_of(p, by_id, {}) for p in told], known, log)
    made = [statement_in(g, known, found.held_by) for g in found.statements]
    everyone = under_one_name(united((*actors, *log.actors)), log)
    return Joined(
        actors=everyone,
        affiliations=tuple(standing),
        statements=tuple(made),
        talks=with_statements([talk_in(g, known, found.held_by) for g in found.talks], made),
        merge_proposals=merge_proposals(everyone, log),
    )


def statement_in(group: Group, known: Standing, held_by: Mapping[str, str]) -> Statement:
    """The statement that a group makes, as people left it; its links lead to statements and talks."""
    return led(decided(statement_of(group.tellings, known), group.decisions), held_by)


def talk_in(group: Group, known: Standing, held_by: Mapping[str, str]) -> Talk:
    """The same for a talk; `statements` is still empty."""
    return led_talk(decided(talk_of(group.tellings, known), group.decisions), held_by)


def with_statements(talks: Iterable[Talk], statements: Sequence[Statement]) -> tuple[Talk, ...]:
    """Talks with the statements that are part of them."""
    parts: dict[str, list[str]] = defaultdict(list)
    for s in statements:
        for link in s.links:
            if link.rel is LinkRel.PART_OF:
                parts[link.to].append(s.id)
    return tuple(replace(t, statements=tuple(parts[t.id])) for t in talks)


def _each_once(values: Iterable[T], key: Callable[[T], str]) -> list[T]:
    """One value a key, in the order of keys; where two share one, the one whose text sorts first."""
    found: dict[str, T] = {}
    for v in values:
        held = found.setdefault(key(v), v)
        if held is not v and held != v:
            found[key(v)] = min(held, v, key=repr)
    return [found[k] for k in sorted(found)]
