"""Entries as written, and a user's laid over them."""

from __future__ import annotations

import pytest

from parley.reading.coding.rows import EntryError, rows_of, shared, spread
from parley.terms.overlay import Overlay

TEXTS = {
    "a.toml": '[class]\nbeasts = ["mule"]\n[[tie]]\nid = "one"\nsign = 1\n[[tie]]\nid = "two"\n',
    "b.toml": '[[tie]]\nid = "three"\n[[quality]]\nid = "one"\n',
}


def laid(*texts: str) -> list[tuple[str, str]]:
    """The ids of ties and their files, with overlays in turn."""
    over = [Overlay(f"own{n}.toml", text) for n, text in enumerate(texts)]
    return [(r.id, r.file) for r in rows_of("tie", TEXTS, over)]


def test_nothing_laid_over_is_the_files_in_their_order() -> None:
    """Only entries of the table are there, in the order of the files."""
    assert laid() == laid("") == [("one", "a.toml"), ("two", "a.toml"), ("three", "b.toml")]


def test_an_entry_takes_the_place_of_the_one_with_its_id() -> None:
    """It stands where that stood, for the first that fits is taken; a new one comes last; the last file decides."""
    once = '[[tie]]\nid = "new"\n[[tie]]\nid = "two"\n'
    assert laid(once) == [("one", "a.toml"), ("two", "own0.toml"), ("three", "b.toml"), ("new", "own0.toml")]
    assert ("two", "own1.toml") in laid(once, once)


def test_an_entry_of_another_kind_is_left_alone() -> None:
    """A quality of an id replaces no tie of that id."""
    assert laid('[[quality]]\nid = "one"\noff = true\n') == laid()


def test_an_entry_can_be_switched_off() -> None:
    """It is gone, until a later file brings it back."""
    off = '[[tie]]\nid = "two"\noff = true\n'
    assert [i for i, _ in laid(off)] == ["one", "three"]
    assert [i for i, _ in laid(off, '[[tie]]\nid = "two"\n')] == ["one", "three", "two"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[tie]]\nid = "tow"\noff = true\n', "no such entry to switch off"),
        ('[[tie]]\nid = "x"\n[[tie]]\nid = "x"\n', r"stands in own0\.toml already"),
        ('[tie]\nid = "x"\n', "not a list of tables"),
        ("tie = 3\n", "not a list of tables"),
    ],
)
def test_what_cannot_be_laid_is_named(text: str, says: str) -> None:
    """The file and the entry are named."""
    with pytest.raises(EntryError, match=says) as told:
        laid(text)
    assert told.value.row.file == "own0.toml"


def test_an_entry_knows_the_classes_of_the_file_whose_entry_it_replaces() -> None:
    """Copied from the shipped file and changed, it means what it meant there; a new one knows no file of several."""
    over = Overlay("own.toml", '[[tie]]\nid = "two"\n[[tie]]\nid = "new"\n')
    by_id = {r.id: r.classes for r in rows_of("tie", TEXTS, [over])}
    assert by_id["two"]["beasts"] == ("mule",)
    assert "beasts" not in by_id["new"]


def test_an_entry_knows_shared_classes_and_its_own() -> None:
    """Those of its own file go before; a book of one file gives its classes to all."""
    over = Overlay(
        "own.toml", '[class]\nfish = ["eel"]\narms = ["club"]\n[[tie]]\nid = "new"\nneeds = ["@fish", "x"]\n'
    )
    row = rows_of("tie", {"a.toml": TEXTS["a.toml"]}, [over])[-1]
    assert (row.classes["beasts"], row.classes["arms"]) == (("mule",), ("club",))
    assert row.classes["talks"] == shared()["talks"]
    assert spread(row, row.raw)["needs"] == ["eel", "x"]


def test_an_unknown_class_is_named() -> None:
    """A misspelt class is refused with its field, never taken for a word."""
    row = rows_of("tie", {"a.toml": '[[tie]]\nid = "x"\nneeds = ["@fsh"]\n'})[0]
    with pytest.raises(EntryError, match="'@fsh'") as told:
        spread(row, row.raw)
    assert told.value.key == "needs"
