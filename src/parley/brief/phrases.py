"""A statement as one plain English line."""

from __future__ import annotations

from parley.brief.acts import event_words, harm_words, join
from parley.brief.naming import NOBODY, Naming, capital, listed, naming_in
from parley.brief.verbs import Modal, Mood, in_time, is_verb
from parley.brief.wordings import POSITIONS, SAID_OF_IT, STATUS, TIES, VERDICTS
from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import Form, Intensity, LinkRel, PositionStance, Reality, Relation, Status, Tenure, Verdict
from parley.terms.facts import REAL
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

__all__ = ["harm_words", "label", "listed", "phrase", "sentence", "talk_name"]

_REALITY_LABEL: dict[Reality, str] = {
    Reality.HAPPENED: "",
    Reality.ONGOING: "",
    Reality.PLANNED: "planned",
    Reality.POSSIBLE: "possible",
    Reality.THREATENED: "threatened",
    Reality.DID_NOT_HAPPEN: "not so",
    Reality.UNKNOWN: "not known whether so",
}
_OPENS_A_NAME = frozenset(
    {"a", "an", "the", "to", "its", "his", "her", "their", "any", "no", "all", "more", "such", "further", "another"}
)
_NAME_ENDINGS = ("tion", "sion", "ment", "nce", "ity", "ship", "ness", "ing", "ism", "al", "ies", "cy")
_VERBS_ONLY = frozenset({
    "enter", "join", "accept", "attend", "recognise", "recognize", "resume", "disarm", "negotiate", "allow", "abandon",
    "continue", "restore", "reopen", "implement", "engage", "renounce", "reject", "refrain", "comply",
    "establish", "ensure", "provide", "remove", "create", "achieve", "participate",
})  # fmt: skip
"""Regular verbs that open no name."""
_MODALS = frozenset({"would", "must", "should", "will", "can", "cannot", "could", "may", "might", "shall", "is", "are"})


def label(statement: Statement) -> str:
    """Its status, and where it is not simply so, its reality: "contested", "claimed, planned", "reported".

    A judgement is an opinion, whoever holds it, and says so.
    """
    if statement.form is Form.JUDGEMENT:
        return f"{STATUS[statement.status]} judgement"
    mood = "not done" if statement.reality is Reality.DID_NOT_HAPPEN and statement.form is Form.EVENT else ""
    return ", ".join(w for w in (STATUS[statement.status], mood or _REALITY_LABEL[statement.reality]) if w)


def phrase(statement: Statement, slice: Slice, naming: Naming | None = None) -> str:  # noqa: A002 - the contract's own word
    """A line that never passes for a fact unless it is one: who stands for it is said in front, its mood in the verb.

    A plain reported line stands by itself: "Northland accused Southmark", "Northland planned to give access".
    """
    told = sentence(statement, slice, naming)
    return told if statement.status is Status.REPORTED else f"{STATUS[statement.status].capitalize()}: {told}"


def sentence(statement: Statement, slice: Slice, naming: Naming | None = None) -> str:  # noqa: A002
    """What a statement says, with its reality in the verb, but without its status.

    `naming` says how the reports at hand name their actors; without it, the statement's own quotes are asked.
    """
    naming = naming or naming_in(statement, slice)
    told = _clause(statement, slice, naming)
    if statement.reality is Reality.UNKNOWN and statement.form is not Form.JUDGEMENT:
        told = f"it is not known whether {told}"
    return capital(join(told, _content(statement, slice, naming)))


def _clause(statement: Statement, slice: Slice, naming: Naming, modal: Modal | None = None) -> str:  # noqa: A002
    mood: Mood = modal or statement.reality
    match statement.body:
        case Event() as event:
            return event_words(event, mood, naming)
        case Tie() as tie:
            return _tie(tie, statement.reality, naming)
        case Position() as position:
            return _position(position, statement.reality, naming)
        case Role() as role:
            return _role(role, statement.reality, naming)
        case Judgement() as judgement:
            return _judgement(judgement, slice, naming)


def _content(statement: Statement, slice: Slice, naming: Naming) -> str:  # noqa: A002
    """What a speech act without an object says, by the statement that the record links to it as its content."""
    event = statement.body
    if not isinstance(event, Event) or event.object or event.type not in SAID_OF_IT:
        return ""
    ids = {link.to for link in statement.links if link.rel is LinkRel.CONTENT}
    said = [s for s in slice.statements if s.id in ids and isinstance(s.body, Event)] if ids else []
    if len(said) != 1:
        return ""
    leads_on, modal = SAID_OF_IT[event.type]
    return f"({leads_on} {_clause(said[0], slice, naming, modal)})"


