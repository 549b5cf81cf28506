"""What was read as rows: a value's most asked-for fields as columns, and the whole of it as a line of the contract."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import Any

from parley.corpus.signatures import bands_of, signature
from parley.intake import same_text_key
from parley.terms.actor import Actor
from parley.terms.affiliation import Affiliation
from parley.terms.bodies import Body, Event, Judgement, Position, Role, TalkBody, Tie
from parley.terms.report import Report
from parley.terms.slice import ReaderInfo
from parley.terms.statement import Proposal, Statement, Talk
from parley.terms.values import Date, Place, Voice
from parley.terms.wire import to_line, to_object, to_plain

Row = dict[str, Any]


def line(value: Any) -> str:
    """A value as one line that UTF-8 can write: with a lone surrogate in it, the line is escaped to ASCII."""
    text = to_line(value)
    return text if _storable(text) else json.dumps(to_object(value))


def _storable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def storable(value: Any) -> Any:
    """Rows without lone surrogates, for which columns have no room; the line beside keeps them."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {k: storable(v) for k, v in value.items()}
    return [storable(v) for v in value] if isinstance(value, list) else value


def day(iso: str | None) -> dt.date | None:
    """A day as a date; None where it is none, or outside the years that a date can be of."""
    try:
        return dt.date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _days(date: Date | None) -> Row:
    return {"starts": day(date.start) if date else None, "ends": day(date.end) if date else None}


def report_row(report: Report, place: str, reader: ReaderInfo | None) -> Row:
    """A report's row: what can be told of its text without it (length, key of its words, signature) among it."""
    text = report.text or ""
    signed = signature(text)
    return {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "url": report.url,
        "published": day(report.published),
        "language": report.language,
        "sha256": report.sha256,
        "state": report.state.value,
        "why": report.why,
        "handling": report.handling.value,
        "reliability": report.reliability,
        "characters": len(text),
        "words": len(text.split()),
        "place": place,
        "reader": reader.name if reader else None,
        "reader_version": reader.version if reader else None,
        "codebook": reader.codebook if reader else None,
        "text_key": same_text_key(text),
        "signature": signed,
        "bands": bands_of(signed),
        "json": line(report),
    }


def actor_row(report: str, actor: Actor) -> Row:
    """The row of an actor that a report names."""
    return {
        "report": report,
        "id": actor.id,
        "name": actor.name,
        "type": actor.type.value,
        "country": actor.country,
        "sector": actor.sector,
        "aliases": list(actor.aliases),
        "described_as": actor.described_as,
        "json": line(actor),
    }


def affiliation_row(report: str, a: Affiliation) -> Row:
    """The row of who stands for whom by a report. It has no line of its own in the contract: its fields stand bare."""
    return {
        "report": report, "who": a.who, "whom": a.whom, "how": a.how, "starts": day(a.start), "ends": day(a.end),
        "json": json.dumps(to_plain(a)),
    }  # fmt: skip


def proposal_row(p: Proposal) -> Row:
    """A proposal's row."""
    return {
        "id": p.id,
        "report": p.report,
        "reader": p.reader,
        "form": p.form.value,
        **_sides(p.body),
        "reality": p.reality.value,
        "voices": _voices(p.voices),
        **_days(p.date),
        "places": _places(p.places),
        "confidence": p.confidence,
        "quote": p.quote,
        "start": p.start,
        "end": p.end,
        "json": line(p),
    }


def statement_row(report: str, s: Statement) -> Row:
    """The row of what one report's proposals say together."""
    return {
        "id": s.id,
        "report": report,
        "form": s.form.value,
        **_sides(s.body),
        "reality": s.reality.value,
        "status": s.status.value,
        "fact": s.fact,
        "voices": _voices(s.voices),
        **_days(s.date),
        "places": _places(s.places),
        "confidence": s.confidence,
        "tellings": len(s.mentions),
        "quote": s.mentions[0].quote if s.mentions else None,
        "json": line(s),
    }


def talk_row(report: str, t: Talk) -> Row:
    """A talk's row."""
    return {
        "id": t.id,
        "report": report,
        "title": t.title,
        "process": t.process,
        "round": t.round,
        "parties": [p.actor for p in t.parties],
        "delegates": [d for p in t.parties for d in p.delegates],
        "mediators": list(t.mediators),
        "hosts": list(t.hosts),
        "place": t.place.name if t.place else None,
        **_days(t.date),
        "level": t.level.value if t.level else None,
        "format": t.format.value if t.format else None,
        "agenda": list(t.agenda),
        "outcome": t.outcome.value,
        "voices": _voices(t.voices),
        "confidence": t.confidence,
        "json": line(t),
    }


def _sides(body: Body) -> Row:
    """What kind it is, who stands on either side, and what it is about: the same columns for every form."""
    match body:
        case Event():
            about = body.object.text if body.object else None
            return _sided(body.type.value, body.mode, body.actors, body.recipients, about)
        case Tie():
            return _sided(body.relation.value, None, body.from_, body.to, ", ".join(body.goods) or None)
        case Position():
            return _sided(body.stance.value, body.issue_id, (body.actor,), (), body.issue)
        case Role():
            return _sided(body.tenure.value, None, (body.person,), (body.of,) if body.of else (), body.office)
        case Judgement():
            return _sided(body.verdict.value, None, body.gainers, body.losers, body.about.text or body.words)
        case TalkBody():
            parties = tuple(p.actor for p in body.parties)
            return _sided(body.outcome.value, None, parties, (*body.mediators, *body.hosts), body.title)


def _sided(kind: str, mode: str | None, actors: Sequence[str], recipients: Sequence[str], about: str | None) -> Row:
    return {"type": kind, "mode": mode, "actors": list(actors), "recipients": list(recipients), "about": about}


def _voices(voices: Iterable[Voice]) -> list[Row]:
    return [{"who": v.who, "stance": v.stance.value, "via": list(v.via)} for v in voices]


def _places(places: Iterable[Place]) -> list[Row]:
    return [
        {
            "name": p.name, "role": p.role.value, "countries": list(p.countries), "latitude": p.latitude,
            "longitude": p.longitude,
        }
        for p in places
    ]  # fmt: skip
