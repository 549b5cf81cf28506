"""How fast a record is exported and taken in again: `python -m benchmarks.record_moving [PROPOSALS]`.

The readings are those of `record_ingest`. Wall and processor seconds are shown, for other programs may be running, and
the most memory that the process had taken by then: it should not grow with the record.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.record_ingest import READER, readings

from parley.desk.export_record import record_lines
from parley.desk.import_frame import Wish
from parley.desk.import_kinds import ImportKind
from parley.desk.imports import import_file
from parley.record import Record


def timed(name: str, do: Callable[[], object], many: int) -> None:
    """Run once and print what it took."""
    wall, processor = time.perf_counter(), time.process_time()
    do()
    took, worked = time.perf_counter() - wall, time.process_time() - processor
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:12} {took:8.1f} s, {worked:.1f} of them at work, {many / worked:10,.0f} statements a second, {most} MB"
    )


def main(proposals: int) -> None:
    """Print one line a task."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.jsonl"
        with Record.open(Path(folder) / "a.db") as record:
            record.add(readings(proposals), READER, at_once=100)
            counts = record.counts()
            many = counts["statements"] + counts["talks"]
            print(f"{many:,} statements and talks, {proposals:,} proposals")
            timed("export", lambda: _write(record, path), many)
        with Record.open(Path(folder) / "b.db") as other:
            wish = Wish("2031-01-01")
            timed("import", lambda: import_file(other, path, ImportKind.CONTRACT, wish), many)
            again = Path(folder) / "again.jsonl"
            timed("export", lambda: _write(other, again), many)
        print("the same lines" if path.read_bytes() == again.read_bytes() else "NOT THE SAME LINES")


def _write(record: Record, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in record_lines(record))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
