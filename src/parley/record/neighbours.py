"""Which parts of the record have a say in how new tellings are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from parley.joining.beside import at_one_place, counterparts
from parley.joining.blocks import within
from parley.joining.cells import Cell
from parley.joining.evidence import evidence_across, evidence_within
from parley.joining.gathering import about, bound_by
from parley.joining.log import Log
from parley.joining.standing import Standing
from parley.joining.telling import Telling
from parley.record.chunks import Keyed
from parley.record.recalling import Recall
from parley.record.rows import ABOUT
from parley.record.tables import CELLS, HELD_LINKS, MENTIONS, PROPOSALS

_BY_CELL = Keyed(select(CELLS.c.cell, CELLS.c.n, CELLS.c.seeks), CELLS.c.cell)
_BY_REPORT = Keyed(
    select(PROPOSALS.c.report, PROPOSALS.c.n).join(MENTIONS, MENTIONS.c.n == PROPOSALS.c.n), PROPOSALS.c.report
)
_BY_ID = Keyed(select(PROPOSALS.c.n), PROPOSALS.c.id)
_PART_OF = Keyed(select(MENTIONS.c.n, MENTIONS.c.part), MENTIONS.c.n)
_LINKED = Keyed(select(HELD_LINKS.c.held, HELD_LINKS.c.rel, HELD_LINKS.c.target), HELD_LINKS.c.target)
FEW = 4
"""Pairs of one part looked at before those of others."""
Told = Mapping[int, Telling]
Pair = tuple[int, int]
"""A new telling's number and an older one's."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The parts in which anything speaks for a join with one of the new tellings, or that are bound to one.

    `lonely` are the new tellings that nothing, old or new, is even near: each is a thing of its own.
    """

    parts: frozenset[int]
    lonely: frozenset[int]


def neighbours(
    connection: Connection, recall: Recall, new: Told, cells: Mapping[int, Iterable[Cell]], known: Standing
) -> Neighbours:
    """What has a say in how new tellings are joined."""
    log = recall.log(connection)
    at = _by_cell(cells)
    alike = {*_sharing(connection, at), *_of_one_report(connection, new)}
    about_new, bound = _bound(connection, new, log)
    found = set(_parts(connection, about_new).values())
    part = _parts(connection, (c for _, c in alike))
    in_part: dict[int, list[Pair]] = defaultdict(list)
    for n, c in sorted(alike):
        if c in part and part[c] not in found:
            in_part[part[c]].append((n, c))
    found |= _spoken_for(connection, recall, new, in_part, known)
    near = {n for n, _ in alike} | _near_each_other(at) | _near_in_report(new, known)
    decided = {n for n, t in new.items() if t.proposal.id in log.on or about(t.proposal)}
    return Neighbours(frozenset(found), frozenset(new.keys() - near - decided - bound))


def _spoken_for(
    connection: Connection, recall: Recall, new: Told, in_part: dict[int, list[Pair]], known: Standing
) -> set[int]:
    """The parts in which a pair speaks for a join. A few pairs of each are looked at, then a few more of the rest:
    one is enough, and of what many reports tell the first is most likely that one.
    """
    found: set[int] = set()
    while in_part:
        some = {part: pairs[:FEW] for part, pairs in in_part.items()}
        told = recall.tellings(connection, (c for pairs in some.values() for _, c in pairs))
        found |= {p for p, pairs in some.items() if any(_speaks(new[n], told[c], known) for n, c in pairs)}
        in_part = {p: pairs[FEW:] for p, pairs in in_part.items() if p not in found and len(pairs) > FEW}
    return found


def _by_cell(cells: Mapping[int, Iterable[Cell]]) -> dict[int, list[tuple[int, bool]]]:
    at: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for n, own in cells.items():
        for cell, seeks in own:
            at[cell].append((n, seeks))
    return at


def _near_each_other(at: Mapping[int, Sequence[tuple[int, bool]]]) -> set[int]:
    """New tellings that share a cell of which one at least seeks."""
    shared = (here for here in at.values() if len(here) > 1 and any(seeks for _, seeks in here))
    return {n for here in shared for n, _ in here}


def _near_in_report(new: Told, known: Standing) -> set[int]:
    """New tellings worth comparing within their report, or of a word that a model and another reader share."""
    numbers = list(new)
    number = {new[n].proposal.id: n for n in numbers}
    twice = {number[i] for m, t in counterparts(new.values()).items() for i in (m, t.proposal.id)}
    return twice | {numbers[i] for pair in within([new[n] for n in numbers], known) for i in pair}


def _speaks(a: Telling, b: Telling, known: Standing) -> bool:
    """Whether anything speaks for a join; in one report, by either measure, or that two readers read one word."""
    if a.report == b.report and (at_one_place(a, b) or evidence_within(a, b, known)):
        return True
    return bool(evidence_across(a, b, known))


def _sharing(connection: Connection, at: Mapping[int, Sequence[tuple[int, bool]]]) -> Iterator[Pair]:
    """Pairs of a new telling and an older one that share a cell of which one at least seeks."""
    for cell, c, sought in _BY_CELL.rows(connection, at):
        yield from ((n, c) for n, seeks in at[cell] if seeks or sought)


def _of_one_report(connection: Connection, new: Told) -> Iterator[Pair]:
    """Pairs of one report, of which the older was found by another reader or added by a person."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, t in new.items():
        by_report[t.report].append(n)
    for report, c in _BY_REPORT.rows(connection, by_report):
        yield from ((n, c) for n in by_report[report])


def _bound(connection: Connection, new: Told, log: Log) -> tuple[set[int], set[int]]:
    """What new tellings are about, what is about them, and what people merged them with; and which of them are bound.

    A telling that something is about is bound to it, though nothing is near: what it joins later moves that along.
    """
    number = {t.proposal.id: n for n, t in new.items()}
    wanted = {x for t in new.values() for x in about(t.proposal)}
    wanted.update(x for pair in bound_by(log) if not number.keys().isdisjoint(pair) for x in pair)
    older = {n for (n,) in _BY_ID.rows(connection, wanted)}
    for held, rel, target in _LINKED.rows(connection, number):
        if rel == ABOUT:
            older.add(held)
            wanted.add(target)
    return older, {number[x] for x in wanted if x in number}


def _parts(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    return dict(_PART_OF.rows(connection, numbers))
