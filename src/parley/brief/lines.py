"""Statements as lines: words, status, date, place, quotes and who is heard on them."""

from __future__ import annotations

from collections.abc import Iterable

from parley.analysis import Claim, Heard, hear, is_fact
from parley.brief.citations import Citations, line_id
from parley.brief.days import date_words
from parley.brief.excerpt import excerpts
from parley.brief.naming import Naming
from parley.brief.phrases import harm_words, label, sentence
from parley.brief.view import Group, Line, Speaker
from parley.brief.wordings import STANCES
from parley.terms.bodies import Judgement
from parley.terms.enums import DecisionState, Form, PlaceRole, Precision, Stance, Status
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk
from parley.terms.values import REPORT, Place

_SIDE: dict[Stance, str] = {
    Stance.ASSERTS: "for",
    Stance.ADMITS: "for",
    Stance.ALLEGES: "for",
    Stance.DENIES: "against",
    Stance.DOUBTS: "neither",
    Stance.ASKS: "neither",
}

GROUP_WORDS: dict[Status, tuple[str, str]] = {
    Status.CONTESTED: ("Contested", "Some say so and others deny it. The record does not take a side."),
    Status.DENIED: ("Denied", "Heard only from those who deny it."),
    Status.ADMITTED: ("Admitted", "Admitted by the doer, of its own doing or loss; counted as fact where it happened."),
    Status.CLAIMED: ("Claimed", "Said by somebody named, and by no report in its own voice."),
    Status.ALLEGED: ("Alleged", "Said by nobody named, or passed on without commitment."),
    Status.REPORTED: (
        "Reported, but not as done",
        "A report says it in its own voice, as planned, possible, threatened or not done, or with somebody in doubt.",
    ),
}


def _who(heard: Heard, naming: Naming) -> str:
    if heard.who == REPORT:
        return "the report itself"
    who = "a source not named" if heard.who is None else naming.of(heard.who)
    return who + "".join(f", through {naming.of(v)}" for v in heard.via if v != REPORT)


def _same_speaker(heard: Heard, naming: Naming) -> tuple[str, str]:
    return STANCES[heard.stance], _who(heard, naming)


def speakers(told: Statement | Talk, naming: Naming, cites: Citations) -> tuple[Speaker, ...]:
    """Everybody heard on a statement or talk, with the reports they are heard in and their own quotes."""
    by: dict[tuple[str, str], list[Heard]] = {}
    for heard in hear(told.voices):
        by.setdefault(_same_speaker(heard, naming), []).append(heard)
    out = []
    for (stance, who), of in by.items():
        apart = dict.fromkeys(c for h in of for v in h.voices if (c := cites.of_voice(told, v)))
        labels = sorted({r for h in of for r in h.reports}, key=lambda r: cites.numbers[r])
        out.append(Speaker(stance, who, _SIDE[of[0].stance], tuple(map(cites.label_of, labels)), tuple(apart)))
    return tuple(out)


def place_words(place: Place) -> str:
    """A place with its role: "in Port Sable", "from the River Bank", "at" for a point or where precision is unknown."""
    inside = place.role is PlaceRole.AT and place.precision not in (None, Precision.POINT)
    return f"{'in' if inside else place.role.value} {place.name}"


def tone(status: Status, fact: bool) -> str:
    """The name of a status for the eye: a fact's only if it is one."""
    return status.value if fact or status is not Status.REPORTED else "unreal"


def _decided(s: Statement) -> tuple[str, ...]:
    if s.decision is None:
        return ()
    words = {
        DecisionState.ACCEPTED: "Accepted",
        DecisionState.CORRECTED: "Corrected",
        DecisionState.UNSURE: "Marked as unsure",
        DecisionState.REJECTED: "Rejected",
    }
    return (f"{words[s.decision.state]} by {s.decision.by}, {s.decision.at[:10]}.",)


def _scale(s: Statement) -> tuple[str, ...]:
    p = s.body.probability if isinstance(s.body, Judgement) else None
    return (f"The range is what such words are taken to mean by {p.basis}.",) if p else ()


def _notes(s: Statement) -> tuple[str, ...]:
    differ = (
        ("dates", [date_words(d) for d in s.variants.date]),
        ("places", [p.name for p in s.variants.places]),
        ("numbers", [harm_words(h) for h in s.variants.harm]),
    )
    said = [f"Accounts give differing {what}: {'; '.join(dict.fromkeys(v))}." for what, v in differ if v]
    return (*said, *_scale(s), *_decided(s))


def only_reported(told: Statement | Talk) -> bool:
    """Whether nobody is heard but reports in their own voice: the quotes then say all there is."""
    return all(v.who == REPORT and v.stance is Stance.ASSERTS for v in told.voices)


def line(s: Statement, slice: Slice, cites: Citations, naming: Naming, *, home: bool = True) -> Line:  # noqa: A002
    """A statement as a line; `home` False where it only repeats one that has its place elsewhere."""
    return Line(
        id=line_id(s.id) if home else "",
        target=line_id(s.id),
        text=sentence(s, slice, naming),
        label=label(s),
        tone=tone(s.status, is_fact(s) and s.form is not Form.JUDGEMENT),
        fact=is_fact(s),
        when=date_words(s.date),
        where=", ".join(place_words(p) for p in s.places),
        quotes=excerpts(s, cites),
        speakers=() if only_reported(s) else speakers(s, naming, cites),
        notes=_notes(s),
    )


def lines(of: Iterable[Statement], slice: Slice, cites: Citations, naming: Naming) -> tuple[Line, ...]:  # noqa: A002
    """Statements as lines in their own place; a meeting that a talk's card tells has it there."""
    return tuple(line(s, slice, cites, naming) for s in of if s.id in cites.mentions)


_OWN_SECTION = frozenset({Form.POSITION, Form.JUDGEMENT, Form.ROLE})


def _in_ledger(claim: Claim) -> bool:
    """Positions, judgements and roles have sections of their own; the ledger repeats those in dispute."""
    disputed = claim.group in (Status.CONTESTED, Status.DENIED)
    return disputed or claim.statement.form not in _OWN_SECTION


def lives_in_ledger(s: Statement) -> bool:
    """Whether a statement's own place is the ledger: an event or tie that is not a fact."""
    return s.form not in _OWN_SECTION and not is_fact(s)


def groups(ledger: tuple[Claim, ...], slice: Slice, cites: Citations, naming: Naming) -> tuple[Group, ...]:  # noqa: A002
    """The ledger by status, in its order, without empty groups."""
    out = []
    for status, (heading, meaning) in GROUP_WORDS.items():
        of = [c.statement for c in ledger if c.group is status and _in_ledger(c) and c.statement.id in cites.mentions]
        told = tuple(line(s, slice, cites, naming, home=lives_in_ledger(s)) for s in of)
        if told:
            out.append(Group(status.value, heading, meaning, told))
    return tuple(out)
