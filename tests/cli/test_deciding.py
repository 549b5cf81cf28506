"""Deciding, asking what was decided, and sharing, as a person types it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.cli import main

TEXT = "Northland accused Southmark. Southmark denies attacking Northland. Northland met Southmark in Harbour."
pytestmark = pytest.mark.usefixtures("installed_reader")
Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Typed:
    """Runs a command in a folder with a record of one report."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    monkeypatch.setenv("PARLEY_NAME", "ana")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    run("read", "a.txt")
    return run


def ids(typed: Typed, noun: str = "events") -> list[str]:
    return [row["id"] for row in json.loads(typed("show", noun, "--json")[1])]


def test_a_decision_is_made_told_and_taken_back(typed: Typed) -> None:
    """Its number is the output; the way back is said."""
    one = ids(typed)[0]
    status, out, err = typed("decide", "reject", one, "--why", "a misreading")
    assert (status, out.strip()) == (0, "1")
    assert "parley decide undo 1" in err
    assert one not in ids(typed)
    assert json.loads(typed("history", one, "--json")[1])[0]["by"] == "ana"
    assert typed("decide", "undo", "1")[0] == 0
    assert one in ids(typed)


def test_reading_again_tells_what_changes(typed: Typed) -> None:
    """By the same reader nothing does; without paths and without --again it is not known what to read."""
    status, out, err = typed("read", "--again")
    assert (status, out) == (0, "")
    assert "0 places changed" in err
    assert typed("read", "a.txt", "--again")[0] == 2


def test_words_are_found(typed: Typed) -> None:
    """In statements, talks and reports; where there are none it is said."""
    assert "Northland met Southmark in Harbour" in typed("search", "harbour")[1]
    assert "holds all of: nowhere" in typed("search", "nowhere")[2]


def test_nothing_in_doubt_and_nothing_decided_is_said(typed: Typed) -> None:
    """An empty table says why it is empty."""
    assert "nothing was decided" in typed("history")[2]
    assert "rests on what it was made about" in typed("history", "--orphaned")[2]
    assert "nothing is in doubt" in typed("doubts")[2]


def test_a_great_table_is_cut_and_says_so(typed: Typed) -> None:
    """With how to see the rest."""
    _, out, err = typed("show", "events", "--limit", "1", "--json")
    assert len(json.loads(out)) == 1
    assert "--limit 0" in err


def test_a_snapshot_and_what_is_new_since(typed: Typed, tmp_path: Path) -> None:
    """Nothing, until another report is read."""
    assert typed("snapshot", "--out", "one")[0] == 0
    assert "nothing is new" in typed("whats-new", "--since", "one")[2]
    (tmp_path / "b.txt").write_text("Eastland met Vexland in Kell.", encoding="utf-8")
    typed("read", "b.txt")
    assert "new talk" in typed("whats-new", "--since", "one")[1]


def test_coders_code_blind(typed: Typed) -> None:
    """Given reports, they decide under their names; the record stays, and agreement is told."""
    assert typed("assign", "--to", "ana", "--to", "ben")[0] == 0
    one = ids(typed)[0]
    typed("decide", "accept", one, "--coder", "ana")
    typed("decide", "reject", one, "--coder", "ben")
    assert one in ids(typed)
    rows = json.loads(typed("agreement", "--apart", "--json")[1])
    assert [(r["field"], r["ana"], r["ben"]) for r in rows] == [("found", "yes", "no")]
    assert typed("adjudicate", one, "ben")[0] == 0
    assert one not in ids(typed)
    assert typed("assign")[0] == 2
