"""A record beside other people's rows: what is one, what each has alone, and how the record holds what it doubts."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, READER, at, attack, meeting, on, proposal, report, voice

from parley.desk.amiss import AmissError
from parley.desk.comparing import Beside, beside, write
from parley.desk.import_frame import Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import import_file
from parley.record import Record
from parley.terms.enums import Action, Reality, Stance
from parley.terms.layers import Reading
from parley.terms.statement import Proposal

HEAD = "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,geo_precision,time_precision"
PORT = (at("Port", countries=("TCD",)),)
ATTACK = proposal(attack(), "r1", 0, date=on("2021-03-04"), places=PORT)
CLAIMED = proposal(attack(), "r1", 24, date=on("2021-03-14"), places=PORT, voices=[voice("belmark")])
DENIED = proposal(attack(), "r1", 48, date=on("2021-03-24"), places=PORT, voices=[voice("reed-front", Stance.DENIES)])
PLANNED = proposal(meeting("ardova", "belmark"), "r1", 72, date=on("2021-04-04"), places=PORT, reality=Reality.PLANNED)


def row(
    n: int, day: str, who: str = "Reed Front", whom: str = "Belmark", town: str = "Port", land: str = "Chad"
) -> str:
    """A clash as ACLED writes it."""
    return f"CHA{n},{day},Battles,Armed clash,{who},{whom},{land},{town},1,1"


@pytest.fixture
def record() -> Iterator[Record]:
    """An attack as a fact, one that is claimed, one that is denied, and a meeting that is planned."""
    with Record.open(":memory:") as made:
        told: tuple[Proposal, ...] = (ATTACK, CLAIMED, DENIED, PLANNED)
        made.add([Reading(report("r1", "2021-04-01"), ACTORS, (), told)], READER)
        yield made


def found(record: Record, folder: Path, *rows: str) -> Beside:
    """The record beside a file of these rows."""
    path = folder / "rows.csv"
    path.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    return beside(record, path)


def counts(what: Beside) -> dict[object, object]:
    """The counts that are not 0."""
    return {name: many for name, many in what.summary.rows if many}


def test_a_row_is_told_by_how_the_record_holds_its_event(record: Record, tmp_path: Path) -> None:
    """A fact is matched; what is claimed or denied here is no match, though the row asserts it."""
    beside_ = found(record, tmp_path, row(1, "2021-03-04"), row(2, "2021-03-14"), row(3, "2021-03-24"))
    assert counts(beside_) == {
        "matched": 1,
        "there, held here otherwise: claimed": 1,
        "there, held here otherwise: denied": 1,
        "here, out of the file's scope": 1,
    }
    told = {r["there"]: (r["what"], r["held_as"], r["here"]) for r in beside_.rows.as_objects() if r["there"]}
    assert told["CHA1"] == ("matched", "fact", ATTACK.id)
    assert told["CHA3"] == ("there, held here otherwise", "denied", DENIED.id)


def test_each_side_alone(record: Record, tmp_path: Path) -> None:
    """Only here, only there, and rows outside the record's days and countries apart."""
    beside_ = found(
        record,
        tmp_path,
        row(1, "2021-03-05", who="Others", whom="Yet Others"),
        row(2, "2029-03-04"),
        row(3, "2021-03-04", land="Peru"),
        row(4, "2021-03-30", who="Others", whom="Yet Others"),
    )
    assert counts(beside_) == {
        "only there": 2,
        "there, out of the record's scope": 2,
        "only here: claimed": 1,
        "only here: denied": 1,
        "only here": 1,
        "only here: planned": 1,
    }


def test_one_event_in_two_rows_is_a_match_and_a_copy(record: Record, tmp_path: Path) -> None:
    """The copy leads to the event that it tells again."""
    beside_ = found(record, tmp_path, row(1, "2021-03-04"), row(2, "2021-03-05"))
    copy = next(r for r in beside_.rows.as_objects() if r["what"] == "there, a further row")
    assert (copy["here"], copy["there"]) == (ATTACK.id, "CHA2")


def test_rejected_events_and_the_files_own_rows_are_not_the_records(record: Record, tmp_path: Path) -> None:
    """What people rejected is none; a data set that was imported is not compared with itself."""
    record.decide(Action.REJECT, ATTACK.id, "ana")
    path = tmp_path / "rows.csv"
    path.write_text(f"{HEAD}\n{row(1, '2021-03-04')}\n", encoding="utf-8")
    import_file(record, path, ImportKind.ACLED, Wish("2022-01-31"))
    found_now = beside(record, path)
    assert "matched" not in counts(found_now)
    assert {r["here"] for r in found_now.rows.as_objects()} == {None, CLAIMED.id, DENIED.id, PLANNED.id}


def test_what_cannot_be_read_is_counted(record: Record, tmp_path: Path) -> None:
    """By why; an id met before as well."""
    beside_ = found(record, tmp_path, row(1, "2021-03-04"), row(1, "2021-03-04"), row(2, "some day"))
    assert counts(beside_)["rows left out"] == 2
    assert any("event_date" in line for line in beside_.lines)


def test_a_file_of_no_rows_is_amiss(record: Record, tmp_path: Path) -> None:
    """Parley's own lines are imported, not compared; the message says what can be."""
    path = tmp_path / "x.jsonl"
    path.write_text('{"kind": "contract"}\n')
    with pytest.raises(AmissError, match="acled"):
        beside(record, path)
    with pytest.raises(AmissError, match="whats-new"):
        beside(record, tmp_path)


def test_the_file_is_harmless_in_a_spreadsheet(record: Record, tmp_path: Path) -> None:
    """Cells that begin like a formula get an apostrophe; every row is there once."""
    beside_ = found(record, tmp_path, row(1, "2021-03-05", town="=cmd()").replace("CHA1", "=1+1"))
    write(beside_.rows, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.DictReader(file))
    assert len(read) == len(beside_.rows.rows)
    cells = [c for r in read for c in r.values()]
    assert "'=1+1" in cells
    assert not [c for c in cells if c.startswith("=")]
    with pytest.raises(AmissError, match="--out"):
        write(beside_.rows, tmp_path / "nowhere" / "out.csv")
