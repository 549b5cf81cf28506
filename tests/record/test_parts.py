"""A record in parts: together they are the record, and each can stand alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from benchmarks.record_told import readings
from tests.joining.builder import READER

from parley.formats import jsonl
from parley.formats.lines import own_reports
from parley.record import Record, parts
from parley.terms.enums import Action, Form, Reality, Status
from parley.terms.named import named_in
from parley.terms.slice import CONTRACT, Contract, Filter, Slice
from parley.terms.statement import Statement, Talk

FILTERS = [
    Filter(),
    Filter(actors=frozenset({"actor-0"})),
    Filter(statuses=frozenset({Status.CLAIMED}), realities=frozenset({Reality.HAPPENED})),
    Filter(forms=frozenset({Form.TALK})),
    Filter(since="1950-01-01"),
    Filter(words="shelled"),
    Filter(words="nowhere"),
]


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory, engine: str) -> Iterator[Record]:  # noqa: ARG001 - one of each
    """Forty reports of the same weeks, with decisions on them."""
    with Record.open(tmp_path_factory.mktemp("parts") / "record.db") as made:
        told = list(readings(10 * 1_020))
        made.add([*told[:20], *told[1_000:]], READER)
        some = made.slice()
        made.decide(Action.REJECT, some.statements[0].id, "ana")
        made.decide(Action.ACCEPT, some.statements[-1].id, "ana")
        made.decide(Action.RATE, some.reports[0].publisher or "", "ana", field="source", new="B")
        yield made


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of three reports, so that there are many."""
    monkeypatch.setattr(parts, "MANY", 3)
    monkeypatch.setattr(parts, "ACTORS_AT_ONCE", 7)


def together(some: list[Slice], name: str) -> list[Any]:
    """One field of all parts; of reports, those that are each part's own."""
    return [v for p in some for v in (own_reports(p) if name == "reports" else getattr(p, name))]


@pytest.mark.parametrize("asked", FILTERS)
def test_parts_together_are_the_slice(record: Record, asked: Filter) -> None:
    """Each statement, talk, report, proposal, decision and rating once, in the order of the slice; no actor missing."""
    whole, some = record.slice(asked), list(record.parts(asked, proposals=True))
    for name in ("reports", "statements", "talks", "decisions", "ratings", "merge_proposals"):
        assert together(some, name) == list(getattr(whole, name)), name
    assert Counter(together(some, "proposals")) == Counter(whole.proposals)
    assert {a.id: a for a in together(some, "actors")} == {a.id: a for a in whole.actors}
    assert {p.reader for p in some} == {whole.reader}


@pytest.mark.parametrize("asked", FILTERS)
def test_each_part_holds_what_it_needs(record: Record, asked: Filter) -> None:
    """The actors that it names and lets speak, and every report in which it is told, with its day and outlet."""
    outlets = {r.id: r.publisher for r in record.slice().reports}
    known = {a.id for a in record.actors()}
    for part in record.parts(asked):
        held: list[Statement | Talk] = [*part.statements, *part.talks]
        assert {n for h in held for n in named_in(h)} & known <= {a.id for a in part.actors}
        reports = {m.report for h in held for m in h.mentions} | {v.report for h in held for v in h.voices}
        for told in reports:
            assert part.report(told).publisher == outlets[told]
        assert not part.proposals


@pytest.mark.parametrize("asked", FILTERS)
def test_lines_of_parts_are_lines_of_the_slice(record: Record, asked: Filter, tmp_path: Path) -> None:
    """The same lines, each once; loaded into another record they are the same record."""
    contract = Contract(CONTRACT, "0.1", READER)
    streamed = list(jsonl.stream(record.parts(asked, proposals=True), contract))
    assert sorted(streamed) == sorted(jsonl.export(record.slice(asked), contract))
    if asked == Filter():
        with Record.open(tmp_path / "again.db") as again:
            again.load(jsonl.load(streamed))
            assert again.slice().statements == record.slice().statements
