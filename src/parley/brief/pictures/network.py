"""Actors and their signed ties as a picture. Colour is never the only sign: lines differ and say their relation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

import numpy as np
from markupsafe import Markup

from parley.analysis import Edge, Network, Node
from parley.brief.pictures.layout import Points, place
from parley.brief.pictures.svg import clipped, element, linked, number
from parley.terms.enums import Relation, Status

_MARGIN = 28.0
_MOST = 24
"""Actors that one picture shows; the rest are listed by name."""
_MOST_WORDS = 30
"""Edges up to which sums of dealings are told in words too; beyond, only ties are, and sums by colour and title."""
_MUTUAL = frozenset(
    {Relation.ALLIED, Relation.KIN, Relation.FRIENDLY, Relation.AFFINITY, Relation.RIVAL, Relation.MIXED}
)
_SIGN = {1: "plus", 0: "even", -1: "minus"}


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float

    def covers(self, other: _Box) -> float:
        """The area that two boxes share."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(across, 0.0) * max(down, 0.0)


@dataclass(frozen=True, slots=True)
class _Curve:
    """A quadratic curve between two boxes' rims, in the picture's units."""

    start: Points
    bend: Points
    end: Points

    def at(self, t: float) -> Points:
        return np.asarray((1 - t) ** 2 * self.start + 2 * t * (1 - t) * self.bend + t**2 * self.end)

    @property
    def path(self) -> str:
        a, b, c = (f"{number(float(p[0]))} {number(float(p[1]))}" for p in (self.start, self.bend, self.end))
        return f"M{a} Q{b} {c}"


def most_tied(net: Network) -> tuple[Node, ...]:
    """The actors with an edge, those with the most ties first, a tie counting for more than a sum of dealings."""
    weight: dict[str, float] = {}
    for e in _summed(net.edges):
        for actor in (e.source, e.target):
            weight[actor] = weight.get(actor, 0.0) + (1.0 if e.relation is not None else 0.6)
    tied = [n for n in net.nodes if n.actor in weight]
    return tuple(sorted(tied, key=lambda n: (-weight[n.actor], -n.weight, n.name, n.actor)))


def shown(net: Network, most: int = _MOST) -> Network:
    """The part of a network that a picture shows: the most tied actors, each with a line to another one of them."""
    nodes, edges = most_tied(net)[:most], tuple(_summed(net.edges))
    while True:
        kept = {n.actor for n in nodes}
        edges = tuple(e for e in edges if e.source in kept and e.target in kept)
        joined = {a for e in edges for a in (e.source, e.target)}
        if joined == kept:
            return Network(nodes, edges)
        nodes = tuple(n for n in nodes if n.actor in joined)


def _summed(edges: Sequence[Edge]) -> list[Edge]:
    """Sums of both directions of a pair as one; ties as they are."""
    out: list[Edge] = [e for e in edges if e.relation is not None]
    sums: dict[tuple[str, str], Edge] = {}
    for e in (e for e in edges if e.relation is None):
        pair = (min(e.source, e.target), max(e.source, e.target))
        old = sums.get(pair)
        score = e.score + (old.score if old else 0.0)
        told = (*(old.statements if old else ()), *e.statements)
        sign = (score > 0) - (score < 0)
        sums[pair] = replace(e, source=pair[0], target=pair[1], score=score, sign=sign, mutual=True, statements=told)
    return [*out, *sums.values()]


def edge_words(edge: Edge) -> str:
    """What an edge says: "supports", "rival (contested)", "3 hostile acts"."""
    if edge.relation is None:
        return _dealings(edge)
    words = edge.relation.value.replace("-", " ")
    return words if edge.fact and edge.status is Status.REPORTED else f"{words} ({edge.status})"


def _dealings(edge: Edge) -> str:
    """What two did to one another, on balance: a score per act of 4 or more is hostile or cooperative outright."""
    n = len(edge.statements)
    kind = {1: "friendly", 0: "neutral", -1: "hostile"}[edge.sign]
    return f"1 {kind} act" if n == 1 else f"{n} acts, {kind}"


def _dealings_title(edge: Edge) -> str:
    score = f"{edge.score:+.4g}".replace("-", "−")
    return f"{_dealings(edge)} on balance: {score} summed by PLOVER’s scores, −10 to +10 each"


def _name_lines(node: Node) -> list[str]:
    lines = wrap(node.name, 18, max_lines=3, placeholder=" …")
    return [clipped(w, 20) for w in lines] or [node.actor]


def _sizes(nodes: Sequence[Node]) -> Points:
    lines = [_name_lines(n) for n in nodes]
    return np.array([[max(map(len, ws)) * 8.4 + 28, 16.0 * len(ws) + 16] for ws in lines])


def _rim(middle: Points, size: Points, towards: Points) -> Points:
    """Where the line from a box's middle leaves it, with a little air."""
    way = towards - middle
    reach = (size / 2 + 4) / np.maximum(np.abs(way), 1e-9)
    return np.asarray(middle + way * min(float(reach.min()), 1.0))


def _curve(a: int, b: int, middles: Points, sizes: Points, lane: float) -> _Curve:
    start, end = middles[a], middles[b]
    way = end - start
    across = np.array([-way[1], way[0]]) / max(float(np.linalg.norm(way)), 1e-9)
    bend = (start + end) / 2 + across * lane * 46
    return _Curve(_rim(start, sizes[a], bend), bend, _rim(end, sizes[b], bend))


