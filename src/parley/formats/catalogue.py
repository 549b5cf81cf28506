"""Every form in which a record can be taken away, by the name that asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from parley import __version__
from parley.formats import csv, datasette, ftm, gexf, jsonl, label_studio, linked, notes, references
from parley.formats.acled import acled
from parley.formats.book import TABLES, book
from parley.formats.pieces import Book, File, Folder, Format, Lines, Lost, Text, Wish
from parley.formats.polecat import polecat
from parley.terms.slice import CONTRACT, Contract, ReaderInfo, Slice

NOBODY = ReaderInfo("none", "0", "")
"""Stands for the reader in an export of a record into which nothing was read."""


def contract_of(reader: ReaderInfo | None) -> Contract:
    """The first line of an export of what a reader has read."""
    return Contract(CONTRACT, __version__, reader or NOBODY)


def _jsonl(parts: Iterable[Slice], _: Wish) -> Iterator[str | Lost]:
    first = next(rest := iter(parts), Slice())
    yield from (f"{line}\n" for line in jsonl.stream(chain([first], rest), contract_of(first.reader)))


def _csv(part: Slice, _: Wish) -> Iterator[File | Lost]:
    yield from (File(name, text) for name, text in csv.tables(part).items())


FORMATS: Mapping[str, Format] = {
    "jsonl": Lines("the contract's own lines: nothing is lost", ".jsonl", _jsonl, proposals=True),
    "csv": Folder(
        "a CSV table for each form of statement, with talks, voices, mentions and actors", "", _csv, mark=True
    ),
    "events-csv": Book("one row an event; a folder gets talks, voices and a codebook too", ".csv", TABLES, book),
    "xlsx": Book("a workbook: events, talks, voices, actors, reports, and a codebook", ".xlsx", TABLES, book),
    "parquet": Book("the same tables with typed columns; one file gets the events", ".parquet", TABLES, book),
    "polecat": Lines("tab-separated rows in the manner of POLECAT: facts, by PLOVER's codes", ".txt", polecat),
    "acled": Lines("CSV rows in the manner of ACLED: violence, protest, strategic developments", ".csv", acled),
    "ftm": Lines("entities of FollowTheMoney, one a line: only facts link", ".ftm.json", ftm.write),
    "gexf": Text("a dynamic graph for Gephi and networkx: dated, signed edges", ".gexf", gexf.write),
    "label-studio": Folder("tasks for Label Studio with what was read, and their interface", "", label_studio.write),
    "notes": Folder("a vault for Obsidian: one Markdown note an actor and a talk, with links", "", notes.write),
    "jsonld": Lines("linked data by SEM and schema.org, in which a claim is a claim", ".jsonld", linked.write),
    "bibtex": Lines("the reports as a bibliography in BibTeX", ".bib", references.bibtex, statements=False),
    "ris": Lines("the reports as a bibliography in RIS", ".ris", references.ris, statements=False),
    "datasette": Lines(
        "what Datasette needs to know of the record's own file", ".json", datasette.write, statements=False
    ),
}
"""Each name with what it is, in a phrase that help and documents show."""
