"""`parley snapshot`, `parley whats-new` and `parley compare`: dated copies, and what changed between them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import say, write_json, write_line, write_table
from parley.cli.options import Include, Json, RecordFile

if TYPE_CHECKING:
    from parley.desk.tables import Table


def snapshot(
    out: Annotated[Path, typer.Option("--out", metavar="FOLDER", help="A new folder to write into.")],
    record: RecordFile = None,
    title: Annotated[str | None, typer.Option("--title", help="The title by which it is cited.")] = None,
    author: Annotated[str | None, typer.Option("--author", help="Whose it is, as it is cited.")] = None,
    include: Include = None,
) -> None:
    """Freeze a dated, citable copy: the record's lines, what read it, its hash, BibTeX and RIS.

    Example:  `parley snapshot --out talks-2022-01 --title "Talks of January" --author "A. Name"`
    """
    from parley.desk.records import existing
    from parley.desk.snapshots import TITLE, take

    made = take(existing(record), out, title or TITLE, author, include or ())
    write_line(made.id)
    say(f"wrote {out}; see later what is new with: parley whats-new --since {out}")


def whats_new(
    since: Annotated[str, typer.Option("--since", metavar="DAY", help="A day, or a snapshot's folder or id.")],
    record: RecordFile = None,
    as_json: Json = False,
) -> None:
    """Show what is new since a day or a snapshot: talks, outcomes that moved, what is newly contested or denied.

    Example:  `parley whats-new --since 2022-01-31`
    """
    from parley.desk.records import existing
    from parley.desk.snapshots import whats_new as new

    _tell(new(existing(record), since), as_json)


def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A snapshot's folder.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="A later one.")],
    as_json: Json = False,
) -> None:
    """Show what one snapshot has that another had not.

    Example:  `parley compare talks-2022-01 talks-2022-02`
    """
    from parley.desk.snapshots import compare as compared

    _tell(compared(old, new), as_json)


def _tell(table: Table, as_json: bool) -> None:
    if as_json:
        write_json(table.as_objects())
    elif table.rows:
        write_table(table)
    else:
        say("nothing is new")
