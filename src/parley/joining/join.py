"""Proposals to statements and talks: a function of the set, whatever the order and however often told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from parley.joining.actors import merge_proposals, united
from parley.joining.groups import groups
from parley.joining.links import led, led_talk
from parley.joining.merge import statement_of
from parley.joining.standing import Standing, affiliations_told
from parley.joining.talks import talk_of
from parley.joining.telling import Telling, telling_of
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.enums import Form, LinkRel
from parley.terms.report import Report
from parley.terms.slice import Joined
from parley.terms.statement import Proposal, Statement, Talk

T = TypeVar("T")
Groups = list[list[Telling]]


def join(
    proposals: Iterable[Proposal],
    reports: Iterable[Report],
    actors: Iterable[Actor],
    affiliations: Iterable[Affiliation],
) -> Joined:
    """What proposals say together.

    Statements and talks stand in the order of their earliest proposals. Affiliations are those given and those
    that the proposals tell. Of two proposals, reports with one id, the same one is always kept.
    """
    told = _each_once(proposals, lambda p: p.id)
    by_id = {r.id: r for r in _each_once(reports, lambda r: r.id)}
    standing = sorted({*affiliations, *affiliations_told(told)}, key=repr)
    known = Standing(standing)
    talks, others, judgements, held_by = _grouped(told, by_id, known)
    statements = sorted((g for g in [*others, *judgements]), key=lambda g: g[0].order)
    made = [led(statement_of(g), held_by) for g in statements]
    everyone = united(actors)
    return Joined(
        actors=everyone,
        affiliations=tuple(standing),
        statements=tuple(made),
        talks=_with_statements([led_talk(talk_of(g, known), held_by) for g in talks], made),
        merge_proposals=merge_proposals(everyone),
    )


def _grouped(
    told: Sequence[Proposal], reports: Mapping[str, Report], known: Standing
) -> tuple[Groups, Groups, Groups, dict[str, str]]:
    """Talks, statements and judgements, and what holds each proposal; judgements last, for they are about the rest."""
    held_by: dict[str, str] = {}
    talks = groups((telling_of(p, reports, {}) for p in told if p.form is Form.TALK), known)
    others = groups((telling_of(p, reports, {}) for p in told if p.form not in (Form.TALK, Form.JUDGEMENT)), known)
    held_by.update(_holders([*talks, *others]))
    judgements = groups((telling_of(p, reports, held_by) for p in told if p.form is Form.JUDGEMENT), known)
    held_by.update(_holders(judgements))
    return talks, others, judgements, held_by


def _holders(found: Groups) -> dict[str, str]:
    return {t.proposal.id: group[0].proposal.id for group in found for t in group}


def _with_statements(talks: Iterable[Talk], statements: Iterable[Statement]) -> tuple[Talk, ...]:
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
