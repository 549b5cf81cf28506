"""`parley codebook`: checking the codebook, listing its entries, and why a word is coded as it is."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parley.cli.console import finish, progress, say, write_found, write_json, write_line, write_marked, write_table
from parley.cli.options import Codebook, Json

if TYPE_CHECKING:
    from parley.desk.codebook_why import Answer, Embedding, Found

Line = tuple[tuple[str, str], ...]
SHOWN = 12
"""Words of a condition that are shown; `--json` has them all."""

app = typer.Typer(
    no_args_is_help=True, help="Check the codebook, list its entries, and see why a word is coded as it is."
)


@app.command("check")
def check(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="Try only the entries of this file, laid over the others.")
    ] = None,
    codebook: Codebook = None,
    as_json: Json = False,
) -> None:
    """Try every entry: it can be used, its example is coded as it states, and its trap is not. Exit status 1 if not so.

    Example:  `parley codebook check my-entries.toml`
    """
    from parley.desk.codebook import check as checked

    with progress() as tell:
        found = checked(file, codebook or (), tell)
    if as_json:
        faults = [dataclasses.asdict(f) for f in found.faults]
        write_json({"counts": found.counts.as_objects(), "faults": faults})
    else:
        for f in found.faults:
            write_line(f"{f.place}: {f.what}\n  {f.remedy}")
        write_table(found.counts)
    finish()
    if found.faults:
        say(f"{len(found.faults)} {'fault' if len(found.faults) == 1 else 'faults'}")
        raise typer.Exit(1)


@app.command("list")
def list_(
    type_: Annotated[
        str | None, typer.Option("--type", help="Only what codes this: an event's type, a relation, a verdict, …")
    ] = None,
    mode: Annotated[str | None, typer.Option("--mode", help="Only events of this mode.")] = None,
    book: Annotated[
        str | None, typer.Option("--book", help="Only this book: events, talks, ties, positions, issues, …")
    ] = None,
    codebook: Codebook = None,
    as_json: Json = False,
) -> None:
    """List the entries in force, with what they code and their words.

    Example:  `parley codebook list --type ASSAULT --mode aerial`
    """
    from parley.desk.codebook import table

    found = table(codebook or (), type_, mode, book)
    write_found(found, as_json)


@app.command("why")
def why(
    word: Annotated[list[str], typer.Argument(metavar="WORD…", help="A word in any inflection, or a phrase.")],
    codebook: Codebook = None,
    as_json: Json = False,
) -> None:
    """Show which entries a word meets, when each of them is meant, and what the word does to what it embeds.

    Of the entries that fit a word in its sentence the one with the longest phrase and the most conditions is meant; of
    equals the first. They are shown in that order.

    Example:  `parley codebook why shelled`
    """
    from parley.desk.codebook_why import why as reasons

    found = reasons(" ".join(word), codebook or ())
    if as_json:
        write_json(dataclasses.asdict(found))
    else:
        write_marked(_lines(found))


def _lines(found: Found) -> Iterator[Line]:
    """Lines as (words, style) pairs."""
    whole, longer = [a for a in found.entries if a.whole], [a for a in found.entries if not a.whole]
    if not found.entries and not found.embeds:
        close = f" Near it: {', '.join(found.near)}." if found.near else ""
        yield ((f"{found.word!r} is in no entry and opens no voice: what it says is not coded.{close}", "yellow"),)
    for title, answers in (("It can mean", whole), ("It is part of", longer)):
        if answers:
            yield ((f"{title}:", "bold"),)
        for a in answers:
            yield from _answer(a)
    if found.embeds:
        yield (("It embeds what others say or want:", "bold"),)
    for e in found.embeds:
        yield from _embedding(e)


def _answer(a: Answer) -> Iterator[Line]:
    code = " ".join(w for w in (a.type, a.mode) if w)
    yield (
        ("  ", ""),
        (code, "green"),
        (f" by {a.book} entry {a.id!r}, {a.phrase!r} ({a.pos})  ", ""),
        (a.place, "dim"),
    )
    for key, value in a.conditions.items():
        yield ((f"    {key.replace('_', ' ')}: ", "dim"), (_shown(value), ""))
    yield (("    is: ", "dim"), (a.example[0], ""))
    yield (("    is not: ", "dim"), (a.trap, ""))


def _shown(value: Any) -> str:
    if not isinstance(value, list):
        return "yes" if value is True else str(value)
    words = [str(w) or "(nothing)" for w in value]
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return f"{', '.join(words[:SHOWN])}{more}"


def _embedding(e: Embedding) -> Iterator[Line]:
    does = [f"opens a voice that {e.voice}" if e.voice else "", f"makes it {e.makes}" if e.makes else ""]
    does.append(f"negated: {e.negated}" if e.negated else "")
    said = "; ".join(d for d in does if d) or "leaves it as it is"
    yield (("  ", ""), (f"{e.word} ({e.pos})", "green"), (f" by signature {e.id!r}: {said}", ""))
    yield (("    takes: ", "dim"), (", ".join(e.takes), ""))
    yield (("    is: ", "dim"), (e.example, ""))
    yield (("    is not: ", "dim"), (e.trap, ""))
