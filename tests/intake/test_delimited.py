"""Rows of tables kept as text."""

import csv
import io
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.intake.delimited import LONGEST, Cells, Shape, cells_in, shape_of
from parley.intake.left_out import LeftOut, UnreadableError

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8).filter(
    lambda s: s.splitlines() in ([], [s])
)
TABLES = st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5)


def rows(data: bytes, shape: Shape | None = None) -> list[Cells | LeftOut]:
    """All rows of some bytes."""
    return list(cells_in(BytesIO(data), shape or shape_of(data), "x"))


@given(TABLES, st.sampled_from(",;|"))
def test_what_is_written_as_csv_comes_back(table: list[list[str]], separator: str) -> None:
    """With quotation marks, separators and any letters within cells."""
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerows(table)
    found = rows(out.getvalue().encode(), Shape("utf-8", separator))
    assert [list(r.cells) for r in found if isinstance(r, Cells)] == table


@given(st.lists(st.lists(CELLS.filter(lambda c: '"' not in c and "\t" not in c), min_size=2), min_size=1, max_size=4))
def test_tabs_part_cells_and_nothing_else_does(table: list[list[str]]) -> None:
    """A file of tabs quotes nothing."""
    data = "\n".join("\t".join(r) for r in table).encode()
    found = rows(data, Shape("utf-8", "\t"))
    assert [list(r.cells) for r in found if isinstance(r, Cells)] == [r for r in table if "\t".join(r).strip()]


@given(st.binary(max_size=300))
def test_no_bytes_break_it(data: bytes) -> None:
    """Anything is rows, rows left out, or no table."""
    try:
        found: list[object] = [*rows(data)]
    except UnreadableError as e:
        found = [LeftOut("x", e.why, e.remedy)]
    assert all(isinstance(r, Cells) or (isinstance(r, LeftOut) and r.remedy) for r in found)


@pytest.mark.parametrize(
    ("text", "separator"),
    [("a,b;c,d\n", ","), ("a;b;c\n", ";"), ("a\tb\n", "\t"), ('"a,b,c"|d|e\n', "|"), ("a\n", "\t")],
)
def test_separator_is_told_by_the_first_row(text: str, separator: str) -> None:
    """The one that makes most cells, outside quotation marks."""
    assert shape_of(text.encode()).separator == separator


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_letters_are_right_in_every_encoding(encoding: str) -> None:
    """As spreadsheets write them."""
    text = "name,place\nSöuthmark,Zürich\n"
    mark = b"\xff\xfe" if encoding == "utf-16-le" else b""
    assert [r.cells for r in rows(mark + text.encode(encoding)) if isinstance(r, Cells)][1] == ("Söuthmark", "Zürich")


def test_line_in_other_letters_is_mended_and_told() -> None:
    """One bad line does not make the file another one."""
    found = rows(b"a,b\n" + "é,x\n".encode() + "é,y\n".encode("cp1252"))
    assert [(r.cells[0], bool(r.mended)) for r in found if isinstance(r, Cells)] == [
        ("a", False),
        ("é", False),
        ("é", True),
    ]


def test_quotation_mark_that_is_never_closed_costs_its_own_row_only() -> None:
    """What comes after it is not swallowed; its number is told."""
    data = b'a,b\n"open,1\n' + b"".join(b"%d,x\n" % i for i in range(300))
    found = rows(data)
    assert [str(r).split(":")[0] for r in found if isinstance(r, LeftOut)] == ["x, line 2"]
    assert len([r for r in found if isinstance(r, Cells)]) == 301


def test_cell_may_run_over_lines_where_it_is_quoted() -> None:
    """And the next row keeps its own number."""
    found = rows(b'a,b\n"one\ntwo",1\nc,2\n')
    assert [(r.number, r.cells) for r in found if isinstance(r, Cells)] == [
        (1, ("a", "b")),
        (2, ("one\ntwo", "1")),
        (4, ("c", "2")),
    ]


def test_row_without_end_is_left_out() -> None:
    """It would fill the memory."""
    found = rows(b"a,b\n" + b"x" * (5 * LONGEST) + b"\nc,d\n")
    assert [type(r) for r in found] == [Cells, LeftOut, Cells]


@pytest.mark.parametrize("data", [b"\0\1\2", b"PK\x03\x04\0\0"])
def test_other_data_is_no_table(data: bytes) -> None:
    """It says what to do."""
    with pytest.raises(UnreadableError):
        shape_of(data)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_programs_end_them(end: str) -> None:
    """Old ones with a carriage return alone."""
    found = rows(end.join(["a,b", "1,é", "3,4", ""]).encode())
    assert [(r.number, r.cells) for r in found if isinstance(r, Cells)] == [
        (1, ("a", "b")),
        (2, ("1", "é")),
        (3, ("3", "4")),
    ]
