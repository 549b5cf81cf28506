"""What `parley code` writes for one report, layer by layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from parley.formats.lines import ActorsDue, layer_with_actors, line, with_actors
from parley.terms.layers import Reading
from parley.terms.slice import Joined

LAYERS = ("statements", "predicates", "attributions", "mentions", "dates", "places")


def code_lines(reading: Reading, joined: Joined, layer: str, with_text: bool = False) -> Iterator[str]:
    """One report's lines, its `report` line first; the text is null unless `with_text`. Lines have no line ends.

    `joined` is what the reading's proposals say together; only the layer `statements` looks at it.
    Raises ValueError for a layer that is none.
    """
    if layer not in LAYERS:
        raise ValueError(f"layer {layer!r} is none of {', '.join(LAYERS)}")
    return _lines(reading, joined, layer, with_text)


def _lines(reading: Reading, joined: Joined, layer: str, with_text: bool) -> Iterator[str]:
    yield line(reading.report if with_text else replace(reading.report, text=None))
    if layer == "statements":
        due = ActorsDue(joined.actors or reading.actors)
        yield from with_actors(reading.proposals, due)
        yield from with_actors(joined.statements, due)
        yield from with_actors(joined.talks, due)
    else:
        yield from layer_with_actors(_layer(reading, layer), ActorsDue(reading.actors))


def _layer(reading: Reading, layer: str) -> Iterable[Any]:
    layers: dict[str, Iterable[Any]] = {
        "predicates": reading.predicates,
        "attributions": reading.attributions,
        "mentions": reading.mentions,
        "dates": reading.dates,
        "places": reading.places,
    }
    return layers[layer]
