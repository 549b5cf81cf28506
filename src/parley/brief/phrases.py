"""A statement as one plain English line."""

from __future__ import annotations

from parley.analysis import is_fact
from parley.brief.verbs import is_noun, past, third
from parley.brief.wordings import ACTS, POSITIONS, STATUS, TIES, VERDICTS, Being, Wording
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import ActorType, Intensity, Reality, Relation, Root, Status, Tenure, Verdict
from parley.terms.slice import Slice
from parley.terms.statement import Statement
from parley.terms.values import Harm

NOBODY = "an unnamed actor"
_MANY = (ActorType.GROUP, ActorType.POPULATION)

_REALITY_LABEL: dict[Reality, str] = {
    Reality.HAPPENED: "",
    Reality.ONGOING: "",
    Reality.PLANNED: "planned",
    Reality.POSSIBLE: "possible",
    Reality.THREATENED: "threatened",
    Reality.DID_NOT_HAPPEN: "did not happen",
    Reality.UNKNOWN: "not known whether it happened",
}


def listed(words: tuple[str, ...]) -> str:
    """Words as an English list.

    >>> listed(("a", "b", "c"))
    'a, b and c'
    """
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def names(slice: Slice, actors: tuple[str, ...]) -> str:  # noqa: A002 - the contract's own word
    """Actors' names as an English list; "" for none."""
    return listed(tuple(slice.name_of(a) for a in actors))


def label(statement: Statement) -> str:
    """Its status, and where it is not simply so, its reality: "contested", "claimed, planned", "reported"."""
    return ", ".join(w for w in (STATUS[statement.status], _REALITY_LABEL[statement.reality]) if w)


def phrase(statement: Statement, slice: Slice) -> str:  # noqa: A002
    """A line that never passes for a fact unless it is one: what is not is told with its label in front.

    A plain reported fact stands by itself: "Northland accused Southmark".
    """
    told = sentence(statement, slice)
    if is_fact(statement) and statement.status is Status.REPORTED:
        return told
    mood = _REALITY_LABEL[statement.reality]
    why = mood if mood and statement.status is Status.REPORTED else label(statement)
    return f"{why.capitalize()}: {told}"


def sentence(statement: Statement, slice: Slice) -> str:  # noqa: A002
    """What a statement says, with its reality in the verb, but without its status."""
    match statement.body:
        case Event() as event:
            told = _event(event, statement.reality, slice)
        case Tie() as tie:
            told = _tie(tie, statement.reality, slice)
        case Position() as position:
            told = _position(position, statement.reality, slice)
        case Role() as role:
            told = _role(role, statement.reality, slice)
        case Judgement() as judgement:
            told = _judgement(judgement, slice)
    return told[:1].upper() + told[1:]


def _join(*parts: str) -> str:
    return " ".join(p for p in parts if p)


def _in_time(reality: Reality, past_form: str, base: str) -> str:
    """A verb in the mood that its reality asks for; modals spare agreement in number."""
    match reality:
        case Reality.HAPPENED | Reality.ONGOING:
            return past_form
        case Reality.PLANNED:
            return f"planned to {base}"
        case Reality.POSSIBLE:
            return f"may {base}"
        case Reality.THREATENED:
            return f"threatened to {base}"
        case Reality.DID_NOT_HAPPEN:
            return f"did not {base}"
        case Reality.UNKNOWN:
            return f"is said to {base}"


def wording_of(event: Event) -> Wording:
    """The wording of an act; an unknown mode is told as its root, an act without a code by its predicate."""
    if event.type is not Root.OTHER:
        return ACTS.get((event.type, event.mode)) or ACTS[event.type, None]
    verb = event.mode or "act"
    if is_noun(verb):
        return Wording("took part in", "take part in", "with", noun=verb)
    return Wording(past(verb), verb, of="over")


def _event(event: Event, reality: Reality, slice: Slice) -> str:  # noqa: A002
    w, thing = wording_of(event), event.object.text if event.object else ""
    who, whom = names(slice, event.actors) or NOBODY, names(slice, event.recipients)
    if event.type is Root.OTHER:
        told = _in_time(reality, w.past, w.base), w.noun, thing, f"(concerning {whom})" if whom else ""
    elif w.mutual and not whom and len(event.actors) > 1:
        told = _in_time(reality, *w.mutual), f"over {thing}" if thing else "", "", ""
    else:
        told = _done(w, reality, whom, thing)
    ongoing = "(ongoing)" if reality is Reality.ONGOING else ""
    return _join(who, *told, ongoing, _harms(event.harm))


