"""Writing to the terminal: what was asked for to standard output, all else to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parley.desk.amiss import AmissError

if TYPE_CHECKING:
    from parley.desk.tables import Cell, Table

Progress = Callable[[str, int, int | None], None]
NARROW = 110
"""Columns of a terminal below which a table shows only what fits."""


class ClosedError(Exception):
    """Whoever read the output (`head`, say) has had enough; nothing more can be written."""


@contextmanager
def _open() -> Iterator[None]:
    """Tells a closed output from other faults, before the library that parses the words takes it for one of them."""
    try:
        yield
    except BrokenPipeError as e:
        raise ClosedError from e


def say(message: str) -> None:
    """A line to whoever watches, on standard error."""
    sys.stderr.write(message + "\n")


def write_line(line: str) -> None:
    """A line of output in UTF-8, whatever the terminal's encoding. Characters that UTF-8 has not stay escaped."""
    try:
        data = line.encode("utf-8")
    except UnicodeEncodeError:
        data = json.dumps(json.loads(line)).encode("ascii")
    with _open():
        sys.stdout.buffer.write(data + b"\n")


def finish() -> None:
    """Send on what was written so far."""
    with _open():
        sys.stdout.flush()


def write_json(value: Any) -> None:
    """A value as indented JSON."""
    _write_all(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


def _write_all(text: str) -> None:
    _write_out(text.encode("utf-8", "replace"))


def _write_out(data: bytes) -> None:
    with _open():
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def write_piece(text: str) -> None:
    """A stretch of a text that goes on, in UTF-8, whatever the terminal's encoding."""
    with _open():
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))


def write_text(text: str, out: Path) -> None:
    """A text into a file, or to standard output for `-`. Raises AmissError where the file cannot be written."""
    write_bytes(text.encode("utf-8", "replace"), out)


def write_bytes(data: bytes, out: Path) -> None:
    """A file's content, as `write_text`."""
    if str(out) == "-":
        _write_out(data)
        return
    try:
        out.write_bytes(data)
    except OSError as e:
        raise AmissError(f"{out}: it cannot be written ({e.strerror})", "Name another place: --out FILE") from e
    say(f"wrote {out}")


def write_lines(lines: Iterable[str], out: Path | None) -> None:
    """Lines as they come, into a file, or to standard output where none or `-` is named. Raises AmissError."""
    if out is None or str(out) == "-":
        for line in lines:
            write_line(line)
        return
    try:
        file = out.open("w", encoding="utf-8", newline="\n")
    except OSError as e:
        raise AmissError(f"{out}: it cannot be written ({e.strerror})", "Name another place: --out FILE") from e
    try:
        with file:
            file.writelines(f"{line}\n" for line in lines)
    except OSError as e:
        raise AmissError(
            f"{out}: it cannot be written to its end ({e.strerror})", "Make room, or name another place."
        ) from e
    say(f"wrote {out}")


def write_table(table: Table) -> None:
    """A table, as wide as the terminal; tab-separated where the output goes elsewhere."""
    if not sys.stdout.isatty():
        for row in (table.columns, *table.rows):
            write_line("\t".join(_plain(c) for c in row))
        return
    _draw(table)


def write_found(table: Table, as_json: bool, none: str = "") -> None:
    """A table, or its rows as JSON; where it has none, `none` is said instead of drawing it."""
    if as_json:
        write_json(table.as_objects())
    elif table.rows or not none:
        write_table(table)
    else:
        say(none)


def _plain(cell: Cell) -> str:
    return " ".join(_words(cell).split())


def _words(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return "" if cell is None else str(cell)


def _draw(table: Table) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table as Drawn

    console = Console()
    kept = _shown(table, console.width)
    drawn = Drawn(title=table.title, box=box.SIMPLE_HEAD, title_justify="left", title_style="bold")
    for i in kept:
        drawn.add_column(table.columns[i].replace("_", " "), overflow="fold")
    for row in table.rows:
        drawn.add_row(*(_escaped(row[i], table.columns[i]) for i in kept))
    console.print(drawn)
    hidden = len(table.columns) - len(kept)
    console.print(f"{len(table.rows)} rows{f'; {hidden} more columns with --json' if hidden else ''}", style="dim")


def _shown(table: Table, width: int) -> list[int]:
    """The numbers of the columns to draw: none that is empty throughout; on a narrow terminal the first ones only."""
    filled = [i for i in range(len(table.columns)) if any(row[i] not in (None, "") for row in table.rows)]
    return filled if width >= NARROW else [i for i in filled if table.columns[i] in table.narrow]


def _escaped(cell: Cell, column: str) -> str:
    from rich.markup import escape

    words = _words(cell)
    return words[:9] if column == "id" and _is_hash(words) else escape(words)


def _is_hash(word: str) -> bool:
    return len(word) == 16 and word[0] in "pst" and all(c in "0123456789abcdefm" for c in word[1:])


def say_all(lines: Iterable[object]) -> None:
    """Each on a line of standard error."""
    for line in lines:
        say(str(line))


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress bar on standard error where that is a terminal; elsewhere silence."""
    if not sys.stderr.isatty():
        yield lambda _doing, _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda doing, done, of: bar.update(task, description=doing, completed=done, total=of)


def write_marked(lines: Iterable[tuple[tuple[str, str], ...]]) -> None:
    """Lines made of (words, style) pairs; where the output is no terminal, a reversed stretch stands in [[…]]."""
    if not sys.stdout.isatty():
        for line in lines:
            write_line("".join(f"[[{words}]]" if style == "reverse" else words for words, style in line))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console()
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=False)
