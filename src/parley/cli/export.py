"""`parley export`: a record for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_piece
from parley.cli.options import Include, RecordFile
from parley.desk.taken import NAMES, told

MOST = 20
"""Files that are named one by one."""


def export(
    name: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"How it is written. One of: {', '.join(NAMES)}.")
    ],
    record: RecordFile = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="PATH",
            help="A file, or a folder for what is several. Default: standard output for a text, else one called "
            "after the form, here.",
        ),
    ] = None,
    lost: Annotated[
        Path | None,
        typer.Option("--lost", metavar="FILE", help="Write what the form has no place for there, as CSV."),
    ] = None,
    claims: Annotated[
        bool,
        typer.Option("--claims", help="Carry also what is no fact, marked, in forms that have no word for claims."),
    ] = False,
    include: Include = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Tell what marked reports alone tell as codes, without words and sources.")
    ] = False,
) -> None:
    """Write a record, or a part of it, in a form that other programs read.

    What a form has no place for is counted on standard error, by cause, and listed in the file that `--lost` names.
    Reports marked restricted or source-sensitive stay out, with what they alone tell.

    Example:  `parley export --format csv --out tables/`
    """
    from parley.desk.export import export as written
    from parley.desk.handling import shareable
    from parley.desk.records import existing

    parts = [shareable(existing(record), include or (), redact)]
    done = written(parts, name, out, claims, lost, write_piece)
    _say_written(done.files)
    _say_lost(done.lost)


export.__doc__ = f"{export.__doc__}\n\nThe forms:\n\n{told()}\n"


def _say_written(files: Sequence[Path]) -> None:
    for path in files[:MOST]:
        say(f"wrote {path}")
    if len(files) > MOST:
        say(f"wrote {len(files) - MOST} more beside them")


def _say_lost(causes: Mapping[str, int]) -> None:
    if causes:
        say(f"not carried over: {sum(causes.values())}")
        for cause, many in causes.items():
            say(f"{many:8}  {cause}")
