"""Answers from the tables: which statements and talks a filter means, and the slice that they make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, false, func, or_, select, union

from parley.joining.actors import judged_by_people, proposed
from parley.joining.correcting import set_right
from parley.joining.log import Log
from parley.record.chunks import Keyed, chunks
from parley.record.counting import tallied
from parley.record.deriving import derived
from parley.record.errors import AmbiguousError
from parley.record.recalling import Recall
from parley.record.rows import UNDATED
from parley.record.tables import (
    ACTORS,
    HELD,
    HELD_ACTORS,
    HELD_VOICES,
    MENTIONS,
    ORDER,
    PROPOSALS,
    READINGS,
    REPORTS,
    TALLIES,
)
from parley.record.wiring import read, read_rows
from parley.record.words import proposals_saying
from parley.terms.actor import Actor
from parley.terms.enums import DecisionState, Form
from parley.terms.log import MergeProposal
from parley.terms.named import named_in
from parley.terms.report import Report
from parley.terms.slice import Filter, ReaderInfo, Slice
from parley.terms.statement import Proposal, Statement, Talk

AT_MOST = 10
"""Finds of a frequent word looked at for each one that a page shows: which are first is then as they came."""
OFTEN = 20_000
"""Statements and talks that name an actor from which on it is looked for among all, one day after another."""
PERSON = "person"
"""The reader of what people add."""
_NUMBERED = Keyed(select(PROPOSALS.c.n), PROPOSALS.c.id)
_OF_OPEN_START = select(HELD.c.n).where(HELD.c.starts.is_(None), HELD.c.ends.is_not(None))
LAST = "\U0010ffff"
"""Sorts behind every other character."""


@dataclass(frozen=True, slots=True)
class Page:
    """So many of a filter's statements and talks, after so many others; without those that people rejected.

    `by_day` orders by their own days, undated last, else they stand in the order of telling. `disputed` leaves out
    talks and what a report plainly tells as a fact.
    """

    many: int
    after: int = 0
    by_day: bool = True
    standing: bool = True
    disputed: bool = False


EVERYTHING = Filter()


def slice_of(connection: Connection, recall: Recall, asked: Filter, page: Page | None = None) -> Slice:
    """The part of the record that a filter means, with the reports, actors and proposals that it needs.

    With a page, no more than that of it: statements and talks in the page's order.
    """
    often = page is not None and _are_named_often(connection, asked)
    numbers: list[int] = list(connection.execute(numbers_meant(asked, page, often)).scalars())  # type: ignore[arg-type]
    return slice_holding(connection, recall, numbers, asked, whole=asked == EVERYTHING and page is None)


def slice_holding(
    connection: Connection, recall: Recall, numbers: list[int], asked: Filter, whole: bool = False
) -> Slice:
    """The slice that some statements and talks make, by their numbers and in their order; all there is, if `whole`."""
    held = derived(connection, recall, numbers)
    proposals = _proposals(connection, recall, None if whole else held)
    reports = _reports(connection, recall, held, None if whole else asked)
    actors = _actors(connection, held, proposals, None if whole else asked)
    ids = {a.id for a in actors}
    told = (m.proposal for h in held for m in h.mentions)
    targets = {*ids, *(h.id for h in held), *told, *(r.id for r in reports)}
    return Slice(
        reports=tuple(reports),
        actors=tuple(actors),
        affiliations=tuple(a for a in recall.affiliations(connection) if whole or {a.who, a.whom} & ids),
        proposals=tuple(proposals),
        statements=tuple(h for h in held if isinstance(h, Statement)),
        talks=tuple(h for h in held if isinstance(h, Talk)),
        merge_proposals=tuple(m for m in merges(connection, recall) if set(m.targets) <= targets),
        decisions=tuple(d for d in recall.decisions if whole or d.target in targets),
        ratings=tuple(r for r in recall.log(connection).ratings if whole or r.target in targets),
        reader=last_reader(connection),
        asked=asked,
    )


def found(connection: Connection, recall: Recall, wanted: str) -> Statement | Talk | None:
    """A statement or talk by its id, a proposal's id, or the beginning of either. Raises AmbiguousError."""
    n = number_of(connection, wanted)
    return derived(connection, recall, [n])[0] if n is not None else None


