"""Every figure of the bargaining room beside its bar: `benchmarks/bargaining.py CASES_FOLDER`.

The folder holds reference cases (`ktab_*`, `gmcr_*`, `exchange_*`, `bdm_*`, `analytic_*`, `deu3_*`, all JSON); kinds
that are not there are left out. Without a folder only times are taken.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bargaining_checks import (
    Row,
    cars_rows,
    closed_forms,
    ends_row,
    exchange_row,
    graph_row,
    load,
    spatial_row,
)

from benchmarks import bargaining_deu, bargaining_times


def case_rows(folder: Path) -> Iterator[Row]:
    """All cases of a folder."""
    for name, case in load(folder, "ktab_*.json"):
        yield spatial_row(name, case)
    yield ends_row()
    for name, case in load(folder, "gmcr_*.json"):
        yield graph_row(name, case)
    for name, case in load(folder, "exchange_*.json"):
        yield exchange_row(name, case)
    for _, case in load(folder, "analytic_*.json"):
        yield from closed_forms(case)
    for _, case in load(folder, "bdm_*.json"):
        yield from cars_rows(case)
    for _, case in load(folder, "deu3_*.json"):
        yield from bargaining_deu.rows(case)


def main() -> None:
    """Print the table."""
    if len(sys.argv) > 2:
        sys.exit("usage: benchmarks/bargaining.py [CASES_FOLDER]")
    if len(sys.argv) == 2:
        folder = Path(sys.argv[1])
        if not folder.is_dir():
            sys.exit(f"{folder} is not a folder; name one that holds reference cases")
        for row in case_rows(folder):
            print(row)
    for row in bargaining_times.rows():
        print(row)


if __name__ == "__main__":
    main()
