"""`parley corpus`: many reports into parts, the parts into a record, and questions to the parts."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from parley.cli.console import progress, say, say_all, write_found
from parley.cli.options import ActorsFile, Codebook, Json, Pipeline, RecordFile
from parley.desk.amiss import AmissError
from parley.terms.enums import Handling

if TYPE_CHECKING:
    from parley.desk.corpus import Read

SHOWN = 10
"""Things left out that are named at the end of a run; all of them are in the corpus."""


class ReadFirst(TyperGroup):
    """The group of commands in which the word `read` may be left away: `parley corpus SOURCE`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The words, with `read` put in where none of the commands is named."""
        if args and args[0] not in self.commands and args[0] not in ctx.help_option_names:
            args = ["read", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=ReadFirst,
    no_args_is_help=True,
    help="Many reports: read part by part on one machine or a cluster. `parley corpus SOURCE…` reads.",
)
Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="The corpus.")]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="The corpus: where the parts are written.")]


Workers = Annotated[
    int, typer.Option("--workers", min=0, help="Processes that read, some 400 MB each; 0 is one a processor.")
]
Dask = Annotated[bool, typer.Option("--dask", help="Read by a Dask cluster on this machine.")]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", metavar="ADDRESS", help="Read by a Dask cluster: tcp://HOST:8786.")
]
PartSize = Annotated[int, typer.Option("--part-size", min=1, help="Reports of a part.")]
Seconds = Annotated[float, typer.Option("--seconds", min=0, help="How long one report may take; 0 is forever.")]
AgainOlder = Annotated[
    bool, typer.Option("--again-older", help="Read anew the parts that older readers or codebooks have read.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Go on: read what comes into the sources, until stopped.")]
Every = Annotated[float, typer.Option("--every", min=0.1, help="Seconds between two looks with --watch.")]
Log = Annotated[
    Path | None, typer.Option("--log", metavar="FILE", help="The log, JSON lines. Default: FOLDER/log.jsonl")
]
Metrics = Annotated[
    int | None, typer.Option("--metrics", metavar="PORT", help="Serve counters for Prometheus to this machine.")
]


@app.command("read")
def read(
    sources: Annotated[
        list[Path] | None, typer.Argument(metavar="SOURCE…", help="JSON Lines, Parquet, other files, folders.")
    ] = None,
    out: Out = Path("corpus"),
    workers: Workers = 0,
    dask: Dask = False,
    scheduler: Scheduler = None,
    part_size: PartSize = 250,
    seconds: Seconds = 60,
    again_older: AgainOlder = False,
    watch: Watch = False,
    every: Every = 60,
    handling: Annotated[Handling, typer.Option("--handling", help="Who may see what is new.")] = Handling.OPEN,
    log: Log = None,
    metrics: Metrics = None,
    pipeline: Pipeline = None,
    actors: ActorsFile = None,
    codebook: Codebook = None,
) -> None:
    """Read reports into a corpus: Parquet in parts, each finished or absent. What is there is passed over.

    The word `read` may be left away: `parley corpus reports.jsonl --out corpus`.

    Example:  `parley corpus read reports.jsonl archive/ --out corpus --workers 2`
    """
    from parley.desk.actors import entries_of
    from parley.desk.corpus import How, makers, read_older
    from parley.desk.corpus import read as read_all
    from parley.desk.corpus import watch as read_on
    from parley.desk.overlays import overlays

    if again_older is bool(sources) or (again_older and watch):
        raise AmissError(
            "give either sources or --again-older",
            "Type `parley corpus SOURCE… --out FOLDER`, or `parley corpus --again-older --out FOLDER`.",
        )
    make = makers(pipeline, entries_of(actors), overlays(codebook or ()))
    how = How(
        _engine(dask), workers or os.cpu_count() or 1, scheduler, part_size, seconds, handling,
        log or out / "log.jsonl", metrics,
    )  # fmt: skip
    with progress() as tell:
        if watch:
            read_on(sources or [], out, make, how, tell, lambda done: _tell(done, out), lambda: _pause(every))
            return
        done = read_older(out, make, how, tell) if again_older else read_all(sources or [], out, make, how, tell)
    _tell(done, out)
    if done.counts.get("left_out"):
        raise typer.Exit(1)


def _engine(dask: bool) -> Any:
    from parley.desk.corpus import Engine

    return Engine.DASK if dask else Engine.POOL


def _pause(seconds: float) -> bool:
    time.sleep(seconds)
    return True


def _tell(done: Read, out: Path) -> None:
    """Say what was read, what was not, and what to type next."""
    c = done.counts
    passed = f", {done.known} known already" if done.known else ""
    repeats = f", {done.repeats} given twice to the letter" if done.repeats else ""
    found = f"{c.get('statements', 0)} statements, {c.get('talks', 0)} talks"
    speed = f"; {found}; {done.words_a_second:,.0f} words/s" if done.parts else ""
    say(f"{c.get('read', 0)} reports read into {done.parts} parts{passed}{repeats}{speed} → {out}")
    if done.copies:
        say(f"{done.copies} reports are copies of another; questions count each text once")
    if c.get("unread"):
        sql = "SELECT id, why FROM all_reports WHERE state = 'unread'"
        say(f'{c["unread"]} kept unread: parley corpus ask --in {out} --sql "{sql}"')
    if c.get("left_out"):
        _name_left_out(out, c["left_out"])
    if done.older:
        say(f"{done.older} parts were read by older readers: parley corpus --again-older --out {out}")
    if done.parts:
        say(f"Next: parley corpus ask who-accused-whom --in {out}   or: parley corpus ingest {out}")


def _name_left_out(out: Path, many: int) -> None:
    from parley.desk.corpus import left_out

    rows = left_out(out).as_objects()
    say_all(f"left out: {r['place']}: {r['why']}; {r['remedy']}" for r in rows[:SHOWN])
    if len(rows) > SHOWN or many > SHOWN:
        say(f"all of them: parley corpus parts {out} --left-out")


@app.command("parts")
def parts(
    folder: Folder = Path("corpus"),
    left_out: Annotated[
        bool, typer.Option("--left-out", help="Show what could not be read instead, with why.")
    ] = False,
    pipeline: Pipeline = None,
    actors: ActorsFile = None,
    codebook: Codebook = None,
    as_json: Json = False,
) -> None:
    """Show the parts of a corpus: counts, reader and codebook, and which were read by older ones than are installed.

    Example:  `parley corpus parts corpus`
    """
    from parley.desk import corpus
    from parley.desk.actors import entries_of
    from parley.desk.overlays import overlays
    from parley.desk.project import pipeline_meant
    from parley.desk.readers import readers

    if left_out:
        table = corpus.left_out(folder)
    else:
        among = readers(pipeline_meant(pipeline), entries_of(actors), overlays(codebook or ()))
        table = corpus.table(folder, [r.info for r in among])
    write_found(table, as_json)


@app.command("ingest")
def ingest(folder: Folder = Path("corpus"), record: RecordFile = None) -> None:
    """Take the parts of a corpus into a record, as if `parley read` had read them. Doing so again adds nothing.

    Example:  `parley corpus ingest corpus --record talks.db`
    """
    from parley.desk.ingest import ingest as take
    from parley.desk.records import named_as, open_record

    with progress() as tell:
        done = take(folder, open_record(record), tell)
    say_all(f"left out: {item}" for item in done.left_out)
    known = f", {done.known} known already" if done.known else ""
    copies = f", {done.copies} more printings of the same texts noted" if done.copies else ""
    place = named_as(record)
    say(f"{done.reports} reports, {done.proposals} proposals from {done.parts} parts{known}{copies} → {place}")
    say(f"Next: parley brief --record {place}")
    if done.left_out:
        raise typer.Exit(1)


@app.command("ask")
def ask(
    question: Annotated[str | None, typer.Argument(metavar="QUESTION", help="A question by name.")] = None,
    folder: Annotated[Path, typer.Option("--in", metavar="FOLDER", help="The corpus.")] = Path("corpus"),
    sql: Annotated[str | None, typer.Option("--sql", metavar="QUERY", help="A question of your own, in SQL.")] = None,
    as_json: Json = False,
) -> None:
    """Ask the parts of a corpus, without a record; copies of a text count once. Without a question: what can be asked.

    Example:  `parley corpus ask who-accused-whom --in corpus`
    """
    from parley.desk import corpus

    if question and sql:
        raise AmissError("give either a question or --sql", "Type `parley corpus ask` to see the questions.")
    if question:
        sql = corpus.question(question)
    write_found(corpus.ask(folder, sql) if sql else corpus.questions(), as_json)
