"""What several forms tell alike of a statement or talk: in a line, how it stands, who says so, on which days."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from parley.terms.bodies import Event, Judgement, Position, Role, Tie
from parley.terms.enums import DecisionState, Form, Reality, Status
from parley.terms.facts import counts_as_fact, reality_of_outcome, status_of
from parley.terms.statement import Statement, Talk
from parley.terms.values import REPORT, Date, Place

Named = Callable[[str], str]
"""From an actor's id to its name."""
REJECTED = "a person rejected it"
WITHDRAWN = "it was withdrawn"
_ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]+")
_SCHEMES = ("http", "https")


def rejected(held: Statement | Talk) -> bool:
    """Whether a person decided that this is not so."""
    return held.decision is not None and held.decision.state is DecisionState.REJECTED


def form_of(held: Statement | Talk) -> Form:
    """The form; that of a talk too."""
    return held.form if isinstance(held, Statement) else Form.TALK


def places_of(held: Statement | Talk) -> tuple[Place, ...]:
    """Where it was."""
    if isinstance(held, Statement):
        return held.places
    return (held.place,) if held.place else ()


def reality_of(held: Statement | Talk) -> Reality:
    """Whether it is the case; for a talk, what its outcome says of that."""
    return held.reality if isinstance(held, Statement) else reality_of_outcome(held.outcome)


def status_in(held: Statement | Talk) -> Status:
    """What its voices make of it."""
    return held.status if isinstance(held, Statement) else status_of(held.voices)


def is_fact(held: Statement | Talk) -> bool:
    """Whether it may be told as a fact; a talk is one where its outcome says that it was held."""
    return held.fact if isinstance(held, Statement) else counts_as_fact(status_in(held), reality_of(held))


def standing(held: Statement | Talk) -> str:
    """How it stands, in words: status, then reality."""
    return f"{status_in(held)}, {reality_of(held)}"


def heard(held: Statement | Talk, named: Named) -> str:
    """Who says so: "Northland denies; the report asserts"."""
    said = (f"{_speaker(v.who, named)} {v.stance}" for v in held.voices)
    return "; ".join(dict.fromkeys(said))


def stands(held: Statement | Talk, named: Named) -> str:
    """How it stands, and who says so: "contested, happened: Northland denies; the report asserts"."""
    return ": ".join(filter(None, (standing(held), heard(held, named))))


def _speaker(who: str | None, named: Named) -> str:
    return "nobody named" if who is None else "the report" if who == REPORT else named(who)


def headline(held: Statement | Talk, named: Named) -> str:
    """What it says, in one line: "Northland → Southland: ASSAULT (aerial)"."""
    if isinstance(held, Talk):
        sides = _all((p.actor for p in held.parties), named)
        return plain(held.title) or (f"Talk of {sides}" if sides else "Talk")
    return plain(_said(held, named))


def _said(s: Statement, named: Named) -> str:
    match s.body:
        case Event(type=kind, mode=mode, actors=doers, recipients=others, object=thing):
            act = f"{kind} ({mode})" if mode else f"{kind}"
            return f"{_between(doers, others, named)}: {act}" + (f", {thing.text}" if thing else "")
        case Tie(from_=doers, to=others, relation=relation):
            return f"{_between(doers, others, named)}: {relation}"
        case Position(actor=actor, issue=issue, stance=stance):
            return f"{named(actor)}: {stance} {issue}"
        case Role(person=person, office=office, of=of, to=to, tenure=tenure):
            whose = (f" of {named(of)}" if of else "") + (f" to {named(to)}" if to else "")
            return f"{named(person)}: {office}{whose} ({tenure})"
        case Judgement(verdict=verdict, words=words):
            return f"{verdict}: {words}" if words else f"{verdict}"


def _between(doers: Iterable[str], others: Iterable[str], named: Named) -> str:
    return " → ".join(side for side in (_all(doers, named) or "somebody", _all(others, named)) if side)


def _all(ids: Iterable[str], named: Named) -> str:
    return ", ".join(named(i) for i in dict.fromkeys(ids))


def days(date: Date | None) -> tuple[str | None, str | None]:
    """A date's first and last day as far as they are ISO days, months or years of the calendar."""
    return (iso(date.start), iso(date.end)) if date else (None, None)


@lru_cache(8192)
def iso(day: str | None) -> str | None:
    """An ISO day, or a month or year where no more is known; None for anything else.

    >>> iso("2022-01-09"), iso("2022-02-31"), iso("early")
    ('2022-01-09', None, None)
    """
    if day is None or not _ISO.fullmatch(day) or not day.isascii():
        return None
    try:
        dt.date.fromisoformat(day + "-01-01"[len(day) - 4 :] if len(day) < 10 else day)
    except ValueError:
        return None
    return day


def plain(words: str) -> str:
    """Words on one line, without what no file should hold: control characters and halves of characters."""
    if words.isprintable() and "  " not in words and words == words.strip():
        return words  # most are, and looking is quicker than rewriting
    return " ".join(_UNSEEN.sub(" ", words).split())


@lru_cache(8192)
def web(url: str | None) -> str | None:
    """A web address that may stand in a file as it is; None for any other kind of address, and for none."""
    if url is None or plain(url) != url or re.search(r'[\s<>"{}|\\^`]', url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in _SCHEMES and parts.hostname else None


def digest(*words: str) -> str:
    """A short hash of words, to tell apart what would be called alike."""
    return hashlib.sha256("\x1f".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:12]
