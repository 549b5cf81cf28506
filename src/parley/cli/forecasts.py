"""`parley forecasts`: said, kept, settled, scored."""

from __future__ import annotations

import dataclasses
import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from parley.cli.console import say, write_json, write_line, write_table, write_text
from parley.cli.options import Json, RecordFile

app = typer.Typer(no_args_is_help=True, help="Forecasts: kept as they were made, scored once their outcomes are known.")
By = Annotated[
    str | None, typer.Option("--by", metavar="NAME", help="Who. Default: PARLEY_NAME, else who is logged in.")
]


class Outcome(StrEnum):
    """Whether it came true."""

    YES = "yes"
    NO = "no"


@app.command("add")
def add(
    question: Annotated[str | None, typer.Argument(help="A question that will be answered by yes or no.")] = None,
    probability: Annotated[float | None, typer.Option("--probability", help="How likely yes is, 0 to 1.")] = None,
    low: Annotated[float | None, typer.Option("--low", help="The low end of the range it stands for.")] = None,
    high: Annotated[float | None, typer.Option("--high", help="The high end.")] = None,
    resolves: Annotated[str | None, typer.Option("--resolves", metavar="DAY", help="When it will be known.")] = None,
    scenario: Annotated[
        Path | None, typer.Option("--scenario", help="The scenario it rests on; its outlook gives what is not given.")
    ] = None,
    record: RecordFile = None,
    by: By = None,
) -> None:
    """Keep a forecast: the question, the probability and its range, who, when, and the scenario's hash. Never changed.

    Example:  `parley forecasts add "Will they sign by May?" --probability 0.1 --resolves 2022-05-01`
    """
    from parley.desk.decisions import who_decides
    from parley.desk.forecasts import OWN, Said, completed, likely
    from parley.desk.forecasts import add as keep
    from parley.desk.records import open_record

    said = completed(Said(question, probability, low, high, resolves), scenario)
    made = keep(open_record(record), said, who_decides(by), scenario)
    write_line(made.id)
    say(f"{made.question} {likely(made)}; once it is known: parley forecasts outcome {made.id} yes (or no)")
    if probability is None:
        say(OWN)


@app.command("list")
def list_(
    record: RecordFile = None,
    only_open: Annotated[bool, typer.Option("--open", help="Only those without an outcome.")] = False,
    as_json: Json = False,
) -> None:
    """Show the forecasts, in figures and in words, with their outcomes; those whose day has passed are due.

    Example:  `parley forecasts list --open`
    """
    from parley.desk.forecasts import kept, objects, table
    from parley.desk.records import existing

    found = kept(existing(record), only_open)
    if as_json:
        write_json(objects(found))
    elif found:
        write_table(table(found, dt.datetime.now(dt.UTC).date().isoformat()))
    else:
        say("no forecast is kept; make one: parley forecasts add")


@app.command("outcome")
def outcome(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="The forecast's id, or the beginning of it.")],
    came: Annotated[Outcome, typer.Argument(metavar="YES|NO", help="Whether it came true: yes or no.")],
    record: RecordFile = None,
    by: By = None,
    correct: Annotated[bool, typer.Option("--correct", help="Put an outcome right that was entered wrongly.")] = False,
) -> None:
    """Enter what came of a forecast.

    Example:  `parley forecasts outcome f3a1 no`
    """
    from parley.desk.decisions import who_decides
    from parley.desk.forecasts import settle
    from parley.desk.records import existing

    made = settle(existing(record), wanted, came is Outcome.YES, who_decides(by), correct)
    say(f"{made.question} {came}; how good all were: parley forecasts score")


@app.command("score")
def score(
    record: RecordFile = None,
    chart: Annotated[
        Path | None, typer.Option("--chart", metavar="FILE", help="Write a calibration chart (SVG).")
    ] = None,
    as_json: Json = False,
) -> None:
    """Score the forecasts whose outcome is known: Brier and log scores with n, and what came true of what was said.

    Example:  `parley forecasts score --chart calibration.svg`
    """
    from parley.desk.forecasts import cautions, words_of
    from parley.desk.forecasts import chart as drawn
    from parley.desk.forecasts import score as scored
    from parley.desk.records import existing

    found = scored(existing(record))
    if chart:
        write_text(drawn(found), chart)
    if as_json:
        write_json({**dataclasses.asdict(found), "cautions": list(cautions(found))})
        return
    for line in words_of(found):
        write_line(line)
