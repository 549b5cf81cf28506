"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from parley.terms.enums import Handling, Reality, Status

RecordFile = Annotated[
    str | None,
    typer.Option(
        "--record",
        metavar="FILE|URL",
        help="The record's file, or postgresql://USER@HOST/DATABASE. "
        "Default: the environment's PARLEY_RECORD, else the one of parley.toml, else parley.db here.",
    ),
]
Pipeline = Annotated[
    str | None, typer.Option("--pipeline", metavar="NAME", help="Another installed spaCy pipeline, by its package.")
]
ActorsFile = Annotated[
    Path | None, typer.Option("--actors", metavar="FILE", help="An actors file, whose actors are added.")
]
Codebook = Annotated[
    list[Path] | None,
    typer.Option(
        "--codebook", metavar="FILE", help="Codebook entries of your own, laid over the shipped ones. May be repeated."
    ),
]
Yes = Annotated[
    bool, typer.Option("--yes", help="Agree that open reports are sent to the server under [reader] in parley.toml.")
]
Json = Annotated[bool, typer.Option("--json", help="Write JSON instead of a table.")]
Include = Annotated[
    list[Handling] | None,
    typer.Option("--include", help="Take in reports that are marked so, which stay out otherwise; repeatable."),
]
Actors = Annotated[
    list[str] | None, typer.Option("--actor", help="Only what names this actor (id, name or alias); repeatable.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DAY", help="Only from this day on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DAY", help="Only up to this day.")]
Statuses = Annotated[list[Status] | None, typer.Option("--status", help="Only this status; repeatable.")]
Realities = Annotated[list[Reality] | None, typer.Option("--reality", help="Only this reality; repeatable.")]
Words = Annotated[str | None, typer.Option("--words", help="Only what is told in words that begin so.")]
Without = Annotated[
    list[str] | None, typer.Option("--without", help="As if this report or outlet were not there; repeatable.")
]
