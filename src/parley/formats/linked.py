"""A record as linked data: JSON-LD by the Simple Event Model and schema.org, in which a claim is a claim.

Each statement and talk is a `schema:Claim` with its status, voices and quotes. Only of facts is the content asserted.
What is no fact is said in `rdf:Statement`s that hang on its claim: a program that takes every triple for true learns
that somebody claims it, and no more. Sources: Van Hage et al. 2011 (SEM), https://schema.org/Claim, RDF 1.1 Schema 5.3.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from parley.formats.lines import held_by
from parley.formats.linked_content import TYPE, Said, content_of
from parley.formats.linked_terms import CONTEXT, day, filled, node, place_key, place_node, term, text, texts
from parley.formats.pieces import Lost, Wish, lost
from parley.formats.telling import (
    REJECTED,
    WITHDRAWN,
    headline,
    is_fact,
    places_of,
    reality_of,
    rejected,
    status_in,
    web,
)
from parley.terms.actor import Actor
from parley.terms.bodies import Judgement
from parley.terms.enums import ActorType, ReportState
from parley.terms.report import Report
from parley.terms.slice import Slice
from parley.terms.statement import Mention, Statement, Talk
from parley.terms.values import REPORT, Voice

Node = dict[str, Any]
_KINDS = {
    ActorType.PERSON: "schema:Person",
    ActorType.STATE: "schema:Country",
    ActorType.GOVERNMENT: "schema:GovernmentOrganization",
    ActorType.MEDIA: "schema:NewsMediaOrganization",
    ActorType.PARTY: "schema:Organization",
    ActorType.IGO: "schema:Organization",
    ActorType.ORGANISATION: "schema:Organization",
    ActorType.ARMED_GROUP: "schema:Organization",
}


def write(parts: Iterable[Slice], _: Wish) -> Iterator[str | Lost]:
    """One document, node by node."""
    yield f'{{"@context": {json.dumps(dict(CONTEXT))},\n"@graph": [\n'
    between = ""
    for made in _nodes(parts):
        if isinstance(made, Lost):
            yield made
        else:
            yield between + json.dumps(made, ensure_ascii=False)
            between = ",\n"
    yield "\n]}\n"


def _nodes(parts: Iterable[Slice]) -> Iterator[Node | Lost]:
    seen: set[str] = set()

    def new(kind: str, key: str) -> bool:
        name = f"{kind} {key}"
        fresh = name not in seen
        seen.add(name)
        return fresh

    for part in parts:
        for report in part.reports:
            if new("report", report.id):
                gone = report.state is ReportState.WITHDRAWN
                yield Lost(report.id, "report", WITHDRAWN) if gone else _report(report)
        yield from (_actor(a) for a in part.actors if new("actor", a.id))
        for held in held_by(part):
            if rejected(held):
                yield lost(held, REJECTED)
                continue
            yield from (place_node(p) for p in places_of(held) if new("place", place_key(p)))
            yield from _held(held, part)


def _report(r: Report) -> Node:
    return filled(
        {
            **node("report", r.id),
            "@type": ["schema:Article", "prov:Entity"],
            "schema:headline": text(r.title),
            "schema:publisher": {"@type": "schema:Organization", "schema:name": r.publisher}
            if text(r.publisher)
            else None,
            "schema:url": {"@value": r.url, "@type": "xsd:anyURI"} if web(r.url) else None,
            "schema:datePublished": day((r.published or "")[:10]),
            "schema:inLanguage": text(r.language),
            "parley:reliability": text(r.reliability),
        }
    )


def _actor(a: Actor) -> Node:
    known = re.fullmatch(r"Q[1-9][0-9]*", a.wikidata or "")
    return filled(
        {
            **node("actor", a.id),
            "@type": ["sem:Actor", "prov:Agent", *([_KINDS[a.type]] if a.type in _KINDS else [])],
            "schema:name": text(a.name),
            "schema:alternateName": texts(a.aliases),
            "schema:description": text(a.described_as),
            "schema:sameAs": {"@id": f"http://www.wikidata.org/entity/{a.wikidata}"} if known else None,
            "sem:actorType": term(a.type.value),
            "parley:country": text(a.country),
            "parley:sector": text(a.sector),
            "parley:member": [node("actor", m) for m in a.members],
        }
    )


def _held(held: Statement | Talk, part: Slice) -> Iterator[Node]:
    """The claim; and, where it is a fact, what it says."""
    own = node("talk" if isinstance(held, Talk) else "statement", held.id)
    said = content_of(held)
    fact = is_fact(held) and not (isinstance(held, Statement) and isinstance(held.body, Judgement))
    yield _claim(held, own, None if fact else said, part)
    if fact:
        yield {**own, **_together(said)}


def _together(said: Iterable[Said]) -> Node:
    made: Node = {}
    for predicate, value in said:
        if predicate == TYPE:
            made.setdefault("@type", []).append(value["@id"] if isinstance(value, dict) else value)
        else:
            made.setdefault(predicate, []).append(value)
    return made


def _claim(held: Statement | Talk, own: Node, said: list[Said] | None, part: Slice) -> Node:
    return filled(
        {
            **node("claim", f"{'talk' if isinstance(held, Talk) else 'statement'}-{held.id}"),
            "@type": ["schema:Claim", "prov:Entity"],
            "schema:text": text(headline(held, part.name_of)),
            "schema:about": own,
            "parley:status": term(status_in(held).value),
            "parley:reality": term(reality_of(held).value),
            "parley:fact": is_fact(held),
            "parley:confidence": held.confidence,
            "schema:appearance": [_quotation(m) for m in held.mentions],
            "prov:wasDerivedFrom": [node("report", r) for r in dict.fromkeys(m.report for m in held.mentions)],
            "parley:voice": [_voice(v) for v in held.voices],
            "parley:says": [_reified(own, s) for s in said] if said is not None else None,
        }
    )


def _quotation(m: Mention) -> Node:
    at = {"parley:start": m.start, "parley:end": m.end, "schema:isPartOf": node("report", m.report)}
    return filled({"@type": "schema:Quotation", "schema:text": text(m.quote), **at})


def _voice(v: Voice) -> Node:
    """Who says so: an actor, the report itself, or nobody named."""
    who = None if v.who is None else node("report", v.report) if v.who == REPORT else node("actor", v.who)
    return filled(
        {
            "@type": "parley:Voice",
            "prov:wasAttributedTo": who,
            "parley:stance": term(v.stance.value),
            "parley:heardIn": node("report", v.report),
            "parley:via": [node("actor", a) for a in v.via],
        }
    )


def _reified(own: Node, said: Said) -> Node:
    predicate, value = said
    return {
        "@type": "rdf:Statement",
        "rdf:subject": own,
        "rdf:predicate": {"@id": predicate},
        "rdf:object": value,
    }
