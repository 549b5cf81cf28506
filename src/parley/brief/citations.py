"""Citations: every quote of a slice numbered by report and place ("R1.3"), with its anchor in the source text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from parley.analysis import statements, talks
from parley.terms.report import Report, hash_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk
from parley.terms.values import Voice


@dataclass(frozen=True, slots=True)
class Cite:
    """One quote of one line. `anchor` is the quote's id in the page, `line` the id of the line that rests on it.

    `placed`: the report's text holds the quote at `start:end`, so that it can be highlighted there.
    """

    label: str
    anchor: str
    line: str
    report: str
    report_label: str
    start: int
    end: int
    quote: str
    placed: bool


_Place = tuple[str, str, int, int]
"""Target id, report id, start, end: a quote has one citation for each line that rests on it."""


@dataclass(frozen=True, slots=True)
class Citations:
    """All citations of a slice, found by target and place; `numbers` gives each report's number from 1."""

    reports: tuple[Report, ...]
    numbers: dict[str, int]
    by_place: dict[_Place, Cite] = field(default_factory=dict)
    by_report: dict[str, tuple[Cite, ...]] = field(default_factory=dict)

    def of(self, told: Statement | Talk) -> tuple[Cite, ...]:
        """The quotes that tell a statement or talk, by report number and place."""
        found = {self.by_place[told.id, m.report, m.start, m.end] for m in told.mentions}
        return tuple(sorted(found, key=self._order))

    def of_voice(self, target: str, voice: Voice) -> Cite | None:
        """The quote in which a voice is heard, where the record holds one."""
        if voice.start is None or voice.end is None:
            return None
        return self.by_place.get((target, voice.report, voice.start, voice.end))

    def of_report(self, report: str) -> tuple[Cite, ...]:
        """Every citation of a report, in the order of its text."""
        return self.by_report.get(report, ())

    def label_of(self, report: str) -> str:
        """A report's short name: "R1"."""
        return f"R{self.numbers[report]}"

    def _order(self, cite: Cite) -> tuple[int, int, int]:
        return self.numbers[cite.report], cite.start, cite.end


def line_id(target: str) -> str:
    """The id in the page of a statement's or talk's line; one to one, whatever characters the record's id has.

    >>> line_id("p0a"), line_id('x" y')
    ('s-p0a', 's-x_22__20_y')
    """
    return "s-" + re.sub(r"[^A-Za-z0-9-]", lambda m: f"_{ord(m[0]):x}_", target)


def _quotes(told: Statement | Talk) -> Iterator[tuple[_Place, str]]:
    for m in told.mentions:
        yield (told.id, m.report, m.start, m.end), m.quote
    for v in told.voices:
        if v.quote and v.start is not None and v.end is not None:
            yield (told.id, v.report, v.start, v.end), v.quote


def _missing(report: str) -> Report:
    return Report(report, None, None, None, None, None, None, None, hash_of(""))


def _reports(slice: Slice, cited: Iterable[str]) -> tuple[Report, ...]:  # noqa: A002 - the contract's own word
    """The reports by day of publication, undated last; one that is cited but not held stands empty."""
    held = {r.id: r for r in slice.reports}
    every = [*held.values(), *(_missing(r) for r in dict.fromkeys(cited) if r not in held)]
    return tuple(sorted(every, key=lambda r: (r.published or "9999", r.id)))


def cite_all(slice: Slice) -> Citations:  # noqa: A002
    """Number every quote that a standing statement or talk rests on, by report and place in its text."""
    told: tuple[Statement | Talk, ...] = (*statements(slice), *talks(slice))
    quotes = {place: quote for t in told for place, quote in _quotes(t)}
    heard_in = (v.report for t in told for v in t.voices)
    reports = _reports(slice, [*(report for _, report, _, _ in quotes), *heard_in])
    numbers = {r.id: n for n, r in enumerate(reports, 1)}
    places: dict[str, list[_Place]] = {}
    for place in sorted(quotes, key=lambda p: (p[2], p[3], p[0])):
        places.setdefault(place[1], []).append(place)
    by_place: dict[_Place, Cite] = {}
    for r in reports:
        for k, place in enumerate(places.get(r.id, ()), 1):
            by_place[place] = _cite(r, numbers[r.id], k, place, quotes[place])
    by_report = {r: tuple(by_place[p] for p in of_report) for r, of_report in places.items()}
    return Citations(reports, numbers, by_place, by_report)


def _cite(report: Report, n: int, k: int, place: _Place, quote: str) -> Cite:
    target, _, start, end = place
    placed = report.text is not None and 0 <= start < end and report.text[start:end] == quote
    return Cite(f"R{n}.{k}", f"r{n}-q{k}", line_id(target), report.id, f"R{n}", start, end, quote, placed)
