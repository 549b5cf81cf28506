"""`parley outlook` and `parley scenario`: what the talks can yield, by a file of assumptions."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_json, write_line, write_text
from parley.cli.options import Json, RecordFile

app = typer.Typer(no_args_is_help=True, help="Scenarios: what is assumed of a talk.")


@app.callback()
def _scenario() -> None:
    """Scenarios: what is assumed of a talk."""


def outlook(
    scenario: Annotated[Path, typer.Argument(metavar="SCENARIO", help="A scenario's TOML file.")],
    draws: Annotated[int, typer.Option("--draws", min=1, max=1_000_000, help="How often the ranges are drawn.")] = 2000,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same figures.")] = 1,
    as_json: Json = False,
    record: Annotated[
        Path | None, typer.Option("--record", help="A record that must hold every statement which a number cites.")
    ] = None,
    into: Annotated[
        Path | None, typer.Option("--charts", metavar="FOLDER", help="Write charts (SVG) and a page with them there.")
    ] = None,
) -> None:
    """Say what talks can yield, how sure that is, who gains, and what would overturn it. Numbers are assumptions.

    Example:  `parley outlook scenario.toml --seed 7`
    """
    from parley.desk.scenarios import outlook_of, words_of

    found = outlook_of(scenario, draws, seed)
    if record:
        from parley.desk.records import existing
        from parley.desk.scenarios import check_sources

        check_sources(found, existing(record))
    if into:
        from parley.desk.outlooks import PAGE, charts

        say(f"wrote {len(charts(found, into)) - 1} charts into {into}; all of them on a page: {into / PAGE}")
    if as_json:
        write_json(dataclasses.asdict(found))
        return
    for line in words_of(found):
        write_line(line)


@app.command("draft")
def draft(
    talk: Annotated[
        str, typer.Option("--talk", metavar="ID", help="The talk's id, its beginning, or words that say who or where.")
    ],
    record: RecordFile = None,
    out: Annotated[Path | None, typer.Option("--out", help="The file; standard output if not given.")] = None,
) -> None:
    """Draft a scenario from a talk of the record: what is told is cited, what is not is a wide, marked range.

    Example:  `parley scenario draft --talk p1a2b --out scenario.toml`
    """
    from parley.desk.records import existing
    from parley.desk.scenarios import drafted

    write_text(drafted(existing(record), talk), out or Path("-"))
