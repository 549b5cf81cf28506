"""`parley brief`: a record as a document in which every line is cited."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_text
from parley.cli.options import Include, RecordFile


class Kind(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MD = "md"


def brief(
    record: RecordFile = None,
    kind: Annotated[Kind, typer.Option("--format", help="A self-contained page, or Markdown.")] = Kind.HTML,
    out: Annotated[Path | None, typer.Option("--out", help="The file; `-` is standard output.")] = None,
    scenario: Annotated[Path | None, typer.Option("--scenario", help="A scenario file, for an outlook.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="The brief's title.")] = None,
    include: Include = None,
) -> None:
    """Write a brief: talks, timeline, ties, claims, positions and judgements, each line with its quote.

    Reports marked restricted or source-sensitive stay out, with what they alone tell.

    Example:  `parley brief --record talks.db --out brief.html`
    """
    from parley.desk.brief import brief_of
    from parley.desk.handling import shareable
    from parley.desk.records import existing

    whole = shareable(existing(record), include or ())
    if not whole.reports:
        say("the record holds no report yet, so the brief is empty; read some: parley read PATH…")
    write_text(brief_of(whole, kind.value, title, scenario), out or Path(f"brief.{kind}"))
