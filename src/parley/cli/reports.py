"""`parley read`: reports into a record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.console import progress, say, say_all, write_table
from parley.cli.options import ActorsFile, Codebook, Pipeline, RecordFile, Yes
from parley.cli.sending import server_agreed
from parley.desk.amiss import AmissError
from parley.terms.enums import Handling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.desk.reports import Taken
    from parley.terms.chat import ChatServer
    from parley.terms.ports import Reader

STDIN = Path("-")


def read(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH…", help="Files and folders; `-` is standard input.")
    ] = None,
    record: RecordFile = None,
    pipeline: Pipeline = None,
    actors: ActorsFile = None,
    codebook: Codebook = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read anew what the record holds, and show what changes. Decisions stay.")
    ] = False,
    handling: Annotated[Handling, typer.Option("--handling", help="Who may see what is new.")] = Handling.OPEN,
    yes: Yes = False,
) -> None:
    """Read reports into a record. Reading again adds nothing.

    Text, Markdown, HTML, PDF, DOCX, ODT, RTF, EPUB, mail (EML, MBOX), saved pages and web archives (MHTML, WARC),
    exports of Factiva and Nexis, bibliographies (RIS, BibTeX) and JSON Lines are told apart by what they hold.

    Where `[reader]` in `parley.toml` names a chat server, it is asked about every open report as well, once that was
    agreed to.

    Example:  `parley read reports/ extra.pdf --record talks.db`
    """
    from parley.desk.actors import entries_of
    from parley.desk.overlays import overlays
    from parley.desk.project import pipeline_meant
    from parley.desk.readers import readers
    from parley.desk.records import existing, named_as, open_record
    from parley.desk.reports import read_into

    if again is bool(paths):
        raise AmissError("give either paths or --again", "Type `parley read PATH…`, or `parley read --again`.")
    kept = existing(record) if again else open_record(record)
    among = readers(pipeline_meant(pipeline), entries_of(actors), overlays(codebook or ()))
    second = server_agreed(kept, yes)
    if again:
        _again(kept, among, second)
        return
    paths = paths or []
    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    with progress() as tell:
        taken = read_into(kept, [p for p in paths if p != STDIN], among, stdin, tell, handling, second)
    _tell(taken, named_as(record))
    if not taken.whole:
        raise typer.Exit(1)


def _again(kept: Any, among: Sequence[Reader], second: ChatServer | None) -> None:
    """Read everything anew; what changes is the output, what decisions lost is told beside it."""
    from parley.desk.again import read_again
    from parley.desk.decisions import loudly

    with progress() as tell:
        done = read_again(kept, among, tell, second)
    if done.changes:
        write_table(done.table)
    say(f"{done.read} read again, {done.known} read by these readers already; {len(done.changes)} places changed")
    say_all(done.heard.lines if done.heard is not None else ())
    lost = loudly(done.orphans)
    say_all(f"DECISION WITHOUT GROUND: {line}" for line in lost)
    if lost:
        say("See them with: parley history --orphaned")
        raise typer.Exit(1)


def _tell(taken: Taken, place: str) -> None:
    """Say what was read, what was not, and what to type next."""
    say_all(f"warning: {w.report}, {w.stage}: {w.message}" for w in taken.warnings)
    say_all(f"kept unread: {r.title or r.id}: {r.why}" for r in taken.unread)
    say_all(f"left out: {item}" for item in taken.left_out)
    say_all(taken.heard.lines if taken.heard is not None else ())
    known = f", {taken.known} known already" if taken.known else ""
    say(f"{taken.read} {'report' if taken.read == 1 else 'reports'} read{known} → {place}")
    if taken.read or taken.known:
        say(f"Next: parley brief --record {place}")
