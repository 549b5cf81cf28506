"""`parley snapshot`, `parley whats-new` and `parley compare`: dated copies, what changed, and what others have."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import say, say_all, write_found, write_json, write_line, write_table
from parley.cli.options import ActorsFile, Include, Json, RecordFile
from parley.desk.import_kinds import ImportKind

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
    one: Annotated[Path, typer.Argument(metavar="OLD|RECORD", help="A snapshot's folder, or a record's file.")],
    other: Annotated[Path, typer.Argument(metavar="NEW|ROWS", help="A later snapshot, or a file of rows.")],
    kind: Annotated[
        ImportKind | None, typer.Option("--from", help="Whose rows. Default: told by how they begin.")
    ] = None,
    actors: ActorsFile = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="What the columns of your own sheet mean.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE.csv", help="Of rows: write every pair and row to a file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show what one snapshot has that another had not, or set a record's events beside other data.

    Two snapshots: what is new in the later one. A record's file and a file of rows (as `parley import` takes them):
    which rows are events that the record holds as facts; which it holds as claimed, denied, contested or planned only;
    which print an event again; which only one of the two has. Rows outside the record's days and countries are counted
    apart.

    Example:  `parley compare talks-2022-01 talks-2022-02`

    Example:  `parley compare parley.db acled.csv --out beside.csv`
    """
    from parley.desk.records import is_record

    if is_record(one) or is_record(other):
        record, rows = (one, other) if is_record(one) else (other, one)
        _beside(record, rows, (kind, actors, mapping), out, as_json)
        return
    from parley.desk.snapshots import compare as compared

    _tell(compared(one, other), as_json)


def _beside(
    record: Path, rows: Path, how: tuple[ImportKind | None, Path | None, Path | None], out: Path | None, as_json: bool
) -> None:
    from parley.desk.actors import entries_of
    from parley.desk.comparing import beside, write
    from parley.desk.records import existing

    kind, actors, mapping = how
    found = beside(existing(record), rows, kind, entries_of(actors), mapping)
    if out is not None:
        write(found.rows, out)
    if as_json:
        write_json(found.as_object)
    else:
        write_table(found.summary)
    say_all(found.lines)
    if out is not None:
        say(f"wrote {out}")
    elif not as_json:
        say("Each pair and row: --out FILE.csv, or --json")


def _tell(table: Table, as_json: bool) -> None:
    write_found(table, as_json, "nothing is new")
