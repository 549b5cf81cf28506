"""`parley read`: reports into a record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import progress, say, say_all
from parley.cli.options import ActorsFile, Codebook, Pipeline, RecordFile

if TYPE_CHECKING:
    from parley.desk.reports import Taken

STDIN = Path("-")


def read(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files and folders; `-` is standard input.")],
    record: RecordFile = None,
    pipeline: Pipeline = None,
    actors: ActorsFile = None,
    codebook: Codebook = None,
) -> None:
    """Read reports (text, Markdown, HTML, PDF, JSON Lines) into a record. Reading again adds nothing.

    Example:  `parley read reports/ extra.pdf --record talks.db`
    """
    from parley.desk.actors import entries_of
    from parley.desk.overlays import overlays
    from parley.desk.readers import readers
    from parley.desk.records import open_record, place_of
    from parley.desk.reports import read_into

    kept = open_record(record)
    among = readers(pipeline, entries_of(actors), overlays(codebook or ()))
    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    with progress() as tell:
        taken = read_into(kept, [p for p in paths if p != STDIN], among, stdin, tell)
    _tell(taken, place_of(record))
    if not taken.whole:
        raise typer.Exit(1)


def _tell(taken: Taken, place: Path) -> None:
    """Say what was read, what was not, and what to type next."""
    say_all(f"warning: {w.report}, {w.stage}: {w.message}" for w in taken.warnings)
    say_all(f"kept unread: {r.title or r.id}: {r.why}" for r in taken.unread)
    say_all(f"left out: {item}" for item in taken.left_out)
    known = f", {taken.known} known already" if taken.known else ""
    say(f"{taken.read} {'report' if taken.read == 1 else 'reports'} read{known} → {place}")
    if taken.read or taken.known:
        say(f"Next: parley brief --record {place}")
