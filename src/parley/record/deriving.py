"""Statements and talks from what is kept: proposals, and the decisions on them. None is stored twice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from parley.joining.join import statement_in, talk_in
from parley.joining.links import led
from parley.joining.merge import statement_of_one
from parley.joining.regrouping import Group
from parley.joining.telling import Telling
from parley.record.chunks import Keyed, chunks
from parley.record.recalling import Recall
from parley.record.tables import HELD, HELD_DECISIONS, HELD_LINKS, MENTIONS, ORDER, PROPOSALS
from parley.terms.bodies import Judgement
from parley.terms.enums import Form, LinkRel
from parley.terms.log import Decision
from parley.terms.statement import Proposal, Statement, Talk

_MEMBERS = Keyed(select(MENTIONS.c.held, MENTIONS.c.n), MENTIONS.c.held)
_DECIDED = Keyed(select(HELD_DECISIONS.c.held, HELD_DECISIONS.c.seq), HELD_DECISIONS.c.held)
_HOLDERS = Keyed(
    select(PROPOSALS.c.id, HELD.c.id)
    .join(MENTIONS, MENTIONS.c.n == PROPOSALS.c.n)
    .join(HELD, HELD.c.n == MENTIONS.c.held),
    PROPOSALS.c.id,
)
Numbers = dict[int, list[int]]


def derived(connection: Connection, recall: Recall, numbers: Sequence[int]) -> list[Statement | Talk]:
    """The statements and talks of these numbers, in the order of the numbers given."""
    members, seqs = _members(connection, numbers)
    alone = {held: ns[0] for held, ns in members.items() if len(ns) == 1 and held not in seqs}
    read = recall.proposals(connection, alone.values())
    once = {held: read[n] for held, n in alone.items() if read[n].form is not Form.TALK}
    groups = _groups(connection, recall, {h: ns for h, ns in members.items() if h not in once}, seqs)
    leads = [to for p in once.values() for to in leads_of(p)]
    leads += [to for g in groups.values() for to in _leads_to(g)]
    lead = holders(connection, leads) if leads else {}
    made: dict[int, Statement | Talk] = {held: led(statement_of_one(p), lead) for held, p in once.items()}
    made.update(_made_of(connection, recall, groups, lead))
    return [made[n] for n in numbers if n in made]


def _made_of(
    connection: Connection, recall: Recall, groups: Mapping[int, Group], lead: Mapping[str, str]
) -> dict[int, Statement | Talk]:
    """What groups make, talks with their parts."""
    known = recall.known(connection)
    made: dict[int, Statement | Talk] = {}
    for n, g in groups.items():
        is_talk = g.tellings[0].proposal.form is Form.TALK
        made[n] = talk_in(g, known, lead) if is_talk else statement_in(g, known, lead)
    talks = {n: t for n, t in made.items() if isinstance(t, Talk)}
    parts = _parts_of(connection, {m.proposal: n for n, t in talks.items() for m in t.mentions})
    made.update((n, replace(talks[n], statements=tuple(told))) for n, told in parts.items())
    return made


def groups_of(connection: Connection, recall: Recall, numbers: Iterable[int]) -> dict[int, Group]:
    """What makes each statement or talk: its tellings in order, and the decisions on it."""
    return _groups(connection, recall, *_members(connection, numbers))


def _members(connection: Connection, numbers: Iterable[int]) -> tuple[Numbers, Numbers]:
    """By statement or talk: the numbers of its tellings; those of the decisions on it, where there are any."""
    wanted = list(numbers)
    members: Numbers = defaultdict(list)
    seqs: Numbers = defaultdict(list)
    for held, n in _MEMBERS.rows(connection, wanted):
        members[held].append(n)
    for held, seq in _DECIDED.rows(connection, wanted):
        seqs[held].append(seq)
    return dict(members), dict(seqs)


def _groups(connection: Connection, recall: Recall, members: Numbers, seqs: Numbers) -> dict[int, Group]:
    told = recall.tellings(connection, (n for ns in members.values() for n in ns))
    by_seq = {d.seq: d for d in recall.decisions} if seqs else {}
    return {held: _group([told[n] for n in ns], seqs.get(held, ()), by_seq) for held, ns in members.items()}


def _group(tellings: Iterable[Telling], seqs: Iterable[int], by_seq: Mapping[int, Decision]) -> Group:
    return Group(sorted(tellings, key=lambda t: t.order), [by_seq[s] for s in sorted(seqs) if s in by_seq])


def holders(connection: Connection, proposals: Iterable[str]) -> dict[str, str]:
    """From proposals to the ids of the statements or talks that hold them; those that nothing holds are left out."""
    return {str(p): str(held) for p, held in _HOLDERS.rows(connection, proposals)}


def _leads_to(group: Group) -> Iterable[str]:
    """The ids to which its links, anchors and judged things lead, and those that people have set."""
    for t in group.tellings:
        yield from leads_of(t.proposal)
    for d in group.decisions:
        yield from _ids_in(d.new)


def leads_of(p: Proposal) -> Iterator[str]:
    """The ids to which a proposal's links, anchor and judged thing lead."""
    yield from (link.to for link in p.links)
    if p.date and p.date.anchor:
        yield p.date.anchor
    if isinstance(p.body, Judgement):
        yield from (x for x in (p.body.about.talk, p.body.about.statement) if x)


def _ids_in(value: object) -> Iterable[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _ids_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _ids_in(inner)
    elif isinstance(value, str) and len(value) < 100:
        yield value


def _parts_of(connection: Connection, talk_of: Mapping[str, int]) -> dict[int, list[str]]:
    """The statements that are part of each talk, in order; `talk_of` leads from a talk's proposals to its number."""
    found: list[tuple[tuple[object, ...], int, str]] = []
    for some in chunks(talk_of):
        asked = (
            select(HELD_LINKS.c.target, HELD.c.id, *ORDER)
            .join(HELD, HELD.c.n == HELD_LINKS.c.held)
            .where(HELD_LINKS.c.target.in_(some), HELD_LINKS.c.rel == LinkRel.PART_OF.value, HELD.c.form != "talk")
        )
        found += [(tuple(order), talk_of[target], id_) for target, id_, *order in connection.execute(asked)]
    parts: dict[int, dict[str, None]] = defaultdict(dict)
    for _, talk, id_ in sorted(found):
        parts[talk][id_] = None
    return {talk: list(ids) for talk, ids in parts.items()}
