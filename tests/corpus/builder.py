"""Readers and rows for tests of the corpus: everything by name, so that another process can make it too."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import PatternReader

from parley.corpus import Crew, Outcome, Recipe, Telling, read_corpus
from parley.corpus.engines import AtOnce
from parley.desk.reports import silent
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo

BREAKS, DAWDLES, KILLS = "Breakland", "Slowland", "Killland"
"""A text with one of these breaks a reader, takes it long, or kills its process."""


@dataclass
class Frail(PatternReader):
    """The reader of patterns, which some texts are too much for."""

    info: ReaderInfo = field(default_factory=lambda: ReaderInfo("patterns", "1", "c0de"))

    def read(self, report: Report) -> Reading:
        """What the patterns find, if it gets there."""
        text = report.text or ""
        if BREAKS in text:
            raise ValueError("no such land")
        if KILLS in text:
            os._exit(9)
        if DAWDLES in text:
            while True:
                time.sleep(0.001)
        return super().read(report)

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many."""
        return (self.read(a.report) for a in asked)


def frail() -> Sequence[Reader]:
    """The readers of most tests."""
    return (Frail(),)


def newer() -> Sequence[Reader]:
    """The same with another codebook."""
    return (Frail(info=ReaderInfo("patterns", "1", "c0de2")),)


def text(n: int) -> str:
    """A text that tells of something, another for each number."""
    accused = f"Land{chr(65 + n % 7)} accused Land{chr(65 + n % 5)}x of it."
    return f"{accused} Envoy{n} met Envoy{n + 1} in Hall{n % 3}. No. {n}."


def rows(path: Path, texts: Iterable[str], **more: object) -> Path:
    """A file of rows."""
    lines = (json.dumps({"text": t, "language": "en", "published": f"2031-01-{n % 28 + 1:02}", **more})
             for n, t in enumerate(texts))  # fmt: skip
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def one() -> Crew:
    """One process: this one."""
    return Crew(AtOnce, lambda: 1)


def corpus_of(
    source: Path, out: Path, crew: Crew | None = None, size: int = 4, recipe: Recipe | None = None
) -> Outcome:
    """A source read into a corpus."""
    return read_corpus([source], out, crew or one(), recipe or Recipe(frail, 5), Telling(silent), size)


def bytes_of(out: Path) -> dict[str, bytes]:
    """Every file of a corpus's parts."""
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.glob("part=*/*"))}
