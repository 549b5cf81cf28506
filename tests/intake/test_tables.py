"""Tables as rows of named cells."""

from pathlib import Path

import pytest

from parley.intake.left_out import LeftOut, UnreadableError
from parley.intake.tables import Row, first_cells, rows_of


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a table goes."""
    return tmp_path / "t.csv"


def cells(found: list[Row | LeftOut]) -> list[dict[str, str]]:
    """What the rows hold."""
    return [dict(r.cells) for r in found if isinstance(r, Row)]


def test_header_names_the_columns(path: Path) -> None:
    """Spaces around names and cells are none of theirs; a header that comes again is passed over."""
    path.write_text(" a , b\n1, 2 \n a , b\n3,4\n")
    assert first_cells(path) == (" a ", " b")
    assert cells(list(rows_of(path))) == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]


def test_names_take_the_place_of_a_header(path: Path) -> None:
    """Files without one begin with a row."""
    path.write_text("1\t2\n")
    assert cells(list(rows_of(path, names=("a", "b")))) == [{"a": "1", "b": "2"}]


def test_rows_with_too_many_or_hardly_any_cells_are_left_out_by_number(path: Path) -> None:
    """Empty ones at the end may be missing, or too many."""
    path.write_text("a,b,c,d\n1,2,3,4,,\n1,2,3\n1\n1,2,3,4,5\n6,7,8,9\n")
    found = list(rows_of(path))
    assert [str(r).split(": ")[0].rpartition(" ")[2] for r in found if isinstance(r, LeftOut)] == ["4", "5"]
    assert cells(found) == [
        {"a": "1", "b": "2", "c": "3", "d": "4"}, {"a": "1", "b": "2", "c": "3"},
        {"a": "6", "b": "7", "c": "8", "d": "9"},
    ]  # fmt: skip


def test_rows_broken_by_line_ends_are_put_together(path: Path) -> None:
    """Where each row has all its cells; what does not add up is left out, and the next row is whole."""
    path.write_text("a\tb\tc\td\n1\t2\nx\t3\t4\n5\t6\t7\t8\n9\t9\n5\t6\t7\t8\n1\n2\n3\t4\t5\t6\n")
    found = list(rows_of(path, exact=True))
    assert [r.cells["b"] for r in found if isinstance(r, Row)] == ["2 x", "6", "6", "4"]
    assert [r.mended is None for r in found if isinstance(r, Row)] == [False, True, True, True]
    assert len([r for r in found if isinstance(r, LeftOut)]) == 2


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no rows"), (b"a,a\n1,2\n", "two of its columns"), (b"\x1f\x8bxx", "packed"), (b"\0\1", "no table"),
        (b"PK\x03\x04rubbish", "no workbook"), (b"\xfd7zXZ\0xx", "packed with xz"),
        (b"PK\x05\x06" + bytes(18), "a zip, and no workbook"),
    ],
)  # fmt: skip
def test_what_is_no_table_says_why(path: Path, data: bytes, why: str) -> None:
    """And what to do."""
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=why) as fault:
        list(rows_of(path))
    assert fault.value.remedy
    assert first_cells(path) in ((), ("a", "a"))
