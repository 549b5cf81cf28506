"""What the sentence of an entry comes to, and what is wrong with it: one rule a table of the codebook.

Each takes an entry and the reading of its sentence, and says what is wrong, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from parley.reading.coding.codebook import Entry
from parley.reading.coding.estimates import Estimate
from parley.reading.coding.judgements_book import JudgementWording
from parley.reading.coding.stances import StanceWording
from parley.reading.coding.talkbook import MannerWording, PartWording, ProspectWording, ResultWording, TalkWording
from parley.reading.coding.tiebook import Quality, TieWording
from parley.terms.bodies import Event, Judgement, Position, TalkBody, Tie
from parley.terms.enums import Form
from parley.terms.layers import Reading
from parley.terms.statement import Proposal

Outcome = Callable[[Any, Reading], str | None]


def _made(reading: Reading, form: Form, id_: str | None = None) -> list[Proposal]:
    """The proposals of a form, or those that an entry made; a talk is made by several."""
    found = [p for p in reading.proposals if p.form is form]
    if id_ is None:
        return found
    return [p for p in found if id_ in {t.rule for t in (p.trace if form is Form.TALK else p.trace[:1])}]


def _not_made(reading: Reading, form: Form) -> str:
    others = ", ".join(f"{p.trace[0].rule!r}" for p in _made(reading, form) if p.trace)
    return (
        f"it is not coded by this entry, but by {others}" if others else "it is not coded by this entry, nor by another"
    )


def _called(reading: Reading, ids: Iterable[str]) -> str:
    """All that actors are called, in lower case, for looking words up."""
    by_id = {a.id: a for a in reading.actors}
    known = [by_id[i] for i in ids if i in by_id]
    return " ".join(w or "" for a in known for w in (a.id, a.name, a.described_as, *a.aliases)).lower()


def _lacking(reading: Reading, wanted: str, ids: Iterable[str], part: str) -> str | None:
    """Which of the wanted actors is not among those found: each is known by the last word of its name."""
    found = tuple(ids)
    words = set(_called(reading, found).split())
    lost = [w.strip() for w in wanted.split(",") if w.strip() and w.split()[-1].lower() not in words]
    return f"{part} {', '.join(lost)} not found, but {', '.join(found) or 'nobody'}" if lost else None


def _event(e: Entry, reading: Reading) -> str | None:
    for p in _made(reading, Form.EVENT, e.id):
        assert isinstance(p.body, Event)
        _, actors, recipients = e.example
        return _lacking(reading, actors, p.body.actors, "actor") or _lacking(
            reading, recipients, p.body.recipients, "recipient"
        )
    return _not_made(reading, Form.EVENT)


def _tie(e: TieWording | Quality, reading: Reading) -> str | None:
    made = _made(reading, Form.TIE, None if isinstance(e, Quality) else e.id)
    ties = [p.body for p in made if isinstance(p.body, Tie)]
    if not ties:
        return _not_made(reading, Form.TIE)
    _, from_, to = e.example
    ends = [t for t in ties if from_.lower() in _called(reading, t.from_) and to.lower() in _called(reading, t.to)]
    if not ends:
        return f"its ends are {', '.join(ties[0].from_)} and {', '.join(ties[0].to)}"
    got = (ends[0].relation, ends[0].sign)
    wanted = (e.lacking, -1) if isinstance(e, TieWording) and e.only_lacking else (e.relation, e.sign)
    return None if e.relation is None or got == wanted else f"it is {got[0]} {got[1]:+d}"


def _position(e: StanceWording, reading: Reading) -> str | None:
    for p in _made(reading, Form.POSITION, e.id):
        assert isinstance(p.body, Position)
        _, actor, issue = e.example
        if actor.lower() not in _called(reading, (p.body.actor,)):
            return f"its actor is {p.body.actor}"
        if issue not in p.body.issue:
            return f"its issue is {p.body.issue!r}"
        return None if p.body.stance in {e.stance, e.negated} else f"its stance is {p.body.stance}"
    return _not_made(reading, Form.POSITION)


def _judgement(e: JudgementWording, reading: Reading) -> str | None:
    for p in _made(reading, Form.JUDGEMENT, e.id):
        assert isinstance(p.body, Judgement)
        wrong = _judged(p.body, e.negated if e.negated_only else e.verdict, e.example[1])
        for part, asked, found in (("gainer", e.gainers, p.body.gainers), ("loser", e.losers, p.body.losers)):
            if bool(asked) != bool(found):
                wrong = wrong or f"{part}s found: {', '.join(found) or 'none'}"
        return wrong
    return _not_made(reading, Form.JUDGEMENT)


def _estimate(e: Estimate, reading: Reading) -> str | None:
    for p in _made(reading, Form.JUDGEMENT, e.id):
        assert isinstance(p.body, Judgement)
        wrong = _judged(p.body, e.verdict, e.example[1])
        return wrong or (None if p.body.probability == e.range else f"its probability is {p.body.probability}")
    return _not_made(reading, Form.JUDGEMENT)


def _judged(body: Judgement, verdict: object, about: str) -> str | None:
    if body.verdict is not verdict:
        return f"its verdict is {body.verdict}"
    return None if about.lower() in (body.about.text or "").lower() else f"it is about {body.about.text!r}"


def _talk_of(id_: str, reading: Reading) -> TalkBody | None:
    return next((p.body for p in _made(reading, Form.TALK, id_) if isinstance(p.body, TalkBody)), None)


def _parties(body: TalkBody) -> tuple[str, ...]:
    """A talk's parties with their delegates."""
    return tuple(a for p in body.parties for a in (p.actor, *p.delegates))


