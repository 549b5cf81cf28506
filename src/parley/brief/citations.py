"""Citations: every place that a slice quotes, numbered by report and place ("R1.3"), with its anchor in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from parley.analysis import meetings_of_talks, statements, talks
from parley.terms.report import Report, hash_of
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk
from parley.terms.values import Voice


@dataclass(frozen=True, slots=True)
class Cite:
    """One quoted place. `anchor` is its id in the page, `lines` the ids of the lines that rest on it.

    `placed`: the report's text holds the quote at `start:end`, so that it can be highlighted there.
    """

    label: str
    anchor: str
    lines: tuple[str, ...]
    report: str
    report_label: str
    start: int
    end: int
    quote: str
    placed: bool


_Place = tuple[str, int, int]
"""Report id, start, end: one place has one citation, however many lines rest on it."""


@dataclass(frozen=True, slots=True)
class Citations:
    """All citations of a slice by place; `numbers` gives each report's number from 1.

    `mentions` are the quotes that tell each line's statement or talk, by id: a talk has those of its meetings too.
    """

    reports: tuple[Report, ...]
    numbers: Mapping[str, int]
    by_place: Mapping[_Place, Cite] = field(default_factory=dict)
    by_report: Mapping[str, tuple[Cite, ...]] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)

    def of(self, told: Statement | Talk) -> tuple[Cite, ...]:
        """The places that tell a statement or talk, by report number and place."""
        found = {(m.report, m.start, m.end) for m in self.mentions.get(told.id, told.mentions)}
        return tuple(sorted((self.by_place[p] for p in found), key=self._order))

    def of_voice(self, told: Statement | Talk, voice: Voice) -> Cite | None:
        """The place in which a voice is heard, where that is not within a quote that tells the thing itself."""
        if voice.start is None or voice.end is None or _is_within(voice, self.mentions.get(told.id, told.mentions)):
            return None
        return self.by_place.get((voice.report, voice.start, voice.end))

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


def _is_within(voice: Voice, mentions: Iterable[Mention]) -> bool:
    start, end = voice.start or 0, voice.end or 0
    return any(m.report == voice.report and m.start <= start and end <= m.end for m in mentions)


def _mentions(slice: Slice) -> dict[str, tuple[Mention, ...]]:  # noqa: A002 - the contract's own word
    """The quotes of each line, by statement or talk id; a meeting that a talk tells lends it its quotes."""
    home = meetings_of_talks(slice)
    told: tuple[Statement | Talk, ...] = (*statements(slice), *talks(slice))
    out: dict[str, tuple[Mention, ...]] = {t.id: t.mentions for t in told if t.id not in home}
    for s in (t for t in told if t.id in home):
        out[home[s.id]] = (*out[home[s.id]], *s.mentions)
    return out


def _quotes(told: Statement | Talk, mentions: tuple[Mention, ...]) -> Iterator[tuple[_Place, str]]:
    for m in mentions:
        yield (m.report, m.start, m.end), m.quote
    for v in told.voices:
        if v.quote and v.start is not None and v.end is not None and not _is_within(v, mentions):
            yield (v.report, v.start, v.end), v.quote


def _missing(report: str) -> Report:
    return Report(report, None, None, None, None, None, None, None, hash_of(""))


def _reports(slice: Slice, cited: Iterable[str]) -> tuple[Report, ...]:  # noqa: A002
    """The reports by day of publication, undated last; one that is cited but not held stands empty."""
    held = {r.id: r for r in slice.reports}
    every = [*held.values(), *(_missing(r) for r in dict.fromkeys(cited) if r not in held)]
    return tuple(sorted(every, key=lambda r: (r.published or "9999", r.id)))


def cite_all(slice: Slice) -> Citations:  # noqa: A002
    """Number every place that a line of the page rests on, by report and place in its text."""
    mentions = _mentions(slice)
    every: tuple[Statement | Talk, ...] = (*statements(slice), *talks(slice))
    told = [t for t in every if t.id in mentions]
    places: dict[str, dict[_Place, str]] = {}
    lines: dict[_Place, dict[str, None]] = {}
    for t in told:
        for place, quote in _quotes(t, mentions[t.id]):
            places.setdefault(place[0], {})[place] = quote
            lines.setdefault(place, {})[line_id(t.id)] = None
    reports = _reports(slice, [*places, *(v.report for t in told for v in t.voices)])
    numbers = {r.id: n for n, r in enumerate(reports, 1)}
    by_report = {r.id: _cites_of(r, numbers[r.id], places.get(r.id, {}), lines) for r in reports}
    by_place = {(c.report, c.start, c.end): c for cites in by_report.values() for c in cites}
    return Citations(reports, numbers, by_place, by_report, mentions)


def _cites_of(
    report: Report, n: int, quotes: Mapping[_Place, str], lines: Mapping[_Place, Mapping[str, None]]
) -> tuple[Cite, ...]:
    own = sorted(quotes, key=lambda p: p[1:])
    return tuple(_cite(report, n, k, p, quotes[p], tuple(lines[p])) for k, p in enumerate(own, 1))


def _cite(report: Report, n: int, k: int, place: _Place, quote: str, lines: tuple[str, ...]) -> Cite:
    _, start, end = place
    placed = report.text is not None and 0 <= start < end and report.text[start:end] == quote
    return Cite(f"R{n}.{k}", f"r{n}-q{k}", lines, report.id, f"R{n}", start, end, quote, placed)
