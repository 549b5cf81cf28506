"""The default reader: English, by rules and a small parser, with no service, key or accelerator."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import tee

from parley.reading.coding.books import books
from parley.reading.gazetteer import Gazetteer, load
from parley.reading.pass_over import Passage, read_document
from parley.reading.pipeline import DEFAULT, parse, parse_all
from parley.terms.entry import ActorEntry
from parley.terms.enums import ReportState
from parley.terms.layers import GivenMention, Reading
from parley.terms.overlay import Overlay
from parley.terms.ports import Asked
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.unswept import unswept

NAME = "parley-en"
VERSION = "0.1.0"


@dataclass(frozen=True)
class EnglishReader:
    """Reads English reports.

    `pipeline` is an installed spaCy pipeline; `actors` are added to the gazetteer, `codebook` is laid over the shipped
    entries.
    """

    pipeline: str = DEFAULT
    actors: tuple[ActorEntry, ...] = ()
    codebook: tuple[Overlay, ...] = ()

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer in force."""
        return load(self.actors)

    @cached_property
    def info(self) -> ReaderInfo:
        """Name, version, and a hash of codebook, lexicon, gazetteer and pipeline in force."""
        laid = "".join(f"\0{o.text}" for o in self.codebook)
        whole = hashlib.sha256((self.gazetteer.hash() + rules_digest() + self.pipeline + laid).encode())
        return ReaderInfo(NAME, VERSION, whole.hexdigest()[:16])

    def reads(self, language: str | None) -> bool:
        """English, and text too short to tell."""
        return language in (None, "en")

    def read(self, report: Report, mentions: tuple[GivenMention, ...] = ()) -> Reading:
        """What it finds in one report."""
        if not report.text or report.state is not ReportState.READ:
            return Reading(report)
        doc = parse(report.text, self.pipeline)
        with unswept():
            return read_document(self._passage(report, mentions), doc)

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many, in order, parsed in batches."""
        parsed, kept = tee(asked)
        texts = parse_all((_text(a.report) for a in parsed), self.pipeline)
        for a, doc in zip(kept, texts, strict=True):
            with unswept():
                made = read_document(self._passage(a.report, a.mentions, a.layers), doc)
            yield made
            _settle()

    def _passage(self, report: Report, mentions: tuple[GivenMention, ...], layers: bool = True) -> Passage:
        return Passage(report, mentions, self.gazetteer, f"{NAME} {VERSION}", layers, books(self.codebook))


@cache
def _settle() -> None:
    """Take what is loaded for good out of the rounds of the garbage collector, which would walk it again and again."""
    gc.collect()
    gc.freeze()


def _text(report: Report) -> str:
    return report.text or "" if report.state is ReportState.READ else ""


@cache
def rules_digest() -> str:
    """A hash of the shipped codebook and lexicon, and of what was learned."""
    whole = hashlib.sha256()
    for package in ("parley.reading.codebook", "parley.reading.lexicon", "parley.reading.learned"):
        for f in sorted(files(package).iterdir(), key=lambda f: f.name):
            if f.name.endswith((".toml", ".tsv", ".npz")):
                whole.update(f.name.encode() + b"\0" + f.read_bytes())
    return whole.hexdigest()


def default(
    pipeline: str | None = None, actors: tuple[ActorEntry, ...] = (), codebook: tuple[Overlay, ...] = ()
) -> EnglishReader:
    """The default reader, over a named pipeline, with actors and entries of the user's own.

    Raises EntryError where an entry cannot be used.
    """
    fault = next(books(codebook).faults(), None) if codebook else None
    if fault is not None:
        raise fault
    return EnglishReader(pipeline or DEFAULT, actors, codebook)
