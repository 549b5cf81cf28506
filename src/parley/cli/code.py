"""`parley code`: rows of reports in, lines of the contract out, for pipes and big batches."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from parley.cli.console import finish, say, write_line
from parley.cli.options import ActorsFile, Codebook, Pipeline
from parley.desk.layer import Layer


def code(
    layer: Annotated[Layer, typer.Option("--layer", help="What to write of each report.")] = Layer.STATEMENTS,
    with_text: Annotated[bool, typer.Option("--with-text", help="Write the reports' texts out again.")] = False,
    pipeline: Pipeline = None,
    actors: ActorsFile = None,
    codebook: Codebook = None,
) -> None:
    """Code reports in a pipe: JSON Lines on standard input, lines of the contract on standard output, no record.

    A row is `{"text": …}`, with `id`, `title`, `published`, `url`, `publisher`, `language` and `mentions`
    (`[{"start", "end", "actor"}]`, taken as given) where they are known. A row that is wrong is named on standard
    error and the rest goes on; the exit status is then 1.

    Example:  `parley code < reports.jsonl > record.jsonl`
    """
    from parley.desk.code import code as coded
    from parley.desk.code import coding

    how = coding(layer, with_text, pipeline, actors, codebook or ())
    if sys.stdin.isatty():
        say("reading rows from the keyboard; end with Ctrl-D. Usually: parley code < reports.jsonl")
    left_out = False
    for item in coded(sys.stdin.buffer, "standard input", how):
        if isinstance(item, str):
            write_line(item)
        else:
            say(item.words)
            left_out = left_out or item.left_out
    finish()
    if left_out:
        raise typer.Exit(1)
