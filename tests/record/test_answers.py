"""What a second reader's server answered, kept in the record's file, and gone with its report."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.joining.builder import READER, report

from parley.record import Record, kept_answers
from parley.terms.enums import Action
from parley.terms.layers import Reading


def test_an_answer_is_kept_over_runs(tmp_path: Path) -> None:
    """By its key; the first one stays."""
    with Record.open(tmp_path / "r.db") as record:
        kept = kept_answers(record)
        assert kept.get("k") is None
        kept.put("k", "r1", "first")
        kept.put("k", "r1", "second")
    with Record.open(tmp_path / "r.db") as record:
        assert kept_answers(record).get("k") == "first"


@pytest.mark.of_a_file
def test_an_answer_goes_with_its_report(tmp_path: Path) -> None:
    """It quotes it: after a withdrawal not a byte of it is in the file."""
    path = tmp_path / "r.db"
    with Record.open(path) as record:
        record.add([Reading(report("r1")), Reading(report("r2"))], READER)
        kept = kept_answers(record)
        kept.put("k1", "r1", "words of a report that must go")
        kept.put("k2", "r2", "words that may stay")
        record.decide(Action.WITHDRAW, "r1", "ana", why="asked for")
        assert (kept.get("k1"), kept.get("k2")) == (None, "words that may stay")
    beside = Path(f"{path}-wal")
    assert b"that must go" not in path.read_bytes() + (beside.read_bytes() if beside.exists() else b"")


def test_agreement_is_for_one_address_of_one_record(tmp_path: Path) -> None:
    """It is asked for once; another address, another record asks anew."""
    with Record.open(tmp_path / "r.db") as record, Record.open(tmp_path / "s.db") as other:
        kept = kept_answers(record)
        assert not kept.agreed("http://127.0.0.1/v1")
        kept.agree("http://127.0.0.1/v1")
        kept.agree("http://127.0.0.1/v1")
        assert kept.agreed("http://127.0.0.1/v1")
        assert not kept.agreed("http://127.0.0.1:8080/v1")
        assert not kept_answers(other).agreed("http://127.0.0.1/v1")
