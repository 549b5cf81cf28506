"""Which kind of file is which, and that each is taken by its own."""

from pathlib import Path

import pytest

from parley.desk import imports
from parley.desk.amiss import AmissError
from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.desk.import_kinds import ImportKind
from parley.record import Record


def test_first_kind_that_fits_takes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Kinds are tried in order, by the header; what the kind's own function makes of the file is what comes back."""

    def take(_record: Record, path: Path, wish: Wish) -> Imported:
        return Imported((("rows", len(path.read_text().splitlines())),), lines=(wish.as_of,))

    def has(column: str) -> Kind:
        return Kind(column, lambda s: column in s.columns, take)

    monkeypatch.setattr(imports, "KINDS", {ImportKind.ACLED: has("here"), ImportKind.SHEET: has("b")})
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n")
    assert imports.guess(path) is ImportKind.SHEET
    with Record.open(tmp_path / "r.db") as record:
        done = imports.import_file(record, path, ImportKind.SHEET, Wish("2022-01-31"))
    assert done == Imported((("rows", 2),), lines=("2022-01-31",))


def test_what_fits_no_kind_is_amiss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is taken for something that it is not."""
    monkeypatch.setattr(imports, "KINDS", {})
    (tmp_path / "x.bin").write_bytes(b"\0\1\2")
    with pytest.raises(AmissError, match="--from"):
        imports.guess(tmp_path / "x.bin")


def test_sample_tells_the_first_row(tmp_path: Path) -> None:
    """Columns are those of the first row, whatever parts them; a file that is no table has none."""
    (tmp_path / "x.txt").write_text("Event ID\tEvent Date\n1\t2022-01-01\n")
    (tmp_path / "y.bin").write_bytes(b"\0\0")
    assert imports.sample_of(tmp_path / "x.txt") == Sample(
        tmp_path / "x.txt", b"Event ID\tEvent Date\n1\t2022-01-01\n", ("Event ID", "Event Date")
    )
    assert imports.sample_of(tmp_path / "y.bin").columns == ()
