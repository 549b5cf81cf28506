"""The page of the map: where things happened, as marks on outlines of land."""

from __future__ import annotations

from parley.desk.views.places import map_page
from parley.web.answering import View
from parley.web.asking import Ask


def places(ask: Ask) -> View:
    """Where events and talks were, as finely as that is known."""
    found = map_page(ask.record, ask.actors(), ask.day("since"), ask.day("until"))
    return View("map", "Map", found, found.table, {"picture": found.picture})
