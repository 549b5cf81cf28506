"""Imports: files of other projects' rows, and of Parley's own lines, into a record."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from parley.desk import import_contract
from parley.desk.amiss import AmissError
from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.import_label_studio import LABEL_STUDIO
from parley.desk.import_sheets import SHEET
from parley.desk.import_source import readably
from parley.desk.import_tables import ACLED, GDELT, PAX, POLECAT, UCDP
from parley.desk.records import plainly
from parley.intake.tables import first_cells, rows_of
from parley.record import Record

HEAD = 65_536
"""Bytes by which a file's kind is told."""

KINDS: Mapping[ImportKind, Kind] = {
    ImportKind.CONTRACT: import_contract.KIND,
    ImportKind.POLECAT: POLECAT,
    ImportKind.ACLED: ACLED,
    ImportKind.UCDP: UCDP,
    ImportKind.GDELT: GDELT,
    ImportKind.PAX: PAX,
    ImportKind.LABEL_STUDIO: LABEL_STUDIO,
    ImportKind.SHEET: SHEET,
}
"""Every kind, in the order in which they are tried: what fits many comes last."""


def guess(path: Path) -> ImportKind:
    """The kind of a file by how it begins. Raises AmissError where it is none that is known."""
    sample = sample_of(path)
    for name, kind in KINDS.items():
        if kind.fits(sample):
            return name
    with readably(path):
        next(rows_of(path), None)
    raise AmissError(f"{path}: it cannot be told what it is", f"Say so: --from {'|'.join(KINDS)}")


def sample_of(path: Path) -> Sample:
    """How a file begins. Raises AmissError where it cannot be opened."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as e:
        raise AmissError(f"{path}: it cannot be opened ({e.strerror})", "Check the name and its permissions.") from e
    return Sample(path, head, first_cells(path))


def import_file(record: Record, path: Path, kind: ImportKind, wish: Wish) -> Imported:
    """Take a file into a record, a part at a time. Raises AmissError where it is none of its kind or cannot be kept."""
    with plainly():
        return KINDS[kind].take(record, path, wish)
