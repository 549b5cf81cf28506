"""A second reader: a language model behind an OpenAI-compatible server, checked against the text at every step."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from parley.readers.chat.asking import Asking, Question
from parley.readers.chat.completion import items_of
from parley.readers.chat.faults import NoAnswerError, shown
from parley.readers.chat.fields import Dropped, DroppedError
from parley.readers.chat.form import schema
from parley.readers.chat.naming import Names
from parley.readers.chat.passages import passages_of
from parley.readers.chat.prompt import INSTRUCTION, PROMPT, fenced, key_of
from parley.readers.chat.proposing import Source, proposal_of
from parley.terms.bodies import actors_in
from parley.terms.chat import ChatServer
from parley.terms.enums import Handling, ReportState
from parley.terms.layers import Reading, Warning  # noqa: A004 - the contract's own word
from parley.terms.ports import Answers, Asked
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal
from parley.terms.values import REPORT, Span

NAME = "chat"
VERSION = "1"
STAGE = "chat"


@dataclass
class InMemory:
    """Answers that are kept for one run."""

    kept: dict[str, str] = field(default_factory=dict)

    def get(self, key: str) -> str | None:
        """The answer that is kept under a key."""
        return self.kept.get(key)

    def put(self, key: str, report: str, answer: str) -> None:  # noqa: ARG002 - the protocol's words
        """Keep an answer."""
        self.kept[key] = answer


@dataclass
class Tally:
    """What a run came to: passages answered anew and from before, proposals taken, those dropped by cause."""

    asked: int = 0
    from_before: int = 0
    taken: int = 0
    dropped: Counter[Dropped] = field(default_factory=Counter)


@dataclass
class ChatReader:
    """Reads reports by asking a server. A report without a whole answer comes back `unread`, with why."""

    server: ChatServer
    answers: Answers = field(default_factory=InMemory)
    asking: Asking = field(init=False)
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self.asking = Asking(self.server)

    @cached_property
    def info(self) -> ReaderInfo:
        """Name, version, and a hash of all that an answer depends on: words, form, model, address, cut of passages."""
        rests_on = (PROMPT, INSTRUCTION, schema(), self.server.address, self.server.model, self.server.passage)
        whole = hashlib.sha256(json.dumps(rests_on).encode("ascii"))
        return ReaderInfo(NAME, VERSION, whole.hexdigest()[:16])

    def reads(self, language: str | None) -> bool:
        """The languages that the settings name; text too short to tell counts as English."""
        return self.server.takes(language)

    def read(self, report: Report) -> Reading:
        """What the model finds in one report, without a first reader's help."""
        return self._read(Asked(report))

    def read_all(self, asked: Iterable[Asked]) -> Iterator[Reading]:
        """The same for many, one after the other."""
        return map(self._read, asked)

    def told(self) -> tuple[str, ...]:
        """What the run came to so far."""
        t, spent = self.tally, self.asking
        lines = [
            f"{self.server.model} at {self.server.host}: proposals {t.taken:,}, passages "
            f"{t.asked + t.from_before:,} (asked about before: {t.from_before:,}), requests {spent.requests:,}, "
            f"tokens about {spent.tokens:,}"
        ]
        if t.dropped:
            lines.append(f"{t.dropped.total()} of its proposals dropped: {_causes(t.dropped)}")
        return tuple(lines)

    def _read(self, asked: Asked) -> Reading:
        report = asked.report
        if report.handling is not Handling.OPEN:
            return _unread(report, f"it is marked {report.handling.value}, and is never sent")
        if not report.text or report.state is ReportState.WITHDRAWN:
            return Reading(report)
        at = self._source(asked)
        dropped: Counter[Dropped] = Counter()
        found: dict[str, Proposal] = {}
        try:
            for passage in passages_of(report.text, self.server.passage):
                self._take(self._items(report, passage), at, passage, found, dropped)
        except NoAnswerError as e:
            return _unread(report, e.what)
        return self._reading(report, at, list(found.values()), dropped)

    def _source(self, asked: Asked) -> Source:
        names = Names(asked.report.text or "", asked.first)
        model = f"{shown(self.server.model)} at {self.server.host}"
        return Source(asked.report, f"{NAME} {VERSION}", model, names, asked.first)

    def _items(self, report: Report, passage: Span) -> list[Mapping[str, Any]]:
        """What the model proposes of a passage, asked once and for all."""
        question = fenced(passage.of(report.text or ""), report.published)
        key = key_of(self.server.address, self.server.model, json.dumps(schema()), question)
        kept = self.answers.get(key)
        if kept is not None:
            self.tally.from_before += 1
            return items_of(kept)
        answer = self.asking.answer(Question(INSTRUCTION, question, schema()))
        try:
            items = items_of(answer)
        except NoAnswerError as e:
            self.asking.useless(e.what)
            raise
        self.asking.useful()
        self.answers.put(key, report.id, answer)
        self.tally.asked += 1
        return items

    def _take(
        self,
        items: Iterable[Mapping[str, Any]],
        at: Source,
        passage: Span,
        found: dict[str, Proposal],
        dropped: Counter[Dropped],
    ) -> None:
        for fields in items:
            try:
                made = proposal_of(fields, at, passage)
            except DroppedError as e:
                dropped[e.why] += 1
                continue
            if made.id in found:
                dropped[Dropped.TWICE] += 1
            found.setdefault(made.id, made)

    def _reading(self, report: Report, at: Source, found: list[Proposal], dropped: Counter[Dropped]) -> Reading:
        self.tally.taken += len(found)
        self.tally.dropped += dropped
        named = [
            a for p in found for a in (*actors_in(p.body), *(v.who for v in p.voices if v.who not in (None, REPORT)))
        ]
        of = len(found) + dropped.total()
        said = f"{dropped.total()} of {of} proposals of {shown(self.server.model)} dropped: {_causes(dropped)}"
        warnings = (Warning(report.id, STAGE, said),) if dropped else ()
        return Reading(
            report=replace(report, state=ReportState.READ, why=None),
            actors=tuple(at.names.actors_of(a for a in named if a)),
            proposals=tuple(found),
            warnings=warnings,
        )


def _causes(dropped: Counter[Dropped]) -> str:
    return ", ".join(f"{cause.value} ({many})" for cause, many in dropped.most_common())


def _unread(report: Report, why: str) -> Reading:
    return Reading(replace(report, state=ReportState.UNREAD, why=why))
