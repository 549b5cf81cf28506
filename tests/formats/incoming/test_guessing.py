"""What the columns of a sheet may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.formats.incoming.guessing import NAMES, code_of, guess
from parley.terms.enums import Root
from parley.terms.plover import MODES
from parley.terms.sheet import COLUMNS


def test_every_column_that_there_is_can_be_guessed() -> None:
    """By at least one name, and no name means two things."""
    assert NAMES.keys() == COLUMNS.keys()
    every = [n for names in NAMES.values() for n in names]
    assert len(every) == len(set(every))


@given(st.lists(st.sampled_from(sorted(NAMES)), unique=True), st.data())
def test_columns_are_found_by_their_names(keys: list[str], data: st.DataObject) -> None:
    """However they are written."""
    names = {k: data.draw(st.sampled_from(NAMES[k])) for k in keys}
    written = [data.draw(st.sampled_from([n, n.title(), n.upper(), n.replace(" ", "_")])) for n in names.values()]
    found = guess("x", written, []).columns
    assert {k: v[0] for k, v in found.items()} == dict(zip(names, written, strict=True))


@pytest.mark.parametrize(
    ("columns", "values", "key"),
    [
        (["Source", "Target"], {}, "actors"),
        (["Actor", "Source"], {"Source": "Invented Daily"}, "voice"),
        (["Actor", "Source"], {"Source": "https://news.example/1"}, "url"),
    ],
)
def test_source_means_three_things(columns: list[str], values: dict[str, str], key: str) -> None:
    """Beside a target who did it; else where it was found, or who says so."""
    assert guess("x", columns, [values]).columns[key] == ("Source",)


@pytest.mark.parametrize(
    ("days", "month_first"),
    [
        (["3/4/2022", "14/3/2022"], False),
        (["3/4/2022", "3/14/2022"], True),
        (["3/4/2022"], None),
        (["14/3/2022", "3/14/2022"], None),
    ],
)
def test_order_of_day_and_month(days: list[str], month_first: bool | None) -> None:
    """By the days that can be meant one way only."""
    assert guess("x", ["Date"], [{"Date": d} for d in days]).month_first is month_first


@pytest.mark.parametrize("root", Root)
def test_codes_of_plover_are_themselves(root: Root) -> None:
    """With each mode."""
    assert code_of(root.value) == root
    assert all(code_of(f"{root.value.lower()}: {m}") == f"{root} {m}" for m in MODES.get(root, {}))


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("armed attack", "ASSAULT"), ("Peace talks", "CONSULT"), ("Ceasefire violation", "ASSAULT"),
        ("ceasefire", "RETREAT ceasefire"), ("Hunger strike", "PROTEST hunger"), ("general strike", "PROTEST strike"),
        ("airstrike", "ASSAULT aerial"), ("0871", "RETREAT ceasefire"), ("shelling", "ASSAULT heavy-weapons"),
        ("Mob violence", "PROTEST riot"), ("zorbing", ""), ("", ""),
    ],
)  # fmt: skip
def test_plain_english(value: str, code: str) -> None:
    """What nothing speaks for is left to be said."""
    assert code_of(value) == code
