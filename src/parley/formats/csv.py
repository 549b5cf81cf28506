"""Tables for a spreadsheet, one for each form: every row with its quote, report and offsets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.formats.book import CODEBOOK, codebook
from parley.formats.cells import many
from parley.formats.columns import harmed
from parley.formats.lines import held_by
from parley.formats.pieces import Cell, Column, Lost, Row, Wish, lost
from parley.terms.bodies import Event, Judgement, Position, Role, StatementBody, Tie
from parley.terms.enums import Form
from parley.terms.named import named_in
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk
from parley.terms.values import Date, Place

Cells = Mapping[str, Cell]
_ABOUT = {
    "id": "Leads from table to table; `parley why ID` shows what it rests on.",
    "form": "Which table tells more of it: events, ties, positions, roles, judgements.",
    "reality": "Whether it is the case, as it is presented.",
    "status": "What the voices make of it together.",
    "fact": "Whether it counts as a fact, yes or no: filter by it before you count.",
    "date_start": "The first day that it may be of.",
    "date_end": "The last one.",
    "date_text": "The report's words for when.",
    "places": "Where, each with what the place is to it.",
    "confidence": "How sure reading is, from 0 to 1.",
    "mentions": "How often it is told.",
    "report": "The report in which it is told first.",
    "quote": "The words there.",
    "quote_start": "Where the quote begins, in characters of the report's text from 0.",
    "quote_end": "Where it ends.",
    "type": "The act, one of PLOVER's roots, or OTHER; of an actor, what kind it is.",
    "mode": "How it was done: PLOVER's modes, or the predicate of an OTHER.",
    "plover_type": "What PLOVER would code; empty if nothing.",
    "plover_mode": "The mode that PLOVER would code.",
    "actors": "Who did it; in the table of all statements, everybody named.",
    "recipients": "To whom it was done.",
    "object": "What is given, demanded, refused or moved.",
    "contexts": "PLOVER's contexts.",
    "harm": "Who came to harm, in the report's words.",
    "from": "Whose tie it is.",
    "to": "To whom: the other end of a tie, the other side that an office is for.",
    "relation": "What ties them.",
    "sign": "1 good, -1 bad, 0 neither.",
    "goods": "What passes between them.",
    "actor": "Who takes the position.",
    "issue": "On what, in the report's words.",
    "issue_id": "The same from the list of issues.",
    "stance": "For, against, indifferent or conditional; of a voice, how it stands to what is said.",
    "intensity": "How strongly.",
    "condition": "Under which condition.",
    "person": "Who holds the office.",
    "office": "Which one.",
    "of": "Of which actor.",
    "tenure": "Whether it is held now.",
    "about": "What is judged: a talk's or a statement's id, or words.",
    "verdict": "What the voice makes of it.",
    "gainers": "Who gains.",
    "losers": "Who loses.",
    "words": "The words of estimation.",
    "probability_low": "The least that they mean, from 0 to 1.",
    "probability_high": "The most.",
    "probability_basis": "What that range rests on.",
    "title": "What it is called, or who met whom.",
    "process": "The process that it belongs to.",
    "round": "Which round of it.",
    "parties": "The sides.",
    "delegates": "Who spoke for them.",
    "mediators": "Who brought them together.",
    "hosts": "Who lent the venue.",
    "place": "Where.",
    "level": "At which level.",
    "format": "How the sides met.",
    "agenda": "What it was about.",
    "outcome": "What came of it, or where it stands.",
    "outcomes_told": "Other outcomes that are told.",
    "who": "The id of who speaks; `report` for the report itself; empty for nobody named.",
    "name": "The name.",
    "via": "Through whom it is told.",
    "proposal": "The proposal's id.",
    "country": "The country's ISO code.",
    "sector": "PLOVER's sector.",
    "aliases": "Other names.",
    "members": "Who belongs to it.",
    "described_as": "What reports call it.",
    "wikidata": "Its id there.",
}
NO_STATEMENT = "a talk is no statement, and stands in a table of its own"
_NUMBERS: Mapping[str, type[int] | type[float]] = {
    "confidence": float, "probability_low": float, "probability_high": float,
    "mentions": int, "quote_start": int, "quote_end": int, "sign": int,
}  # fmt: skip
_TOLD = ("report", "quote", "quote_start", "quote_end")
_COMMON = (
    "reality", "status", "fact", "date_start", "date_end", "date_text", "places", "confidence", "mentions", *_TOLD,
)  # fmt: skip


def tables(parts: Iterable[Slice], wish: Wish) -> Iterator[Row | Lost]:
    """The rows of all tables, those of one part together; with `wish.alone`, of all statements in one table only."""
    known: set[str] = set()
    for part in parts:
        names = {a.id: a.name for a in part.actors}
        yield from _statements(part, names, wish)
        if wish.alone:
            yield from (lost(t, NO_STATEMENT) for t in part.talks)
        else:
            yield from (_row("talks", _talk(t, names)) for t in part.talks)
            yield from (_row("voices", cells) for cells in _voices(part, names))
            yield from (_row("mentions", cells) for cells in _mentions(part))
            yield from (_row("actors", cells) for cells in _actors(part, known))
    if not wish.alone:
        yield from codebook(TABLES)


def _statements(part: Slice, names: Mapping[str, str], wish: Wish) -> Iterator[Row]:
    for s in part.statements:
        common = _statement(s, names)
        yield _row("statements", common)
        if not wish.alone:
            yield _row(_TABLE_OF[s.form], {**common, **_body(s.body, names)})


def _row(table: str, cells: Cells) -> Row:
    return Row(table, tuple(map(cells.get, _NAMES[table])))


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


_TABLE_OF = {
    Form.EVENT: "events",
    Form.TIE: "ties",
    Form.POSITION: "positions",
    Form.ROLE: "roles",
    Form.JUDGEMENT: "judgements",
}
_OF_FORM: Mapping[str, tuple[str, ...]] = {
    "events": ("type", "mode", "plover_type", "plover_mode", "actors", "recipients", "object", "contexts", "harm"),
    "ties": ("from", "to", "relation", "sign", "goods"),
    "positions": ("actor", "issue", "issue_id", "stance", "intensity", "condition"),
    "roles": ("person", "office", "of", "to", "tenure"),
    "judgements": (
        "about", "verdict", "gainers", "losers", "words", "probability_low", "probability_high", "probability_basis",
    ),
}  # fmt: skip
_NAMES: Mapping[str, tuple[str, ...]] = {
    "statements": ("id", "form", "actors", *_COMMON),
    **{table: ("id", *own, *_COMMON) for table, own in _OF_FORM.items()},
    "talks": (
        "id", "title", "process", "round", "parties", "delegates", "mediators", "hosts", "place", "date_start",
        "date_end", "date_text", "level", "format", "agenda", "outcome", "outcomes_told", "confidence", "mentions",
        *_TOLD,
    ),
    "voices": ("id", "who", "name", "stance", "via", *_TOLD),
    "mentions": ("id", "proposal", *_TOLD),
    "actors": (
        "id", "name", "type", "country", "sector", "aliases", "members", "described_as", "wikidata", *_TOLD,
    ),
}  # fmt: skip
TABLES: Mapping[str, tuple[Column, ...]] = {
    **{table: tuple(Column(n, _NUMBERS.get(n, str), _ABOUT[n]) for n in names) for table, names in _NAMES.items()},
    "codebook": CODEBOOK,
}


def _talk(t: Talk, names: Mapping[str, str]) -> Cells:
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


def _voices(part: Slice, names: Mapping[str, str]) -> Iterator[Cells]:
    """One row a voice; where it has no words of its own, those of the statement in its report stand for them."""
    for held in held_by(part):
        for v in held.voices:
            told = _told([m for m in held.mentions if m.report == v.report] or held.mentions)
            if v.quote is not None:
                told = {"report": v.report, "quote": v.quote, "quote_start": v.start, "quote_end": v.end}
            name = names.get(v.who, v.who) if v.who else "nobody named"
            via = _named(v.via, names)
            yield {"id": held.id, "who": v.who, "name": name, "stance": v.stance.value, "via": via, **told}


def _mentions(part: Slice) -> Iterator[Cells]:
    for held in held_by(part):
        for m in held.mentions:
            yield {"id": held.id, "proposal": m.proposal, **_told([m])}


def _actors(part: Slice, known: set[str]) -> Iterator[Cells]:
    """One row an actor that is not known yet, with where it is first told of; blank for one that nothing names."""
    new = [a for a in part.actors if a.id not in known]
    known.update(a.id for a in new)
    first: dict[str, Sequence[Mention]] = {}
    for held in held_by(part) if new else ():
        for name in named_in(held):
            first.setdefault(name, held.mentions)
    for a in new:
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
