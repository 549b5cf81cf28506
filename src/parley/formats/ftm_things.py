"""Actors and reports as entities of FollowTheMoney."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from parley.formats.ftm_codes import COUNTRIES, LANGUAGES, TOPICS
from parley.formats.ftm_entity import Entity, entity, id_of
from parley.formats.telling import iso, plain, web
from parley.terms.actor import Actor
from parley.terms.enums import ActorType, ReportState
from parley.terms.report import Report

PERSON, ORGANIZATION, PUBLIC, COMPANY, LEGAL = "Person", "Organization", "PublicBody", "Company", "LegalEntity"
ORGANIZATIONS = frozenset({ORGANIZATION, PUBLIC, COMPANY})
BUSINESS = "BUS"
"""PLOVER's sector of companies."""
_SCHEMA = {
    ActorType.PERSON: PERSON,
    ActorType.STATE: PUBLIC,
    ActorType.GOVERNMENT: PUBLIC,
    ActorType.POPULATION: LEGAL,
    ActorType.REGION: LEGAL,
    ActorType.GROUP: LEGAL,
}
_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def schema_of(actor: Actor) -> str:
    """Which schema an actor has: a state is a public body, a described set or a population any legal entity."""
    if actor.type is ActorType.ORGANISATION and actor.sector == BUSINESS:
        return COMPANY
    return _SCHEMA.get(actor.type, ORGANIZATION)


def actor_entity(actor: Actor) -> Entity:
    """An actor as a person, organisation, public body, company or any legal entity."""
    schema = schema_of(actor)
    topics = TOPICS.get(actor.sector or "") if schema in ORGANIZATIONS else None
    igo = "gov.igo" if actor.type is ActorType.IGO else None
    return entity(
        id_of("actor", actor.id),
        schema,
        name=plain(actor.name) or plain(actor.id) or "unnamed",
        alias=actor.aliases,
        country=COUNTRIES.get(actor.country or ""),
        topics=(topics, igo),
        sector=actor.sector,
        wikidataId=actor.wikidata if _WIKIDATA.fullmatch(actor.wikidata or "") else None,
        notes=f"Described as: {actor.described_as}" if actor.described_as else None,
        keywords=actor.type.value,
    )


def report_entity(report: Report) -> Entity:
    """A report as an article, without its text."""
    seen = [a for a in report.appearances if a.url != report.url]
    more = "Also: " + "; ".join(" ".join(filter(None, (a.publisher, a.published, a.url))) for a in seen)
    return entity(
        id_of("report", report.id),
        "Article",
        title=plain(report.title or "") or report.id,
        publisher=report.publisher,
        sourceUrl=web(report.url),
        publishedAt=iso(report.published),
        retrievedAt=iso((report.retrieved or "")[:10]),
        language=LANGUAGES.get(report.language or ""),
        notes=(more if seen else None, f"Reliability: {report.reliability}" if report.reliability else None),
    )


def is_citable(report: Report) -> bool:
    """Whether a report may be named as a source: it was not withdrawn."""
    return report.state is not ReportState.WITHDRAWN


@dataclass(slots=True)
class Cast:
    """Whom and what has been written: each actor and report once, whichever part of a record it comes with."""

    schemas: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    reports: dict[str, Report] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)

    def take_report(self, report: Report) -> Iterator[Entity]:
        """Its entity, where it has not been written yet."""
        if report.id not in self.reports:
            self.reports[report.id] = report
            yield report_entity(report)

    def take(self, actor: Actor) -> Iterator[Entity]:
        """Its entity, where it has not been written yet."""
        if actor.id not in self.schemas:
            self.schemas[actor.id] = schema_of(actor)
            made = actor_entity(actor)
            self.names[actor.id] = made.properties["name"][0]
            yield made

    def name_of(self, actor: str) -> str:
        """An actor's name."""
        return self.names.get(actor, actor)

    def stand_in(self, actor: str) -> Iterator[Entity]:
        """Somebody of whom a slice has no more than the id."""
        if actor not in self.schemas:
            self.schemas[actor] = LEGAL
            self.names[actor] = plain(actor) or "unnamed"
            yield entity(id_of("actor", actor), LEGAL, name=self.names[actor])
