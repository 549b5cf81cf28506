"""What a record tells of each passage: lines of the contract become items to score."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from parley.scoring.items import Item, Reading, days, heard
from parley.scoring.names import OR
from parley.terms.actor import Actor
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import Form
from parley.terms.facts import FOR
from parley.terms.statement import Mention, Statement, Talk
from parley.terms.values import REPORT, Date, Span, Voice

Named = Callable[[str | None], str | None]
Fields = dict[str, tuple[Reading, ...]]


def told(values: Iterable[object]) -> dict[str, list[Item]]:
    """The items of each report's id, in the order of the lines. Lines of other kinds are passed over.

    Something told in two reports is an item of both. An actor given twice is called as the last line calls it.
    """
    lines = list(values)
    named = _naming(v for v in lines if isinstance(v, Actor))
    out: dict[str, list[Item]] = {}
    for value in lines:
        if isinstance(value, Statement | Talk):
            for report, heads in _tellings(value.mentions).items():
                out.setdefault(report, []).append(_item(value, heads, named))
    return out


def _naming(actors: Iterable[Actor]) -> Named:
    names = {a.id: OR.join((a.name or a.id, *a.aliases)) for a in actors}
    return lambda actor: actor if actor in (REPORT, None) else names.get(actor, actor)


def _tellings(mentions: Sequence[Mention]) -> dict[str, tuple[Span, ...]]:
    """Each report with the heads under which it tells something."""
    out: dict[str, tuple[Span, ...]] = {}
    for m in mentions:
        out[m.report] = (*out.get(m.report, ()), m.head)
    return out


def _item(value: Statement | Talk, heads: tuple[Span, ...], named: Named) -> Item:
    if isinstance(value, Talk):
        return Item(Form.TALK, heads, _talk(value, named))
    fields = {**_common(value, named), **_own(value, named)}
    return Item(value.form, heads, fields, value.fact if value.form is Form.EVENT else None)


def _common(s: Statement, named: Named) -> Fields:
    return {
        "reality": (s.reality,),
        "voices": (heard([(named(v.who), v.stance) for v in s.voices]),),
        "by": _speakers(s.voices, named),
        "date": (_days(s.date),),
        "place": _any([p.name for p in s.places]),
    }


def _own(s: Statement, named: Named) -> Fields:
    match s.body:
        case Event() as e:
            return _event(e, named)
        case Tie() as t:
            ends = {"from": (_all(t.from_, named),), "to": (_all(t.to, named),)}
            return {**ends, "relation": (t.relation,), "sign": (t.sign,), "goods": (t.goods,)}
        case Position() as p:
            coded = {"stance": (p.stance,), "intensity": (p.intensity,), "issue_id": (p.issue_id,)}
            return {"actor": (named(p.actor),), **coded}
        case Judgement() as j:
            sides = {"gainers": (_all(j.gainers, named),), "losers": (_all(j.losers, named),)}
            chance = (j.probability.low, j.probability.high) if j.probability else None
            return {"verdict": (j.verdict,), **sides, "probability": (chance,)}
        case Role() as r:
            held = {"office": (r.office,), "tenure": (r.tenure,)}
            return {"person": (named(r.person),), "of": (named(r.of),), "to": (named(r.to),), **held}


def _event(e: Event, named: Named) -> Fields:
    """Right by its own code or by that of PLOVER's."""
    plover = [e.plover] if e.plover else []
    return {
        "type": tuple(dict.fromkeys([e.type, *(p.type for p in plover)])),
        "mode": tuple(dict.fromkeys([e.mode, *(p.mode for p in plover)])),
        "actors": (_all(e.actors, named),),
        "recipients": (_all(e.recipients, named),),
    }


def _talk(t: Talk, named: Named) -> Fields:
    return {
        "parties": (_all([p.actor for p in t.parties], named),),
        "delegates": (_all([d for p in t.parties for d in p.delegates], named),),
        "mediators": (_all(t.mediators, named),),
        "hosts": (_all(t.hosts, named),),
        "venue": (t.place.name if t.place else None,),
        "date": (_days(t.date),),
        "outcome": (t.outcome,),
        "agenda": (t.agenda,),
        "voices": (heard([(named(v.who), v.stance) for v in t.voices]),),
    }


def _all(actors: Sequence[str], named: Named) -> tuple[str, ...]:
    return tuple(n for a in actors if (n := named(a)))


def _any(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    return tuple(readings) or (None,)


def _speakers(voices: Sequence[Voice], named: Named) -> tuple[Reading, ...]:
    return _any([named(v.who) for v in voices if v.stance in FOR])


def _days(date: Date | None) -> str | None:
    return days(date.start, date.end) if date else None
