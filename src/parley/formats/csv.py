"""A slice as tables for a spreadsheet: one file a table, every row with its quote, report and offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.formats.cells import csv_line, many
from parley.formats.columns import harmed
from parley.formats.lines import held_by
from parley.formats.pieces import Cell
from parley.terms.bodies import Event, Judgement, Position, Role, StatementBody, Tie
from parley.terms.named import named_in
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk
from parley.terms.values import Date, Place

Row = Mapping[str, Cell]
_TOLD = ("report", "quote", "quote_start", "quote_end")
_COMMON = (
    "reality", "status", "fact", "date_start", "date_end", "date_text", "places", "confidence", "mentions", *_TOLD,
)  # fmt: skip


def tables(slice: Slice) -> Mapping[str, str]:  # noqa: A002 - the contract's own word
    """File names and their CSV text: statements, one table a form, talks, voices, mentions and actors.

    Text that a spreadsheet could take for a formula (it begins with = + - @ or a control character) gets an
    apostrophe before it.
    """
    names = {a.id: a.name for a in slice.actors}
    return {
        "statements.csv": _csv(("id", "form", "actors", *_COMMON), (_statement(s, names) for s in slice.statements)),
        **{f"{name}.csv": _form(slice, kind, columns, names) for name, kind, columns in _FORMS},
        "talks.csv": _csv(_TALK, (_talk(t, names) for t in slice.talks)),
        "voices.csv": _csv(("id", "who", "name", "stance", "via", *_TOLD), _voices(slice, names)),
        "mentions.csv": _csv(("id", "proposal", *_TOLD), _mentions(slice)),
        "actors.csv": _csv(_ACTOR, _actors(slice)),
    }


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> str:
    return "".join((csv_line(columns), *(csv_line(row.get(c) for c in columns) for row in rows)))


def _told(mentions: Sequence[Mention]) -> dict[str, Cell]:
    """Where it is told first."""
    if not mentions:
        return {}
    m = mentions[0]
    return {"report": m.report, "quote": m.quote, "quote_start": m.start, "quote_end": m.end}


def _when(date: Date | None) -> dict[str, Cell]:
    return {"date_start": date.start, "date_end": date.end, "date_text": date.text} if date else {}


def _named(ids: Iterable[str], names: Mapping[str, str]) -> str | None:
    return many(names.get(i, i) for i in ids)


def _places(places: Iterable[Place]) -> str | None:
    return many(f"{p.name} ({p.role})" for p in places)


def _statement(s: Statement, names: Mapping[str, str]) -> dict[str, Cell]:
    return {
        "id": s.id,
        "form": s.form.value,
        "actors": _named(named_in(s), names),
        "reality": s.reality.value,
        "status": s.status.value,
        "fact": "yes" if s.fact else "no",
        "places": _places(s.places),
        "confidence": s.confidence,
        "mentions": len(s.mentions),
        **_when(s.date),
        **_told(s.mentions),
    }


def _form(slice: Slice, kind: type[StatementBody], columns: Sequence[str], names: Mapping[str, str]) -> str:  # noqa: A002
    rows = ({**_statement(s, names), **_body(s.body, names)} for s in slice.statements if isinstance(s.body, kind))
    return _csv(("id", *columns, *_COMMON), rows)


def _body(body: StatementBody, names: Mapping[str, str]) -> dict[str, Cell]:
    match body:
        case Event():
            return _event(body, names)
        case Tie():
            return {
                "from": _named(body.from_, names),
                "to": _named(body.to, names),
                "relation": body.relation.value,
                "sign": body.sign,
                "goods": many(body.goods),
            }
        case Position():
            return {
                "actor": _named([body.actor], names),
                "issue": body.issue,
                "issue_id": body.issue_id,
                "stance": body.stance.value,
                "intensity": body.intensity.value if body.intensity else None,
                "condition": body.condition,
            }
        case Role():
            return {
                "person": _named([body.person], names),
                "office": body.office,
                "of": _named([body.of] if body.of else [], names),
                "to": _named([body.to] if body.to else [], names),
                "tenure": body.tenure.value,
            }
        case Judgement():
            return _judgement(body, names)


def _event(body: Event, names: Mapping[str, str]) -> dict[str, Cell]:
    return {
        "type": body.type.value,
        "mode": body.mode,
        "plover_type": body.plover.type.value if body.plover else None,
        "plover_mode": body.plover.mode if body.plover else None,
        "actors": _named(body.actors, names),
        "recipients": _named(body.recipients, names),
        "object": body.object.text if body.object else None,
        "contexts": many(body.contexts),
        "harm": many(map(harmed, body.harm)),
    }


def _judgement(body: Judgement, names: Mapping[str, str]) -> dict[str, Cell]:
    likely = body.probability
    return {
        "about": body.about.talk or body.about.statement or body.about.text,
        "verdict": body.verdict.value,
        "gainers": _named(body.gainers, names),
        "losers": _named(body.losers, names),
        "words": body.words,
        "probability_low": likely.low if likely else None,
        "probability_high": likely.high if likely else None,
        "probability_basis": likely.basis if likely else None,
    }


_FORMS: tuple[tuple[str, type[StatementBody], tuple[str, ...]], ...] = (
    (
        "events",
        Event,
        ("type", "mode", "plover_type", "plover_mode", "actors", "recipients", "object", "contexts", "harm"),
    ),
    ("ties", Tie, ("from", "to", "relation", "sign", "goods")),
    ("positions", Position, ("actor", "issue", "issue_id", "stance", "intensity", "condition")),
    ("roles", Role, ("person", "office", "of", "to", "tenure")),
    (
        "judgements",
        Judgement,
        ("about", "verdict", "gainers", "losers", "words", "probability_low", "probability_high", "probability_basis"),
    ),
)
_TALK = (
    "id", "title", "process", "round", "parties", "delegates", "mediators", "hosts", "place", "date_start", "date_end",
    "date_text", "level", "format", "agenda", "outcome", "outcomes_told", "confidence", "mentions", *_TOLD,
)  # fmt: skip
_ACTOR = ("id", "name", "type", "country", "sector", "aliases", "members", "described_as", "wikidata", *_TOLD)


def _talk(t: Talk, names: Mapping[str, str]) -> Row:
    return {
        "id": t.id,
        "title": t.title,
        "process": t.process,
        "round": t.round,
        "parties": _named((p.actor for p in t.parties), names),
        "delegates": _named((d for p in t.parties for d in p.delegates), names),
        "mediators": _named(t.mediators, names),
        "hosts": _named(t.hosts, names),
        "place": t.place.name if t.place else None,
        "level": t.level.value if t.level else None,
        "format": t.format.value if t.format else None,
        "agenda": many(t.agenda),
        "outcome": t.outcome.value,
        "outcomes_told": many(o.value for o in t.variants.outcome),
        "confidence": t.confidence,
        "mentions": len(t.mentions),
        **_when(t.date),
        **_told(t.mentions),
    }


def _voices(slice: Slice, names: Mapping[str, str]) -> Iterator[Row]:  # noqa: A002
    """One row a voice; where it has no words of its own, those of the statement in its report stand for them."""
    for held in held_by(slice):
        for v in held.voices:
            told = _told([m for m in held.mentions if m.report == v.report] or held.mentions)
            if v.quote is not None:
                told = {"report": v.report, "quote": v.quote, "quote_start": v.start, "quote_end": v.end}
            name = names.get(v.who, v.who) if v.who else "nobody named"
            via = _named(v.via, names)
            yield {"id": held.id, "who": v.who, "name": name, "stance": v.stance.value, "via": via, **told}


def _mentions(slice: Slice) -> Iterator[Row]:  # noqa: A002
    for held in held_by(slice):
        for m in held.mentions:
            yield {"id": held.id, "proposal": m.proposal, **_told([m])}


def _actors(slice: Slice) -> Iterator[Row]:  # noqa: A002
    """One row an actor, with where it is first told of; blank for one that nothing in the slice names."""
    first: dict[str, Sequence[Mention]] = {}
    for held in held_by(slice):
        for name in named_in(held):
            first.setdefault(name, held.mentions)
    for a in slice.actors:
        yield {
            "id": a.id,
            "name": a.name,
            "type": a.type.value,
            "country": a.country,
            "sector": a.sector,
            "aliases": many(a.aliases),
            "members": many(a.members),
            "described_as": a.described_as,
            "wikidata": a.wikidata,
            **_told(first.get(a.id, ())),
        }