def _tie(tie: Tie, reality: Reality, naming: Naming) -> str:
    being = TIES[tie.relation]
    verb = in_time(join(being.verb, being.then), reality, naming.are_many(tie.from_))
    goods = f"for {listed(tie.goods)}" if tie.goods and tie.relation is Relation.DEPENDS_ON else ""
    also = f"({listed(tie.goods)})" if tie.goods and not goods else ""
    return join(naming.all(tie.from_) or NOBODY, verb, naming.all(tie.to) or NOBODY, goods, also)


def _is_clause(words: str) -> bool:
    """Whether an issue, as told, is more than a name: it has a verb of its own, or no word that opens a name."""
    first, *rest = words.lower().split() or [""]
    named = first in _OPENS_A_NAME or first.endswith(_NAME_ENDINGS) or words[:1].isupper()
    linked = bool(rest) and rest[0] in {"of", "and", "or", "for", "from", "between", "with", "against"}
    if rest and first in _VERBS_ONLY:
        return True
    return bool(_MODALS & set(rest[:7])) or (len(rest) > 2 and not named and not (linked and not is_verb(first)))


def _condition(words: str) -> str:
    """A condition, joined on: "until it reforms" becomes "but not until it reforms"."""
    told = words.lower().split() or [""]
    first = told[0]
    if first in ("until", "unless") or (first == "if" and "not" in told):  # what is refused if something is not done
        return f", but not {words}"
    if first in ("if", "once", "when", "after", "provided"):
        return f", but only {words}"
    if first == "only":
        return f", but {words}"
    if first in ("as", "so", "while"):
        return f", {words}"
    return f", on condition: {words}"


def _position(position: Position, reality: Reality, naming: Naming) -> str:
    how = {Intensity.HIGH: "strongly", Intensity.LOW: "mildly"}.get(position.intensity or Intensity.MEDIUM, "")
    given = " ".join((position.condition or "").split())
    stance = POSITIONS[position.stance]
    if position.stance is PositionStance.CONDITIONAL and given:
        stance, how = "for", ""
    verb = in_time(join("be", how, stance), reality, naming.are_many((position.actor,)))
    told = " ".join(position.issue.split())
    issue = f"this: “{told}”" if _is_clause(told) else told
    return join(naming.of(position.actor), verb, issue) + (_condition(given) if given else "")


_OFFICES: dict[Tenure, str] = {
    Tenure.CURRENT: "be {}",
    Tenure.ACTING: "be acting {}",
    Tenure.FORMER: "be once {}",
    Tenure.DESIGNATE: "be designated {}",
}


def _role(role: Role, reality: Reality, naming: Naming) -> str:
    held = Reality.HAPPENED if role.tenure is Tenure.FORMER and reality is Reality.ONGOING else reality
    verb = in_time(_OFFICES[role.tenure].format(role.office), held, many=False)
    of = f"of {naming.of(role.of)}" if role.of else ""
    to = f"to {naming.of(role.to)}" if role.to else ""
    return join(naming.of(role.person), verb, of, to)


def talk_name(talk: Talk, naming: Naming) -> str:
    """A talk's title, else one made of its parties and place."""
    sides = listed(tuple(naming.plain(p.actor) for p in talk.parties)) or "parties not named"
    named = talk.title or (f"{sides}, {talk.place.name}" if talk.place else sides)
    return capital(named)


def _subject(judgement: Judgement, slice: Slice, naming: Naming) -> str:  # noqa: A002
    about = judgement.about
    talk = next((t for t in slice.talks if t.id == about.talk), None) if about.talk else None
    if talk:
        return f"the talks {talk_name(talk, naming)}"
    meant = next((s for s in slice.statements if s.id == about.statement), None) if about.statement else None
    if meant and meant.form is not Form.JUDGEMENT:
        return _clause(meant, slice, naming, Modal.WOULD if meant.reality not in REAL else None)
    return f"“{' '.join(about.text.split())}”" if about.text else "the matter"


def _judgement(judgement: Judgement, slice: Slice, naming: Naming) -> str:  # noqa: A002
    verdict = VERDICTS[judgement.verdict]
    p = judgement.probability
    chance = f"{p.low:.0%} to {p.high:.0%}" if p else ""
    words = ", ".join(w for w in (f"“{judgement.words}”" if judgement.words else "", chance) if w)
    so = "" if judgement.verdict is Verdict.GAIN else "to the gain of"
    gain = join(so or "for", naming.all(judgement.gainers)) if judgement.gainers else ""
    loss = f"to the loss of {naming.all(judgement.losers)}" if judgement.losers else ""
    told = join(verdict, gain, loss, f"({words})" if words else "")
    return f"{told}: {_subject(judgement, slice, naming)}"
