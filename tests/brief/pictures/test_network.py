"""The network's picture: boxes apart, signs told by line and word, the same each time."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from parley.analysis import Edge, Network, Node, network
from parley.brief.pictures import network_svg
from parley.brief.pictures.layout import place
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
