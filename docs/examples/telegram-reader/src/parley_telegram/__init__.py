"""A reader of German telegrams in a controlled style: one line, one event.

    12.03. NORDLAND TRIFFT SUEDMARK IN GENF.
    13.03. NORDLAND BESCHULDIGT SUEDMARK.
    14.03. LAUT NORDLAND GREIFT SUEDMARK DIE ROTE FRONT AN.
    15.03. SUEDMARK BESTREITET ANGRIFF AUF DIE ROTE FRONT.

It shows all that a reader must do, and nothing else: take the reports of its language, quote them to the letter, say
who speaks and whether it is the case, and tell of what it could not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parley.terms.entry import ActorEntry
from parley.terms.layers import Reading, Warning  # noqa: A004 - the contract's own word
from parley.terms.ports import Asked
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley_telegram.lines import Telegram, telegrams
from parley_telegram.telling import Naming, proposal_of

NAME = "telegram"
VERSION = "0.1.0"


@dataclass(frozen=True)
class TelegramReader:
    """Reads German telegrams. `actors` are the user's own: their names and aliases are met first."""

    actors: tuple[ActorEntry, ...] = ()

    @property
    def info(self) -> ReaderInfo:
        """Name, version, and what it reads by: raise the version when the same report would be read otherwise."""
        return ReaderInfo(NAME, VERSION, "telegram-de-1")

    def reads(self, language: str | None) -> bool:
        """German, and nothing of which the language is not known."""
        return language == "de"

    def read(self, report: Report) -> Reading:
        """All telegrams of one report; a line that is none is told of, and costs itself only."""
        naming = Naming(self.actors)
        found, strange = [], 0
        for line in telegrams(report.text or ""):
            if isinstance(line, Telegram):
                found.append(proposal_of(line, report, naming, f"{NAME} {VERSION}"))
            else:
                strange += 1
        said = f"lines that are no telegrams, and were not read: {strange}"
        return Reading(
            report=report,
            actors=naming.met(),
            proposals=tuple({p.id: p for p in found}.values()),
            warnings=(Warning(report.id, "telegram", said),) if strange else (),
        )

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many, one after the other, as they come."""
        return (self.read(a.report) for a in asked)


def reader(pipeline: str | None = None, actors: tuple[ActorEntry, ...] = ()) -> TelegramReader:  # noqa: ARG001
    """What the entry point names. Parley gives both by keyword; this reader needs no spaCy pipeline."""
    return TelegramReader(actors)
