"""`parley export`: a record for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from inspect import getdoc
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, say_all, write_lines, write_piece
from parley.cli.options import Actors, Include, Realities, RecordFile, Since, Statuses, Until, Without, Words
from parley.desk.taken import NAMES, told
from parley.terms.enums import Handling

WHOLE = "jsonl"
"""The form that holds all of a record, so that an import brings it back."""
OUT = (
    "A file, or a folder for what is several. "
    "Default: standard output for a text, else one called after the form, here."
)
MOST = 20
"""Files that are named one by one."""


def export(
    name: Annotated[
        str, typer.Option("--format", metavar="NAME", help=f"How it is written. One of: {', '.join(NAMES)}.")
    ],
    record: RecordFile = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="PATH", help=OUT),
    ] = None,
    lost: Annotated[
        Path | None,
        typer.Option("--lost", metavar="FILE", help="Write what the form has no place for there, as CSV."),
    ] = None,
    claims: Annotated[
        bool,
        typer.Option("--claims", help="Carry also what is no fact, marked, in forms that have no word for claims."),
    ] = False,
    actor: Actors = None,
    since: Since = None,
    until: Until = None,
    status: Statuses = None,
    reality: Realities = None,
    words: Words = None,
    without: Without = None,
    include: Include = None,
    redact: Annotated[
        bool, typer.Option("--redact", help="Tell what marked reports alone tell as codes, without words and sources.")
    ] = False,
) -> None:
    """Write a record, or a part of it, in a form that other programs read.

    What a form has no place for is counted on standard error, by cause, and listed in the file that `--lost` names.
    Reports marked restricted or source-sensitive stay out, with what they alone tell.
    All of a record as `jsonl` holds decisions too: `parley import --from contract` brings it back exactly.

    Example:  `parley export --format xlsx --out events.xlsx --lost lost.csv`
    """
    from parley.desk.export import take_away
    from parley.desk.export_parts import Marks
    from parley.desk.records import Wanted, existing

    wanted = Wanted(
        tuple(actor or ()), since, until, tuple(status or ()), tuple(reality or ()), words, tuple(without or ())
    )
    if name == WHOLE and wanted == Wanted():
        _write_whole(record, include or (), redact, out, lost)
        return
    marks = Marks(tuple(include or ()), redact)
    done = take_away(existing(record), name, out, wanted, marks, claims, lost, write_piece)
    _say_written(done.files)
    _say_lost(done.lost)


export.__doc__ = (getdoc(export) or "").replace("Example:", f"{told()}\n\nExample:")
"""With the forms that there are: the catalogue alone names them."""


def _write_whole(
    record: str | None, include: Sequence[Handling], redact: bool, out: Path | None, lost: Path | None
) -> None:
    """All that a record holds, in the contract's own lines: nothing is lost in them."""
    from parley.desk.export_files import written_lost
    from parley.desk.export_record import left_out_of, record_lines, redacted_lines
    from parley.desk.records import existing

    kept = existing(record)
    write_lines((redacted_lines if redact else record_lines)(kept, include), out)
    say_all(left_out_of(kept, include))
    if lost is not None:
        written_lost([], lost)


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
