"""The protocol that every reader keeps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from parley.terms.layers import GivenMention, Reading
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo


@dataclass(frozen=True, slots=True)
class Asked:
    """A report to read, with the mentions that are taken as given in it.

    `layers` asks for predicates, attributions, dates and places as well, which statements can do without. `first` is
    what the first reader found, all layers of it, where a second one is asked: so that both mean the same actors.
    """

    report: Report
    mentions: tuple[GivenMention, ...] = ()
    layers: bool = False
    first: Reading | None = None


class Reader(Protocol):
    """Anything that turns a report into a reading. Found by the entry point group `parley.readers`."""

    @property
    def info(self) -> ReaderInfo:
        """Name, version and the hash of what it reads by."""
        ...

    def reads(self, language: str | None) -> bool:
        """Whether it reads a language (ISO 639-1); None is unknown."""
        ...

    def read(self, report: Report) -> Reading:
        """What it finds in one report. A stage that fails loses its own result only, with a warning."""
        ...

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many, in order, in batches where that is quicker."""
        ...


class AskingReader(Reader, Protocol):
    """A reader that sends reports to a server. A report that got no answer comes back `unread`, with why."""

    def told(self) -> tuple[str, ...]:
        """What the run came to so far, in lines: what was sent, dropped, refused, and what went wrong."""
        ...


class Answers(Protocol):
    """Answers that are kept, so that nothing is asked twice."""

    def get(self, key: str) -> str | None:
        """The answer that is kept under a key."""
        ...

    def put(self, key: str, report: str, answer: str) -> None:
        """Keep an answer about a report."""
        ...
