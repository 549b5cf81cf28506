"""The network of signed, dated ties at a moment, and what runs between two actors."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from parley.analysis import Edge, Network, network
from parley.brief.pictures import edge_words, most_tied, network_svg, shown
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.actor import actor_of
from parley.desk.views.lines import Line, lines_of, table_of
from parley.record import Record
from parley.terms.enums import Form, Reality, Status
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Statement

MOST = 400
"""Ties, and acts, that a picture is made of: the newest."""
BETWEEN = 100
COLUMNS = ("from", "to", "relation", "sign", "status", "fact", "statements")
TIES, ACTS = frozenset({Form.TIE}), frozenset({Form.EVENT})
FACTS = frozenset({Status.REPORTED, Status.ADMITTED})
REAL = frozenset({Reality.HAPPENED, Reality.ONGOING})


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """An edge in words: from, to, what runs between them."""

    one: str
    one_name: str
    other: str
    other_name: str
    words: str
    sign: int
    status: str
    fact: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TiesPage:
    """The network at a moment, as a picture and in words. `first` and `last` bound the years of the slider."""

    picture: Markup
    edges: tuple[EdgeLine, ...]
    not_drawn: tuple[str, ...]
    first: int | None
    last: int | None
    cut: bool

    @property
    def table(self) -> Table:
        """The edges as a table."""
        rows = tuple(
            (e.one_name, e.other_name, e.words, e.sign, e.status, e.fact, ", ".join(e.statements)) for e in self.edges
        )
        return Table("Ties", COLUMNS, rows, COLUMNS)


@dataclass(frozen=True, slots=True)
class BetweenPage:
    """Everything that names both of two actors."""

    one: str
    one_name: str
    other: str
    other_name: str
    lines: tuple[Line, ...]
    cut: bool

    @property
    def table(self) -> Table:
        """The lines as a table."""
        return table_of(f"{self.one_name} and {self.other_name}", self.lines)


def ties_page(
    record: Record,
    href: Callable[[str, str], str],
    until: str | None = None,
    actors: frozenset[str] = frozenset(),
    sums: bool = True,
) -> TiesPage:
    """The ties that hold on a day, and what was done up to it; `href` leads to what runs between two actors.

    What has no date is always there.
    """
    with plainly():
        ties, cut = _part(record, Filter(forms=TIES, actors=actors), until)
        facts = Filter(forms=ACTS, actors=actors, statuses=FACTS, realities=REAL)
        acts, more = _part(record, facts, until) if sums else (Slice(), False)
        years = [int(t.period) for t in record.timeline(by="year") if t.period.isdigit()]
    net = network(_together(ties, acts))
    drawn = {n.actor for n in shown(net).nodes}
    return TiesPage(
        picture=network_svg(net, lambda e: href(e.source, e.target), title="Actors and their ties"),
        edges=_edges(net),
        not_drawn=tuple(n.name for n in most_tied(net) if n.actor not in drawn),
        first=min(years, default=None),
        last=max(years, default=None),
        cut=cut or more,
    )


def between(record: Record, one: str, other: str) -> BetweenPage:
    """What names both of two actors. Raises AmissError for one that is not known."""
    with plainly():
        a, b = actor_of(record, one), actor_of(record, other)
        part = record.shared(a.id, b.id, BETWEEN)
    lines = lines_of(part)
    return BetweenPage(a.id, a.name, b.id, b.name, lines, cut=len(lines) >= BETWEEN)


def _part(record: Record, asked: Filter, until: str | None) -> tuple[Slice, bool]:
    """The newest of what a filter means, as it stood on a day."""
    many = record.how_many(asked)
    part = record.newest(asked if many <= MOST or until is None else replace(asked, until=until), MOST)
    if until is not None:
        part = replace(part, statements=tuple(s for s in part.statements if _stood(s, until)))
    return part, many > MOST


def _stood(s: Statement, day: str) -> bool:
    """Whether a statement had begun by a day, and, where it is a tie, had not ended before it."""
    if s.date is None:
        return True
    begun = (s.date.start or "")[: len(day)] <= day
    return begun and (s.form is not Form.TIE or s.date.end is None or s.date.end >= day[: len(s.date.end)])


def _together(a: Slice, b: Slice) -> Slice:
    actors = {x.id: x for x in (*a.actors, *b.actors)}
    return replace(a, actors=tuple(actors.values()), statements=(*a.statements, *b.statements))


def _edges(net: Network) -> tuple[EdgeLine, ...]:
    names = {n.actor: n.name for n in net.nodes}
    return tuple(_edge(e, names) for e in sorted(net.edges, key=lambda e: (e.relation is None, -len(e.statements))))


def _edge(e: Edge, names: dict[str, str]) -> EdgeLine:
    return EdgeLine(
        one=e.source,
        one_name=names.get(e.source, e.source),
        other=e.target,
        other_name=names.get(e.target, e.target),
        words=edge_words(e),
        sign=e.sign,
        status=e.status.value,
        fact=e.fact,
        statements=e.statements,
    )
