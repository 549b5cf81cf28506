"""Every form in which a record can be taken away, by the name that asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from parley import __version__
from parley.formats import csv, jsonl
from parley.formats.pieces import File, Folder, Format, Lines, Lost, Wish
from parley.terms.slice import CONTRACT, Contract, ReaderInfo, Slice

NOBODY = ReaderInfo("none", "0", "")
"""Stands for the reader in an export of a record into which nothing was read."""


def contract_of(part: Slice) -> Contract:
    """The first line of an export of this slice."""
    return Contract(CONTRACT, __version__, part.reader or NOBODY)


def _jsonl(parts: Iterable[Slice], _: Wish) -> Iterator[str | Lost]:
    for part in parts:
        yield from (f"{line}\n" for line in jsonl.export(part, contract_of(part)))


def _csv(part: Slice, _: Wish) -> Iterator[File | Lost]:
    yield from (File(name, text) for name, text in csv.tables(part).items())


FORMATS: Mapping[str, Format] = {
    "jsonl": Lines("The contract's own lines: nothing is lost.", ".jsonl", _jsonl),
    "csv": Folder("One CSV table for each form of statement, with talks, voices, mentions and actors.", "", _csv, True),
}
