"""`parley why`: on what a statement rests."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from parley.cli.console import write_json, write_marked
from parley.cli.options import Json, RecordFile

if TYPE_CHECKING:
    from parley.desk.why import Step, Telling, Why


def why(
    statement: Annotated[
        str, typer.Argument(metavar="STATEMENT", help="The id of a statement or talk, or its beginning.")
    ],
    record: RecordFile = None,
    as_json: Json = False,
) -> None:
    """Show the sentences that a statement rests on, the rules that read them, and the words that set voice and reality.

    Example:  `parley why p3f2a`
    """
    from parley.desk.records import existing
    from parley.desk.why import why as reasons

    found = reasons(existing(record), statement)
    if as_json:
        write_json(dataclasses.asdict(found))
    else:
        write_marked(_lines(found))


def _lines(w: Why) -> Iterator[tuple[tuple[str, str], ...]]:
    """Lines as (words, style) pairs."""
    yield ((w.says, "bold"),)
    yield ((f"{w.id} · {w.form} · {w.status} · {w.reality}", "dim"),)
    yield ((w.because, "green" if w.fact else "yellow"),)
    sure = f"{w.confidence:.2f}" + (f" ({w.readers})" if w.readers else "")
    for name, value in (("when", w.date), ("where", w.places), ("voices", w.voices), ("confidence", sure)):
        if value:
            yield ((f"{name}: ", "dim"), (value, ""))
    for telling in w.tellings:
        yield from _telling(telling)


def _telling(t: Telling) -> Iterator[tuple[tuple[str, str], ...]]:
    yield ()
    yield ((t.report, "italic"),)
    yield (("  " + t.before.lstrip(), ""), (t.quote, "reverse"), (t.after.rstrip(), ""))
    yield (("  told as: ", "dim"), (t.reality, ""), ("; ", "dim"), (t.voices, ""))
    yield (("  read by: ", "dim"), (f"{t.reader}, confidence {t.confidence:.2f}", ""))
    if t.model:
        yield (("  as: ", "dim"), (t.says, ""))
        if t.held:
            yield (("  held back: ", "dim"), (t.held, ""))
        return
    path = " › ".join(_step(s) for s in t.path)
    plainly = "a row of a table: its source says so" if t.is_row else "no embedding word: the report itself says so"
    yield (("  path: ", "dim"), (path or plainly, ""))
    for s in t.steps:
        yield (("  rule: ", "dim"), (f"{s.stage} / {_step(s)}", ""))


def _step(s: Step) -> str:
    return f"{s.rule} “{s.words}”" if s.words else s.rule
