"""Mappings of coding sheets as TOML."""

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.settings.errors import SheetError
from parley.settings.sheets import load_sheet, parse_sheet, sheet_toml
from parley.terms.enums import Root, Stance
from parley.terms.plover import MODES
from parley.terms.sheet import COLUMNS, SEVERAL, SheetMapping

WORDS = st.text(min_size=1, max_size=8).filter(str.strip).filter(lambda s: s.encode("utf-8", "replace").decode() == s)
CODES = st.sampled_from(["", "-", *Root, *(f"{r} {m}" for r, ms in MODES.items() for m in ms), "OTHER flight"])
NEEDED = ("type", "actors")


@st.composite
def mappings(draw: st.DrawFn) -> SheetMapping:
    """Any mapping that can be used."""
    keys = {*NEEDED, *draw(st.sets(st.sampled_from(sorted(COLUMNS))))}
    columns = {
        k: tuple(draw(st.lists(WORDS, min_size=1, max_size=3 if k in SEVERAL else 1))) for k in COLUMNS if k in keys
    }
    return SheetMapping(
        name=draw(WORDS),
        columns=columns,
        types={k.casefold(): v for k, v in draw(st.dictionaries(WORDS, CODES, max_size=4)).items()},
        stance=draw(st.sampled_from(Stance)),
        month_first=draw(st.sampled_from([None, True, False])),
        between=draw(WORDS),
        own_events=draw(st.booleans()),
        sheet=draw(st.none() | WORDS),
    )


@given(mappings())
def test_mapping_comes_back(mapping: SheetMapping) -> None:
    """What is written is read as the same."""
    assert parse_sheet(sheet_toml(mapping)) == mapping


def test_file_is_read(tmp_path: Path) -> None:
    """From where a person keeps it."""
    mapping = SheetMapping("x", {"actors": ("Who",), "type": ("What",)})
    (tmp_path / "m.toml").write_text(sheet_toml(mapping), encoding="utf-8")
    assert load_sheet(tmp_path / "m.toml") == mapping


GOOD = 'name = "x"\n[columns]\ntype = "What"\nactors = "Who"\n'


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (GOOD.replace('name = "x"\n', ""), None, "missing"),
        (GOOD + 'date = ["a", "b"]\n', 5, "not the name of one column"),
        (GOOD + 'weather = "W"\n', 5, "not known here"),
        (GOOD.replace('type = "What"\n', ""), 2, "what was done"),
        (GOOD.replace('actors = "Who"\n', ""), 2, "who did it"),
        (GOOD + '[types]\n"hit" = "PUNCH"\n', 6, "no type"),
        (GOOD + '[types]\n"hit" = "ASSAULT tea"\n', 6, "no mode"),
        (GOOD + '[types]\n"aid" = "AID tea"\n', 6, "no modes"),
        ('stance = "shouts"\n' + GOOD, 1, "no stance"),
        ('days = "month"\n' + GOOD, 1, "day-first"),
        ('rows = "lines"\n' + GOOD, 1, "events"),
        ('name = "x"\n', None, "missing"),
        ("name = x", 1, "not TOML"),
    ],
)
def test_fault_has_its_line_and_remedy(text: str, line: int | None, what: str) -> None:
    """Whoever wrote the file finds the place."""
    with pytest.raises(SheetError, match=what) as fault:
        parse_sheet(text)
    assert fault.value.line == line or line is None
    assert fault.value.remedy


@given(st.text(string.printable, max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Anything is a mapping or a SheetError."""
    try:
        found: object = parse_sheet(text)
    except SheetError as e:
        found = e.remedy
    assert found
