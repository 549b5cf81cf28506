"""A copy without some reports is the record that was never given them."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.joining.builder import ACTORS, ENVOY, attack, proposal
from tests.record.test_settling import REPORTS, decisions, proposals

from parley.record import Record, RecordError, kept_answers
from parley.terms.layers import Reading
from parley.terms.slice import ReaderInfo, Slice
from parley.terms.statement import Proposal

READER = ReaderInfo("test", "1", "c0de")


def fill(record: Record, told: list[Proposal], without: frozenset[str] = frozenset()) -> None:
    """Give a record the reports but for some."""
    for name, report in REPORTS.items():
        if name not in without:
            own = tuple(p for p in told if p.report == name)
            record.add([Reading(report, ACTORS, (ENVOY,), own)], READER)


def same(one: Slice, other: Slice) -> None:
    """All that a slice holds."""
    for part in ("reports", "statements", "talks", "actors", "affiliations", "merge_proposals", "decisions", "ratings"):
        assert getattr(one, part) == getattr(other, part), part


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)
@given(proposals(), st.frozensets(st.sampled_from([*REPORTS]), min_size=1, max_size=3))
def test_without_a_source_is_never_given_it(told: list[Proposal], gone: frozenset[str]) -> None:
    """Statuses, dates, places, who is who, what may be one: all of it; and the record itself is as it was."""
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "all.db") as record:
        fill(record, told)
        before = record.slice()
        with (
            Record.open(Path(folder) / "never.db") as never,
            record.without(gone, Path(folder) / "rest.db") as rest,
        ):
            fill(never, told, gone)
            same(rest.slice(), never.slice())
            counts, own = rest.counts(), never.counts()
            assert {k: n for k, n in counts.items() if k != "readings"} == {
                k: n for k, n in own.items() if k != "readings"
            }
        same(record.slice(), before)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=40)
@given(st.data(), st.frozensets(st.sampled_from([*REPORTS]), min_size=1, max_size=3))
def test_decisions_about_it_go_and_the_others_stay(data: st.DataObject, gone: frozenset[str]) -> None:
    """As where the whole is joined anew without it."""
    told = data.draw(proposals())
    log = data.draw(decisions(told))
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "all.db") as record:
        fill(record, told)
        record.load(Slice(decisions=tuple(log)))
        with record.without(gone, Path(folder) / "rest.db") as rest:
            same(rest.slice(), record.state(without=gone))


def test_its_words_are_nowhere_in_the_copy(tmp_path: Path) -> None:
    """Not found by a search either."""
    with Record.open(tmp_path / "all.db") as record:
        fill(
            record,
            [proposal(attack(("ardova",), ("belmark",)), "r1"), proposal(attack(("ardova",), ("belmark",)), "r2")],
        )
        with record.without(["r1"], tmp_path / "rest.db") as rest:
            assert rest.report("r1") is None
            assert rest.report("r2") is not None
            assert [s.mentions[0].report for s in rest.slice().statements] == ["r2"]


def test_what_a_server_answered_about_it_goes_too(tmp_path: Path) -> None:
    """Its answers quote the report; those about others stay."""
    with Record.open(tmp_path / "all.db") as record:
        fill(record, [])
        for report in ("r1", "r2"):
            kept_answers(record).put(f"key of {report}", report, f"words of {report}")
        with record.without(["r1"], tmp_path / "rest.db") as rest:
            assert kept_answers(rest).get("key of r1") is None
            assert kept_answers(rest).get("key of r2") == "words of r2"


@pytest.mark.of_a_file
def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    """As everywhere."""
    with pytest.raises(RecordError):
        Record.open_existing(tmp_path / "none.db").without(["r1"], tmp_path / "rest.db")
