"""`parley brief`: a record as a document in which every line is cited."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_bytes
from parley.cli.options import Actors, Include, RecordFile, Since, Until
from parley.terms.enums import Form


class Kind(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MD = "md"
    DOCX = "docx"


def brief(
    record: RecordFile = None,
    kind: Annotated[
        Kind, typer.Option("--format", help="A self-contained page, Markdown, or a Word document.")
    ] = Kind.HTML,
    out: Annotated[Path | None, typer.Option("--out", help="The file; `-` is standard output.")] = None,
    scenario: Annotated[Path | None, typer.Option("--scenario", help="A scenario file, for an outlook.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="The brief's title.")] = None,
    talk: Annotated[
        list[str] | None,
        typer.Option("--talk", metavar="ID", help="Only this talk, and what its reports tell; repeatable."),
    ] = None,
    actor: Actors = None,
    since: Since = None,
    until: Until = None,
    section: Annotated[
        list[Form] | None, typer.Option("--section", help="Only statements of this form; repeatable.")
    ] = None,
    include: Include = None,
) -> None:
    """Write a brief: talks, timeline, ties, claims, positions and judgements, each line with its quote.

    Of the whole record, or of what is chosen: talks, actors, days, sections.

    Reports marked restricted or source-sensitive stay out, with what they alone tell.

    Example:  `parley brief --record talks.db --format docx --out brief.docx`
    """
    from parley.desk.brief import Chosen, brief_file, chosen_part
    from parley.desk.records import Wanted, existing, filter_of

    held = existing(record)
    asked = filter_of(held, Wanted(tuple(actor or ()), since, until))
    chosen = Chosen(tuple(talk or ()), asked.actors, asked.since, asked.until, frozenset(section or ()))
    whole = chosen_part(held, chosen, include or ())
    if not whole.reports:
        say("the record holds no report yet that is asked for, so the brief is empty; read some: parley read PATH…")
    write_bytes(brief_file(whole, kind.value, title, scenario), out or Path(f"brief.{kind}"))
