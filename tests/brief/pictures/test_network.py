"""The network's picture: boxes apart, signs told by line and word, the same each time."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from parley.analysis import Edge, Network, Node, network
from parley.brief.pictures import edge_words, most_tied, network_svg, shown
from parley.brief.pictures.layout import clear, place
from parley.terms.enums import Relation, Status
from parley.terms.slice import Slice

NS = "{http://www.w3.org/2000/svg}"


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 16), st.data())
def test_boxes_do_not_overlap(n: int, data: st.DataObject) -> None:
    """However actors are tied, no two boxes share room."""
    who = st.integers(0, n - 1)
    edges = data.draw(st.lists(st.tuples(who, who).filter(lambda e: e[0] != e[1]), max_size=30))
    sizes = np.array([[60.0 + 13 * (i % 5), 32.0] for i in range(n)])
    at = place(sizes, edges, 400 + 30 * n, 220 + 30 * n)
    gap = np.abs(at[:, None] - at[None]) - (sizes[:, None] + sizes[None]) / 2
    apart = (gap >= -0.02).any(axis=2) | np.eye(n, dtype=bool)
    assert apart.all()


def test_it_is_the_same_each_time(northland: Slice) -> None:
    """Nothing in the picture is left to chance."""
    assert network_svg(network(northland)) == network_svg(network(northland))


def test_signs_and_status_are_told_in_line_and_word(northland: Slice) -> None:
    """An adverse tie has its own line; a tie that is no fact is drawn unsure and says its status."""
    tree = etree.fromstring(str(network_svg(network(northland))))
    classes = [p.get("class", "") for p in tree.iter(f"{NS}path")]
    assert any("net-minus" in c for c in classes)
    assert sum("net-unsure" in c for c in classes) == 1
    words = {"".join(t.itertext()) for t in tree.iter(f"{NS}text")}
    assert "supports (contested)" in words
    assert "wary of" in words or "wary" in words


def test_without_ties_there_is_no_picture() -> None:
    """Actors alone are no network."""
    assert network_svg(Network((Node("a", "A", None, 1),), ())) == ""


def test_names_are_escaped() -> None:
    """A name with markup in it stays a name."""
    nodes = tuple(Node(i, f"<b>{i}</b>&", None, 1) for i in "ab")
    tie = Edge("a", "b", Relation.ALLIED, 1, 0.0, False, Status.REPORTED, True, ("s",))
    tree = etree.fromstring(str(network_svg(Network(nodes, (tie,)))))
    assert not list(tree.iter("{*}b"))


def _edge(a: str, b: str, n: int, relation: Relation | None) -> Edge:
    return Edge(a, b, relation, 1, 2.0, False, Status.REPORTED, True, (f"s{n}",))


def test_the_most_tied_are_drawn_and_none_stands_alone() -> None:
    """With many actors the picture keeps those with the most ties, and draws nobody without a line to another."""
    nodes = tuple(Node(f"a{i}", f"Actor {i}", None, 1) for i in range(40))
    hub = [_edge("a39", f"a{i}", i, Relation.ALLIED) for i in range(10)]
    pairs = [_edge(f"a{i}", f"a{i + 1}", i, None) for i in range(10, 38, 2)]
    part = shown(Network(nodes, (*hub, *pairs)))
    assert "a39" in {n.actor for n in part.nodes}
    assert {n.actor for n in part.nodes} == {a for e in part.edges for a in (e.source, e.target)}
    assert most_tied(Network(nodes, (*hub, *pairs)))[0].actor == "a39"


@pytest.mark.parametrize(("n", "sign", "words"), [(1, 1, "1 friendly act"), (3, -1, "3 acts, hostile")])
def test_dealings_are_told_in_words(n: int, sign: int, words: str) -> None:
    """A sum of dealings says how many and of what kind; its score stands in the title."""
    edge = Edge("a", "b", None, sign, 2.5 * sign, False, Status.REPORTED, True, tuple(f"s{i}" for i in range(n)))
    assert edge_words(edge) == words


def test_a_box_on_a_line_between_others_is_moved_off_it() -> None:
    """No line seems to lead to a box that it only passes."""
    sizes = np.array([[80.0, 30.0]] * 3)
    at = clear(np.array([[0.0, 0.0], [300.0, 0.0], [150.0, 4.0]]), sizes, [(0, 1)])
    assert abs(at[2][1]) >= 15.0
