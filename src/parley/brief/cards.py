"""Talks as cards: parties with delegates, mediators, hosts, venue, date, agenda, outcome, and who says so."""

from __future__ import annotations

from parley.analysis import talk_was_held
from parley.brief.citations import Citations, line_id
from parley.brief.days import date_words
from parley.brief.lines import speakers, tone
from parley.brief.phrases import listed, names, phrase
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


def party_words(party: Party, slice: Slice) -> str:  # noqa: A002 - the contract's own word
    """A party with those who spoke for it: "Northland (Mara Voss and Jon Hale)"."""
    delegates = names(slice, party.delegates)
    return slice.name_of(party.actor) + (f" ({delegates})" if delegates else "")


def talk_title(talk: Talk, slice: Slice) -> str:  # noqa: A002
    """A talk's title, else one made of its parties and place."""
    if talk.title:
        return talk.title
    sides = listed(tuple(slice.name_of(p.actor) for p in talk.parties)) or "Parties not named"
    return f"{sides}, {talk.place.name}" if talk.place else sides


def talk_phrase(talk: Talk, slice: Slice) -> str:  # noqa: A002
    """A talk as one line, with its outcome and, unless a report says it itself, its status in front."""
    told = f"Talks: {talk_title(talk, slice)} ({OUTCOMES[talk.outcome]})"
    status = status_of(talk.voices)
    return told if status is Status.REPORTED else f"{STATUS[status].capitalize()}: {told}"


def _format(talk: Talk) -> str:
    parts = [
        talk.format.value.replace("-", " ") if talk.format and talk.format is not TalkFormat.FACE_TO_FACE else "",
        "face to face" if talk.format is TalkFormat.FACE_TO_FACE else "",
        _LEVELS[talk.level] if talk.level else "",
    ]
    return ", ".join(p for p in parts if p)


def _rows(talk: Talk, slice: Slice) -> tuple[tuple[str, str], ...]:  # noqa: A002
    process = (talk.process or "").replace("-", " ")
    rows = (
        ("Parties", "; ".join(party_words(p, slice) for p in talk.parties)),
        ("Mediator", names(slice, talk.mediators)),
        ("Host", names(slice, talk.hosts)),
        ("Venue", talk.place.name if talk.place else ""),
        ("Date", date_words(talk.date)),
        ("Format", _format(talk)),
        ("Agenda", ", ".join(talk.agenda)),
        ("Process", process + (f", round {talk.round}" if talk.round is not None else "")),
    )
    return tuple((term, value) for term, value in rows if value)


def _notes(talk: Talk) -> tuple[str, ...]:
    differ = (
        ("dates", [date_words(d) for d in talk.variants.date]),
        ("places", [p.name for p in talk.variants.place]),
        ("outcomes", [OUTCOMES[o] for o in talk.variants.outcome]),
    )
    return tuple(f"Accounts give differing {what}: {'; '.join(dict.fromkeys(v))}." for what, v in differ if v)


def _related(talk: Talk, slice: Slice, standing: dict[str, Statement]) -> tuple[tuple[str, str], ...]:  # noqa: A002
    held = (standing[s] for s in dict.fromkeys(talk.statements) if s in standing)
    return tuple((phrase(s, slice), "#" + line_id(s.id)) for s in held)


def card(talk: Talk, slice: Slice, cites: Citations, standing: dict[str, Statement]) -> Card:  # noqa: A002
    """A talk as a card; `standing` are the statements that have a line in the page, by id."""
    status = status_of(talk.voices)
    held = talk_was_held(talk)
    return Card(
        id=line_id(talk.id),
        title=talk_title(talk, slice),
        outcome=OUTCOMES[talk.outcome],
        outcome_tone=_OUTCOME_TONES[talk.outcome],
        label=STATUS[status],
        tone=tone(status, fact=status in (Status.REPORTED, Status.ADMITTED)),
        held=held,
        rows=_rows(talk, slice),
        cites=cites.of(talk),
        speakers=speakers(talk, slice, cites),
        related=_related(talk, slice, standing),
        notes=_notes(talk),
    )
