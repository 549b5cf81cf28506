"""A slice of the record: what analysis, bargaining, brief and formats receive."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.enums import Form, Reality, Status
from parley.terms.log import Decision, MergeProposal, Rating
from parley.terms.report import Report
from parley.terms.statement import Proposal, Statement, Talk

CONTRACT = "1.1"


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """Which reader, which version, and a hash of the rules, lexicons and gazetteer in force."""

    name: str
    version: str
    codebook: str


@dataclass(frozen=True, slots=True)
class Contract:
    """The first line of every export."""

    version: str
    parley: str
    reader: ReaderInfo


@dataclass(frozen=True, slots=True)
class Filter:
    """Which part of a record. Empty means all; days are ISO and inclusive, against a statement's own date."""

    reports: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()
    realities: frozenset[Reality] = frozenset()
    statuses: frozenset[Status] = frozenset()
    since: str | None = None
    until: str | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Slice:
    """An immutable part of the record: statements and talks with the reports and actors that they need."""

    reports: tuple[Report, ...] = ()
    actors: tuple[Actor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    statements: tuple[Statement, ...] = ()
    talks: tuple[Talk, ...] = ()
    merge_proposals: tuple[MergeProposal, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ratings: tuple[Rating, ...] = ()
    reader: ReaderInfo | None = None
    asked: Filter = field(default_factory=Filter)
    _actors: dict[str, Actor] = field(default_factory=dict, init=False, repr=False, compare=False)
    _reports: dict[str, Report] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def by_id(self) -> Mapping[str, Actor]:
        """The slice's actors by id; of two with one id, the first."""
        if self.actors and not self._actors:
            self._actors.update((a.id, a) for a in reversed(self.actors))
        return self._actors

    def name_of(self, actor: str) -> str:
        """An actor's name, or its id where the slice does not hold it."""
        held = self.by_id.get(actor)
        return held.name if held else actor

    def found(self, report: str) -> Report | None:
        """A report by id; None where the slice does not hold it."""
        if self.reports and not self._reports:
            self._reports.update((r.id, r) for r in reversed(self.reports))
        return self._reports.get(report)

    def report(self, id: str) -> Report:  # noqa: A002
        """A report by id. Raises KeyError where the slice does not hold it."""
        held = self.found(id)
        if held is None:
            raise KeyError(f"no report {id!r} in this slice")
        return held


@dataclass(frozen=True, slots=True)
class Joined:
    """What joining makes of a set of proposals."""

    actors: tuple[Actor, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    statements: tuple[Statement, ...] = ()
    talks: tuple[Talk, ...] = ()
    merge_proposals: tuple[MergeProposal, ...] = ()
