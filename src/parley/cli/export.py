"""`parley export`: a record for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_line, write_text
from parley.cli.options import RecordFile


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
) -> None:
    """Write a record as JSON Lines of the contract, or as CSV tables for a spreadsheet.

    Example:  `parley export --format csv --out tables/`
    """
    from parley.desk.export import lines, write_tables
    from parley.desk.records import Wanted, existing, part_of

    whole = part_of(existing(record), Wanted())
    if kind is Kind.CSV:
        for path in write_tables(whole, out or Path("parley-tables")):
            say(f"wrote {path}")
    elif out is None or str(out) == "-":
        for line in lines(whole):
            write_line(line)
    else:
        write_text("".join(f"{line}\n" for line in lines(whole)), out)
