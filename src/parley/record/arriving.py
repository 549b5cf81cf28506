"""Values of an export put together again: each report with its readings, and what they found and told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from parley.record.errors import RecordError
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.enums import ReportState
from parley.terms.kept import Kept, Original, Redirect, Telling
from parley.terms.log import MergeProposal, Rating
from parley.terms.named import named_in
from parley.terms.quotes import misquotes
from parley.terms.report import Report, hash_of
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal, Statement, Talk

DERIVED = (Statement, Talk, Rating, MergeProposal)
"""What is worked out from the rest, and is not kept."""
AGAIN = "Export the record again, or mend the line."
GREATEST = 2**53
"""The greatest whole number that every reader of JSON keeps exactly."""


@dataclass(slots=True)
class Taken:
    """What an import came to: how many of each thing were new, how many were held already, and what to look at.

    `exactly` where the record was empty; `whole` where the export said that nothing had been left out of it; `left_out`
    counts the reports that had been, by their mark. `told` are conflicts, and whatever else a person should know, one
    sentence each.
    """

    exactly: bool
    whole: bool = False
    left_out: tuple[tuple[str, int], ...] = ()
    new: dict[str, int] = field(default_factory=dict)
    already: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def count(self, kind: str, new: int = 0, already: int = 0) -> None:
        """Count so many of a kind."""
        for counts, n in ((self.new, new), (self.already, already)):
            if n:
                counts[kind] = counts.get(kind, 0) + n


@dataclass(slots=True)
class Found:
    """A reading with what it found and told; `seq` is 0 where an export says nothing of its readings."""

    seq: int
    reader: ReaderInfo
    at: str
    again: str
    proposals: list[Proposal] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    affiliations: list[Affiliation] = field(default_factory=list)


@dataclass(slots=True)
class Arrived:
    """A report as it came, before any decision, its other ids, and its readings."""

    report: Report
    names: list[str] = field(default_factory=list)
    readings: list[Found] = field(default_factory=list)


class Arrivals:
    """Takes values one by one, in the order of the contract, and gives back what is complete.

    `withheld` are reports that come without their text: nothing can be kept of them. `bare` are the reports that were
    read and of which nothing is told, where an export says nothing of its readings.
    """

    def __init__(self, reader: ReaderInfo, at: str) -> None:
        self._at = at
        self._now: Arrived | None = None
        self._tellings: dict[int, Actor | Affiliation] = {}
        self._awaited: dict[str, Found] = {}
        self._without: Found | None = None
        self._actors: dict[str, Actor] | None = {}
        self._named: set[str] = set()
        self.reader = reader
        self.bare: list[str] = []
        self.withheld: set[str] = set()

    def take(self, value: Any) -> Iterator[Any]:
        """What is complete once this value came: a report with all that is its own, or a value that stands alone.

        Raises RecordError for what contradicts itself.
        """
        if isinstance(value, Report):
            yield from self.rest()
            self._without = None
            if value.text is None and value.state is ReportState.READ:
                self.withheld.add(value.id)
            else:
                self._now = Arrived(_checked(value))
        elif (taken := self._taken_by(value)) is not None:
            taken(value)
        elif not isinstance(value, DERIVED):
            yield from self.rest()
            yield value

    def rest(self) -> Iterator[Arrived]:
        """The report that is in hand, with all that is its own."""
        if self._now is not None:
            if self._awaited:
                raise RecordError(
                    f"the proposal {next(iter(self._awaited))!r}, which a reading names, is missing. {AGAIN}"
                )
            if self._actors is not None and not self._now.readings and self._now.report.state is ReportState.READ:
                self.bare.append(self._now.report.id)
            yield self._now
            self._now = None

    def _taken_by(self, value: Any) -> Callable[[Any], None] | None:
        own: dict[type[Any], Callable[[Any], None]] = {
            Original: self._original,
            Redirect: self._redirect,
            Telling: self._telling,
            Kept: self._kept,
            Proposal: self._proposal,
            Actor: self._actor,
        }
        return own.get(type(value))

    def _own(self, report: str, what: str) -> Arrived:
        if report in self.withheld:
            raise RecordError(f"report {report!r} comes without its text, in which {what} stands. Code it --with-text.")
        if self._now is None or self._now.report.id != report:
            raise RecordError(f"{what} is of report {report!r}, which does not come right before it. {AGAIN}")
        return self._now

    def _original(self, o: Original) -> None:
        own = self._own(o.report, "what a report was before")
        own.report = replace(
            own.report,
            title=o.title,
            publisher=o.publisher,
            url=o.url,
            published=o.published,
            handling=o.handling,
            reliability=o.reliability,
        )

    def _redirect(self, r: Redirect) -> None:
        self._own(r.report, f"the id {r.name!r}").names.append(r.name)

    def _telling(self, t: Telling) -> None:
        told = t.actor or t.affiliation
        if told is None or (t.actor and t.affiliation) or t.id in self._tellings:
            raise RecordError(f"the telling {t.id} must tell of one thing, and once. {AGAIN}")
        self._tellings[t.id] = told

    def _kept(self, k: Kept) -> None:
        own = self._own(k.report, f"the reading {k.seq}")
        self._actors = None
        self.bare.clear()
        if not 0 < k.seq < GREATEST:
            raise RecordError(f"readings are numbered from 1, not {k.seq}. {AGAIN}")
        made = Found(k.seq, k.reader, k.at, k.again)
        for t in k.told:
            if t not in self._tellings:
                raise RecordError(f"the reading {k.seq} names the telling {t}, which is not before it. {AGAIN}")
            told = self._tellings[t]
            if isinstance(told, Actor):
                made.actors.append(told)
            else:
                made.affiliations.append(told)
        for p in k.proposals:
            if self._awaited.setdefault(p, made) is not made:
                raise RecordError(f"two readings name the proposal {p!r}. {AGAIN}")
        own.readings.append(made)

    def _proposal(self, p: Proposal) -> None:
        own = self._own(p.report, f"the proposal {p.id!r}")
        for fault in misquotes([p], {own.report.id: own.report.text}):
            raise RecordError(f"{fault}. {AGAIN}")
        found = self._awaited.pop(p.id, None)
        if found is None:
            found = self._of_unknown(own, p)
        found.proposals.append(p)

    def _of_unknown(self, own: Arrived, p: Proposal) -> Found:
        """An export of contract 1.0, or of a part of a record, does not say who read what, nor in which words."""
        if self._actors is None:
            raise RecordError(f"no reading names the proposal {p.id!r}. {AGAIN}")
        if self._without is None:
            self._without = Found(0, self.reader, self._at, self._at)
            own.readings.append(self._without)
        told = self._without.actors
        told += [a for n in named_in(p) if (a := self._actors.get(n)) is not None and a not in told]
        self._named.update(a.id for a in told)
        return self._without

    def _actor(self, a: Actor) -> None:
        """An actor as the record shows it; only where no reading is told does anybody's word for it rest on this."""
        if self._actors is not None:
            self._actors[a.id] = a

    @property
    def says_who_read(self) -> bool:
        """Whether the export tells of its readings."""
        return self._actors is None

    def untold(self) -> list[Actor]:
        """Where an export says nothing of its readings: the actors that no proposal names."""
        return [a for a in (self._actors or {}).values() if a.id not in self._named]


def _checked(report: Report) -> Report:
    if report.text is not None and hash_of(report.text) != report.sha256:
        raise RecordError(f"the text of report {report.id!r} is not what its sha256 was taken of. {AGAIN}")
    return report
