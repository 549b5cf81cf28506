"""Statements and talks as entities of FollowTheMoney: facts as links and events, what is no fact as notes and events
that link nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.formats.ftm_codes import COUNTRIES
from parley.formats.ftm_entity import Entity, Value, entity, id_of
from parley.formats.ftm_things import ORGANIZATIONS, PERSON, Cast
from parley.formats.pieces import Lost, lost
from parley.formats.telling import days, headline, is_fact, iso, places_of, plain, standing, stands, web
from parley.terms.bodies import Event, Role, Tie
from parley.terms.enums import Relation
from parley.terms.named import named_in
from parley.terms.statement import Mention, Statement, Talk

SAME = "both ends of it are the same actor"
NO_END = "it links nobody to anybody"
_LEADS = re.compile(
    r"\b(leader|head|chief|chair\w*|president|director|commander|secretary[- ]general|founder|emir|supreme)\b", re.I
)
"""Offices by which somebody runs an organisation; other offices in one are memberships."""
_IN = frozenset({Relation.MEMBER_OF, Relation.PART_OF})
_CLOSE = frozenset({Relation.ALLIED, Relation.FRIENDLY, Relation.SUPPORTS, Relation.AFFINITY})


def entities_of(held: Statement | Talk, cast: Cast) -> Iterator[Entity | Lost]:
    """What a statement or talk becomes. The actors that it names are in the cast already."""
    if isinstance(held, Talk) or isinstance(held.body, Event):
        yield _event(held, cast)
    elif not is_fact(held) or not isinstance(held.body, Tie | Role):
        yield _note(held, cast)
    elif isinstance(held.body, Tie):
        yield from _tie(held, held.body, cast)
    else:
        yield from _role(held, held.body, cast)


def _told(held: Statement | Talk, cast: Cast) -> dict[str, Value]:
    """What links, events and notes say alike: how it stands, the quotes, and where they are from."""
    sources = [cast.reports[r] for r in dict.fromkeys(m.report for m in held.mentions) if r in cast.reports]
    return {
        "summary": stands(held, cast.name_of),
        "description": [_quote(m, cast) for m in held.mentions],
        "sourceUrl": [web(r.url) for r in sources],
        "publisher": [r.publisher for r in sources],
        "proof": [id_of("report", r.id) for r in sources],
    }


def _quote(m: Mention, cast: Cast) -> str:
    report = cast.reports.get(m.report)
    source = ", ".join(filter(None, (report.publisher or report.title, iso(report.published)))) if report else ""
    words = f"“{plain(m.quote)}”" if plain(m.quote) else ""
    return " ".join(filter(None, (words, f"({source})" if source else "")))


def _days(held: Statement | Talk) -> dict[str, Value]:
    start, end = days(held.date)
    return {"startDate": start, "endDate": end}


def _event(held: Statement | Talk, cast: Cast) -> Entity:
    """An event; one that is no fact is named by its status, and links nobody."""
    fact, words = is_fact(held), headline(held, cast.name_of)
    places = places_of(held)
    kind = "talk" if isinstance(held, Talk) else "statement"
    return entity(
        id_of(kind, held.id),
        "Event",
        name=words if fact else f"[{standing(held)}] {words}",
        involved=_involved(held) if fact else None,
        organizer=[id_of("actor", a) for a in (*held.mediators, *held.hosts)]
        if fact and isinstance(held, Talk)
        else None,
        location=[p.name for p in places],
        country=[COUNTRIES.get(c) for p in places for c in p.countries],
        keywords=_keywords(held),
        **_days(held),
        **_told(held, cast),
    )


def _involved(held: Statement | Talk) -> list[str]:
    if isinstance(held, Talk):
        named = [a for p in held.parties for a in (p.actor, *p.delegates)]
    else:
        named = [*held.body.actors, *held.body.recipients] if isinstance(held.body, Event) else []
    return [id_of("actor", a) for a in named]


def _keywords(held: Statement | Talk) -> list[str | None]:
    if isinstance(held, Talk):
        return ["talk", held.outcome.value, held.process, *held.agenda]
    event = held.body
    return [event.type.value, event.mode, *event.contexts] if isinstance(event, Event) else []


def _note(held: Statement, cast: Cast) -> Entity:
    """What has no link of its own, or may have none because it is no fact: a note on the actors that it is about."""
    start, end = days(held.date)
    when = f" ({start or '…'} to {end or '…'})" if start or end else ""
    said = f"[{standing(held)}] {headline(held, cast.name_of)}{when}"
    about = [id_of("actor", a) for a in named_in(held)]
    return entity(id_of("statement", held.id), "Note", name=said, entity=about, **_told(held, cast))


def _tie(held: Statement, tie: Tie, cast: Cast) -> Iterator[Entity | Lost]:
    pairs = [(a, b) for a in dict.fromkeys(tie.from_) for b in dict.fromkeys(tie.to)]
    if not pairs:
        yield lost(held, NO_END)
    for n, (one, other) in enumerate(pairs):
        if one == other:
            yield lost(held, SAME)
            continue
        schema, own = _link(tie.relation, one, other, cast)
        number = "" if len(pairs) == 1 else f"-{n}"
        yield entity(id_of("statement", f"{held.id}{number}"), schema, **own, **_days(held), **_told(held, cast))


def _link(relation: Relation, one: str, other: str, cast: Cast) -> tuple[str, dict[str, Value]]:
    """The schema of a tie, and its ends."""
    a, b = id_of("actor", one), id_of("actor", other)
    persons = cast.schemas[one] == cast.schemas[other] == PERSON
    if relation is Relation.KIN and persons:
        return "Family", {"person": a, "relative": b, "relationship": relation.value}
    if relation in _CLOSE and persons:
        return "Associate", {"person": a, "associate": b, "relationship": relation.value}
    if relation in _IN and cast.schemas[other] in ORGANIZATIONS:
        return "Membership", {"member": a, "organization": b, "role": relation.value}
    return "UnknownLink", {"subject": a, "object": b, "role": relation.value}


def _role(held: Statement, role: Role, cast: Cast) -> Iterator[Entity | Lost]:
    """An office: a seat in a state or body is a position, one in an organisation a directorship or membership."""
    person, own = id_of("actor", role.person), id_of("statement", held.id)
    more = {**_days(held), **_told(held, cast)}
    of, schema = role.of, cast.schemas.get(role.of or "")
    office = plain(role.office) or "office"
    if not role.person:
        yield lost(held, NO_END)
    elif of is not None and of == role.person:
        yield lost(held, SAME)
    elif of is not None and schema in ORGANIZATIONS and schema != "PublicBody":
        target = {"organization": id_of("actor", of), "role": office, "status": role.tenure.value}
        leads = _LEADS.search(office) is not None
        who: dict[str, Value] = {"director" if leads else "member": person}
        yield entity(own, "Directorship" if leads else "Membership", **who, **target, **more)
    elif cast.schemas[role.person] == PERSON:
        post = id_of("post", f"{of or 'none'}-{office}")
        yield from _post(post, office, of, cast)
        yield entity(own, "Occupancy", holder=person, post=post, status=role.tenure.value, **more)
    elif of is not None:
        ends: dict[str, Value] = {"subject": person, "object": id_of("actor", of)}
        yield entity(own, "UnknownLink", **ends, role=office, status=role.tenure.value, **more)
    else:
        yield lost(held, NO_END)


def _post(post: str, office: str, of: str | None, cast: Cast) -> Iterator[Entity]:
    if post in cast.posts:
        return
    cast.posts.add(post)
    name = f"{office} of {cast.name_of(of)}" if of else office
    body = id_of("actor", of) if of and cast.schemas.get(of) in ORGANIZATIONS else None
    yield entity(post, "Position", name=name, organization=body)
