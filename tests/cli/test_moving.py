"""Moving and comparing a record as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, READER, at, attack, on, proposal, report

from parley.cli import main
from parley.record import Record
from parley.terms.layers import Reading

ATTACK = proposal(attack(), "r1", date=on("2021-03-04"), places=(at("Port", countries=("TCD",)),))
ROWS = """\
event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,geo_precision,time_precision
CHA1,2021-03-04,Battles,Armed clash,Reed Front,Belmark,Chad,Port,1,1
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a record of one attack, and a file with a row on it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    with Record.open(tmp_path / "parley.db") as record:
        record.add([Reading(report("r1"), ACTORS, (), (ATTACK,))], READER)
    (tmp_path / "acled.csv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def typed(*words: str) -> int:
    """The exit status of a command."""
    with pytest.raises(SystemExit) as done:
        main(list(words))
    return int(done.value.code or 0)


def test_export_and_import(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """To a file or to standard output, the same lines; what was taken in is told."""
    assert typed("export", "--format", "jsonl", "--out", "a.jsonl") == 0
    capsys.readouterr()
    assert typed("import", "a.jsonl", "--record", "b.db", "--from", "contract") == 0
    assert "1 report new, 1 proposal new" in capsys.readouterr().err
    assert typed("export", "--format", "jsonl", "--record", "b.db", "--out", "b.jsonl") == 0
    assert (here / "a.jsonl").read_bytes() == (here / "b.jsonl").read_bytes()


def test_an_export_that_cannot_be_written_is_amiss(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The place is named, and what to type."""
    assert typed("export", "--format", "jsonl", "--out", str(here / "nowhere" / "a.jsonl")) == 2
    assert "--out FILE" in capsys.readouterr().err


def test_a_cut_file_is_amiss(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is imported."""
    assert typed("export", "--format", "jsonl", "--out", "a.jsonl") == 0
    text = (here / "a.jsonl").read_text(encoding="utf-8")
    (here / "cut.jsonl").write_text(text[: len(text) // 2], encoding="utf-8")
    assert typed("import", "cut.jsonl", "--record", "b.db") == 2
    assert "Nothing was imported" in capsys.readouterr().err


@pytest.mark.parametrize("turned", [False, True])
def test_a_record_beside_rows(here: Path, capsys: pytest.CaptureFixture[str], turned: bool) -> None:
    """In whichever order the two are named: a table, JSON, and a file of every pair."""
    both = ("acled.csv", "parley.db") if turned else ("parley.db", "acled.csv")
    assert typed("compare", *both, "--out", "beside.csv") == 0
    assert "matched\t1" in capsys.readouterr().out
    assert ATTACK.id in (here / "beside.csv").read_text(encoding="utf-8-sig")
    assert typed("compare", *both, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["counts"]["matched"] == 1
    assert told["events"][0]["there"] == "CHA1"


def test_two_snapshots_are_compared_as_before(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is new in the later one."""
    assert typed("snapshot", "--out", "one") == 0
    with Record.open(here / "parley.db") as record:
        record.add(
            [Reading(report("r2"), ACTORS, (), (proposal(attack(("ardova",)), "r2", date=on("2021-05-04")),))], READER
        )
    assert typed("snapshot", "--out", "two") == 0
    capsys.readouterr()
    assert typed("compare", "one", "two") == 0
    assert "Ardova attacked Belmark" in capsys.readouterr().out
