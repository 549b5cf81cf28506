"""Pictures as SVG: the timeline and the network of actors. The page that shows them brings `pictures.css`."""

from parley.brief.pictures.network import edge_words, most_tied, network_svg, shown
from parley.brief.pictures.timeline import Bar, timeline_svg

__all__ = ["Bar", "edge_words", "most_tied", "network_svg", "shown", "timeline_svg"]
