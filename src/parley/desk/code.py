"""Coding in a pipe: rows of reports in, lines of the contract out, no database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from parley import __version__
from parley.desk.actors import entries_of
from parley.desk.layer import Layer
from parley.desk.overlays import overlays
from parley.desk.project import pipeline_meant
from parley.desk.readers import readers
from parley.desk.reading import join_one, read_in_turn
from parley.formats.code import code_lines
from parley.intake import LeftOut, asked_from_jsonl, lines_of
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.slice import CONTRACT, Contract, Joined
from parley.terms.wire import to_line


@dataclass(frozen=True, slots=True)
class Coding:
    """How to code: the readers, the layer, and whether the reports' texts are written out again."""

    among: Sequence[Reader]
    layer: Layer = Layer.STATEMENTS
    with_text: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Not for the output but for whoever watches. `left_out`: something that was given is not in the output."""

    words: str
    left_out: bool


def coding(
    layer: Layer, with_text: bool, pipeline: str | None, actors: Path | None, codebook: Sequence[Path] = ()
) -> Coding:
    """The readers and wishes for a run. Raises AmissError where no reader starts, or a file given is wrong."""
    return Coding(readers(pipeline_meant(pipeline), entries_of(actors), overlays(codebook)), layer, with_text)


def code(rows: IO[bytes], name: str, how: Coding) -> Iterator[str | Remark]:
    """The contract's line, then the lines of each row's report in the order of the input, streaming.

    Remarks stand where they arise. `name` is what the rows' source is called in them.
    """
    yield contract_line(how.among[0])
    layers = how.layer is not Layer.STATEMENTS
    asked = (replace(a, layers=layers) if isinstance(a, Asked) else a for a in asked_from_jsonl(lines_of(rows), name))
    for item in read_in_turn(asked, how.among):
        if isinstance(item, LeftOut):
            yield Remark(f"left out: {item}", left_out=True)
        else:
            yield from (Remark(f"warning: {w.report}, {w.stage}: {w.message}", left_out=False) for w in item.warnings)
            yield from lines_of_reading(item, how)


def lines_of_reading(reading: Reading, how: Coding) -> Iterator[str]:
    """One reading's lines; only statements need to be joined."""
    joined = join_one(reading) if how.layer is Layer.STATEMENTS else Joined()
    yield from code_lines(reading, joined, how.layer.value, how.with_text)


def contract_line(reader: Reader) -> str:
    """The first line of every export."""
    return to_line(Contract(CONTRACT, __version__, reader.info))
