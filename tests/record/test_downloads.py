"""Rows of later downloads, as a record keeps them."""

from collections.abc import Iterator

import pytest

from parley.record import Downloads, Record
from parley.terms.enums import ReportState
from parley.terms.layers import Reading
from parley.terms.report import report_of
from parley.terms.slice import ReaderInfo

READER = ReaderInfo("rows", "2023-04-01", "c")


@pytest.fixture
def record() -> Iterator[Record]:
    """A record of two rows, a later version of one, and a report of another kind."""
    with Record.open(":memory:") as made:
        ids = ("rows:1", "rows:1@2023-05-01", "rows:a@b", "wire")
        made.add((Reading(report_of(i, id=i)) for i in ids), READER)
        yield made


def test_held_rows_come_with_all_their_versions(record: Record) -> None:
    """In order; an id with the mark in it is no version, and what is not held is left out."""
    held = Downloads(record, "rows:", "rows").held(["rows:1", "rows:a", "rows:a@b", "rows:9"])
    assert {i: [v.report for v in versions] for i, versions in held.items()} == {
        "rows:1": ["rows:1", "rows:1@2023-05-01"], "rows:a@b": ["rows:a@b"],
    }  # fmt: skip
    assert {v.codebook for versions in held.values() for v in versions} == {"c"}


def test_standing_rows_are_those_of_the_table(record: Record) -> None:
    """Until they are retired; their reports stay, with why."""
    downloads = Downloads(record, "rows:", "rows")
    assert list(downloads.standing()) == ["rows:1", "rows:1@2023-05-01", "rows:a@b"]
    downloads.retire({"rows:1": "changed"})
    assert list(downloads.standing()) == ["rows:1@2023-05-01", "rows:a@b"]
    kept = record.report("rows:1")
    assert kept is not None
    assert (kept.state, kept.why, kept.text) == (ReportState.UNREAD, "changed", "rows:1")
    assert [v.codebook for v in downloads.held(["rows:1"])["rows:1"]] == [None, "c"]


def test_versions_of_one_day_have_names_of_their_own(record: Record) -> None:
    """And each leads back to its row."""
    downloads = Downloads(record, "rows:", "rows")
    made = [downloads.version_of("rows:1", "2023-05-01") for _ in range(3)]
    assert len({*made, "rows:1@2023-05-01"}) == 4
    assert {downloads.base_of(m) for m in made} == {"rows:1"}
    assert downloads.base_of("rows:a@b") == "rows:a@b"


def test_rows_that_stand_are_of_the_last_download(record: Record) -> None:
    """A later reader of the same codebook has read them; an earlier one changes nothing."""
    downloads = Downloads(record, "rows:", "rows")
    later = ReaderInfo("rows", "2023-06-01", "c")
    downloads.confirm(["rows:1"], later)
    downloads.confirm(["rows:1"], READER)
    assert record.has_read("rows:1", later)
    assert not record.has_read("rows:a@b", later)