def _talk(e: TalkWording, reading: Reading) -> str | None:
    body = _talk_of(e.id, reading)
    if body is None:
        return _not_made(reading, Form.TALK)
    _, sides, mediators, hosts = e.example
    there = _parties(body)
    stands = (*there, *(a.whom for a in reading.affiliations if a.who in there))
    wrong = _lacking(reading, sides, stands, "party") or _lacking(reading, hosts, body.hosts, "host")
    if wrong is None and len(body.mediators) != len([m for m in mediators.split(",") if m.strip()]):
        return f"its mediators are {', '.join(body.mediators) or 'none'}"
    return wrong or _lacking(reading, mediators, body.mediators, "mediator")


def _part(e: PartWording, reading: Reading) -> str | None:
    body = _talk_of(e.id, reading)
    if body is None:
        return _not_made(reading, Form.TALK)
    held = {"party": _parties(body), "mediator": body.mediators, "host": body.hosts}
    return _lacking(reading, e.example[1], held.get(e.part, ()), e.part)


def _outcome(e: ProspectWording | ResultWording, reading: Reading) -> str | None:
    body = _talk_of(e.id, reading)
    if body is None:
        return _not_made(reading, Form.TALK)
    return None if body.outcome.value == e.example[1] else f"its outcome is {body.outcome}"


def _manner(e: MannerWording, reading: Reading) -> str | None:
    body = _talk_of(e.id, reading)
    if body is None:
        return _not_made(reading, Form.TALK)
    got = [w.value for w in (body.format, body.level) if w is not None]
    return None if e.example[1] in got else f"its format and level are {', '.join(got) or 'unknown'}"


def _trap(form: Form) -> Outcome:
    def judge(e: Any, reading: Reading) -> str | None:
        made = _made(reading, form, e.id)
        return f"it is coded all the same, as {_told(made[0])}" if made else None

    return judge


def _told(p: Proposal) -> str:
    code = getattr(p.body, "type", None) or getattr(p.body, "relation", None) or getattr(p.body, "verdict", None)
    return f"{p.form} {code or getattr(p.body, 'stance', None) or getattr(p.body, 'outcome', '')}".strip()


def _quality_trap(e: Quality, reading: Reading) -> str | None:
    wrong = [p for p in _made(reading, Form.TIE) if isinstance(p.body, Tie) and p.body.relation is e.relation]
    return f"it is coded all the same, as {_told(wrong[0])}" if wrong else None


EXAMPLES: dict[str, Outcome] = {
    "entry": _event, "tie": _tie, "quality": _tie, "position": _position, "judgement": _judgement,
    "estimate": _estimate, "talk": _talk, "part": _part, "prospect": _outcome, "result": _outcome, "manner": _manner,
}  # fmt: skip
"""What an example must come to."""
TRAPS: dict[str, Outcome] = {
    "entry": _trap(Form.EVENT), "tie": _trap(Form.TIE), "quality": _quality_trap, "position": _trap(Form.POSITION),
    "judgement": _trap(Form.JUDGEMENT), "estimate": _trap(Form.JUDGEMENT),
    **dict.fromkeys(("talk", "part", "prospect", "result", "manner"), _trap(Form.TALK)),
}  # fmt: skip
"""What a trap must not come to."""
