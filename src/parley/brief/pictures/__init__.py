"""Pictures as SVG: timeline, network, charts of an outlook. The page that shows them brings `pictures.css`."""

from parley.brief.pictures.calibration import calibration_svg
from parley.brief.pictures.network import edge_words, most_tied, network_svg, shown
from parley.brief.pictures.outlook import Picture, outlook_pictures
from parley.brief.pictures.timeline import Bar, timeline_svg

__all__ = [
    "Bar",
    "Picture",
    "calibration_svg",
    "edge_words",
    "most_tied",
    "network_svg",
    "outlook_pictures",
    "shown",
    "timeline_svg",
]
