"""What one region says, beside what the record holds: the fields that it corrects, or the statement that it adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from parley.formats.label_studio import Told, holders_in, region_ids
from parley.formats.label_studio_marked import Region, Unfit
from parley.formats.marks import CODED, LABELS, SIDES, SINGLE, body_of, coded, mode_fits, sides_of, wire_of
from parley.formats.telling import form_of, plain
from parley.terms.bodies import Event
from parley.terms.enums import Form, Reality, Stance
from parley.terms.report import Report
from parley.terms.slice import Slice
from parley.terms.statement import Proposal, Statement, Talk, proposal_id
from parley.terms.values import REPORT, Span, Trace, Voice
from parley.terms.wire import to_object

PERSON = "person"
"""The reader of what people add."""
_SENTENCE_END = re.compile(r"[.!?]['”\"»)]*\s|\n\s*\n")
Change = tuple[str, object]


class Known:
    """A record by what an export of Label Studio names: reports, regions, actors."""

    def __init__(self, part: Slice, told: Mapping[str, list[Told]]) -> None:
        self.reports = {r.id: r for r in part.reports}
        self.by_region: dict[tuple[str, str], Statement | Talk] = {}
        self._at: dict[tuple[str, Form, int, int], Statement | Talk] = {}
        for report, mentions in told.items():
            for id_, (held, m) in zip(region_ids(mentions), mentions, strict=True):
                self.by_region[report, id_] = held
                self._at[report, form_of(held), m.start, m.end] = held
        self._held = holders_in(told)
        self._actors = {a.id for a in part.actors}
        self._names: dict[str, set[str]] = {}
        for a in part.actors:
            for name in (a.name, *a.aliases):
                self._names.setdefault(plain(name).casefold(), set()).add(a.id)

    def held_at(self, report: Report, region: Region) -> Statement | Talk | None:
        """What a region stands for: by its id, else what is told by the same words in the same form."""
        form = LABELS[region.label][0] if region.label in LABELS else Form.EVENT
        return self.by_region.get((report.id, region.id)) or self._at.get(
            (report.id, form, region.span.start, region.span.end)
        )

    def id_of(self, target: str) -> str:
        """The id of the statement or talk that holds a proposal."""
        return self._held.get(target, target)

    def actor(self, typed: str) -> str | None:
        """An actor by its id, or by a name or alias that only one has."""
        if typed in self._actors:
            return typed
        found = self._names.get(typed.casefold(), set())
        return next(iter(found)) if len(found) == 1 else None


def asked(held: Statement | Talk, region: Region, known: Known, where: str) -> Iterator[Change | Unfit]:
    """The fields that a region has otherwise than the record, with their values as they stand on the wire."""
    form = form_of(held)
    told = LABELS.get(region.label)
    if told is None or told[0] is not form:
        yield Unfit(where, f"it is marked {region.label!r}, and its statement is of the form {form}", _ANEW)
        return
    field = CODED[form][0]
    body = held.body if isinstance(held, Statement) else held
    if told[1] != getattr(body, field):
        yield field, told[1]
        if isinstance(body, Event) and not mode_fits(told[1], body.mode):
            yield "mode", None
    if isinstance(held, Statement):
        yield from _standing(held, region, where)
    yield from _sides(held, region, known, where)


_ANEW = "Delete the region and mark the words anew."


def _standing(held: Statement, region: Region, where: str) -> Iterator[Change | Unfit]:
    if region.reality in {r.value for r in Reality} and region.reality != held.reality:
        yield "reality", region.reality
    if region.status is not None and region.status != held.status:
        why = f"its status is {held.status}, which follows from its voices"
        yield Unfit(where, why, f"Correct these: parley decide correct {held.id} voices ACTOR:STANCE")


def _sides(held: Statement | Talk, region: Region, known: Known, where: str) -> Iterator[Change | Unfit]:
    for field, typed, now in zip(SIDES[form_of(held)], (region.who, region.whom), sides_of(held), strict=True):
        held_now = [a for a in map(plain, now) if a]
        found = [known.actor(name) or (name if name in held_now else None) for name in typed]
        if unknown := [name for name, id_ in zip(typed, found, strict=True) if id_ is None]:
            yield _unknown(unknown, where)
        elif found == held_now or field is None:
            continue
        elif field in SINGLE and len(found) > 1:
            yield Unfit(where, f"{field} names one actor, and {len(found)} are given", "Name one.")
        elif field in ("actor", "person") and not found:
            yield Unfit(where, f"{field} names nobody any more", "Name an actor, or reject the region.")
        else:
            yield field, wire_of(field, [i for i in found if i is not None], held)


def _unknown(names: list[str], where: str) -> Unfit:
    told = ", ".join(map(repr, names))
    return Unfit(where, f"the record knows no single actor called {told}", "Type its id, or add it to the record.")


def added(region: Region, report: Report, known: Known, by: str, where: str) -> Mapping[str, Any] | Unfit:
    """A statement that no reader found, as a proposal on the wire."""
    told = LABELS.get(region.label)
    if told is None:
        return Unfit(where, f"{region.label!r} is no label of Parley's", "Take one of those in labels.xml.")
    who, whom = ([known.actor(n) for n in names] for names in (region.who, region.whom))
    if unknown := [n for n, a in zip((*region.who, *region.whom), (*who, *whom), strict=True) if a is None]:
        return _unknown(unknown, where)
    form, code = told
    text, span = report.text or "", region.span
    body = body_of(form, code, span.of(text), tuple(filter(None, who)), tuple(filter(None, whom)))
    if body is None:
        return Unfit(where, f"a {form} needs somebody to be named", "Name who, and whom for a tie.")
    realities = {r.value for r in Reality}
    reality = Reality(region.reality) if region.reality in realities else Reality.HAPPENED
    made = Proposal(
        id=proposal_id(report.id, form, span, PERSON),
        report=report.id,
        reader=PERSON,
        form=form,
        quote=span.of(text),
        start=span.start,
        end=span.end,
        head=span,
        sentence=_sentence(text, span),
        trace=(Trace(PERSON, by, span.start, span.end),),
        confidence=1.0,
        reality=reality,
        voices=(Voice(report.id, REPORT, Stance.ASSERTS),),
        date=None,
        places=(),
        links=(),
        body=coded(body, reality),
    )
    return to_object(made)


def _sentence(text: str, at: Span) -> Span:
    before = [m.end() for m in _SENTENCE_END.finditer(text, 0, at.start)]
    after = _SENTENCE_END.search(text, at.end)
    return Span(min(before[-1] if before else 0, at.start), max(after.start() + 1 if after else len(text), at.end))
