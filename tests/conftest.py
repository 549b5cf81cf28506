"""A reader that needs no language model, for tests of what stands around reading.

It knows three patterns: "X accused Y", "X denies attacking Y" and "X met Y in P".
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import Phase, settings

from parley.desk import readers
from parley.terms.actor import Actor
from parley.terms.bodies import Body, Event, Party, TalkBody
from parley.terms.enums import ActorType, Form, Outcome, PlaceRole, Reality, Root, Stance
from parley.terms.layers import Reading
from parley.terms.ports import Asked, Reader
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal, proposal_id
from parley.terms.values import REPORT, Place, Span, Trace, Voice

settings.register_profile("check", derandomize=True, phases=[Phase.explicit, Phase.generate])
"""Before a change goes in the same examples are tried each time, and a failing one is not made smaller for minutes."""
if os.environ.get("PARLEY_CHECK"):
    settings.load_profile("check")


NAME = r"[A-Z]\w+"
PATTERNS = re.compile(
    rf"(?P<accuser>{NAME}) (?P<accused>accused) (?P<whom>{NAME})"
    rf"|(?P<denier>{NAME}) (?P<denies>denies) (?P<attacking>attacking) (?P<victim>{NAME})"
    rf"|(?P<one>{NAME}) (?P<met>met) (?P<other>{NAME}) in (?P<place>{NAME})"
)


@dataclass
class PatternReader:
    """A test double of a reader. `seen` counts the reports that it was given."""

    languages: tuple[str | None, ...] = ("en", None)
    info: ReaderInfo = field(default_factory=lambda: ReaderInfo("patterns", "1", "c0de"))
    seen: int = 0

    def reads(self, language: str | None) -> bool:
        """Whether it reads a language."""
        return language in self.languages

    def read(self, report: Report) -> Reading:
        """What the patterns find."""
        self.seen += 1
        found = [self._proposal(m, report) for m in PATTERNS.finditer(report.text or "")]
        names = {n for m in PATTERNS.finditer(report.text or "") for n in _names(m)}
        actors = tuple(Actor(n.lower(), n, ActorType.STATE, aliases=(n.upper(),)) for n in sorted(names))
        return Reading(report, actors=actors, proposals=tuple(found))

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many."""
        return (self.read(a.report) for a in asked)

    def _proposal(self, m: re.Match[str], report: Report) -> Proposal:
        form, head, body, voice = _told(m, report.id)
        text = report.text or ""
        sentence = Span(text.rfind(".", 0, m.start()) + 1, text.find(".", m.end()) % (len(text) + 1))
        return Proposal(
            id=proposal_id(report.id, form, head, self.info.name),
            report=report.id,
            reader=self.info.name,
            form=form,
            quote=m.group(),
            start=m.start(),
            end=m.end(),
            head=head,
            sentence=sentence,
            trace=(Trace("events", "pattern", head.start, head.end), *_path(m)),
            confidence=0.5,
            reality=Reality.HAPPENED,
            voices=(voice,),
            date=None,
            places=(),
            links=(),
            body=body,
        )


def _names(m: re.Match[str]) -> Iterator[str]:
    return (m[g] for g in ("accuser", "whom", "denier", "victim", "one", "other") if m[g])


def _path(m: re.Match[str]) -> tuple[Trace, ...]:
    return (Trace("commitment", "deny", *m.span("denies")),) if m["denies"] else ()


def _told(m: re.Match[str], report: str) -> tuple[Form, Span, Body, Voice]:
    own = Voice(report, REPORT, Stance.ASSERTS)
    if m["accused"]:
        accused = Event(Root.ACCUSE, actors=(m["accuser"].lower(),), recipients=(m["whom"].lower(),))
        return Form.EVENT, Span(*m.span("accused")), accused, own
    if m["denies"]:
        attack = Event(Root.ASSAULT, actors=(m["denier"].lower(),), recipients=(m["victim"].lower(),))
        return Form.EVENT, Span(*m.span("attacking")), attack, Voice(report, m["denier"].lower(), Stance.DENIES)
    parties = (Party(m["one"].lower()), Party(m["other"].lower()))
    place = Place(m["place"], PlaceRole.AT, text=m["place"])
    return Form.TALK, Span(*m.span("met")), TalkBody("Talk", parties=parties, place=place, outcome=Outcome.UNKNOWN), own


@dataclass(frozen=True)
class Entry:
    """A test double of an entry point."""

    name: str
    make: Callable[..., Reader]
    dist: None = None

    def load(self) -> Callable[..., Reader]:
        """What the entry point names."""
        return self.make


@pytest.fixture
def pattern_reader() -> PatternReader:
    """The reader by itself."""
    return PatternReader()


@pytest.fixture
def installed_reader(monkeypatch: pytest.MonkeyPatch) -> PatternReader:
    """The reader, as the only one that is installed."""
    reader = PatternReader()
    entry = Entry("patterns", lambda pipeline=None, actors=(): reader)  # noqa: ARG005 - the protocol's words
    monkeypatch.setattr(readers, "entry_points", lambda group: [entry] if group == readers.GROUP else [])
    return reader
