"""What remains if a source is left out."""

from pathlib import Path

import pytest
from tests.conftest import PatternReader

from parley.desk.amiss import AmissError
from parley.desk.leaving_out import left_out
from parley.desk.noun import Noun
from parley.desk.records import Wanted, open_record
from parley.desk.reports import read_into
from parley.desk.show import shown
from parley.record import Record


@pytest.fixture
def record(tmp_path: Path, pattern_reader: PatternReader) -> Record:
    """Three reports of two outlets."""
    (tmp_path / "rows.jsonl").write_text(
        '{"id": "a", "publisher": "Herald", "published": "2031-03-05", "text": "Northland accused Southmark."}\n'
        '{"id": "b", "publisher": "Post", "published": "2031-03-05", "text": "Northland accused Southmark. Yes."}\n'
        '{"id": "c", "publisher": "Post", "published": "2031-03-06", "text": "Southmark denies attacking Eastland."}\n',
        encoding="utf-8",
    )
    made = open_record(tmp_path / "r.db")
    read_into(made, [tmp_path / "rows.jsonl"], [pattern_reader])
    return made


@pytest.mark.parametrize(
    ("names", "claims", "events"), [(["c"], 0, 1), (["Post"], 0, 1), (["a"], 1, 2), (["a", "b"], 1, 1)]
)
def test_what_only_it_tells_is_gone(record: Record, names: list[str], claims: int, events: int) -> None:
    """What others tell too stays; the record itself is as it was."""
    wanted = Wanted(without=tuple(names))
    assert len(shown(record, Noun.CLAIMS, wanted, 0).table.rows) == claims
    assert len(shown(record, Noun.EVENTS, wanted, 0).table.rows) == events
    assert len(record.slice().reports) == 3


def test_a_source_that_is_none_is_amiss(record: Record) -> None:
    """With near names."""
    with pytest.raises(AmissError, match="Herald"), left_out(record, ["Herold"]):
        pass
