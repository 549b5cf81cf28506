"""Moving a record from file to file: told, exact, and all or nothing even where the process is killed."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.joining.builder import ACTORS, READER, attack, on, proposal, report
from tests.record.lived import exported

from parley.desk.amiss import AmissError
from parley.desk.export import lines
from parley.desk.export_record import left_out_of, record_lines, redacted_lines
from parley.desk.import_frame import Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import guess, import_file
from parley.record import Record
from parley.terms.enums import Action, Handling
from parley.terms.layers import Reading

WISH = Wish("2031-06-01")
ATTACK = proposal(attack(), "r1", date=on("2031-03-04"))
OTHER = proposal(attack(("ardova",)), "r2", date=on("2031-03-05"))


def made(*more: Reading) -> Record:
    """A record of one attack, accepted, and of whatever else."""
    record = Record.open(":memory:")
    record.add([Reading(report("r1"), ACTORS, (), (ATTACK,)), *more], READER)
    record.decide(Action.ACCEPT, ATTACK.id, "ana")
    return record


def saved(told: list[str], path: Path) -> Path:
    """Lines in a file."""
    path.write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    return path


def test_a_record_is_moved_by_a_file(tmp_path: Path) -> None:
    """The file is known by how it begins; what it brought is counted."""
    with made() as record, Record.open(tmp_path / "new.db") as other:
        path = saved(list(record_lines(record)), tmp_path / "record.jsonl")
        assert guess(path) is ImportKind.CONTRACT
        done = import_file(other, path, ImportKind.CONTRACT, WISH)
        assert dict(done.counts) == {"reports new": 1, "proposals new": 1, "decisions new": 1}
        assert done.lines == ("The record holds 1 statements and 0 talks now.",)
        assert list(record_lines(other)) == list(record_lines(record))
        again = import_file(other, path, ImportKind.CONTRACT, WISH)
        assert dict(again.counts) == {
            "reports held already": 1,
            "proposals held already": 1,
            "decisions held already": 1,
        }


def test_what_is_marked_stays_out_and_the_file_says_so(tmp_path: Path) -> None:
    """In its last line, to whoever exports, and to whoever imports; named, it goes along."""
    secret = Reading(report("r2"), ACTORS, (), (OTHER,))
    with made(secret) as record, Record.open(":memory:") as other:
        record.decide(Action.CORRECT, "r2", "ana", field="handling", new="source-sensitive")
        out = list(record_lines(record))
        assert json.loads(out[-1])["left_out"] == [["source-sensitive", 1]]
        assert not [t for t in out if '"r2"' in t or OTHER.id in t]
        assert "--include source-sensitive" in left_out_of(record)[0]
        done = import_file(other, saved(out, tmp_path / "part.jsonl"), ImportKind.CONTRACT, WISH)
        assert "part of a record (1 reports marked source-sensitive stayed out" in done.lines[0]
        assert json.loads(list(record_lines(other))[-1])["whole"] is False
        whole = list(record_lines(record, [Handling.SOURCE_SENSITIVE]))
        assert json.loads(whole[-1])["whole"] is True
        assert left_out_of(record, [Handling.SOURCE_SENSITIVE]) == []


def test_redacted_lines_say_that_they_are_a_part(tmp_path: Path) -> None:
    """They can be imported as far as they tell of reports that are not withheld."""
    secret = Reading(report("r2"), ACTORS, (), (OTHER,))
    with made(secret) as record, Record.open(":memory:") as other:
        record.decide(Action.CORRECT, "r2", "ana", field="handling", new="restricted")
        out = list(redacted_lines(record))
        assert json.loads(out[-1])["whole"] is False
        import_file(other, saved(out, tmp_path / "part.jsonl"), ImportKind.CONTRACT, WISH)
        assert {s.id for s in other.slice().statements} == {ATTACK.id}
        assert {r.id for r in other.slice().reports} == {"r1"}


def test_coded_lines_need_their_texts(tmp_path: Path) -> None:
    """What `parley code` writes is taken in as a part, if the texts are there; else what to type is said."""
    with made() as record, Record.open(":memory:") as other:
        part = replace(record.slice(), decisions=())
        with_text = list(lines(part))
        bare = list(lines(replace(part, reports=tuple(replace(r, text=None) for r in part.reports))))
        with pytest.raises(AmissError, match="--with-text"):
            import_file(other, saved(bare, tmp_path / "bare.jsonl"), ImportKind.CONTRACT, WISH)
        import_file(other, saved(with_text, tmp_path / "coded.jsonl"), ImportKind.CONTRACT, WISH)
        assert [s.id for s in other.slice().statements] == [ATTACK.id]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda t: t.replace('"kind": "proposal"', '"kind": "rumour"'), r"line \d+: kind 'rumour' is none of"),
        (lambda t: t.replace('"quote": "', '"quote": "X'), r"up to line \d+: proposal .* is not the report's text"),
        (lambda t: t.replace("Envoys met", "Nobody met"), "is not what its sha256 was taken of"),
        (lambda t: t.replace('"seq": 1', '"seq": 0'), "numbered from 1"),
        (lambda t: t.replace('"seq": 1', f'"seq": {2**70}'), "numbered from 1"),
        (lambda t: t.replace('"id": "r1"', '"id": "\\ud83d"'), "cannot be kept|which does not come right before"),
        (lambda t: t.replace('"confidence": 0.8', '"confidence": 8'), r"proposal\.confidence: a number from 0 to 1"),
    ],
)
def test_a_spoilt_file_is_refused_whole(spoil: object, said: str, tmp_path: Path) -> None:
    """The line is named, and the record is as it was."""
    with made() as record, Record.open(tmp_path / "new.db") as other:
        out = [spoil(t) for t in record_lines(record)]  # type: ignore[operator]
        assert out != list(record_lines(record))
        with pytest.raises(AmissError, match=said):
            import_file(other, saved(out, tmp_path / "bad.jsonl"), ImportKind.CONTRACT, WISH)
        assert other.counts()["reports"] == 0
        assert len(list(record_lines(other))) == 2


def test_what_is_meant_for_rows_is_refused(tmp_path: Path) -> None:
    """Marks and columns come with the export; nothing that was asked for is passed over in silence."""
    with made() as record, Record.open(":memory:") as other:
        path = saved(list(record_lines(record)), tmp_path / "record.jsonl")
        for wish in (replace(WISH, handling=Handling.RESTRICTED), replace(WISH, whole=True)):
            with pytest.raises(AmissError, match="without --handling"):
                import_file(other, path, ImportKind.CONTRACT, wish)


def test_bytes_that_are_no_utf_8_are_named(tmp_path: Path) -> None:
    """By their line."""
    path = tmp_path / "bad.jsonl"
    with made() as record, Record.open(":memory:") as other:
        out = [t.encode() for t in record_lines(record)]
        path.write_bytes(b"\n".join([*out[:2], b"\xff", *out[2:]]))
        with pytest.raises(AmissError, match="line 3: it is not UTF-8"):
            import_file(other, path, ImportKind.CONTRACT, WISH)


KILLED = """
import os, signal, sys
from parley.formats.checked import Checked
from parley.record import Record
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
def dying():
    yield from lines[:-2]
    os.kill(os.getpid(), signal.SIGKILL)
with Record.open(sys.argv[2]) as record:
    checked = Checked(dying())
    record.take_in(checked, checked.contract.reader, "")
"""


@pytest.mark.parametrize("filled", [False, True])
def test_a_killed_import_leaves_the_record_as_it_was(filled: bool, tmp_path: Path) -> None:
    """Whether it was empty or not; afterwards the import can be made."""
    path, db = tmp_path / "record.jsonl", tmp_path / "new.db"
    with made() as record, Record.open(db) as other:
        saved(list(record_lines(record)), path)
        if filled:
            other.add([Reading(report("r2"), ACTORS, (), (OTHER,))], READER)
        before = exported(other)
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(db)], check=False)
    assert done.returncode == -signal.SIGKILL
    with Record.open(db) as other:
        assert exported(other) == before
        import_file(other, path, ImportKind.CONTRACT, WISH)
        assert other.counts()["reports"] == 1 + filled
