"""The data sets whose rows can be imported: how each file is told from the others, and by which map it is taken."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from parley.desk.import_frame import Imported, Kind, Sample, Wish
from parley.desk.import_rows import take
from parley.desk.import_source import Table
from parley.formats.incoming import acled, gdelt, pax, polecat, ucdp
from parley.intake.tables import first_cells
from parley.record import Record

IsRow = Callable[[Sequence[str]], bool]


def kind(title: str, table: Table, columns: Collection[str], is_row: IsRow | None = None) -> Kind:
    """A data set as a kind of file: told by its columns, or, without a header, by its first row."""
    wanted = {c.casefold() for c in columns}

    def fits(sample: Sample) -> bool:
        return wanted <= {c.strip().casefold() for c in sample.columns} or _is_headless(sample.columns)

    def _is_headless(cells: Sequence[str]) -> bool:
        return is_row is not None and is_row([c.strip() for c in cells])

    def told(path: Path, _mapping: Path | None = None) -> Table:
        headless = is_row is not None and _is_headless(first_cells(path))
        return replace(table, headless=headless)

    def taken(record: Record, path: Path, wish: Wish) -> Imported:
        return take(told(path), record, path, wish)

    return Kind(title, fits, taken, lambda path, _mapping: told(path).rows_by_id(path), told)


POLECAT = kind("POLECAT", Table(polecat.SOURCE, polecat.told, polecat.NAMES, polecat.ID, exact=True), polecat.COLUMNS)
ACLED = kind("ACLED", Table(acled.SOURCE, acled.told, acled.NAMES, acled.ID), acled.COLUMNS)
UCDP = kind("UCDP GED", Table(ucdp.SOURCE, ucdp.told, ucdp.NAMES, "id"), ucdp.COLUMNS, ucdp.is_row)
GDELT = kind("GDELT 2", Table(gdelt.SOURCE, gdelt.told, gdelt.NAMES, gdelt.ID, exact=True), gdelt.COLUMNS, gdelt.is_row)
PAX = kind("PA-X", Table(pax.SOURCE, pax.told, pax.NAMES, pax.ID), pax.COLUMNS)
