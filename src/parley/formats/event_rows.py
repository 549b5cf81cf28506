"""One row an event: who did what to whom, whether it is so and who says so, when, where, and from which reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parley.formats.cells import many
from parley.formats.columns import (
    REVIEW,
    SOURCES,
    VOICES,
    WHEN,
    WHERE,
    Cells,
    harmed,
    names,
    review,
    said,
    sources,
    when,
    where,
)
from parley.formats.pieces import Column
from parley.terms.bodies import Event, Plover
from parley.terms.enums import HarmKind, LinkRel, Reality, Root, Status
from parley.terms.facts import factuality
from parley.terms.plover import MODES, QUAD, score_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Variants
from parley.terms.values import Date, Harm

_ROOTS = tuple(r.value for r in Root)
_MODES = tuple(dict.fromkeys(m for modes in MODES.values() for m in modes))
_HARMS = tuple(
    Column(f"{kind}_{end}", int, f"How many were {kind}, {words}; empty if it is not told.")
    for kind in HarmKind
    for end, words in (("low", "at least"), ("high", "at most"))
)
EVENTS = (
    Column("id", str, "The statement's id; `parley why ID` shows what it rests on."),
    *WHEN,
    Column("type", str, "The act itself, one of PLOVER's roots; OTHER for one without a code.", _ROOTS),
    Column("mode", str, "How it was done: PLOVER's modes, or the predicate of an OTHER."),
    Column("actors", str, "Who did it, by name; all sides of a meeting, a deal or a clash."),
    Column("recipients", str, "To whom it was done, by name; the host of a visit."),
    Column("object", str, "What is given, demanded, refused or moved, in the report's words."),
    Column("harm", str, "Who came to harm, in the report's words, with whose side they were."),
    Column("reality", str, "Whether it is the case, as it is presented.", (*Reality,)),
    Column("status", str, "What the voices make of it together.", (*Status,)),
    Column("fact", bool, "Whether it counts as a fact: filter by it before you count.", ("true", "false")),
    *VOICES,
    *WHERE,
    *SOURCES,
    Column("plover_type", str, "What PLOVER would code (planned meetings are AGREE …); empty if nothing.", _ROOTS[:-1]),
    Column("plover_mode", str, "The mode that PLOVER would code.", _MODES),
    Column(
        "plover_quad", int, "1 verbal, 2 material cooperation; 3 verbal, 4 material conflict.", ("1", "2", "3", "4")
    ),
    Column("plover_score", float, "PLOVER's score of the code, from -10 (conflict) to 10 (cooperation)."),
    Column("contexts", str, "PLOVER's contexts."),
    Column("actor_ids", str, "The same by id: rows of the table `actors`."),
    Column("recipient_ids", str, "The same by id."),
    Column("object_ids", str, "Actors among that, by id."),
    *_HARMS,
    Column("factuality", float, "The same as a number, from -3 (not so) to 3 (a fact)."),
    Column("date_variants", str, "Other days that are told."),
    Column("place_variants", str, "Other places that are told."),
    Column("harm_variants", str, "Other numbers that are told."),
    Column("talk", str, "The talk that it is part of, by id: a row of the table `talks`."),
    Column("links", str, "Other statements on which it bears: how, and their ids."),
    *REVIEW,
)


def event_row(s: Statement, body: Event, part: Slice) -> Cells:
    """The cells of EVENTS."""
    return (
        s.id,
        *when(s.date),
        body.type.value,
        body.mode,
        names(body.actors, part),
        names(body.recipients, part),
        (body.object.text or None) if body.object else None,
        many(map(_harm, body.harm)),
        s.reality.value,
        s.status.value,
        s.fact,
        *said(s.voices, part),
        *where(s.places),
        *sources(s.mentions, part),
        *_code(body.plover),
        many(body.contexts),
        many(body.actors),
        many(body.recipients),
        many(body.object.actors) if body.object else None,
        *_harms(body.harm),
        factuality(s.status, s.reality),
        *_variants(s.variants),
        many(k.to for k in s.links if k.rel is LinkRel.PART_OF),
        many(f"{k.rel} {k.to}" for k in s.links if k.rel is not LinkRel.PART_OF),
        *review(s.decision, s.confidence),
    )


def _code(code: Plover | None) -> Cells:
    if code is None or code.type not in QUAD:  # OTHER is none of PLOVER's
        return (None,) * 4
    return code.type.value, code.mode, QUAD[code.type], float(score_of(code))


def _harms(harm: Iterable[Harm]) -> Cells:
    found = counted(harm)
    return tuple(n for kind in HarmKind for n in found.get(kind, (None, None)))


def counted(harm: Iterable[Harm]) -> Mapping[HarmKind, tuple[int | None, int | None]]:
    """How many came to each kind of harm, at least and at most: those of the sides together, or the whole if more.

    A number without a side is of the whole; of several numbers for one side the greatest counts.
    """
    sides: dict[HarmKind, dict[str | None, list[Harm]]] = {}
    for h in harm:
        sides.setdefault(h.kind, {}).setdefault(h.side, []).append(h)
    return {kind: (_total(of, "low"), _total(of, "high")) for kind, of in sides.items()}


def _total(sides: Mapping[str | None, list[Harm]], end: str) -> int | None:
    """None where nothing is told, or where one at-most is not: then the whole has none either."""
    told = {side: [getattr(h, end) for h in of] for side, of in sides.items()}
    if end == "high" and any(n is None for numbers in told.values() for n in numbers):
        return None
    most = {side: max(known) for side, numbers in told.items() if (known := [n for n in numbers if n is not None])}
    whole = [most[None]] if None in most else []
    parts = [sum(n for side, n in most.items() if side is not None)] if any(s is not None for s in most) else []
    return max(whole + parts, default=None)


def _harm(h: Harm) -> str:
    return harmed(h) + (f" (“{h.text}”)" if h.text else "")


def _variants(v: Variants) -> Cells:
    return many(map(_day, v.date)), many(p.name for p in v.places), many(map(_harm, v.harm))


def _day(d: Date) -> str:
    return (d.start or "…") if d.start == d.end else f"{d.start or ''}…{d.end or ''}"
