"""`parley demo`: the whole way from the sample reports to a brief."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import progress, say_all, write_line


def demo(
    folder: Annotated[Path, typer.Option("--folder", help="Where to write; made where it does not exist.")] = Path(
        "parley-demo"
    ),
) -> None:
    """Read the sample reports into a record and write a brief of it. Needs no file of yours and no network.

    Example:  `parley demo --folder first-look`
    """
    from parley.desk.demo import demo as run

    with progress() as tell:
        made = run(folder, tell)
    say_all(f"left out: {item}" for item in made.left_out)
    write_line(f"{made.reports} reports read, {made.talks} talks and {made.statements} statements found")
    write_line(f"record  {made.record}")
    write_line(f"brief   {made.brief}   (open it in a browser)")
    write_line(f"Next: parley show claims --record {made.record}")
    write_line(f"      parley outlook {made.scenario}")
    if made.left_out:
        raise typer.Exit(1)
