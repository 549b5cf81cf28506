"""`parley export`: a record for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_line, write_text
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

    Reports marked restricted or source-sensitive stay out, with what they alone tell.

    Example:  `parley export --format csv --out tables/`
    """
    from parley.desk.export import lines, write_tables
    from parley.desk.handling import shareable
    from parley.desk.records import existing

    whole = shareable(existing(record), include or (), redact)
    if kind is Kind.CSV:
        for path in write_tables(whole, out or Path("parley-tables")):
            say(f"wrote {path}")
    elif out is None or str(out) == "-":
        for line in lines(whole):
            write_line(line)
    else:
        write_text("".join(f"{line}\n" for line in lines(whole)), out)
