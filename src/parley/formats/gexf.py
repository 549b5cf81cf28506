"""A record as a dynamic graph in GEXF 1.3, for Gephi, networkx and their kin.

Nodes are actors; each statement or talk between two of them is an edge of its own, with its sign, status and days.
What is no fact is an edge too, and says so (`fact`, `status`): filter by it before anything is counted.
Source: https://gexf.net, schema 1.3.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from parley.formats.edges import Edge, edges
from parley.formats.pieces import Lost, Wish
from parley.formats.telling import digest, plain
from parley.terms.actor import Actor
from parley.terms.slice import Slice

Attribute = tuple[str, str]
"""A name and GEXF's type for its values."""
OF_NODES: tuple[Attribute, ...] = (
    ("actor", "string"), ("type", "string"), ("country", "string"), ("sector", "string"),
)  # fmt: skip
OF_EDGES: tuple[Attribute, ...] = (
    ("id", "string"), ("form", "string"), ("relation", "string"), ("mode", "string"), ("sign", "integer"),
    ("mutual", "boolean"), ("status", "string"), ("reality", "string"), ("fact", "boolean"), ("confidence", "double"),
    ("report", "string"), ("quote", "string"),
)  # fmt: skip
UNKNOWN = "unknown"
"""The type of an actor of whom a slice has no more than the id."""
_FEW = 500
"""Edges that are written at once."""


def write(part: Slice, _: Wish) -> Iterator[str | Lost]:
    """The document, piece by piece; the same slice makes the same text."""
    found = list(edges(part))
    drawn = [e for e in found if isinstance(e, Edge)]
    yield from (e for e in found if isinstance(e, Lost))
    out = io.StringIO()
    xml = XMLGenerator(out, "utf-8", short_empty_elements=True)
    xml.startDocument()
    _begin(xml, "gexf", {"xmlns": "http://gexf.net/1.3", "version": "1.3"})
    _begin(xml, "meta", {})
    _leaf(xml, "creator", {}, "Parley")
    xml.endElement("meta")
    _begin(xml, "graph", {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"})
    _attributes(xml, "node", OF_NODES)
    _attributes(xml, "edge", OF_EDGES)
    names = _nodes(xml, part, drawn)
    _begin(xml, "edges", {})
    for n, edge in enumerate(drawn):
        _edge(xml, n, edge, names)
        if n % _FEW == 0:
            yield _taken(out)
    for element in ("edges", "graph", "gexf"):
        xml.endElement(element)
    yield f"{_taken(out)}\n"


def _taken(out: io.StringIO) -> str:
    """What has been written since the last time."""
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def _begin(xml: XMLGenerator, name: str, attributes: Mapping[str, str]) -> None:
    xml.startElement(name, AttributesImpl(dict(attributes)))


def _leaf(xml: XMLGenerator, name: str, attributes: Mapping[str, str], text: str = "") -> None:
    _begin(xml, name, attributes)
    if text:
        xml.characters(text)
    xml.endElement(name)


def _attributes(xml: XMLGenerator, of: str, declared: Iterable[Attribute]) -> None:
    _begin(xml, "attributes", {"class": of, "mode": "static"})
    for name, kind in declared:
        _leaf(xml, "attribute", {"id": name, "title": name, "type": kind})
    xml.endElement("attributes")


def _nodes(xml: XMLGenerator, part: Slice, drawn: Iterable[Edge]) -> Mapping[str, str]:
    """Write the nodes; back come their ids by the actors'."""
    known: dict[str, Actor | None] = {a.id: a for a in part.actors}
    known |= {a: None for e in drawn for a in (e.source, e.target) if a not in known}
    names: dict[str, str] = {}
    taken: set[str] = set()
    _begin(xml, "nodes", {})
    for id_, actor in known.items():
        name = plain(id_)
        names[id_] = name if name and name not in taken else f"{name}-{digest(id_)}"
        taken.add(names[id_])
        _node(xml, names[id_], id_, actor)
    xml.endElement("nodes")
    return names


def _node(xml: XMLGenerator, name: str, id_: str, actor: Actor | None) -> None:
    label = plain(actor.name) if actor else ""
    _begin(xml, "node", {"id": name, "label": label or name})
    kind = actor.type.value if actor else UNKNOWN
    told = (id_, kind, actor.country if actor else None, actor.sector if actor else None)
    _values(xml, OF_NODES, told)
    xml.endElement("node")
    xml.ignorableWhitespace("\n")


def _edge(xml: XMLGenerator, n: int, e: Edge, names: Mapping[str, str]) -> None:
    own = {"id": str(n), "source": names[e.source], "target": names[e.target], "kind": e.relation, "label": e.relation}
    _begin(xml, "edge", own)
    told = (
        e.held, e.form, e.relation, e.mode, e.sign, e.mutual, e.status, e.reality, e.fact, e.confidence, e.report,
        e.quote,
    )  # fmt: skip
    _values(xml, OF_EDGES, told)
    if spell := {name: day for name, day in (("start", e.start), ("end", e.end)) if day}:
        _begin(xml, "spells", {})
        _leaf(xml, "spell", spell)
        xml.endElement("spells")
    xml.endElement("edge")
    xml.ignorableWhitespace("\n")


def _values(xml: XMLGenerator, declared: Iterable[Attribute], values: Iterable[object]) -> None:
    _begin(xml, "attvalues", {})
    for (name, _), value in zip(declared, values, strict=True):
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else plain(str(value))
            _leaf(xml, "attvalue", {"for": name, "value": text})
    xml.endElement("attvalues")
