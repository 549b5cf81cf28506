"""`parley import`: other projects' rows, and Parley's own lines, into a record."""

from __future__ import annotations

import datetime as dt
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import progress, say, say_all
from parley.cli.options import ActorsFile, RecordFile
from parley.desk.amiss import AmissError
from parley.desk.import_kinds import ImportKind
from parley.terms.enums import Handling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parley.desk.import_frame import Imported
    from parley.intake import LeftOut


def import_(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE…", help="Files of one kind or of several.")],
    kind: Annotated[
        ImportKind | None, typer.Option("--from", help="Whose file it is. Default: told by how it begins.")
    ] = None,
    record: RecordFile = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DAY", help="The day of the download. Default: today.")
    ] = None,
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE", help="What the columns of your own sheet mean.")
    ] = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="The file is the whole data set: what it no longer has is taken out.")
    ] = False,
    left_out: Annotated[
        Path | None, typer.Option("--left-out", metavar="FILE", help="Write what was left out, and why, to a file.")
    ] = None,
    actors: ActorsFile = None,
    handling: Annotated[Handling, typer.Option("--handling", help="Who may see what is new.")] = Handling.OPEN,
) -> None:
    """Take other people's rows into a record, as statements by their source. Importing the same again adds nothing.

    Example:  `parley import events.csv --from acled --as-of 2022-01-31`
    """
    from parley.desk.actors import entries_of
    from parley.desk.import_frame import Wish
    from parley.desk.imports import guess, import_file
    from parley.desk.records import open_record, place_of

    day = _day(as_of)
    entries = entries_of(actors)
    kinds = [(path, kind or guess(path)) for path in paths]
    kept = open_record(record)
    missing = 0
    with _leaving(left_out) as leave:
        for path, which in kinds:
            if kind is None:
                say(f"{path}: taken for {which.value}; if it is not, say so with --from")
            with progress() as tell:
                wish = Wish(day, mapping, whole, entries, handling, leave, tell)
                done = import_file(kept, path, which, wish)
            _tell(done, path)
            missing += done.left_out
    say(f"Next: parley brief --record {place_of(record)}")
    if missing:
        raise typer.Exit(1)


def _day(given: str | None) -> str:
    try:
        return dt.date.fromisoformat(given).isoformat() if given else dt.datetime.now(dt.UTC).date().isoformat()
    except ValueError as e:
        raise AmissError(f"--as-of {given!r} is no day", "Write it as year, month, day: --as-of 2022-01-31") from e


@contextmanager
def _leaving(out: Path | None) -> Iterator[Callable[[LeftOut], None]]:
    """Where what is left out goes: a file, a line each, as it comes; else the first few to standard error."""
    if out is None:
        told: list[LeftOut] = []
        yield lambda item: told.append(item) if len(told) < SHOWN else None
        say_all(f"left out: {item}" for item in told)
        return
    try:
        with out.open("w", encoding="utf-8", errors="replace") as file:
            yield lambda item: print(item, file=file)
    except OSError as e:
        raise AmissError(f"{out}: it cannot be written ({e.strerror})", "Name another: --left-out FILE") from e
    say(f"wrote {out}")


SHOWN = 10
"""How many of what was left out are told on the terminal, where no file was asked for."""


def _tell(done: Imported, path: Path) -> None:
    counted = ", ".join(f"{many} {what}" for what, many in done.counts)
    say(f"{path}: {counted}")
    say_all(f"  {many} × {why}" for why, many in done.causes)
    say_all(done.lines)
