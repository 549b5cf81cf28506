"""Talks as cards: parties with delegates, mediators, hosts, venue, date, agenda, outcome, and who says so."""

from __future__ import annotations

from parley.analysis import talk_was_held
from parley.brief.citations import Citations, line_id
from parley.brief.days import date_words
from parley.brief.excerpt import excerpts
from parley.brief.lines import only_reported, speakers, tone
from parley.brief.naming import Naming, capital, listed
from parley.brief.phrases import phrase, talk_name
from parley.brief.view import Card
from parley.brief.wordings import OUTCOMES, STATUS
from parley.terms.bodies import Party
from parley.terms.enums import Level, Outcome, Status, TalkFormat
from parley.terms.facts import status_of
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

_LEVELS: dict[Level, str] = {
    Level.HEADS: "heads of state or government, or leaders",
    Level.MINISTERS: "ministers",
    Level.OFFICIALS: "officials",
    Level.MILITARY: "military",
    Level.TRACK_TWO: "track two",
}

_OUTCOME_TONES: dict[Outcome, str] = {
    Outcome.AGREEMENT: "good",
    Outcome.PARTIAL: "good",
    Outcome.NO_RESULT: "flat",
    Outcome.ONGOING: "open",
    Outcome.PLANNED: "ahead",
    Outcome.POSSIBLE: "ahead",
    Outcome.REFUSED: "bad",
    Outcome.CANCELLED: "bad",
    Outcome.DID_NOT_HAPPEN: "bad",
    Outcome.UNKNOWN: "flat",
}


def party_words(party: Party, naming: Naming) -> str:
    """A party with those who spoke for it: "Northland (Mara Voss and Jon Hale)"."""
    delegates = listed(tuple(naming.plain(d) for d in party.delegates))
    return naming.plain(party.actor) + (f" ({delegates})" if delegates else "")


def talk_phrase(talk: Talk, naming: Naming) -> str:
    """A talk as one line, with its outcome and, unless a report says it itself, its status in front."""
    told = f"Talks: {talk_name(talk, naming)} ({OUTCOMES[talk.outcome]})"
    status = status_of(talk.voices)
    return told if status is Status.REPORTED else f"{STATUS[status].capitalize()}: {told}"


def _format(talk: Talk) -> str:
    parts = [
        talk.format.value.replace("-", " ") if talk.format and talk.format is not TalkFormat.FACE_TO_FACE else "",
        "face to face" if talk.format is TalkFormat.FACE_TO_FACE else "",
        _LEVELS[talk.level] if talk.level else "",
    ]
    return ", ".join(p for p in parts if p)


def _rows(talk: Talk, naming: Naming) -> tuple[tuple[str, str], ...]:
    same = talk.mediators and set(talk.mediators) == set(talk.hosts)
    process = (talk.process or "").replace("-", " ")
    rows = (
        ("Parties", capital("; ".join(party_words(p, naming) for p in talk.parties))),
        ("Mediator and host" if same else "Mediator", _names(talk.mediators, naming)),
        ("Host", "" if same else _names(talk.hosts, naming)),
        ("Venue", talk.place.name if talk.place else ""),
        ("Date", date_words(talk.date)),
        ("Format", _format(talk)),
        ("Agenda", ", ".join(talk.agenda)),
        ("Process", f"{process}, round {talk.round}" if talk.round is not None else ""),
    )
    return tuple((term, value) for term, value in rows if value)


def _names(actors: tuple[str, ...], naming: Naming) -> str:
    return capital(listed(tuple(naming.plain(a) for a in actors)))


def _notes(talk: Talk) -> tuple[str, ...]:
    differ = (
        ("dates", [date_words(d) for d in talk.variants.date]),
        ("places", [p.name for p in talk.variants.place]),
        ("outcomes", [OUTCOMES[o] for o in talk.variants.outcome]),
    )
    return tuple(f"Accounts give differing {what}: {'; '.join(dict.fromkeys(v))}." for what, v in differ if v)


def _related(
    talk: Talk,
    slice: Slice,  # noqa: A002 - the contract's own word
    naming: Naming,
    standing: dict[str, Statement],
) -> tuple[tuple[str, str], ...]:
    held = (standing[s] for s in dict.fromkeys(talk.statements) if s in standing)
    return tuple((phrase(s, slice, naming), "#" + line_id(s.id)) for s in held)


def card(talk: Talk, slice: Slice, cites: Citations, naming: Naming, standing: dict[str, Statement]) -> Card:  # noqa: A002
    """A talk as a card; `standing` are the statements that have a line of their own in the page, by id."""
    status = status_of(talk.voices)
    held = talk_was_held(talk)
    return Card(
        id=line_id(talk.id),
        title=talk_name(talk, naming),
        outcome=OUTCOMES[talk.outcome],
        outcome_tone=_OUTCOME_TONES[talk.outcome],
        label=STATUS[status],
        tone=tone(status, fact=status in (Status.REPORTED, Status.ADMITTED)),
        held=held,
        rows=_rows(talk, naming),
        quotes=excerpts(talk, cites),
        speakers=() if only_reported(talk) else speakers(talk, naming, cites),
        related=_related(talk, slice, naming, standing),
        notes=_notes(talk),
    )
