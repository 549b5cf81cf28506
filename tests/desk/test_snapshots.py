"""A dated, citable copy, and what is new since."""

from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.amiss import AmissError
from parley.desk.records import open_record
from parley.desk.reports import read_into
from parley.desk.snapshots import compare, loaded, take, whats_new
from parley.record import Record
from parley.terms.report import hash_of


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Record:
    """A record of one report."""
    (tmp_path / "a.txt").write_text("Northland accused Southmark.", encoding="utf-8")
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "a.txt"], [pattern_reader])
    return made


def read_more(record: Record, folder: Path, reader: PatternReader) -> None:
    (folder / "b.txt").write_text("Northland met Southmark in Harbour. Vexland accused Southmark.", encoding="utf-8")
    read_into(record, [folder / "b.txt"], [reader])


def test_a_snapshot_is_named_by_what_it_holds(record: Record, tmp_path: Path) -> None:
    """The same record has the same id; its hash is that of its lines; it says which reader and rules made it."""
    one, other = (take(record, tmp_path / name, "Talks & {more}", "A. Name") for name in ("one", "other"))
    assert (one.id, one.sha256) == (other.id, hash_of((tmp_path / "one" / "record.jsonl").read_text(encoding="utf-8")))
    assert "c0de" in one.reader
    assert dict(one.counts)["reports"] == 1
    assert [s.id for s in record.snapshots()] == [one.id]
    assert loaded(tmp_path / "one").statements == record.slice().statements


def test_it_is_cited_in_two_forms(record: Record, tmp_path: Path) -> None:
    """BibTeX and RIS, with title, author, day and hash; signs that BibTeX would take for its own are escaped."""
    made = take(record, tmp_path / "one", "Talks & {more}", "A. Name")
    bib = (tmp_path / "one" / "cite.bib").read_text(encoding="utf-8")
    assert bib.startswith(f"@dataset{{{made.id},")
    assert r"title = {Talks \& \{more\}}" in bib
    assert bib.count("{") == bib.count("}")
    ris = (tmp_path / "one" / "cite.ris").read_bytes().decode().split("\r\n")
    assert ris[0] == "TY  - DATA"
    assert f"PY  - {made.at[:4]}" in ris
    assert ris[-2] == "ER  -"
    assert made.sha256 in bib + "".join(ris)


def test_what_is_new_since_a_snapshot_a_day_or_an_id(
    record: Record, tmp_path: Path, pattern_reader: PatternReader
) -> None:
    """Its folder and its id tell the same; a day before everything tells everything."""
    made = take(record, tmp_path / "one")
    read_more(record, tmp_path, pattern_reader)
    later = take(record, tmp_path / "two")
    rows = whats_new(record, str(tmp_path / "one")).rows
    assert [row[0] for row in rows] == ["new talk", "new statement"]
    assert compare(tmp_path / "one", tmp_path / "two").rows == rows
    assert whats_new(record, later.id).rows == () or made.at == later.at
    assert len(whats_new(record, "2000-01-01").rows) == 3
    assert whats_new(record, "2999-01-01").rows == ()


def test_what_is_no_snapshot_is_amiss(record: Record, tmp_path: Path) -> None:
    """A folder in use, a day that is none, a copy that was changed."""
    take(record, tmp_path / "one")
    with pytest.raises(AmissError, match="there already"):
        take(record, tmp_path / "one")
    with pytest.raises(AmissError, match="no day"):
        whats_new(record, "last week")
    file = tmp_path / "one" / "record.jsonl"
    file.write_text(file.read_text(encoding="utf-8").replace("accused", "praised"), encoding="utf-8")
    with pytest.raises(AmissError, match=r"what was frozen|cannot be read"):
        loaded(tmp_path / "one")