def _curves(net: Network, middles: Points, sizes: Points) -> list[_Curve]:
    index = {n.actor: i for i, n in enumerate(net.nodes)}
    pairs = [(min(e.source, e.target), max(e.source, e.target)) for e in net.edges]
    out = []
    for k, (e, pair) in enumerate(zip(net.edges, pairs, strict=True)):
        lane = pairs[:k].count(pair) - (pairs.count(pair) - 1) / 2
        way = 1.0 if (e.source, e.target) == pair else -1.0
        out.append(_curve(index[e.source], index[e.target], middles, sizes, lane * way * 1.5))
    return out


def _arrow(curve: _Curve, kind: str) -> Markup:
    way = curve.end - curve.bend
    way = way / max(float(np.linalg.norm(way)), 1e-9)
    across = np.array([-way[1], way[0]])
    corners = (curve.end, curve.end - way * 10 + across * 5, curve.end - way * 10 - across * 5)
    points = " ".join(f"{number(float(x))},{number(float(y))}" for x, y in corners)
    return element("polygon", points=points, class_=f"net-arrow net-{kind}")


def _label_box(curve: _Curve, words: str, taken: Sequence[_Box]) -> _Box:
    """A place on the curve, or else just above or below it, where its words hide the least of what is there."""
    width, height = len(words) * 6.3 + 10, 18.0
    places = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)
    spots = [(*map(float, curve.at(t)), aside) for aside in (0.0, -24.0, 24.0) for t in places]
    boxes = [_Box(x - width / 2, y + aside - height / 2, width, height) for x, y, aside in spots]
    return min(boxes, key=lambda box: sum(box.covers(t) for t in taken))


def _line(edge: Edge, curve: _Curve) -> Markup:
    sort = "sum" if edge.relation is None else "tie"
    kind = f"{_SIGN[edge.sign]} net-{sort}" + ("" if edge.fact else " net-unsure")
    directed = edge.relation is not None and edge.relation not in _MUTUAL
    arrow = _arrow(curve, kind) if directed else Markup("")
    told = element("title", _dealings_title(edge) if edge.relation is None else edge_words(edge))
    return element("g", [element("path", [told], d=curve.path, class_=f"net-line net-{kind}"), arrow])


def _label(edge: Edge, box: _Box, href: str | None) -> Markup:
    kind = f"{_SIGN[edge.sign]}{'' if edge.fact else ' net-unsure'}"
    plate = element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=4, class_="net-plate")
    at = {"x": box.x + box.width / 2, "y": box.y + 13, "text_anchor": "middle", "class_": f"net-words net-{kind}"}
    return linked(plate + element("text", edge_words(edge), **at), href)


def _node(node: Node, box: _Box) -> Markup:
    kind = node.type.value if node.type else "unknown"
    frame = element(
        "rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=9, class_=f"net-node net-type-{kind}"
    )
    middle = box.x + box.width / 2
    words = [
        element("text", w, x=middle, y=box.y + 21 + 16 * i, text_anchor="middle", class_="net-name")
        for i, w in enumerate(_name_lines(node))
    ]
    return element("g", [element("title", f"{node.name}: named {node.weight} times"), frame, *words])


def network_svg(net: Network, href: Callable[[Edge], str | None] = lambda _: None, title: str = "Actors") -> Markup:
    """The actors with their ties and sums of dealings; "" where no two are tied. `href` leads from an edge to a line.

    Friendly ties are solid, adverse ones dashed, others dash-dotted; what is not a fact is dotted and says its status.
    """
    part = shown(net)
    if not part.edges:
        return Markup("")
    sizes = _sizes(part.nodes)
    index = {n.actor: i for i, n in enumerate(part.nodes)}
    n, n_told = len(part.nodes), len(part.edges)
    width, height = 420.0 + 30 * n, 210.0 + 22 * n
    middles = place(sizes, [(index[e.source], index[e.target]) for e in part.edges], width, height) + _MARGIN
    boxes = [_Box(*(float(v) for v in (*(m - s / 2), *s))) for m, s in zip(middles, sizes, strict=True)]
    curves = _curves(part, middles, sizes)
    labelled = [(e, c) for e, c in zip(part.edges, curves, strict=True) if e.relation or n_told <= _MOST_WORDS]
    labels: list[_Box] = []
    for edge, curve in labelled:
        labels.append(_label_box(curve, edge_words(edge), [*boxes, *labels]))
    drawn = [
        element("title", title),
        *(_line(e, c) for e, c in zip(part.edges, curves, strict=True)),
        *(_label(e, b, href(e)) for (e, _), b in zip(labelled, labels, strict=True)),
        *(_node(m, b) for m, b in zip(part.nodes, boxes, strict=True)),
    ]
    return _framed(drawn, [*boxes, *labels], title)


def _framed(drawn: list[Markup], boxes: Sequence[_Box], title: str) -> Markup:
    left, top = min(b.x for b in boxes) - 12, min(b.y for b in boxes) - 12
    wide = max(b.x + b.width for b in boxes) + 12 - left
    high = max(b.y + b.height for b in boxes) + 12 - top
    view = " ".join(map(number, (left, top, wide, high)))
    return element(
        "svg",
        drawn,
        class_="net",
        viewBox=view,
        width=wide,
        height=high,
        role="group",
        aria_label=title,
        xmlns="http://www.w3.org/2000/svg",
    )