def _done(w: Wording, reality: Reality, whom: str, thing: str) -> tuple[str, str, str, str]:
    """The verb and what goes with it: whom, with what, about what."""
    if w.noun:
        return _in_time(reality, w.past, w.base), thing or w.noun, _join(w.to, whom) if whom else "", w.tail
    if not w.of and not whom:
        whom, thing = thing, ""
    verbs = w.alone if w.alone and not whom else (w.past, w.base)
    about = (f"({thing})" if not w.of else _join(w.of, thing)) if thing else ""
    return _in_time(reality, *verbs), _join(w.to, whom) if whom else "", w.tail, about


def _harms(harms: tuple[Harm, ...]) -> str:
    return f"({'; '.join(harm_words(h) for h in harms)})" if harms else ""


def harm_words(harm: Harm) -> str:
    """A harm with its range: "12 killed", "3 to 5 injured", "many killed" as told where no number is known."""
    if harm.low is None and harm.high is None:
        return f"{harm.kind}: {harm.text}"
    if harm.low == harm.high:
        return f"{harm.low} {harm.kind}"
    if harm.low is None or harm.high is None:
        bound = f"at least {harm.low}" if harm.high is None else f"at most {harm.high}"
        return f"{bound} {harm.kind}"
    return f"{harm.low} to {harm.high} {harm.kind}"


def _plural(slice: Slice, actors: tuple[str, ...]) -> bool:  # noqa: A002
    return len(actors) > 1 or any(a.id in actors and a.type in _MANY for a in slice.actors)


def _being(being: Being, reality: Reality, many: bool) -> str:
    if being.verb == "be" and reality in (Reality.HAPPENED, Reality.DID_NOT_HAPPEN):
        was = "were" if many else "was"
        return _join(was, "not" if reality is Reality.DID_NOT_HAPPEN else "", being.then)
    if reality is Reality.ONGOING:
        return _join(("are" if being.verb == "be" else being.verb) if many else third(being.verb), being.then)
    return _join(_in_time(reality, past(being.verb), being.verb), being.then)


def _tie(tie: Tie, reality: Reality, slice: Slice) -> str:  # noqa: A002
    being = _being(TIES[tie.relation], reality, _plural(slice, tie.from_))
    goods = f"for {listed(tie.goods)}" if tie.goods and tie.relation is Relation.DEPENDS_ON else ""
    also = f"({listed(tie.goods)})" if tie.goods and not goods else ""
    return _join(names(slice, tie.from_) or NOBODY, being, names(slice, tie.to) or "somebody unnamed", goods, also)


def _position(position: Position, reality: Reality, slice: Slice) -> str:  # noqa: A002
    how = {Intensity.HIGH: "strongly", Intensity.LOW: "mildly"}.get(position.intensity or Intensity.MEDIUM, "")
    being = Being("be", _join(how, POSITIONS[position.stance]))
    stands = _being(being, reality, _plural(slice, (position.actor,)))
    condition = f"; condition: {position.condition}" if position.condition else ""
    return f"{slice.name_of(position.actor)} {stands} {position.issue}{condition}"


def _role(role: Role, reality: Reality, slice: Slice) -> str:  # noqa: A002
    tenure = {Tenure.ACTING: "acting ", Tenure.FORMER: "former ", Tenure.DESIGNATE: "designated "}.get(role.tenure, "")
    of = f"of {slice.name_of(role.of)}" if role.of else ""
    to = f"to {slice.name_of(role.to)}" if role.to else ""
    being = _being(Being("be", ""), reality, many=False)
    return _join(slice.name_of(role.person), being, f"{tenure}{role.office}", of, to)


def _subject(judgement: Judgement, slice: Slice) -> str:  # noqa: A002
    about = judgement.about
    talk = next((t for t in slice.talks if t.id == about.talk), None)
    if talk:
        return f"the talks “{talk.title}”" if talk.title else "these talks"
    meant = next((s for s in slice.statements if s.id == about.statement and not isinstance(s.body, Judgement)), None)
    return f"“{sentence(meant, slice)}”" if meant else about.text or "the matter"


def _judgement(judgement: Judgement, slice: Slice) -> str:  # noqa: A002
    verdict = VERDICTS[judgement.verdict]
    words = f"(“{judgement.words}”)" if judgement.words else ""
    so = "" if judgement.verdict is Verdict.GAIN else "to the gain of"
    gain = _join(so or "for", names(slice, judgement.gainers)) if judgement.gainers else ""
    loss = f"to the loss of {names(slice, judgement.losers)}" if judgement.losers else ""
    p = judgement.probability
    chance = f"[{p.low:.0%} to {p.high:.0%}, {p.basis}]" if p else ""
    return f"{_subject(judgement, slice)}: {_join(verdict, gain, loss, words, chance)}"