def number_of(connection: Connection, wanted: str) -> int | None:
    """The number of what holds a proposal, by its id or the beginning of its id. Raises AmbiguousError."""
    held = select(MENTIONS.c.held).join(PROPOSALS, PROPOSALS.c.n == MENTIONS.c.n)
    exact = connection.execute(held.where(PROPOSALS.c.id == wanted)).scalar()
    if exact is not None or not wanted:
        return int(exact) if exact is not None else None
    begins = held.where(PROPOSALS.c.id >= wanted, PROPOSALS.c.id < wanted + LAST).distinct().limit(4)
    some = list(connection.execute(begins).scalars())
    if len(some) > 1:
        ids = connection.execute(select(HELD.c.id).where(HELD.c.n.in_(some)).order_by(HELD.c.id)).scalars()
        raise AmbiguousError(f"{wanted!r} begins several ids: {', '.join(list(ids)[:3])} …")
    return int(some[0]) if some else None


def counted(connection: Connection) -> dict[str, int]:
    """How many of each thing the record holds."""

    def many(asked: Table, *where: ColumnElement[bool]) -> int:
        return int(connection.execute(select(func.count()).select_from(asked).where(*where)).scalar_one())

    forms = tallied(connection, TALLIES.c.form)
    facts = tallied(connection, TALLIES.c.form, TALLIES.c.fact == 1, TALLIES.c.form != Form.TALK.value)
    return {
        "reports": many(REPORTS),
        "unread": many(REPORTS, REPORTS.c.state == "unread"),
        "proposals": many(PROPOSALS),
        "statements": sum(n for form, n in forms.items() if form != Form.TALK),
        "facts": sum(facts.values()),
        **{f"{form}s": forms.get(form.value, 0) for form in Form},
        "actors": many(ACTORS),
    }


def last_reader(connection: Connection) -> ReaderInfo | None:
    """The reader of the reading kept last; of a report that was read twice, the first reader: what it says stands."""
    before = READINGS.alias()
    twice = select(before.c.id).where(
        before.c.report == READINGS.c.report, before.c.id < READINGS.c.id, before.c.reader != PERSON
    )
    own = select(READINGS).where(READINGS.c.reader != PERSON, ~twice.exists())
    asked = own.order_by(READINGS.c.again.desc(), READINGS.c.id.desc())
    row = connection.execute(asked.limit(1)).mappings().first()
    return ReaderInfo(row["reader"], row["version"], row["codebook"]) if row else None


def _are_named_often(connection: Connection, asked: Filter) -> bool:
    """Whether so much names a filter's actors that a page of it is found sooner by looking at one day after another."""
    named = select(HELD_ACTORS.c.held).where(HELD_ACTORS.c.actor.in_(sorted(asked.actors))).limit(OFTEN)
    return (
        bool(asked.actors) and connection.execute(select(func.count()).select_from(named.subquery())).scalar() == OFTEN
    )


def numbers_meant(asked: Filter, page: Page | None = None, often: bool = False) -> Select[tuple[int]]:
    """The numbers of the statements and talks that a filter means; of a page of them, in its order.

    `often` says that its actors are named by much of the record.
    """
    words_alone = page is not None and asked == Filter(words=asked.words)
    disputed = (HELD.c.plain == 0, HELD.c.form != Form.TALK.value)  # asked first: it costs least and leaves out most
    meant = select(HELD.c.n).where(*disputed) if page is not None and page.disputed else select(HELD.c.n)
    meant = meant.where(*conditions(asked, AT_MOST * page.many if page and words_alone else None, often))
    if page is None:
        return meant.order_by(*ORDER)
    if page.standing:
        meant = meant.where(or_(HELD.c.decision.is_(None), HELD.c.decision != DecisionState.REJECTED.value))
    order = (HELD.c.day, HELD.c.last_day, *ORDER) if page.by_day else ORDER
    return meant.order_by(*order).limit(page.many).offset(page.after)


def kinds(asked: Filter, of: Table) -> Iterator[ColumnElement[bool]]:
    """What a filter asks of the columns that `held` and `tallies` share, one condition each."""
    for column, wanted in (
        (of.c.form, asked.forms),
        (of.c.reality, asked.realities),
        (of.c.status, asked.statuses),
    ):
        if wanted:
            yield column.in_(sorted(w.value for w in wanted))


