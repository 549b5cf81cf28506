"""Importing rows as a person types it."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from parley.cli import main

HEADER = "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country,location,fatalities,notes\n"
GOOD = "KEN1,2023-03-03,Battles,Armed clash,Reed Front,Dune Council,Kenya,Witu,3,A clash near Witu.\n"
BAD = "KEN2,soon,Battles,Armed clash,Reed Front,,Kenya,Witu,1,A clash.\n"
Typed = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Typed:
    """Runs a command in a folder with two downloads and a sheet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PARLEY_RECORD", raising=False)
    (tmp_path / "old.csv").write_text(HEADER + GOOD, encoding="utf-8")
    (tmp_path / "new.csv").write_text(HEADER + GOOD.replace(",3,", ",5,") + BAD, encoding="utf-8")
    (tmp_path / "sheet.csv").write_text("Date,Actor,Type\n2022-03-14,Reed Front,attack\n", encoding="utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        sys.stdout.flush()
        out, err = capfd.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_what_was_guessed_and_taken_is_said(typed: Typed) -> None:
    """With counts, and what to type next; nothing goes to the output."""
    status, out, err = typed("import", "old.csv", "--as-of", "2023-04-01")
    assert (status, out) == (0, "")
    assert "old.csv: taken for ACLED" in err
    assert "1 row, 1 new" in err
    assert "parley brief --record parley.db" in err
    (event,) = json.loads(typed("show", "events", "--json")[1])
    assert (event["status"], event["fact"], event["voices"]) == ("claimed", False, "ACLED asserts")
    assert "1 row, 0 new, 1 as before\n" in typed("import", "old.csv", "--as-of", "2023-04-02")[2]


def test_what_was_left_out_is_told_or_written(typed: Typed, tmp_path: Path) -> None:
    """Then the status says so."""
    status, _, err = typed("import", "new.csv", "--from", "acled")
    assert status == 1
    assert "left out: new.csv, line 3, column event_date: 'soon'" in err
    status, _, err = typed("import", "new.csv", "--from", "acled", "--left-out", "left.txt")
    assert status == 1
    assert "left out: new.csv" not in err
    assert (tmp_path / "left.txt").read_text().startswith("new.csv, line 3, column event_date")


def test_two_downloads_are_set_side_by_side(typed: Typed) -> None:
    """No record is made."""
    status, out, err = typed("import", "old.csv", "new.csv", "--diff")
    assert status == 0
    assert out.splitlines() == ["id\twhat\tcolumns", "KEN1\tchanged\tfatalities", "KEN2\tadded\t"]
    assert "1 changed, 1 added" in err
    assert not Path("parley.db").exists()


def test_mapping_is_shown_and_taken_back(typed: Typed, tmp_path: Path) -> None:
    """What goes to the output is a file that can be given."""
    status, out, _ = typed("import", "sheet.csv", "--show-mapping")
    assert status == 0
    (tmp_path / "m.toml").write_text(out, encoding="utf-8")
    status, _, err = typed("import", "sheet.csv", "--mapping", "m.toml")
    assert status == 0
    assert "guessed" not in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nowhere.csv",), "nowhere.csv: it cannot be opened"),
        (("old.csv", "--as-of", "spring"), "--as-of"),
        (("old.csv", "--diff"), "OLD NEW --diff"),
        (("old.csv", "new.csv", "--show-mapping"), "--show-mapping"),
        (("old.csv", "new.csv", "--whole"), "one by one"),
        (("old.csv", "--from", "acled", "--mapping", "m.toml"), "--from sheet"),
        (("old.csv", "--left-out", "no/such/folder"), "--left-out FILE"),
        (("sheet.csv", "--mapping", "nowhere.toml"), "nowhere.toml"),
    ],
)
def test_asked_amiss(typed: Typed, words: tuple[str, ...], said: str) -> None:
    """One line says what is wrong, and another what to type."""
    status, _, err = typed("import", *words)
    assert status == 2
    assert said in err
    assert "Traceback" not in err
