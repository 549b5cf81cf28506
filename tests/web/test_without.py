"""Claims without some sources: what the record would say had it never been given them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.joining.builder import ACTORS, ENVOY, voice
from tests.record.test_settling import REPORTS, proposals
from tests.web.conftest import Browser

from parley.desk import rests as desk_rests
from parley.desk.bench import Bench
from parley.desk.noun import Noun
from parley.desk.records import Wanted
from parley.desk.rests import Rests
from parley.desk.show import shown
from parley.desk.views.matrix import Matrix, matrix, matrix_without
from parley.record import Record
from parley.terms.enums import Action, Stance
from parley.terms.layers import Reading
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal


def fill(record: Record, told: list[Proposal], gone: frozenset[str] = frozenset()) -> Record:
    """Give a record the reports but for some."""
    for name, report in REPORTS.items():
        own = tuple(p for p in told if p.report == name)
        if name not in gone:
            record.add([Reading(report, ACTORS, (ENVOY,), own)], ReaderInfo("test", "1", "c0de"))
    return record


@st.composite
def voiced(draw: st.DrawFn) -> list[Proposal]:
    """Proposals, some of them claimed, denied or alleged."""
    told = draw(proposals())
    stances = st.sampled_from([None, None, Stance.ASSERTS, Stance.DENIES, Stance.ALLEGES])
    return [
        p if (s := draw(stances)) is None else replace(p, voices=(voice("belmark", s, report=p.report),)) for p in told
    ]


def lines(found: Matrix) -> list[object]:
    """The claims themselves, with who stands how to them."""
    return [(r.line, r.by) for r in found.rows]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(voiced(), st.frozensets(st.sampled_from([*REPORTS]), min_size=1, max_size=3))
def test_without_a_source_the_claims_are_those_of_a_record_never_given_it(
    told: list[Proposal], gone: frozenset[str]
) -> None:
    """Rows, statuses, dates and counts; the same as in the terminal; and what is no claim any more is told."""
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "all.db") as record:
        fill(record, told)
        rests = Rests()
        with Record.open(Path(folder) / "never.db") as never:
            fill(never, told, gone)
            own, found = matrix(never), matrix_without(record, rests, sorted(gone))
            assert lines(found) == lines(own)
            assert (found.counts, found.paging) == (own.counts, own.paging)
        table = shown(record, Noun.CLAIMS, Wanted(without=tuple(sorted(gone))), 0).table
        at = table.columns.index("status")
        assert sorted((str(r[0]), str(r[at])) for r in table.rows) == sorted(
            (r.line.id, r.line.status) for r in found.rows
        )
        before = {r.line.id: r for r in matrix(record).rows}
        ids = {m.proposal: s.id for s in record.slice().statements for m in s.mentions}
        status = {s.id: s.status for s in record.slice().statements}
        for row in found.rows:
            whole = status[ids[row.line.id]]
            assert row.was == ("" if whole == row.line.status else whole)
        still = {ids[r.line.id] for r in found.rows}
        lost = {i for i, r in before.items() if i not in still and set(r.line.reports) & gone}
        assert {ids[r.line.id] for r in found.changed} == lost
        assert all(r.gone == (set(before[ids[r.line.id]].line.reports) <= gone) for r in found.changed if r.gone)
        rests.close()


def test_a_page_without_a_source(browser: Browser) -> None:
    """What was contested is denied when its other side is not heard; what nobody else tells is told apart."""
    told = browser.get("/claims.json?without=The Ledger").json()
    (row,) = [r for r in told["rows"] if r["was"] == "new" or r["was"] == "contested"]
    assert row["line"]["status"] == "denied"
    assert {r["gone"] for r in told["changed"]} == {True}
    page = browser.get("/claims?without=The Ledger").text
    assert "never been read" in page
    assert "told by nobody else" in page
    assert browser.get("/claims?without=Nobody Times").status_code == 400
    assert "The Wire" in browser.get("/claims?without=The Wir").text


def test_two_sources_are_left_out_one_by_one(browser: Browser) -> None:
    """A link leaves out one more, and another hears one of them again."""
    page = browser.get("/claims?without=The+Wire").text
    assert "/claims?without=The+Wire&amp;without=first" in page
    both = browser.get("/claims?without=The+Wire&without=first")
    assert both.status_code == 200
    assert "No claims" in both.text
    assert 'href="/claims?without=first" aria-label="Hear The Wire again"' in both.text


@pytest.fixture
def great(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every record is great, and every source."""
    monkeypatch.setattr(desk_rests, "SMALL", 0)
    monkeypatch.setattr(desk_rests, "FEW", 0)


def patiently(browser: Browser, path: str) -> list[int]:
    """The statuses of a page until it is there."""
    seen = []
    for _ in range(200):
        seen.append(browser.get(path).status_code)
        if seen[-1] != 202:
            return seen
        time.sleep(0.02)
    return seen


def test_a_great_record_is_worked_out_beside(great: None, browser: Browser) -> None:  # noqa: ARG001
    """The page says so until it is done, and then shows the same; a decision has it worked out anew."""
    small = browser.get("/claims.json").json()["rows"]
    assert "is being worked out" in browser.get("/claims?without=The+Wire").text
    assert patiently(browser, "/claims.json?without=The+Wire")[-1] == 200
    told = browser.get("/claims.json?without=The+Wire").json()
    assert told["rows"]
    item = small[0]["line"]
    seen = {"id": item["id"], "seen": 0, "action": Action.REJECT.value}
    assert browser.post("/review/decide", seen).status_code == 200
    statuses = patiently(browser, "/claims.json?without=The+Wire")
    assert (statuses[0], statuses[-1]) == (202, 200)
    now = browser.get("/claims.json?without=The+Wire").json()["rows"]
    assert len(now) < len(told["rows"])


def test_copies_go_with_the_bench(bench: Bench, great: None) -> None:  # noqa: ARG001
    """No folder of a copy is left when the workbench ends."""
    with bench.at_work() as record:
        while (rest := bench.rests.of(record, frozenset({"second"}))) is None:
            time.sleep(0.02)
    folder = Path(rest.path).parent
    assert folder.is_dir()
    bench.close()
    assert not folder.exists()
