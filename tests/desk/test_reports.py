"""Reading files into a record."""

from pathlib import Path

import pytest

from parley.desk.amiss import AmissError
from parley.desk.records import Wanted, existing, filter_of, open_record, part_of, parted, place_of
from parley.desk.reports import read_into
from parley.record import Record
from parley.terms.enums import ReportState, Status
from parley.terms.ports import Reader

ENGLISH = "Northland accused Southmark of shelling the old harbour, the ministry said after a long day of talks there."
PERSIAN = "وزیر امور خارجه روز یکشنبه گفت که گفت‌وگوها در پایتخت ادامه خواهد داشت و دو طرف بار دیگر دیدار خواهند کرد."


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """An empty record."""
    return open_record(tmp_path / "r.db")


def test_again_adds_nothing(tmp_path: Path, record: Record, pattern_reader: Reader) -> None:
    """What is known is passed over, and the record stays as it is."""
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    first = read_into(record, [tmp_path / "a.txt"], [pattern_reader])
    before = record.slice()
    second = read_into(record, [tmp_path / "a.txt"], [pattern_reader])
    assert (first.read, first.known, second.read, second.known) == (1, 0, 0, 1)
    assert record.slice() == before


def test_other_language_is_kept_unread(tmp_path: Path, record: Record, pattern_reader: Reader) -> None:
    """A report that no reader reads is in the record, marked, with nothing coded in it."""
    (tmp_path / "a.txt").write_text(PERSIAN, encoding="utf-8")
    taken = read_into(record, [tmp_path], [pattern_reader])
    assert [r.state for r in taken.unread] == [ReportState.UNREAD]
    kept = record.slice()
    assert [r.state for r in kept.reports] == [ReportState.UNREAD]
    assert kept.proposals == ()


def test_one_id_for_two_texts_is_left_out(tmp_path: Path, record: Record, pattern_reader: Reader) -> None:
    """A report that contradicts one held is named; the others are read."""
    (tmp_path / "one.jsonl").write_text('{"id": "x", "text": "Northland accused Southmark."}\n', encoding="utf-8")
    (tmp_path / "two.jsonl").write_text(
        '{"id": "x", "text": "Southmark accused Northland."}\n{"id": "y", "text": "Northland accused Eastland."}\n',
        encoding="utf-8",
    )
    read_into(record, [tmp_path / "one.jsonl"], [pattern_reader])
    taken = read_into(record, [tmp_path / "two.jsonl"], [pattern_reader])
    assert taken.read == 1
    assert ["another text" in item.why for item in taken.left_out] == [True]
    assert not taken.whole


def test_progress_counts_up_to_all(tmp_path: Path, record: Record, pattern_reader: Reader) -> None:
    """Whoever watches hears of each file and of each report."""
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"{ENGLISH} Day {n}.", encoding="utf-8")
    heard: list[tuple[str, int, int | None]] = []
    read_into(record, [tmp_path / f"{n}.txt" for n in range(3)], [pattern_reader], None, lambda *h: heard.append(h))
    assert [h[1:] for h in heard if h[0] == "reading"] == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert sum(h[0].startswith("taking in") for h in heard) == 3


def test_part_by_actor_and_status(tmp_path: Path, record: Record, pattern_reader: Reader) -> None:
    """An actor can be meant by id, name or alias; a word near one is suggested."""
    (tmp_path / "a.txt").write_text(f"{ENGLISH} Eastland denies attacking Westland.", encoding="utf-8")
    read_into(record, [tmp_path / "a.txt"], [pattern_reader])
    for name in ("eastland", "Eastland", "EASTLAND"):
        assert [s.status for s in part_of(record, Wanted(actors=(name,))).statements] == [Status.DENIED]
    assert len(part_of(record, Wanted(statuses=(Status.REPORTED,))).statements) == 1
    with pytest.raises(AmissError, match="Did you mean Eastland"):
        part_of(record, Wanted(actors=("Eastlnd",)))
    with pytest.raises(AmissError, match="--since 2022-01-31"):
        part_of(record, Wanted(since="yesterday"))


def test_a_day_is_meant_however_it_is_typed(record: Record) -> None:
    """The record compares days as text, so it is asked with dashes whatever was typed."""
    asked = filter_of(record, Wanted(since="20310101", until="2031-W01-5"))
    assert (asked.since, asked.until) == ("2031-01-01", "2031-01-03")


def test_place_of_the_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """The file given, else the environment's, else parley.db here."""
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    assert place_of(None) == Path("parley.db")
    monkeypatch.setenv("PARLEY_RECORD", "other.db")
    assert place_of(None) == Path("other.db")
    assert place_of(Path("given.db")) == Path("given.db")


def test_no_record_says_how_to_make_one(tmp_path: Path) -> None:
    """Nothing is made by asking."""
    with pytest.raises(AmissError, match="parley read"):
        existing(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("place", [".", "nowhere/r.db", "a.txt"])
def test_places_that_cannot_be_a_record(tmp_path: Path, place: str) -> None:
    """A folder, a missing folder and a foreign file are refused, the file untouched."""
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    with pytest.raises(AmissError):
        open_record(tmp_path / place)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == ENGLISH


def test_message_without_a_remedy_gets_one() -> None:
    """No message ends without what to do."""
    assert parted("it broke") == ("it broke", "Name another file: --record FILE")
