"""Two downloads side by side."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.desk.import_diff import ADDED, CHANGED, REMOVED, diff
from parley.desk.import_frame import unnoted
from parley.desk.import_kinds import ImportKind

ROWS = st.dictionaries(st.integers(0, 9), st.integers(0, 2), max_size=6)


def written(path: Path, rows: dict[int, int]) -> Path:
    """Rows of ACLED by their ids, with how many were killed."""
    lines = [f"KEN{n},2023-03-03,Battles,A,{killed}\n" for n, killed in rows.items()]
    path.write_text("event_id_cnty,event_date,event_type,actor1,fatalities\n" + "".join(lines))
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, ROWS)
def test_what_was_added_changed_and_removed(tmp_path: Path, old: dict[int, int], new: dict[int, int]) -> None:
    """Applied to the old rows it gives the new ones."""
    table, lost = diff(
        written(tmp_path / "a.csv", old), written(tmp_path / "b.csv", new), ImportKind.ACLED, None, unnoted
    )
    found = {str(row[0]): row[1:] for row in table.rows}
    assert lost == 0
    assert found == {
        **{f"KEN{n}": (REMOVED, "") for n in old.keys() - new.keys()},
        **{f"KEN{n}": (ADDED, "") for n in new.keys() - old.keys()},
        **{f"KEN{n}": (CHANGED, "fatalities") for n in old.keys() & new.keys() if old[n] != new[n]},
    }


def test_rows_of_a_sheet_without_ids_are_told_by_their_cells(tmp_path: Path) -> None:
    """What has changed is another row there."""
    for name, what in (("a.csv", "attack"), ("b.csv", "talks")):
        (tmp_path / name).write_text(f"Date,Actor,Type\n2022-03-14,Reed Front,{what}\n2022-03-15,Ardova,talks\n")
    table, _ = diff(tmp_path / "a.csv", tmp_path / "b.csv", ImportKind.SHEET, None, unnoted)
    assert sorted(str(row[1]) for row in table.rows) == [ADDED, REMOVED]


@pytest.mark.parametrize("which", ["a.csv", "b.csv"])
def test_rows_that_cannot_be_compared_are_counted(tmp_path: Path, which: str) -> None:
    """In either file."""
    for name in ("a.csv", "b.csv"):
        written(tmp_path / name, {1: 1})
    with (tmp_path / which).open("a") as file:
        file.write("x\n")
    assert diff(tmp_path / "a.csv", tmp_path / "b.csv", ImportKind.ACLED, None, unnoted)[1] == 1
