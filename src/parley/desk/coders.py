"""Coders: who codes what, how far they agree, where they do not, and what is decided then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from parley.analysis.agreement import agreement
from parley.desk.amiss import AmissError
from parley.desk.records import plainly
from parley.desk.tables import Cell, Table
from parley.desk.typed import plain
from parley.joining.correcting import correctable
from parley.record import Coding, Record
from parley.terms.log import Decision
from parley.terms.wire import to_plain

FOUND = "found"
"""Whether there is such a thing at all: no for a coder who rejects it, or did not add what another added."""
PROGRESS = ("coder", "report", "state", "places", "decided")
AGREEMENT = ("field", "units", "coders", "alpha", "low", "high")
APART = ("id", "form", "field")
_PASSED_OVER = frozenset({"links", "title"})
_ONLY = {"date": ("start", "end"), "places": ("name", "role"), "place": ("name",), "voices": ("who", "stance", "via")}
"""What counts of a value that has parts: words and offsets do not."""
Units = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By field, by place, by coder: the value."""


def assign(record: Record, reports: Iterable[str], coders: Iterable[str]) -> int:
    """Give reports to coders, all of the record's where none is named; how many assignments there are then."""
    with plainly():
        names = list(reports) or [r.id for r in record.texts()]
        for report in names:
            for coder in coders:
                record.assign(report, coder)
        return len(record.assignments())


def finish(record: Record, report: str, coder: str) -> None:
    """A coder is done with a report."""
    with plainly():
        record.finish(report, coder)


def progress(record: Record) -> Table:
    """Who was given what, and how far they are: places in the report, and those decided on."""
    with plainly():
        done: dict[tuple[str, str], set[str]] = defaultdict(set)
        for d in record.decisions():
            if d.coder is not None:
                done[(d.coder, d.target)].add(d.target)
        rows: list[tuple[Cell, ...]] = []
        for a in record.assignments():
            places = {p.id for p in record.proposals(a.report)}
            decided = sum((a.coder, p) in done for p in places)
            rows.append((a.coder, a.report, a.state, len(places), decided))
    return Table("Coders", PROGRESS, tuple(sorted(rows, key=str)), PROGRESS)


def agreed(record: Record, turn: int | None = None) -> Table:
    """Krippendorff's alpha, field by field, with its interval."""
    with plainly():
        units = units_of(record.codings(turn))
    rows = tuple(_row(field, list(by_place.values())) for field, by_place in units.items())
    return Table("Agreement", AGREEMENT, rows, AGREEMENT)


def _row(field: str, units: list[Mapping[str, str]]) -> tuple[Cell, ...]:
    found = agreement(units)
    coders = {c for u in units if len(u) > 1 for c in u}
    return (
        field,
        found.units,
        len(coders),
        *(None if x is None else round(x, 3) for x in (found.alpha, found.low, found.high)),
    )


def apart(record: Record, turn: int | None = None) -> Table:
    """Where coders made different things of one place, with what each made of it."""
    with plainly():
        found = record.codings(turn)
    form = {c.proposal: c.form.value for c in found}
    coders = sorted({c.coder for c in found})
    rows = tuple(
        (place, form[place], field, *(values.get(c, "") for c in coders))
        for field, by_place in units_of(found).items()
        for place, values in by_place.items()
        if len(set(values.values())) > 1
    )
    return Table("Where coders differ", (*APART, *coders), rows, (*APART, *coders))


def adjudicate(record: Record, place: str, coder: str, by: str, why: str | None = None) -> tuple[Decision, ...]:
    """Decide as one coder coded a place. Raises AmissError where that coder decided nothing on it."""
    with plainly():
        theirs = next((c for c in record.codings() if c.proposal.startswith(place) and c.coder == coder), None)
        if theirs is None or not theirs.decisions:
            raise AmissError(f"{coder!r} decided nothing on {place!r}", "See `parley agreement --apart`.")
        return tuple(_again(record, d, by, why or f"as {coder} coded it") for d in theirs.decisions)


def _again(record: Record, d: Decision, by: str, why: str) -> Decision:
    return record.decide(d.action, d.target, by, field=d.field, new=d.new, why=why)


def units_of(codings: Iterable[Coding]) -> Units:
    """By field, by place, what each coder made of it; of what a coder does not find only that."""
    units: dict[str, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for c in codings:
        units[FOUND][c.proposal][c.coder] = "no" if c.told is None else "yes"
        if c.told is not None:
            whole = to_plain(c.told)
            for field in correctable(c.told):
                if field not in _PASSED_OVER:
                    units[field][c.proposal][c.coder] = _value(field, whole[field])
    return {field: {p: dict(v) for p, v in by.items()} for field, by in units.items()}


def _value(field: str, value: Any) -> str:
    """A value as it counts: without words and offsets, lists without order."""
    if isinstance(value, list):
        return "; ".join(sorted(_value(field, v) for v in value))
    if isinstance(value, dict):
        return " ".join(str(value.get(k)) for k in _ONLY.get(field, tuple(value)))
    return plain(value)