def conditions(asked: Filter, at_most: int | None = None, often: bool = False) -> Iterator[ColumnElement[bool]]:
    """What a filter asks of a statement or talk, one condition each; of words found so often only so many finds.

    With `often`, each statement is asked whether it names the actors, not the actors what names them.
    """
    yield from kinds(asked, HELD)
    if asked.reports:
        told = select(MENTIONS.c.held).join(PROPOSALS, PROPOSALS.c.n == MENTIONS.c.n)
        yield HELD.c.n.in_(told.where(PROPOSALS.c.report.in_(sorted(asked.reports))))
    if asked.actors:
        actors = sorted(asked.actors)
        named = select(HELD_ACTORS.c.held).where(HELD_ACTORS.c.actor.in_(actors), HELD_ACTORS.c.shown == 1)
        heard = select(HELD_VOICES.c.held).where(HELD_VOICES.c.who.in_(actors))
        its = (named.where(HELD_ACTORS.c.held == HELD.c.n), heard.where(HELD_VOICES.c.held == HELD.c.n))
        yield or_(*(s.exists() for s in its)) if often else HELD.c.n.in_(union(named, heard))
    if asked.since or asked.until:
        yield HELD.c.day != UNDATED
    if asked.since:
        yield or_(HELD.c.last_day >= asked.since, HELD.c.last_day == UNDATED)
    if asked.until:
        yield or_(HELD.c.day <= asked.until, HELD.c.n.in_(_OF_OPEN_START))
    if asked.words and asked.words.strip():
        saying = proposals_saying(asked.words)
        saying = saying.limit(at_most) if saying is not None and at_most else saying
        held = select(MENTIONS.c.held).where(MENTIONS.c.n.in_(saying)) if saying is not None else None
        yield HELD.c.n.in_(held) if held is not None else false()


def _proposals(connection: Connection, recall: Recall, held: Iterable[Statement | Talk] | None) -> list[Proposal]:
    """Proposals as they were found; those that were just read to make statements of are not read again."""
    return proposals_of(connection, recall, None if held is None else [m.proposal for h in held for m in h.mentions])


def proposals_of(connection: Connection, recall: Recall, ids: Iterable[str] | None) -> list[Proposal]:
    """Some proposals by their ids, or all of them, in the order of reports and words."""
    if ids is None or recall.log(connection).renamed:
        found_now: list[Proposal] = values_of(connection, PROPOSALS, ids)
    else:
        numbers = [n for (n,) in _NUMBERED.rows(connection, ids)]
        found_now = list(recall.proposals(connection, numbers).values())
    return sorted(found_now, key=lambda p: (p.report, p.start, p.end, p.id))


def _reports(
    connection: Connection, recall: Recall, held: Iterable[Statement | Talk], asked: Filter | None
) -> list[Report]:
    told = {m.report for h in held for m in h.mentions}
    needed = None if asked is None else told | {v.report for h in held for v in h.voices} | asked.reports
    log = recall.log(connection)
    reports = [as_decided(r, log) for r in values_of(connection, REPORTS, needed)]
    return sorted(reports, key=lambda r: (r.published is None, r.published or "", r.id))


def as_decided(report: Report, log: Log) -> Report:
    """A report as people set it right, with the rating that they gave it or, failing that, its publisher."""
    now = set_right(report, log.on.get(report.id, ()))
    rated = {r.target: r.source for r in log.ratings if r.source}
    source = rated.get(now.id) or rated.get(now.publisher or "")
    return replace(now, reliability=source) if source else now


def _actors(
    connection: Connection, held: Iterable[Statement | Talk], proposals: Iterable[Proposal], asked: Filter | None
) -> list[Actor]:
    if asked is None:
        return sorted(values_of(connection, ACTORS, None), key=lambda a: a.id)
    return sorted(values_of(connection, ACTORS, actors_needed(held, proposals) | asked.actors), key=lambda a: a.id)


def actors_needed(held: Iterable[Statement | Talk], proposals: Iterable[Proposal]) -> set[str]:
    """The ids of the actors that these name and let speak."""
    return {a for x in (*held, *proposals) for a in named_in(x)}


def values_of(connection: Connection, table: Table, ids: Iterable[str] | None) -> list[Any]:
    """The values of a table's rows of these ids; of all where `ids` is None."""
    if ids is None:
        return read_rows(connection, table, select(table.c.id, table.c.json))
    values: list[Any] = []
    for some in chunks(ids):
        values += read_rows(connection, table, select(table.c.id, table.c.json).where(table.c.id.in_(some)))
    return values


def merges(connection: Connection, recall: Recall) -> Iterator[MergeProposal]:
    """Proposals to merge: actors of one name under several ids."""
    c = ACTORS.c
    shared = select(c.folded).where(c.folded != "").group_by(c.folded).having(func.count() > 1)
    alike: dict[str, list[Actor]] = {}
    for folded, id_, text in connection.execute(
        select(c.folded, c.id, c.json).where(c.folded.in_(shared)).order_by(c.folded, c.id)
    ):
        alike.setdefault(folded, []).append(read(ACTORS, id_, text))
    log = recall.log(connection)
    return (judged_by_people(proposed(actors), log) for actors in alike.values())
