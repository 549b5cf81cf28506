"""`parley export`: a record for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, say_all, write_lines
from parley.cli.options import Include, RecordFile


class Kind(StrEnum):
    """How a record is written."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    kind: Annotated[Kind, typer.Option("--format", help="Lines of the contract, or tables for a spreadsheet.")],
    record: RecordFile = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="A file for jsonl (default: standard output), a folder for csv.")
    ] = None,
    include: Include = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Tell what marked reports alone tell as codes, without words and sources.")
    ] = False,
) -> None:
    """Write a record as JSON Lines of the contract, or as CSV tables for a spreadsheet.

    The lines hold all of the record, decisions too: `parley import --from contract` brings it back exactly. Reports
    marked restricted or source-sensitive stay out, with what they alone tell; the last line says how many.

    Example:  `parley export --format csv --out tables/`
    """
    from parley.desk.export import write_tables
    from parley.desk.export_record import left_out_of, record_lines, redacted_lines
    from parley.desk.handling import shareable
    from parley.desk.records import existing

    kept = existing(record)
    if kind is Kind.CSV:
        for path in write_tables(shareable(kept, include or (), redact), out or Path("parley-tables")):
            say(f"wrote {path}")
        return
    write_lines((redacted_lines if redact else record_lines)(kept, include or ()), out)
    say_all(left_out_of(kept, include or ()))
