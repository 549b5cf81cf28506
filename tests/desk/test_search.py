"""Search, and tables of great records cut to their first rows."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.noun import Noun
from parley.desk.records import Wanted, open_record
from parley.desk.reports import read_into
from parley.desk.search import search
from parley.desk.show import shown
from parley.record import Record

TEXT = "Northland accused Söuthmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Record:
    """A record of one report."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "a.txt"], [pattern_reader])
    return made


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("met harb", ["talk", "report"]),
        ("SOUTHMARK accused", ["event", "report"]),
        ("harbour attacking", ["report"]),
        ("nowhere", []),
        ('"*', []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(record: Record, words: str, kinds: list[str]) -> None:
    """All of the words, or words that begin so; signs that mean something to the index mean nothing here."""
    assert [row[1] for row in search(record, words).rows] == kinds


def test_a_withdrawn_report_is_found_no_more(record: Record) -> None:
    """Neither it nor what was told in it."""
    record.decide("withdraw", record.slice().reports[0].id, "ana")  # type: ignore[arg-type]
    assert search(record, "harbour").rows == ()


def test_a_table_is_cut_where_it_is_said_so(record: Record) -> None:
    """Its first rows by day, and that there are more; without a limit, all."""
    whole = shown(record, Noun.EVENTS, Wanted(), 0)
    cut = shown(record, Noun.EVENTS, Wanted(), 1)
    assert (len(whole.table.rows), whole.cut) == (2, False)
    assert (len(cut.table.rows), cut.cut) == (1, True)
    assert [r[0] for r in shown(record, Noun.CLAIMS, Wanted(), 1).table.rows] == [
        r[0] for r in shown(record, Noun.CLAIMS, Wanted(), 0).table.rows
    ]


def test_actors_are_counted_alike_with_and_without_a_limit(record: Record) -> None:
    """The most named first; what counts them in a great record comes to the same."""
    whole = shown(record, Noun.ACTORS, Wanted(), 0).table
    cut = shown(record, Noun.ACTORS, Wanted(), len(whole.rows) - 1)
    assert cut.table == replace(whole, rows=whole.rows[:-1])
    assert cut.cut
