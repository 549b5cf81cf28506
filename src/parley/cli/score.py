"""`parley score`: how well the reader does, against texts that people coded by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import finish, say, say_all, write_json, write_line, write_table
from parley.cli.options import ActorsFile, Codebook, Json, Pipeline, Yes
from parley.desk.amiss import AmissError
from parley.desk.by import By

if TYPE_CHECKING:
    from parley.desk.score import Reading, Scored


def score(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="JSON Lines: texts, and what is right about them.")],
    lines: Annotated[
        Path | None, typer.Option("--lines", metavar="FILE", help="Score these lines of the contract; read nothing.")
    ] = None,
    by: Annotated[By | None, typer.Option("--by", help="Figures apart for each of these, too.")] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List each miss, difference and extra with its sentence.")
    ] = False,
    as_json: Json = False,
    pipeline: Pipeline = None,
    actors: ActorsFile = None,
    codebook: Codebook = None,
    reader: Annotated[
        list[str] | None,
        typer.Option(
            "--reader", metavar="NAME", help="Score this reader (see `parley readers`); several, side by side."
        ),
    ] = None,
    yes: Yes = False,
) -> None:
    """Score a record against gold: what is found, field by field, and what is held as a fact that is none.

    The gold's texts are read as `parley code` reads them. For each form and field: how many the gold has, the record
    has, and are right in both; precision, recall and F1; and the share of those found that agree, empty ones too.
    Leak is the share of the gold's non-facts that the record has as facts. Readers named with `--reader` stand in one
    table; with a second reader among them, both together too, as a record would hold them.

    Example:  `parley score gold.jsonl --errors`
    """
    from parley.desk.score import Reading
    from parley.desk.score import score as scored
    from parley.desk.score_tables import as_object

    how = Reading(pipeline, actors, tuple(codebook or ()))
    if reader:
        if lines or by or errors:
            raise AmissError("--reader goes with none of --lines, --by and --errors", "Leave it or them away.")
        _compare(gold, how, reader, yes, as_json)
        return
    found = scored(gold, lines, how)
    for remark in found.remarks:
        say(remark.words)
    if as_json:
        write_json(as_object(found, by, errors))
    else:
        _write(found, by, errors)
    finish()
    if any(r.left_out for r in found.remarks):
        raise typer.Exit(1)


def _compare(gold: Path, how: Reading, names: list[str], yes: bool, as_json: bool) -> None:
    """The readers side by side; what a server would be sent is agreed to first."""
    from parley.desk.score_readers import as_object, score_readers, table

    found = score_readers(gold, names, how, yes)
    say_all(found.lines)
    if as_json:
        write_json(as_object(found))
    else:
        write_table(table(found))
    finish()
    if found.left_out:
        raise typer.Exit(1)


def _write(found: Scored, by: By | None, errors: bool) -> None:
    from parley.desk.score_tables import error_lines, table

    for line in error_lines(found) if errors else ():
        write_line(line)
    write_table(table(found, by))
