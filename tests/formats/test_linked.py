"""Linked data in which a claim is a claim, whatever program takes its triples for true."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings
from rdflib import RDF, Graph, Namespace, URIRef
from tests.formats.told import more
from tests.strategies import slices

from parley.formats import linked
from parley.formats.lines import held_by
from parley.formats.linked_terms import CONTEXT, iri
from parley.formats.pieces import Lost, Wish
from parley.formats.telling import is_fact, rejected
from parley.terms.bodies import Event, Judgement
from parley.terms.slice import Slice
from parley.terms.statement import Statement, Talk

SEM, SCHEMA, PARLEY = (Namespace(CONTEXT[name]) for name in ("sem", "schema", "parley"))


def text(part: Slice) -> str:
    return "".join(p for p in linked.write([part], Wish()) if isinstance(p, str))


def parsed(part: Slice) -> Graph:
    return Graph().parse(data=text(part), format="json-ld")


def address(held: Statement | Talk) -> URIRef:
    return URIRef(iri("talk" if isinstance(held, Talk) else "statement", held.id))


def asserted(graph: Graph, held: Statement | Talk) -> list[Any]:
    return list(graph.predicate_objects(address(held)))


def is_judgement(held: Statement | Talk) -> bool:
    return isinstance(held, Statement) and isinstance(held.body, Judgement)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_any_slice_parses_with_a_claim_each_and_asserts_facts_alone(part: Slice) -> None:
    """As many claims as statements and talks that stand; the content of a fact is asserted, of nothing else."""
    graph = parsed(part)
    json.loads(text(part))
    stand = [h for h in held_by(part) if not rejected(h)]
    assert len(set(graph.subjects(RDF.type, SCHEMA.Claim))) == len({address(h) for h in stand})
    for held in stand:
        assert bool(asserted(graph, held)) == (is_fact(held) and not is_judgement(held))


def test_events_of_the_graph_are_the_events_that_are_facts() -> None:
    """Who counts `sem:Event` counts no claim."""
    part = more()
    graph = parsed(part)
    events = [h for h in held_by(part) if isinstance(h, Talk) or isinstance(h.body, Event)]
    facts = {address(h) for h in events if is_fact(h) and not rejected(h)}
    assert set(graph.subjects(RDF.type, SEM.Event)) == facts
    assert len(facts) < len(events)


def test_a_contested_claim_says_who_says_what() -> None:
    """Its triples are reified; its status, voices and quotes stand beside."""
    part = more()
    graph = parsed(part)
    (held,) = (s for s in part.statements if s.status == "contested")
    claim = URIRef(iri("claim", f"statement-{held.id}"))
    assert graph.value(claim, PARLEY.status) == PARLEY.contested
    says = {(graph.value(s, RDF.predicate), graph.value(s, RDF.object)) for s in graph.objects(claim, PARLEY.says)}
    assert (SEM.hasActor, URIRef(iri("actor", "southmark"))) in says
    assert (RDF.type, SEM.Event) in says
    stances = {str(graph.value(v, PARLEY.stance)) for v in graph.objects(claim, PARLEY.voice)}
    assert stances == {str(PARLEY.denies), str(PARLEY.asserts)}


def test_every_claim_appears_in_a_report_that_is_there() -> None:
    """A quotation of an article, with where in it."""
    graph = parsed(more())
    for claim in graph.subjects(RDF.type, SCHEMA.Claim):
        for quotation in graph.objects(claim, SCHEMA.appearance):
            report = graph.value(quotation, SCHEMA.isPartOf)
            assert (report, RDF.type, SCHEMA.Article) in graph
            assert graph.value(quotation, SCHEMA.text)


def test_a_talk_has_its_actors_day_and_place() -> None:
    """By the Simple Event Model's own predicates."""
    part = more()
    graph = parsed(part)
    talk = address(part.talks[0])
    names = {str(graph.value(a, SCHEMA.name)) for a in graph.objects(talk, SEM.hasActor)}
    assert names == {"Northland", "Southmark", "Mara Voss", "Harbour Union"}
    assert str(graph.value(talk, SEM.hasBeginTimeStamp)) == "2031-05-09"
    assert str(graph.value(graph.value(talk, SEM.hasPlace), SCHEMA.name)) == "Eastmere"


def test_what_was_rejected_is_lost() -> None:
    """And nothing else of the sample."""
    assert [p.id for p in linked.write([more()], Wish()) if isinstance(p, Lost)] == ["gone"]
