"""Values as people type them, made into values of the contract."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from parley.desk.actors import actor_among
from parley.desk.amiss import AmissError
from parley.desk.typed_parts import harm_from, links_from
from parley.record import Record
from parley.terms.enums import DateBasis, Form, PlaceRole, Reality, Stance
from parley.terms.report import Report
from parley.terms.statement import proposal_id
from parley.terms.values import REPORT, Date, Place, Span, Voice
from parley.terms.wire import to_plain

NAMES = frozenset({"actors", "recipients", "from", "to", "gainers", "losers", "mediators", "hosts", "members"})
"""Fields that list actors."""
ONE_NAME = frozenset({"actor", "person", "of"})
LISTS = frozenset({"contexts", "goods", "agenda", "aliases"})
WHOLE = frozenset({"sign", "round"})
TO = "…"
PERSON = "person"
_DAYS = re.compile(r"(\d{4}(?:-\d\d){0,2})?\s*(?:…|\.\.)\s*(\d{4}(?:-\d\d){0,2})?")
_SENTENCE_END = re.compile(r"[.!?]['”\"»)]*\s|\n\s*\n")


def plain(value: object) -> str:
    """A value of the log as words."""
    if value is None:
        return ""
    if isinstance(value, Mapping) and value.get("kind") == "proposal":
        return str(value.get("quote") or "")
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def value_from(record: Record, target: str, field: str, typed: str) -> object:
    """A field's new value as it stands on the wire. What is JSON is taken as it is.

    Days are `2022-01-09` or `2022-01-09…2022-01-10`; voices `ACTOR:STANCE`; actors go by id, name or alias, several
    with commas between. `null` empties a field. Raises AmissError for an actor that is not known.
    """
    try:
        return json.loads(typed)
    except json.JSONDecodeError:
        pass
    held = record.find(target) if field in ("voices", "parties", "harm", "links") else None
    if held is not None and field == "harm":
        return harm_from(record, typed, to_plain(held).get("harm") or ())
    if held is not None and field == "links":
        return links_from(record, typed, held.id)
    report = held.mentions[0].report if held else target
    return _SHAPED.get(field, _as_typed)(record, field, typed, report)


def emptied(field: str) -> str:
    """What an emptied field is typed as: no list where it lists things, else nothing known."""
    return "[]" if field in NAMES | LISTS | {"places", "parties", "voices", "harm", "links"} else "null"


def proposal_from(record: Record, report: str, values: Sequence[str], by: str) -> dict[str, Any]:
    """A statement that no reader found: the words selected in a report, then `FIELD=VALUE` for what they say.

    Raises AmissError where the report does not hold the words, or holds them more than once.
    """
    held = record.report(report)
    if held is None or held.text is None:
        raise AmissError(f"the record holds no text of a report {report!r}", "Type its id in full.")
    fields = dict(_pairs(values[1:]))
    at = _selected(held, values[0], fields.pop("at", None))
    form = Form(fields.pop("form", Form.EVENT.value))
    told = {f: value_from_field(record, f, v, held.id) for f, v in fields.items()}
    return {**_bare(held, at, form), **_body(form), **told, "trace": [_trace(by, at)]}


def value_from_field(record: Record, field: str, typed: str, report: str) -> object:
    """The same for a statement of a report that is not in the record yet."""
    try:
        return json.loads(typed)
    except json.JSONDecodeError:
        return _SHAPED.get(field, _as_typed)(record, field, typed, report)


def _pairs(values: Sequence[str]) -> list[tuple[str, str]]:
    for v in values:
        if "=" not in v:
            raise AmissError(f"{v!r} says nothing", "Write FIELD=VALUE, as in: actors=norway")
    return [(k, v) for k, _, v in (x.partition("=") for x in values)]


def _selected(report: Report, words: str, at: str | None) -> Span:
    text = report.text or ""
    starts = [m.start() for m in re.finditer(re.escape(words), text)]
    if at is not None:
        starts = [s for s in starts if str(s) == at]
    if len(starts) != 1:
        what = "does not hold" if not starts else f"holds {len(starts)} times"
        more = f"Say which with at=, one of: {', '.join(map(str, starts))}" if starts else "Copy them from the report."
        raise AmissError(f"report {report.id!r} {what} the words {words!r}", more)
    return Span(starts[0], starts[0] + len(words))


def _bare(report: Report, at: Span, form: Form) -> dict[str, Any]:
    text = report.text or ""
    before = [m.end() for m in _SENTENCE_END.finditer(text, 0, at.start)]
    after = _SENTENCE_END.search(text, at.end)
    sentence = Span(before[-1] if before else 0, after.start() + 1 if after else len(text))
    return {
        "kind": "proposal",
        "id": proposal_id(report.id, form, at, PERSON),
        "report": report.id,
        "reader": PERSON,
        "form": form.value,
        "quote": at.of(text),
        "start": at.start,
        "end": at.end,
        "head": to_plain(at),
        "sentence": to_plain(Span(min(sentence.start, at.start), max(sentence.end, at.end))),
        "confidence": 1.0,
        "reality": Reality.HAPPENED.value,
        "voices": [to_plain(Voice(report.id, REPORT, Stance.ASSERTS))],
        "date": None,
        "places": [],
        "links": [],
    }


def _trace(by: str, at: Span) -> dict[str, Any]:
    return {"stage": PERSON, "rule": by, "start": at.start, "end": at.end}


def _body(form: Form) -> dict[str, Any]:
    """The fields of a form as they are where nothing is said."""
    empty: dict[Form, dict[str, Any]] = {
        Form.EVENT: {
            "type": "OTHER", "mode": None, "plover": None, "actors": [], "recipients": [], "object": None,
            "contexts": [], "harm": [],
        },
        Form.TIE: {"from": [], "to": [], "relation": "mixed", "sign": 0, "goods": []},
        Form.POSITION: {"issue_id": None, "intensity": None, "condition": None},
        Form.ROLE: {"of": None, "to": None, "tenure": "current"},
        Form.JUDGEMENT: {
            "about": {"talk": None, "statement": None, "text": None}, "gainers": [], "losers": [], "words": "",
            "probability": None,
        },
        Form.TALK: {
            "title": "", "process": None, "round": None, "parties": [], "mediators": [], "hosts": [], "place": None,
            "level": None, "format": None, "agenda": [], "outcome": "unknown",
        },
    }  # fmt: skip
    return empty[form]


Shape = Callable[[Record, str, str, str], object]


def _as_typed(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001 - as all shapes
    return typed


def _named(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    return [actor_among(w.strip(), record.actors()) for w in typed.split(",") if w.strip()]


def _one(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    return actor_among(typed, record.actors())


def _listed(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    return [w.strip() for w in typed.split(",") if w.strip()]


def _days(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    span = _DAYS.fullmatch(typed.strip())
    start, end = (span[1], span[2]) if span else (typed.strip(), typed.strip())
    return to_plain(Date(start, end, typed, DateBasis.STATED))


def _places(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    found = [to_plain(Place(w.strip(), PlaceRole.AT, text=w.strip())) for w in typed.split(",") if w.strip()]
    return found[0] if field == "place" else found


def _voices(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    voices = []
    for each in typed.split(","):
        who, _, stance = each.strip().rpartition(":")
        if stance not in {s.value for s in Stance}:
            raise AmissError(f"{each.strip()!r} is no voice", "Write ACTOR:STANCE, as in: norway:denies")
        speaker = who if who == REPORT else actor_among(who, record.actors()) if who else None
        voices.append(to_plain(Voice(report, speaker, Stance(stance))))
    return voices


def _parties(record: Record, field: str, typed: str, report: str) -> object:
    names = _named(record, field, typed, report)
    return [{"actor": a, "delegates": []} for a in names]  # type: ignore[attr-defined]


def _harm(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    return harm_from(record, typed)


def _links(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    return links_from(record, typed)


def _thing(record: Record, field: str, typed: str, report: str) -> object:  # noqa: ARG001
    return {"text": typed, "actors": []}


_SHAPED: Mapping[str, Shape] = {
    **dict.fromkeys(NAMES, _named),
    **dict.fromkeys(ONE_NAME, _one),
    **dict.fromkeys(LISTS, _listed),
    "date": _days,
    "places": _places,
    "place": _places,
    "voices": _voices,
    "parties": _parties,
    "object": _thing,
    "harm": _harm,
    "links": _links,
}
