"""The codebook tried and listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.desk.amiss import AmissError
from parley.desk.codebook import Checked, check, table

SOUND = """
[[entry]]
id = "quarantine"
code = "COERCE"
mode = "restrict"
verbs = ["quarantine"]
not_objects = ["patient"]
example = ["Ruritania quarantined Syldavia.", "Ruritania", "Syldavia"]
trap = "Ruritania quarantined patients."
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder as the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(text: str) -> Checked:
    """A check of one file of this text."""
    Path("own.toml").write_text(text)
    return check(Path("own.toml"), (), lambda *_: None)


def test_a_sound_file_has_no_fault() -> None:
    """Only its own entries are counted, by book and type."""
    found = checked(SOUND)
    assert found.faults == ()
    assert found.counts.rows == (("events", "COERCE", 1, 0), ("all", "", 1, 0))


def test_sentences_that_fail_are_named_with_their_line() -> None:
    """The example is not coded and the trap is: each with line, outcome and remedy."""
    found = checked(SOUND.replace("quarantined Syldavia", "praised Syldavia").replace('"patient"', '"ship"'))
    assert [f.place for f in found.faults] == ["own.toml:8", "own.toml:9"]
    assert "but by 'praise'" in found.faults[0].what
    assert "coded all the same, as event COERCE" in found.faults[1].what
    assert all(f.remedy.endswith(".") for f in found.faults)
    assert found.counts.rows[-1] == ("all", "", 1, 2)


def test_every_entry_that_cannot_be_used_is_named() -> None:
    """One fault does not hide the next; no sentence is tried then."""
    found = checked(SOUND.replace('"restrict"', '"restrikt"') + '\n[[tie]]\nid = "x"\nrelation = "cousin"\n')
    assert [f.place for f in found.faults] == ["own.toml:5", "own.toml:11"]
    assert "seize, restrict" in found.faults[0].what
    assert ("ties", "cousin", 1, 1) in found.counts.rows


def test_what_is_no_toml_is_a_fault() -> None:
    """It is named with its line, and counts as one."""
    (fault,) = checked("[[entry]\n").faults
    assert fault.place == "own.toml:1"


def test_a_missing_file_is_amiss() -> None:
    """There is nothing to check."""
    with pytest.raises(AmissError, match="none"):
        check(Path("none.toml"), (), lambda *_: None)


def test_entries_are_listed_and_sifted() -> None:
    """By book, type and mode, in any case; a user's are among them, and say of which file they are."""
    Path("own.toml").write_text(SOUND)
    rows = table([Path("own.toml")], "coerce", "RESTRICT", "events").as_objects()
    assert {(r["book"], r["type"], r["mode"]) for r in rows} == {("events", "COERCE", "restrict")}
    assert [r["file"] for r in rows if r["id"] == "quarantine"] == ["own.toml"]
    assert {r["book"] for r in table((), None, None, "ties").as_objects()} == {"ties"}
    assert {r["book"] for r in table((), None, None, None).as_objects()} >= {"talks", "estimates", "issues"}


@pytest.mark.parametrize(
    ("type_", "mode", "book", "says"),
    [("ASAULT", None, None, "assault"), (None, "arial", None, "aerial"), (None, None, "chairs", "Use one of")],
)
def test_what_no_entry_has_is_amiss(type_: str | None, mode: str | None, book: str | None, says: str) -> None:
    """A word that no entry has is not an empty list: near ones are named."""
    with pytest.raises(AmissError) as told:
        table((), type_, mode, book)
    assert says in told.value.remedy
