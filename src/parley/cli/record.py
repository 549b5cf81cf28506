"""`parley record`: what is done with records as a whole."""

from __future__ import annotations

from typing import Annotated

import typer

from parley.cli.console import write_line

app = typer.Typer(no_args_is_help=True, help="Records as a whole.")


@app.callback()
def _record() -> None:
    """Records as a whole."""


@app.command("copy")
def copy(
    source: Annotated[str, typer.Argument(metavar="FROM", help="The record's file, or its address on a server.")],
    target: Annotated[str, typer.Argument(metavar="TO", help="A file that is not there yet, or an empty database.")],
) -> None:
    """Copy a record whole, between files and PostgreSQL, either way. Counts and hashes of all rows are checked.

    Where anything is in the way, nothing is kept at the place that it was to go to.

    Example:  `parley record copy talks.db postgresql://ana@db.example.org/talks`
    """
    from parley.desk.copying import copy as run
    from parley.desk.records import named_as

    many, kinds = run(source, target)
    told = ", ".join(f"{n} {kind}" for kind, n in kinds.items() if n)
    write_line(f"copied {many} rows, each found again as it was ({told or 'an empty record'})")
    write_line(f"Next: parley show events --record {named_as(target)}")
