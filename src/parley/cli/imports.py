"""`parley import`: other projects' rows, and Parley's own lines, into a record."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import progress, say, say_all, write_table, write_text
from parley.cli.options import ActorsFile, RecordFile
from parley.desk.amiss import AmissError
from parley.desk.import_kinds import ImportKind
from parley.terms.enums import Handling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parley.desk.import_frame import Imported, Wish
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
    show_mapping: Annotated[
        bool, typer.Option("--show-mapping", help="Only write what the columns of a sheet seem to mean, as TOML.")
    ] = False,
    whole: Annotated[
        bool, typer.Option("--whole", help="The file is the whole data set: what it no longer has is taken out.")
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Only show what the second of two downloads has that the first had not.")
    ] = False,
    left_out: Annotated[
        Path | None, typer.Option("--left-out", metavar="FILE", help="Write what was left out, and why, to a file.")
    ] = None,
    actors: ActorsFile = None,
    handling: Annotated[Handling, typer.Option("--handling", help="Who may see what is new.")] = Handling.OPEN,
) -> None:
    """Take other people's rows into a record, as statements by their source. Importing the same again adds nothing.

    What `parley export --format jsonl` wrote is taken back: into an empty record exactly, into another one as a merge.

    Example:  `parley import events.csv --from acled --as-of 2022-01-31`

    Example:  `parley import record.jsonl --record copy.db`
    """
    if mapping is not None and kind not in (None, ImportKind.SHEET):
        raise AmissError(f"--mapping says what a sheet means, and {kind} needs none", "Leave it away, or --from sheet.")
    if whole and len(paths) > 1:
        raise AmissError("--whole is said of one file", "Import them one by one, or without --whole.")
    if show_mapping:
        _show_mapping(paths)
        return
    with _leaving(left_out) as leave:
        if diff:
            missing = _diff(paths, kind, mapping, leave)
        else:
            from parley.desk.actors import entries_of
            from parley.desk.import_frame import Wish

            wish = Wish(_day(as_of), mapping, whole, entries_of(actors), handling, leave)
            missing = _import(paths, kind, record, wish)
    if missing:
        raise typer.Exit(1)


def _import(paths: Sequence[Path], kind: ImportKind | None, record: str | None, wish: Wish) -> int:
    """How much was left out of all files; what became of each is told as it is done."""
    from parley.desk.imports import import_file
    from parley.desk.records import named_as, open_record

    kinds = [(path, _kind(path, kind, wish.mapping)) for path in paths]
    kept = open_record(record)
    missing = 0
    for path, which in kinds:
        with progress() as tell:
            done = import_file(kept, path, which, replace(wish, progress=tell))
        _tell(done, path)
        missing += done.left_out
    say(f"Next: parley brief --record {named_as(record)}")
    return missing


def _kind(path: Path, given: ImportKind | None, mapping: Path | None) -> ImportKind:
    from parley.desk.imports import KINDS, guess

    if given is not None:
        return given
    if mapping is not None:
        return ImportKind.SHEET
    found = guess(path)
    say(f"{path}: taken for {KINDS[found].title}; if it is not, say whose it is with --from")
    return found


def _show_mapping(paths: Sequence[Path]) -> None:
    from parley.desk.import_sheets import mapping_shown

    if len(paths) != 1:
        raise AmissError(
            f"one sheet at a time, and {len(paths)} were named", "Name one sheet: parley import SHEET --show-mapping"
        )
    write_text(mapping_shown(paths[0]), Path("-"))


def _diff(
    paths: Sequence[Path], kind: ImportKind | None, mapping: Path | None, leave: Callable[[LeftOut], None]
) -> int:
    """Write what the later of two downloads has otherwise; how many rows could not be compared."""
    from parley.desk.import_diff import diff

    if len(paths) != 2:
        raise AmissError(
            f"two files are compared, and {len(paths)} named",
            "Name the earlier and the later: parley import OLD NEW --diff",
        )
    found, lost = diff(paths[0], paths[1], _kind(paths[1], kind, mapping), mapping, leave)
    counted = Counter(str(row[1]) for row in found.rows)
    if found.rows:
        write_table(found)
    say(", ".join(f"{n} {what}" for what, n in counted.items()) or "nothing has changed")
    return lost


def _day(given: str | None) -> str:
    from parley.desk.records import iso_day

    return iso_day("--as-of", given) if given else dt.datetime.now(dt.UTC).date().isoformat()


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
    counted = ", ".join(_counted(what, many) for what, many in done.counts)
    say(f"{path}: {counted}")
    say_all(f"  {many} × {why}" for why, many in done.causes)
    say_all(done.lines)


def _counted(what: str, many: int) -> str:
    """A count with its noun, if it has one: "1 decision new", "2 decisions new", "1 as before"."""
    noun, _, rest = what.partition(" ")
    one = noun.removesuffix("s") if many == 1 and noun != "as" else noun
    return f"{many} {one} {rest}".rstrip()
