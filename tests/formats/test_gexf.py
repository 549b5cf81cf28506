"""Graphs that networkx and Gephi open: dated, signed, and each edge says whether it is a fact."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import networkx  # type: ignore[import-untyped]
from hypothesis import HealthCheck, given, settings
from tests.formats.told import HOSTILE, more, told
from tests.strategies import slices

from parley.formats import gexf
from parley.formats.edges import ALONE, SELF, Edge, edges, sign_of
from parley.formats.lines import held_by
from parley.formats.pieces import Lost, Wish
from parley.formats.telling import REJECTED
from parley.terms.enums import Root
from parley.terms.slice import Slice


def text(part: Slice) -> str:
    return "".join(piece for piece in gexf.write(part, Wish()) if isinstance(piece, str))


def opened(part: Slice) -> Any:
    graph: Any = networkx.read_gexf(io.BytesIO(text(part).encode("utf-8")))
    return graph


def drawn(part: Slice) -> list[Edge]:
    return [e for e in edges(part) if isinstance(e, Edge)]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(slices())
def test_networkx_opens_any_slice_with_every_node_and_edge(part: Slice) -> None:
    """As many nodes as actors are held or named, as many edges as there are; the same text each time."""
    found = drawn(part)
    graph = opened(part)
    named = {a.id for a in part.actors} | {a for e in found for a in (e.source, e.target)}
    assert graph.number_of_nodes() == len(named)
    assert graph.number_of_edges() == len(found)
    assert text(part) == text(part)


def test_edges_come_back_as_they_went() -> None:
    """Ends, form, relation, sign, status, fact and days of every edge, by its own number."""
    part = more()
    graph = opened(part)
    back = {int(key): (a, b, e) for a, b, key, e in graph.edges(keys=True, data=True)}
    for n, e in enumerate(drawn(part)):
        a, b, data = back[n]
        assert (a, b) == (e.source, e.target)
        for name in ("form", "relation", "sign", "mutual", "status", "reality", "fact", "confidence", "report"):
            assert data[name] == getattr(e, name), name
        spell = [(start or None, end or None) for start, end in data.get("spells", ())]
        assert spell == ([(e.start, e.end)] if e.start or e.end else [])


def test_nodes_have_type_and_country_and_bear_hostile_names() -> None:
    """An actor's name is its label, without what XML may not hold."""
    nodes = opened(more()).nodes
    assert (nodes["northland"]["type"], nodes["northland"]["country"]) == ("state", "NOR")
    assert nodes["reed"]["label"] == 'Reed " <b>&]]>|[[x]] # %% – :{'
    assert "\x00" in HOSTILE


def test_no_claim_passes_for_a_fact() -> None:
    """An edge is a fact where its statement is one."""
    part = more()
    facts = {s.id for s in part.statements if s.fact} | {t.id for t in part.talks}
    assert {e.held for e in drawn(part) if e.fact} <= facts
    assert {e.held for e in drawn(part) if not e.fact}.isdisjoint(facts)


def test_a_talk_joins_its_sides_and_those_who_brought_them_together() -> None:
    """Sides to one another, mutually; mediators and hosts to each side."""
    found = [(e.source, e.relation, e.target, e.mutual) for e in drawn(told()) if e.form == "talk"]
    assert found == [
        ("northland", "talk", "southmark", True),
        ("harbour", "mediates", "northland", False),
        ("harbour", "mediates", "southmark", False),
        ("harbour", "hosts", "northland", False),
        ("harbour", "hosts", "southmark", False),
    ]


def test_what_is_no_edge_is_lost_with_its_cause() -> None:
    """Positions, judgements and deeds of one actor; what leads back to itself; what was rejected."""
    part = more()
    found = {(x.kind, x.cause) for x in gexf.write(part, Wish()) if isinstance(x, Lost)}
    assert {("position", ALONE), ("judgement", ALONE), ("event", ALONE), ("event", REJECTED), ("role", SELF)} <= found
    kept, lost = {e.held for e in drawn(part)}, {x.id for x in edges(part) if isinstance(x, Lost)}
    assert kept | lost == {h.id for h in held_by(part)}


def test_actors_that_would_be_called_alike_stay_apart() -> None:
    """Two ids that differ only in what XML cannot hold are two nodes."""
    a = more().actors[0]
    part = Slice(actors=(replace(a, id="x\x00"), replace(a, id="x"), replace(a, id="\x01")))
    assert opened(part).number_of_nodes() == 3


def test_signs_follow_plovers_scores() -> None:
    """Help is friendly, assault adverse, a request and what has no code neither."""
    assert [sign_of(r) for r in (Root.AID, Root.ASSAULT, Root.REQUEST, Root.OTHER)] == [1, -1, 0, 0]
