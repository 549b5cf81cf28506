"""One report: its text with what was found in it, cut into stretches so that every mark has its own place."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.brief.naming import naming_of
from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.desk.tables import Table
from parley.desk.views.lines import Line, lines_for, table_of, told_in
from parley.record import Record
from parley.terms.report import Report
from parley.terms.slice import Filter, Slice
from parley.terms.statement import Mention, Statement, Talk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Mark:
    """The words that a statement turns on: its place, and the line that it leads to."""

    id: str
    proposal: str
    start: int
    end: int
    form: str
    status: str
    reality: str
    says: str
    decision: str | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the text. `quoted` lists the statements whose quote covers it, `marks` those that turn on it.

    `opens` are the marks that begin here: a mark cut in two has one place to lead to.
    """

    text: str
    quoted: tuple[str, ...]
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with its text and every statement and talk that it tells, in the order of the text."""

    id: str
    title: str
    publisher: str
    published: str
    language: str
    url: str
    state: str
    why: str
    handling: str
    reliability: str
    appearances: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    lines: tuple[Line, ...]

    @property
    def table(self) -> Table:
        """What it tells as a table."""
        return table_of(self.title, self.lines)


def report_page(record: Record, wanted: str) -> ReportPage:
    """A report by its id. Raises AmissError where the record holds none."""
    with plainly():
        report = record.report(wanted)
        if report is None:
            raise AmissError(f"the record holds no report {wanted!r}", "See the list of reports for those it holds.")
        part = record.slice(Filter(reports=frozenset({report.id})))
    return _page(report, part)


def _page(report: Report, part: Slice) -> ReportPage:
    own: list[tuple[Mention, Statement | Talk]] = [
        (m, t) for t in told_in(part) for m in t.mentions if m.report == report.id
    ]
    own.sort(key=lambda p: (p[0].head.start, p[0].head.end, p[0].proposal))
    told = list({t.id: t for _, t in own}.values())
    only = Slice(reports=(report,), actors=part.actors, statements=part.statements)
    lines = lines_for(told, part, naming_of(only))
    by_id = {line.id: line for line in lines}
    marks = [_mark(m, by_id[t.id]) for m, t in own]
    quotes = [(m.start, m.end, t.id) for m, t in own]
    return ReportPage(
        id=report.id,
        title=report.title or report.id,
        publisher=report.publisher or "",
        published=report.published or "",
        language=report.language or "",
        url=report.url or "",
        state=report.state.value,
        why=report.why or "",
        handling=report.handling.value,
        reliability=report.reliability or "",
        appearances=tuple(a.publisher or a.url or "" for a in report.appearances[1:]),
        stretches=stretches(report.text or "", marks, quotes),
        lines=lines,
    )


def _mark(m: Mention, line: Line) -> Mark:
    return Mark(
        id=line.id,
        proposal=m.proposal,
        start=m.head.start,
        end=m.head.end,
        form=line.form,
        status=line.status,
        reality=line.reality,
        says=line.says,
        decision=line.decision,
    )


def stretches(text: str, marks: Sequence[Mark], quotes: Iterable[tuple[int, int, str]]) -> tuple[Stretch, ...]:
    """A text in stretches that together are the text, cut wherever a mark or a quote begins or ends.

    >>> [s.text for s in stretches("They met.", [], [(0, 4, "a")])]
    ['They', ' met.']
    """
    spans = [(a, b, i) for a, b, i in quotes if 0 <= a < b <= len(text)]
    heads = [m for m in marks if 0 <= m.start < m.end <= len(text)]
    ends = {x for a, b, _ in spans for x in (a, b)} | {x for m in heads for x in (m.start, m.end)}
    cuts = sorted({0, len(text)} | ends)
    covering = _covering(cuts, spans)
    on = _covering(cuts, [(m.start, m.end, m) for m in heads])
    opened: dict[int, list[Mark]] = {}
    for m in heads:
        opened.setdefault(m.start, []).append(m)
    return tuple(
        Stretch(text[a:b], tuple(dict.fromkeys(covering[a])), tuple(on[a]), tuple(opened.get(a, ())))
        for a, b in itertools.pairwise(cuts)
    )


def _covering(cuts: Sequence[int], spans: Iterable[tuple[int, int, T]]) -> dict[int, list[T]]:
    """For each cut, what covers the stretch that begins there."""
    place = {cut: i for i, cut in enumerate(cuts)}
    found: dict[int, list[T]] = {cut: [] for cut in cuts}
    for a, b, what in spans:
        for cut in cuts[place[a] : place[b]]:
            found[cut].append(what)
    return found
