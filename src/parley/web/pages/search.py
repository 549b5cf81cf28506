"""Search over everything."""

from __future__ import annotations

from parley.desk.views.found import finds
from parley.web.answering import View
from parley.web.asking import Ask


def search(ask: Ask) -> View:
    """What is found in all of some words."""
    found = finds(ask.record, ask.get("q"))
    return View("search", f"Search: {found.words}" if found.words else "Search", found, found.table)
