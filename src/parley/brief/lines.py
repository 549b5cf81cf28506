"""Statements as lines: words, status, date, place, quotes and who is heard on them."""

from __future__ import annotations

from collections.abc import Iterable

from parley.analysis import Claim, Heard, hear, is_fact
from parley.brief.citations import Citations, line_id
from parley.brief.days import date_words
from parley.brief.phrases import harm_words, label, listed, sentence
from parley.brief.view import Group, Line, Speaker
from parley.brief.wordings import STANCES
from parley.terms.enums import DecisionState, Form, PlaceRole, Precision, Stance, Status
from parley.terms.report import Report
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


def report_name(report: Report) -> str:
    """What to call a report in a line: its publisher, else its title, else its id."""
    return report.publisher or report.title or report.id


def _who(heard: Heard, slice: Slice, cites: Citations) -> str:  # noqa: A002 - the contract's own word
    if heard.who == REPORT:
        names = {r.id: report_name(r) for r in cites.reports}
        return f"the report itself, {listed(tuple(names[r] for r in heard.reports))}"
    who = "a source not named" if heard.who is None else slice.name_of(heard.who)
    via = "".join(f", through {slice.name_of(v)}" for v in heard.via if v != REPORT)
    return who + via


def speakers(told: Statement | Talk, slice: Slice, cites: Citations) -> tuple[Speaker, ...]:  # noqa: A002
    """Everybody heard on a statement or talk, with the reports they are heard in and their own quotes."""
    own = cites.of(told)
    out = []
    for heard in hear(told.voices):
        quoted = (cites.of_voice(told.id, v) for v in heard.voices)
        apart = tuple(dict.fromkeys(c for c in quoted if c and c not in own))
        labels = tuple(cites.label_of(r) for r in heard.reports)
        who = _who(heard, slice, cites)
        out.append(Speaker(STANCES[heard.stance], who, _SIDE[heard.stance], labels, apart))
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


def _notes(s: Statement) -> tuple[str, ...]:
    differ = (
        ("dates", [date_words(d) for d in s.variants.date]),
        ("places", [p.name for p in s.variants.places]),
        ("numbers", [harm_words(h) for h in s.variants.harm]),
    )
    said = [f"Accounts give differing {what}: {'; '.join(dict.fromkeys(v))}." for what, v in differ if v]
    return (*said, *_decided(s))


def _only_reported(s: Statement) -> bool:
    """Whether nobody is heard but reports in their own voice, and not as judges: the quotes then say all there is."""
    return s.form is not Form.JUDGEMENT and all(v.who == REPORT and v.stance is Stance.ASSERTS for v in s.voices)


def line(s: Statement, slice: Slice, cites: Citations, *, home: bool = True) -> Line:  # noqa: A002
    """A statement as a line; `home` False where it only repeats one that has its place elsewhere."""
    return Line(
        id=line_id(s.id) if home else "",
        target=line_id(s.id),
        text=sentence(s, slice),
        label=label(s),
        tone=tone(s.status, is_fact(s)),
        fact=is_fact(s),
        when=date_words(s.date),
        where=", ".join(place_words(p) for p in s.places),
        cites=cites.of(s),
        speakers=() if _only_reported(s) else speakers(s, slice, cites),
        notes=_notes(s),
    )


def lines(of: Iterable[Statement], slice: Slice, cites: Citations) -> tuple[Line, ...]:  # noqa: A002
    """Statements as lines in their own place."""
    return tuple(line(s, slice, cites) for s in of)


_OWN_SECTION = frozenset({Form.POSITION, Form.JUDGEMENT, Form.ROLE})


def _in_ledger(claim: Claim) -> bool:
    """Positions, judgements and roles have sections of their own; the ledger repeats those in dispute."""
    disputed = claim.group in (Status.CONTESTED, Status.DENIED)
    return disputed or claim.statement.form not in _OWN_SECTION


def lives_in_ledger(s: Statement) -> bool:
    """Whether a statement's own place is the ledger: an event or tie that is not a fact."""
    return s.form not in _OWN_SECTION and not is_fact(s)


def groups(ledger: tuple[Claim, ...], slice: Slice, cites: Citations) -> tuple[Group, ...]:  # noqa: A002
    """The ledger by status, in its order, without empty groups."""
    out = []
    for status, (heading, meaning) in GROUP_WORDS.items():
        of = [c.statement for c in ledger if c.group is status and _in_ledger(c)]
        told = tuple(line(s, slice, cites, home=lives_in_ledger(s)) for s in of)
        if told:
            out.append(Group(status.value, heading, meaning, told))
    return tuple(out)
