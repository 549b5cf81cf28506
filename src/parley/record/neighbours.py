"""Which parts of the record have a say in how new tellings are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, select

from parley.joining.cells import Cell
from parley.joining.evidence import evidence_across, evidence_within
from parley.joining.gathering import about, bound_by
from parley.joining.log import Log
from parley.joining.standing import Standing
from parley.joining.telling import Telling
from parley.record.chunks import chunks
from parley.record.recalling import Recall
from parley.record.rows import ABOUT
from parley.record.tables import CELLS, HELD_LINKS, MENTIONS, PROPOSALS

Told = Mapping[int, Telling]
Pair = tuple[int, int]
"""A new telling's number and an older one's."""


def touched(
    connection: Connection, recall: Recall, new: Told, cells: Mapping[int, Iterable[Cell]], known: Standing
) -> set[int]:
    """The parts in which anything speaks for a join with one of the new tellings, or that are bound to one."""
    alike = [*_sharing(connection, cells), *_of_one_report(connection, new)]
    older = {c for _, c in alike}
    part = _parts(connection, older)
    found = set(_parts(connection, _bound(connection, new, recall.log(connection))).values())
    told = recall.tellings(connection, older)
    for n, c in alike:
        if c in part and part[c] not in found and _speaks(new[n], told[c], known):
            found.add(part[c])
    return found


def _speaks(a: Telling, b: Telling, known: Standing) -> bool:
    """Whether anything speaks for a join; in one report, by either measure."""
    return bool(evidence_across(a, b, known) or (a.report == b.report and evidence_within(a, b, known)))


def _sharing(connection: Connection, cells: Mapping[int, Iterable[Cell]]) -> Iterator[Pair]:
    """Pairs that share a cell of which one at least seeks."""
    at: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for n, own in cells.items():
        for cell, seeks in own:
            at[cell].append((n, seeks))
    for some in chunks(at):
        rows = connection.execute(select(CELLS.c.cell, CELLS.c.n, CELLS.c.seeks).where(CELLS.c.cell.in_(some)))
        for cell, c, sought in rows:
            yield from ((n, c) for n, seeks in at[cell] if seeks or sought)


def _of_one_report(connection: Connection, new: Told) -> Iterator[Pair]:
    """Pairs of one report, of which the older was found by another reader or added by a person."""
    by_report: dict[str, list[int]] = defaultdict(list)
    for n, t in new.items():
        by_report[t.report].append(n)
    for some in chunks(by_report):
        asked = select(PROPOSALS.c.report, PROPOSALS.c.n).join(MENTIONS, MENTIONS.c.n == PROPOSALS.c.n)
        for report, c in connection.execute(asked.where(PROPOSALS.c.report.in_(some))):
            yield from ((n, c) for n in by_report[report])


def _bound(connection: Connection, new: Told, log: Log) -> Iterator[int]:
    """What new tellings are about, what is about them, and what people merged them with."""
    ids = {t.proposal.id for t in new.values()}
    wanted = {x for t in new.values() for x in about(t.proposal)}
    for a, b in bound_by(log):
        wanted |= {b} if a in ids else {a} if b in ids else set()
    for some in chunks(wanted):
        yield from connection.execute(select(PROPOSALS.c.n).where(PROPOSALS.c.id.in_(some))).scalars()
    for some in chunks(ids):
        asked = select(HELD_LINKS.c.held).where(HELD_LINKS.c.target.in_(some), HELD_LINKS.c.rel == ABOUT)
        yield from connection.execute(asked).scalars()


def _parts(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for some in chunks(numbers):
        asked = select(MENTIONS.c.n, MENTIONS.c.part).where(MENTIONS.c.n.in_(some))
        found.update((n, part) for n, part in connection.execute(asked))
    return found
